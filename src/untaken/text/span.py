"""Where something stands in a file that an author wrote."""

import re
from dataclasses import dataclass

from untaken.text.legible import in_one_line

LINE_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")
"""What YAML counts as the end of a line."""


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
        return f"{in_one_line(self.path)}:{self.line}:{self.column}"

    @property
    def marked(self) -> str:
        """The letters that are marked."""
        return self.text[self.column - 1 : self.column - 1 + self.width]
