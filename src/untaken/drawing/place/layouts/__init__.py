"""Every way in which a scenario is laid out, a file for each: whoever adds one adds a `LAYOUT` here and tells nobody.

page = layout_called("spine").place(sheet, papers, arrange)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from untaken.text.naming import write_instead
from untaken.text.trouble import Trouble

if TYPE_CHECKING:
    from untaken.drawing.place.paper import Paper
    from untaken.drawing.placed import PlacedPage
    from untaken.drawing.sheet import Sheet

USUAL = "spine"
"""The layout that is taken where none is named."""

Place = Callable[["Sheet", "Sequence[Paper]", Any], "PlacedPage"]
"""Puts a sheet on that of the papers on which its type is largest; the last argument asks `dot` for places."""


@dataclass(frozen=True)
class Layout:
    """A layout: its name, what it is in a few words, who places a sheet so, and whether `dot` has to be there."""

    name: str
    does: str
    place: Place
    by_graphviz: bool = False


@cache
def layouts() -> dict[str, Layout]:
    """All layouts by name, the usual one first."""
    found = [import_module(f"{__name__}.{each.name}").LAYOUT for each in iter_modules(__path__)]
    return {each.name: each for each in sorted(found, key=lambda each: each.name != USUAL)}


def layout_called(name: str) -> Layout:
    """The layout of this name. Raises Trouble where there is none."""
    if name not in layouts():
        raise Trouble(f"'{name}' is no layout", write_instead(name, layouts()))
    return layouts()[name]
