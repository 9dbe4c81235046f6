"""What a finished file says of itself to who cannot see it well, or at all."""

from collections.abc import Iterator
from typing import Protocol

from untaken.telling.phrases.letters import named


class Measured(Protocol):
    """What was measured on the pages of a file."""

    @property
    def smallest(self) -> float: ...
    @property
    def contrast(self) -> float: ...
    @property
    def nameless(self) -> tuple[str, ...]: ...
    @property
    def untitled(self) -> int: ...
    @property
    def languages(self) -> frozenset[str]: ...


def deck_written(path: str, slides: int) -> str:
    """What was written."""
    return f"{path}: {slides} slides"


def statement(checks: Measured) -> Iterator[str]:
    """What was checked, and how it came out, line by line."""
    yield f"checked: smallest text {checks.smallest:.1f} pt; least contrast {checks.contrast:.1f} : 1"
    named = "every shape has words" if not checks.nameless else f"{len(checks.nameless)} shapes have no words"
    titled = "every page has a title" if not checks.untitled else f"{checks.untitled} pages have no title"
    languages = ", ".join(sorted(checks.languages))
    yield f"checked: {named}; {titled}; read in the order in which it is told; language {languages}"


def file_written(path: str, scenarios: int) -> str:
    """What was written, and of how many scenarios."""
    return f"{path}: {scenarios} scenario{'' if scenarios == 1 else 's'}"


def pdf_statement(checks: Measured, boxes: str = "") -> Iterator[str]:
    """What was checked of a paper, line by line; its tags were judged by whoever set it, and it is refused without.

    `boxes` are letters that it cannot show.
    """
    if boxes:
        yield f"checked: no PDF/UA-1, which shows every letter: boxes stand for {named(boxes)}"
    else:
        yield "checked: PDF/UA-1 (tags, title, language, bookmarks, reading order)"
    yield f"checked: each picture has its words; least contrast in them {checks.contrast:.1f} : 1"
