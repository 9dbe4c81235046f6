"""What a notebook or a program of one's own asks for: a turning point drawn, told, and given out in a format.

>>> from pathlib import Path
>>> from untaken import draw, export, load, tell
>>> points = {point.id: point for point in load([Path("scenarios")]).points}
>>> picture = draw(points["martov-motion"], detail="outline")
>>> picture._repr_svg_()[:4], picture.smallest >= 14, picture.bytes("png")[:4]
('<svg', True, b'\\x89PNG')
>>> tell(points["martov-motion"]).splitlines()[0]
'Martov’s coalition motion'
>>> export([points["martov-motion"]], "pptx")[:2]
b'PK'
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from untaken.drawing.boxes import Detail
from untaken.drawing.describing import described
from untaken.drawing.place.paper import PAPERS, Fit
from untaken.drawing.place.spine import spine_page
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sealed import choices, sealed
from untaken.drawing.theme import LIGHT
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.model.sources import Source
from untaken.telling.document import GAP, Block
from untaken.telling.outline import outline
from untaken.writing.booklet import Booklet
from untaken.writing.engine import Engine
from untaken.writing.formats import Stuff, format_called, offered
from untaken.writing.making import DressedPage, leaf_of
from untaken.writing.orders import Order
from untaken.writing.svg import svg

if TYPE_CHECKING:
    from untaken.writing.deck import SlideShow
    from untaken.writing.handout import Stack


@dataclass(frozen=True)
class Diagram:
    """A drawn turning point. A notebook shows it by itself."""

    page: PlacedPage

    @property
    def smallest(self) -> float:
        """The size of its smallest text, in points of the page."""
        return self.page.smallest

    def _repr_svg_(self) -> str:
        return svg(self.page).decode("utf-8").partition("?>")[2].lstrip()

    def bytes(self, format: str = "svg") -> bytes:
        """The file in a format: svg, png or pdf. Raises ValueError for another."""
        found = offered(Stuff.PICTURE).get(format)
        if found is None or format == "dot":
            raise ValueError(f"'{format}' is no format of a diagram; svg, png and pdf are")
        if found.binds:
            return found.write(Stuff.BOOKLET, Booklet((leaf_of(self.page),), self.page.title))
        with Engine(without=not found.by_graphviz) as engine:
            dressed = DressedPage(self.page, LIGHT, Order(), lambda theme: "", engine.draw)
            return found.write(Stuff.PICTURE, dressed)


def draw(point: TurningPoint, detail: str = "summary", before: bool = False, page: str = "16:9") -> Diagram:
    """A turning point as a diagram on a page.

    `detail` is outline, summary or full; `page` one of 16:9, 4:3, a4, letter, poster. With `before`, as it stands
    before its first choice: nothing tells what happened. Raises ValueError for an unknown detail or page.
    """
    graph = Graph.of(point.scenario)
    papers = PAPERS[Fit(page)]
    if before:
        sheet = sealed(point, graph, Detail(detail), next(iter(choices(graph)), graph.start))
        return Diagram(described(spine_page(sheet, papers).frame(0)))
    return Diagram(described(spine_page(whole(point, graph, Detail(detail)), papers)))


def tell(point: TurningPoint) -> str:
    """A turning point in words: its decisions and options with their arguments, whose they are and where they stand."""
    return "\n".join(map(str, outline(point, Graph.of(point.scenario))))


def export(points: Sequence[TurningPoint], format: str) -> bytes:
    """Turning points as a file of a format (see `exports`). Raises ValueError for an unknown one, and for no points."""
    known = exports()
    if format not in known:
        raise ValueError(f"'{format}' is no format; known are {', '.join(known)}")
    if not points:
        raise ValueError("there are no turning points to export")
    stuff = known[format]
    return format_called(format, stuff).write(stuff, _MADE[stuff](points))


def exports() -> dict[str, Stuff]:
    """The formats of `export`, each with what it is made of."""
    return {name: stuff for stuff in reversed([*_MADE]) for name in offered(stuff)}


def _outlines(points: Sequence[TurningPoint]) -> list[Block]:
    told = ([*outline(point, Graph.of(point.scenario))] for point in points)
    return [part for each in told for part in (GAP, *each)][1:]


def _sources(points: Sequence[TurningPoint]) -> dict[str, Source]:
    return {id: source for point in points for id, source in point.sources.items()}


def _slides(points: Sequence[TurningPoint]) -> "SlideShow":
    from untaken.drawing.slides import lecture
    from untaken.writing.deck import SlideShow

    return SlideShow([slide for point in points for slide in lecture(point)], points[0].scenario.title)


def _papers(points: Sequence[TurningPoint]) -> "Stack":
    from untaken.telling.handing import handout
    from untaken.writing.handout import SheetSize, Stack, picture

    papers = [(handout(each, Graph.of(each.scenario)), picture(each, SheetSize.A4)) for each in points]
    return Stack(papers, points[0].scenario.title)


_MADE: Mapping[Stuff, Callable[[Sequence[TurningPoint]], object]] = {
    Stuff.DOCUMENT: _outlines,
    Stuff.SLIDES: _slides,
    Stuff.PAPERS: _papers,
    Stuff.SOURCES: _sources,
}
"""What is made of turning points; where a format takes several, the first of these."""
