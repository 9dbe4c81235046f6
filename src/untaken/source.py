"""Where something stands in a file that an author wrote."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: line and column count characters from 1, `width` is the number of characters marked.

    `text` is the whole line without its end, so that a message can show it without reading the file again.
    """

    path: str
    line: int = 1
    column: int = 1
    width: int = 1
    text: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
