"""Lines of text, and what each is: what the views say in words, before anybody prints it."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line is, for a terminal that has colours; nothing is said by the role alone."""

    TITLE = "title"
    TEXT = "text"
    NODE = "node"
    HISTORY = "history"
    STEP = "step"
    FOR = "for"
    AGAINST = "against"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, indented by so many steps of two blanks."""

    indent: int
    text: str
    role: Role = Role.TEXT

    def __str__(self) -> str:
        return "  " * self.indent + self.text
