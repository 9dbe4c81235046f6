"""Pictures as one PDF, a page each: exactly as large as they are, tagged, with bookmarks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import pairwise
from typing import Any

from untaken.writing.typesetting import typeset


@dataclass(frozen=True, slots=True)
class BookletPage:
    """A picture that becomes a page: its size and that of its smallest text in points, its SVG, its words.

    `title` names what it belongs to, `name` the picture itself; both become bookmarks. `strange` has the letters on it
    that our typeface lacks.
    """

    width: float
    height: float
    picture: bytes
    title: str
    name: str
    words: str
    smallest: float = 0.0
    language: str = "en"
    strange: str = ""


@dataclass(frozen=True, slots=True)
class Booklet:
    """Pages that belong together, one at least, under one title."""

    leaves: tuple[BookletPage, ...]
    title: str


def booklet(leaves: Sequence[BookletPage], title: str) -> bytes:
    """The file of these pages, of which there is one at least; two runs give the same bytes."""
    names = [f"page-{at}.svg" for at in range(1, len(leaves) + 1)]
    data = {
        "title": title,
        "language": leaves[0].language,
        "leaves": [_leaf(*each) for each in zip(leaves, names, _headings(leaves), strict=True)],
    }
    pictures = {name: leaf.picture for name, leaf in zip(names, leaves, strict=True)}
    letters = "".join(dict.fromkeys(letter for leaf in leaves for letter in leaf.strange))
    with as_file(files(__package__).joinpath("booklet.typ")) as template:
        return typeset(template, data, pictures, letters)


def _leaf(leaf: BookletPage, picture: str, headings: list[tuple[int, str]]) -> dict[str, Any]:
    return {
        "width": leaf.width,
        "height": leaf.height,
        "picture": picture,
        "alt": leaf.words or leaf.title,
        "headings": [{"level": level, "words": words} for level, words in headings],
    }


def _headings(leaves: Sequence[BookletPage]) -> Iterator[list[tuple[int, str]]]:
    """The bookmarks of each page: its title where a new one begins, its own name where several have one title."""
    titles = [leaf.title for leaf in leaves]
    for (before, title), leaf in zip(pairwise(["", *titles]), leaves, strict=True):
        first = [(1, title)] if title != before else []
        yield [*first, (2, leaf.name)] if titles.count(title) > 1 else first
