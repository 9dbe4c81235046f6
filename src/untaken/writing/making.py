"""Makes the files of one job in memory: its pages are placed and written in every format. Runs in the child."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from untaken.drawing.describing import called
from untaken.drawing.machine_fonts import strange
from untaken.drawing.place.paper import finest_raster
from untaken.drawing.placed import PlacedPage
from untaken.drawing.theme import LIGHT, THEMES, Theme
from untaken.drawing.ties import TiesSheet
from untaken.drawing.timeline import Timeline
from untaken.model import TurningPoint
from untaken.writing import png
from untaken.writing.booklet import BookletPage
from untaken.writing.engine.arranged import arrangement
from untaken.writing.fixed import fixed_dot
from untaken.writing.orders import Drawn, Format, Lettering, Order
from untaken.writing.pictures import Plate, scenario_pictures, ties_pictures, timeline_pictures
from untaken.writing.svg import svg

FIXED = "nop2"
"""The layout of Graphviz that leaves everything where it is."""

Draw = Callable[[str, str, str], bytes]
"""What Graphviz makes of DOT, in a format, by one of its layouts."""


@dataclass(frozen=True)
class Work:
    """What is to be drawn, and the name that its files begin with."""

    subject: TurningPoint | Timeline | TiesSheet
    stem: str
    order: Order


def made(work: Work, graphviz: Draw) -> list[Drawn]:
    """The pages of a job."""
    pictures = _pictures(work, graphviz)
    names = [_page_name(work, at, len(pictures)) for at in range(1, len(pictures) + 1)]
    return [_files(name, each, work.order, graphviz) for name, each in zip(names, pictures, strict=True)]


def _files(name: str, picture: Plate, order: Order, graphviz: Draw) -> Drawn:
    page = picture.page
    drawn: dict[Format, bytes] = {
        format: _drawn(picture, format, order, graphviz) for format in order.formats if format is not Format.PDF
    }
    leaf = leaf_of(page, THEMES[order.tone]) if Format.PDF in order.formats else None
    return Drawn(name, drawn, page.smallest, strange(run.text for run in page.runs), leaf)


def leaf_of(page: PlacedPage, theme: Theme = LIGHT) -> BookletPage:
    """A placed page as one of a PDF."""
    return BookletPage(
        page.width, page.height, svg(page, theme), page.title, called(page), page.words, page.smallest, page.language,
        strange(run.text for run in page.runs),
    )  # fmt: skip


def _pictures(work: Work, graphviz: Draw) -> list[Plate]:
    if isinstance(work.subject, Timeline):
        return timeline_pictures(work.subject, work.order)
    if isinstance(work.subject, TiesSheet):
        return ties_pictures(work.subject, work.order)
    # The other JSON of Graphviz holds every text once more, and breaks letters in two where there are backslashes.
    return scenario_pictures(
        work.subject, work.order, lambda dot: arrangement(json.loads(graphviz(dot, "json0", "dot")))
    )


def _page_name(work: Work, at: int, of: int) -> str:
    if of == 1 and not (work.order.frames or work.order.split):
        return work.stem
    return f"{work.stem}-{'frame' if work.order.frames else 'page'}-{at:0{len(str(of))}}"


def _drawn(picture: Plate, format: Format, order: Order, graphviz: Draw) -> bytes:
    theme = THEMES[order.tone]
    if format is Format.DOT:
        return picture.dot(theme).encode("utf-8")
    if format is Format.SVG:
        return svg(picture.page, theme, outlines=order.text is Lettering.OUTLINES)
    return _raster(picture.page, order.dpi, theme, graphviz)


def _raster(page: PlacedPage, dpi: int, theme: Theme, graphviz: Draw) -> bytes:
    dots = min(dpi, finest_raster(page.width, page.height))
    drawn = graphviz(fixed_dot(page, dots, theme), Format.PNG.value, FIXED)
    return png.finished(drawn, page.title, page.words, page.language, dots)
