"""Makes the files of one job in memory: its pages are placed and written in every format. Runs in the child."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from untaken.drawing.describing import called
from untaken.drawing.machine_fonts import strange
from untaken.drawing.placed import PlacedPage
from untaken.drawing.theme import LIGHT, THEMES, Theme
from untaken.drawing.ties import TiesSheet
from untaken.drawing.timeline import Timeline
from untaken.model import TurningPoint
from untaken.writing.booklet import BookletPage
from untaken.writing.engine.arranged import arrangement
from untaken.writing.fixed import fixed_dot
from untaken.writing.formats import Stuff, format_called
from untaken.writing.orders import Drawn, Order
from untaken.writing.pictures import Plate, scenario_pictures, ties_pictures, timeline_pictures
from untaken.writing.svg import svg

FIXED = "nop2"
"""The layout of Graphviz that leaves everything where it is."""

Draw = Callable[[str, str, str], bytes]
"""What Graphviz makes of DOT, in a format, by one of its layouts."""


@dataclass(frozen=True)
class DressedPage:
    """A placed page in its look, with all that a writer needs: the order, the plain graph in its place, Graphviz."""

    page: PlacedPage
    theme: Theme
    order: Order
    dot: Callable[[Theme], str]
    graphviz: Draw

    def by_graphviz(self, format: str, dpi: int = 0) -> bytes:
        """What Graphviz makes of it in one of its own formats, everything where it is placed."""
        return self.graphviz(fixed_dot(self.page, dpi, self.theme), format, FIXED)


@dataclass(frozen=True)
class Work:
    """What is to be drawn, and the name that its files begin with."""

    subject: TurningPoint | Timeline | TiesSheet
    stem: str
    order: Order


def made(work: Work, graphviz: Draw) -> list[Drawn]:
    """The pages of a job."""
    return written(work, placed(work, graphviz), graphviz)


def written(work: Work, plates: Sequence[Plate], graphviz: Draw) -> list[Drawn]:
    """The pages of a job, whose places are found."""
    names = [_page_name(work, at, len(plates)) for at in range(1, len(plates) + 1)]
    return [_files(name, each, work.order, graphviz) for name, each in zip(names, plates, strict=True)]


def _files(name: str, picture: Plate, order: Order, graphviz: Draw) -> Drawn:
    page, look = picture.page, THEMES[order.tone]
    dressed = DressedPage(page, look, order, picture.dot, graphviz)
    formats = [format_called(name, Stuff.PICTURE) for name in order.formats]
    drawn = {each.name: each.write(Stuff.PICTURE, dressed) for each in formats if not each.binds}
    leaf = leaf_of(page, look) if any(each.binds for each in formats) else None
    return Drawn(name, drawn, page.smallest, strange(run.text for run in page.runs), leaf)


def leaf_of(page: PlacedPage, theme: Theme = LIGHT) -> BookletPage:
    """A placed page as one of a booklet."""
    return BookletPage(
        page.width, page.height, svg(page, theme), page.title, called(page), page.words, page.smallest, page.language,
        strange(run.text for run in page.runs),
    )  # fmt: skip


def placed(work: Work, graphviz: Draw) -> list[Plate]:
    """The places of all that is on the pages of a job; only some layouts ask Graphviz for them."""
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
