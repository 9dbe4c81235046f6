"""Every format that something can be written in, a file for each: it says of what it is made, and writes it.

Whoever adds one adds a file `to_….py` with a `FORMAT` here and tells nobody: every command that writes such a thing
offers it. What a writer needs it imports when it writes, for the commands name all formats before they write one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from os import PathLike
from pkgutil import iter_modules
from typing import Any

from untaken.text.naming import write_instead
from untaken.text.trouble import Trouble


class Stuff(StrEnum):
    """What a format is made of, and of which shape."""

    DOCUMENT = "document"
    """What people read: a `telling.document.Document`."""
    MATRIX = "matrix"
    """Options against sources: a `telling.matrix.Matrix`."""
    NUMBERS = "numbers"
    """A `telling.statistics.Statistics`."""
    SOURCES = "sources"
    """`Source` by id, in the order in which they are listed."""
    PROBLEMS = "problems"
    """What a check found: a `writing.reports.Report`."""
    PINS = "pins"
    """Quotations that hold: an `evidence.annotations.Pinned`."""
    PICTURE = "picture"
    """A placed page in its look: a `writing.making.DressedPage`."""
    BOOKLET = "booklet"
    """Pictures as pages of one file: a `writing.booklet.Booklet`. What is made of this is offered for pictures."""
    SLIDES = "slides"
    """A `writing.deck.SlideShow`."""
    PAPERS = "papers"
    """Handouts: a `writing.handout.Stack`."""
    BOOK = "book"
    """Turning points for a page of its own: a `writing.page.Book`."""
    CROWD = "crowd"
    """What a class decided: a `history.crowd.Crowd`."""
    SCHEMA = "schema"
    """The kind of file that is described: "scenario" or "collection"."""


@dataclass(frozen=True)
class Format:
    """A format: its name, the ending of its files, and a writer for each thing that it is made of.

    A writer takes a thing of the shape that `Stuff` names and gives the bytes of a file.
    """

    name: str
    suffix: str
    writers: Mapping[Stuff, Callable[[Any], bytes]] = field(hash=False)
    is_text: bool = True
    by_graphviz: bool = False
    """Whether a picture in it is drawn by Graphviz."""

    @property
    def binds(self) -> bool:
        """Whether several pictures can be pages of one file."""
        return Stuff.BOOKLET in self.writers

    def writes(self, stuff: Stuff) -> bool:
        """Whether it can be made of this."""
        in_words = stuff in _IN_WORDS and Stuff.DOCUMENT in self.writers
        return stuff in self.writers or in_words or (stuff is Stuff.PICTURE and self.binds)

    def write(self, stuff: Stuff, thing: Any) -> bytes:
        """The file. What has no writer of its own here is told in words first."""
        if stuff in self.writers:
            return self.writers[stuff](thing)
        return self.writers[Stuff.DOCUMENT](_in_words(stuff, thing))


_IN_WORDS = {
    Stuff.MATRIX: ("untaken.telling.matrix", "matrix_document"),
    Stuff.NUMBERS: ("untaken.telling.statistics", "statistics_document"),
    Stuff.CROWD: ("untaken.telling.crowd", "crowd_document"),
    Stuff.SOURCES: ("untaken.telling.citing", "bibliography"),
}
"""What can be told as a document, and by whom."""


def _in_words(stuff: Stuff, thing: Any) -> Any:
    module, name = _IN_WORDS[stuff]
    return getattr(import_module(module), name)(thing)


@cache
def every_format() -> tuple[Format, ...]:
    """All formats, in the order in which they are named to people."""
    found = [import_module(f"{__name__}.{each.name}").FORMAT for each in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda each: _FIRST.index(each.name) if each.name in _FIRST else len(_FIRST)))


_FIRST = ("text", "md", "html", "svg", "png", "pdf", "dot", "json")
"""Those that are named first; others follow in the order of the alphabet."""


def offered(stuff: Stuff) -> dict[str, Format]:
    """The formats that can be made of this, by name."""
    return {each.name: each for each in every_format() if each.writes(stuff)}


def format_called(name: str, stuff: Stuff) -> Format:
    """The format of this name. Raises Trouble, which names those there are, where this cannot be written in it."""
    known = offered(stuff)
    if name not in known:
        is_one = any(each.name == name for each in every_format())
        message = f"this cannot be written as '{name}'" if is_one else f"'{name}' is no format"
        raise Trouble(message, write_instead(name, known) if len(known) > 1 else f"write '{next(iter(known))}'")
    return known[name]


def too_many(count: int, file: "str | PathLike[str]") -> Trouble:
    """Why so many things cannot be written in one file."""
    return Trouble(f"{count} files do not go into one", ANOTHER_PLACE, file)


ANOTHER_PLACE = "name a folder with -o"


def formats_called(text: str, stuff: Stuff) -> tuple[Format, ...]:
    """The formats of a list parted by commas, each once. Raises Trouble for one that there is not, and for none."""
    names = dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip())
    if not names:
        raise Trouble("no format is named", write_instead("", offered(stuff)))
    return tuple(format_called(name, stuff) for name in names)


def ending_in(suffix: str, among: Iterable[Format]) -> Format | None:
    """The format whose files end so."""
    return next((each for each in among if each.suffix == suffix.lower()), None)
