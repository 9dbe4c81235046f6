"""What went wrong and what cures it: raised where nothing can go on, given back or collected where the rest can."""

import re
from os import PathLike, fspath
from typing import Any


class Trouble(Exception):
    """Why something cannot be had or done; `cure` is what to do about it, `place` the file or folder that it is about.

    It is no fault of the program's: whoever meets it shows its lines, and nothing else of it. A cure may have several
    lines, each of them a way out.

    >>> print(*Trouble("it is a folder", "name a file", "walks").lines(), sep="\\n")
    error: walks: it is a folder
    help: name a file
    """

    def __init__(self, message: str, cure: str = "", place: "str | PathLike[str]" = "") -> None:
        super().__init__(message, cure, fspath(place))
        self.message, self.cure, self.place = message, cure, fspath(place)

    def at(self, place: "str | PathLike[str]") -> "Trouble":
        """The same, about this file or folder."""
        return type(self)(self.message, self.cure, place)

    def lines(self, word: str = "error") -> list[str]:
        """What is shown of it, line by line; `word` says how bad it is."""
        about = f"{self.place}: " if self.place else ""
        return [f"{word}: {about}{self.message}", *(f"help: {line}" for line in self.cure.splitlines())]

    @property
    def sentence(self) -> str:
        """Message and cure as a sentence of its own, in the middle of a conversation.

        >>> Trouble("no answer was given", "give one of: 1").sentence
        'No answer was given; give one of: 1.'
        """
        text = str(self)
        return f"{text[:1].upper()}{text[1:]}."

    def __str__(self) -> str:
        return "; ".join(filter(None, (self.message, self.cure)))

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Trouble) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)


def ends_with_command(line: str) -> bool:
    """Whether a line ends with a command that somebody may copy, and that is therefore not to be broken.

    >>> ends_with_command("help: begin one: untaken new scenario the-ferry")
    True
    >>> ends_with_command("help: see `untaken list`")
    False
    """
    return bool(re.search(r": untaken \S", line))
