"""What is to be drawn, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from untaken.drawing.boxes import Detail
from untaken.drawing.palette import Tone
from untaken.drawing.place.layouts import USUAL
from untaken.drawing.place.paper import Fit
from untaken.drawing.whole import Road
from untaken.history.crowd import Crowd
from untaken.model import TurningPoint
from untaken.writing.booklet import BookletPage


class Lettering(StrEnum):
    """How an SVG holds its text: as text, with its typeface inside; or as shapes, for programs that leave that out."""

    FONT = "font"
    OUTLINES = "outlines"


PNG_DPI = 144
"""The usual dots to the inch: they make a slide of 1920 × 1080 pixels."""


NEAR = 2
"""So many steps round a node are drawn, where nothing else is said."""


class View(StrEnum):
    """What is drawn: each scenario as a tree, its options against its sources, all along one spine, or their ties."""

    TREE = "tree"
    MATRIX = "matrix"
    TIMELINE = "timeline"
    TIES = "ties"


@dataclass(frozen=True)
class Order:
    """What is to be drawn of each turning point, and where to.

    With `before` it is drawn as it stands before a choice, that at the node `at` or else the first, and tells nothing
    of the answer. With `frames` it is drawn once for each step in which a lecture shows it. With `focus` only what lies
    `depth` steps before and after that node.
    """

    folder: Path = Path("output")
    formats: tuple[str, ...] = ("svg", "png")
    """Names of formats that a picture can be written in."""
    file: Path | None = None
    """Of the only picture that there is to be: its file, in place of one in the folder."""
    detail: Detail = Detail.SUMMARY
    fit: Fit = Fit.SLIDE
    split: bool = False
    view: View = View.TREE
    title: str = "Timeline"
    start: str | None = None
    end: str | None = None
    roads: Mapping[tuple[str, str], Road] = field(default_factory=dict)
    """Somebody's road through a turning point, by its collection and id."""
    arranged: str = USUAL
    """The name of a layout."""
    before: bool = False
    at: str | None = None
    frames: bool = False
    focus: str | None = None
    depth: int = NEAR
    crowd: Crowd | None = None
    """A class whose walks are drawn into each turning point."""
    tone: Tone = Tone.LIGHT
    history: tuple[TurningPoint, ...] = ()
    """For the ties of single turning points all of their collections; empty where those of all are drawn together."""
    text: Lettering = Lettering.FONT
    set_name: str = ""
    """What the PDF of several turning points is called."""
    apart: bool = False
    """Whether each page is a PDF of its own."""
    dpi: int = PNG_DPI
    """Of a PNG: how many dots an inch of the page has."""


@dataclass(frozen=True)
class Rendered:
    """The files of one page, what they show, a scenario's id mostly, and their smallest text in points.

    `strange` has the letters on it that our typeface lacks; `mark` is a digest of all that it was drawn from.
    """

    name: str
    files: tuple[Path, ...]
    smallest: float
    strange: str = ""
    pages: int = 1
    mark: str = ""


@dataclass(frozen=True)
class Drawn:
    """One page before it is written: the name of its files, what is in them, and its smallest text in points.

    `strange` has the letters on it that our typeface lacks; `leaf` becomes a page of a PDF, where one is wanted.
    """

    name: str
    files: Mapping[str, bytes]
    smallest: float
    strange: str = ""
    leaf: BookletPage | None = None
