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

from untaken.drawing.boxes import Detail
from untaken.drawing.describing import described
from untaken.drawing.place.paper import PAPERS, Fit, finest_raster
from untaken.drawing.place.spine import spine_page
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sealed import choices, sealed
from untaken.drawing.whole import whole
from untaken.evidence.bibtex import as_bibtex
from untaken.evidence.csl import as_csl
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.model.sources import Source
from untaken.telling.outline import outline
from untaken.writing.booklet import booklet
from untaken.writing.engine import Engine
from untaken.writing.fixed import fixed_dot
from untaken.writing.making import FIXED, leaf_of
from untaken.writing.orders import PNG_DPI
from untaken.writing.svg import svg


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
        if format == "svg":
            return svg(self.page)
        if format not in ("png", "pdf"):
            raise ValueError(f"'{format}' is no format of a diagram; svg, png and pdf are")
        if format == "pdf":
            return booklet([leaf_of(self.page)], self.page.title)
        dpi = min(PNG_DPI, finest_raster(self.page.width, self.page.height))
        with Engine() as engine:
            return engine.draw(fixed_dot(self.page, dpi), format, FIXED)


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
    """Turning points as a file of a format (see `EXPORTS`). Raises ValueError for an unknown one, and for no points."""
    if format not in EXPORTS:
        raise ValueError(f"'{format}' is no format; known are {', '.join(EXPORTS)}")
    if not points:
        raise ValueError("there are no turning points to export")
    return EXPORTS[format](points)


def _sources(points: Sequence[TurningPoint]) -> dict[str, Source]:
    return {id: source for point in points for id, source in point.sources.items()}


def _csl(points: Sequence[TurningPoint]) -> bytes:
    return as_csl(_sources(points)).encode("utf-8")


def _bibtex(points: Sequence[TurningPoint]) -> bytes:
    return as_bibtex(_sources(points)).encode("utf-8")


def _text(points: Sequence[TurningPoint]) -> bytes:
    return "\n\n".join(map(tell, points)).encode("utf-8")


def _deck(points: Sequence[TurningPoint]) -> bytes:
    from untaken.drawing.slides import lecture
    from untaken.writing.deck import deck_file

    return deck_file([slide for point in points for slide in lecture(point)], points[0].scenario.title)


def _handout(points: Sequence[TurningPoint]) -> bytes:
    from untaken.telling.handing import handout
    from untaken.writing.handout import SheetSize, handout_pdf

    papers = [(handout(each, Graph.of(each.scenario)), draw(each, page="a4").page) for each in points]
    return handout_pdf(papers, points[0].scenario.title, SheetSize.A4)


EXPORTS: Mapping[str, Callable[[Sequence[TurningPoint]], bytes]] = {
    "text": _text,
    "csl-json": _csl,
    "bibtex": _bibtex,
    "pptx": _deck,
    "pdf": _handout,
}
"""The formats of `export`, and what writes each: a new one is one line here beside the file that writes it."""
