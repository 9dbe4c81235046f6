"""What went wrong and what cures it: raised where nothing can go on, collected where the rest can."""

from os import PathLike
from typing import Any


class Trouble(Exception):
    """Why something cannot be had or done; `cure` is what to do about it, `place` the file or folder that it is about.

    It is no fault of the program's: whoever meets it shows its lines, and nothing else of it.

    >>> print(Trouble("it is a folder", "name a file", "walks").lines)
    ['error: walks: it is a folder', 'help: name a file']
    """

    def __init__(self, message: str, cure: str = "", place: "str | PathLike[str]" = "") -> None:
        super().__init__(message, cure, place)
        self.message, self.cure, self.place = message, cure, place

    @property
    def lines(self) -> list[str]:
        """What is shown of it, line by line."""
        about = f"{self.place}: " if str(self.place) else ""
        return [f"error: {about}{self.message}", *([f"help: {self.cure}"] if self.cure else [])]

    def __str__(self) -> str:
        return "; ".join(filter(None, (self.message, self.cure)))

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Trouble) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)
