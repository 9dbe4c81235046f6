"""The diagram of a handout: in its text where its type is large enough there, else on a sheet of its own at the end."""

from dataclasses import dataclass, replace
from enum import StrEnum

from untaken.drawing.boxes import Detail
from untaken.drawing.describing import described
from untaken.drawing.place.own_size import trimmed
from untaken.drawing.place.paper import PAPERS, Fit, Paper
from untaken.drawing.place.spine import spine_page
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sealed import sealed
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint


class SheetSize(StrEnum):
    """The sheet that it is printed on."""

    A4 = "a4"
    LETTER = "letter"


_SIDES, _ENDS = 125.0, 120.0
"""The margins of a sheet, both sides and both ends together, in points."""
_HEADING = 45.0
_INLINE = 430.0
"""The highest diagram that stands in the text."""
_READ = 9.0
"""Type that is read in the hand, in points."""
_LARGEST = 12.0


def picture(point: TurningPoint, sheet: SheetSize, is_sealed: bool = False) -> PlacedPage:
    """The diagram of a turning point, as large as it is printed, without its sources; before the class, sealed."""
    graph = Graph.of(point.scenario)
    shown = sealed(point, graph, Detail.OUTLINE, graph.start) if is_sealed else whole(point, graph, Detail.SUMMARY)
    drawn = replace(shown, foot=())
    room = _Room.of(sheet)
    page = spine_page(drawn, [room.inline])
    if page.smallest < _READ:
        page = spine_page(drawn, [room.upright, room.across])
    page = trimmed(page, room.inline.margin)
    return described(page.frame(0) if is_sealed else page)


def is_inline(page: PlacedPage, sheet: SheetSize) -> bool:
    """Whether a diagram stands in the text."""
    inline = _Room.of(sheet).inline
    return page.width <= inline.width and page.height <= inline.height


@dataclass(frozen=True)
class _Room:
    """The room for a diagram: in the text, and on a sheet of its own, upright or across."""

    inline: Paper
    upright: Paper
    across: Paper

    @classmethod
    def of(cls, sheet: SheetSize) -> "_Room":
        """What a sheet has beside its margins."""
        across, upright = PAPERS[Fit.LETTER if sheet is SheetSize.LETTER else Fit.A4]
        width = upright.width - _SIDES
        return cls(
            Paper(width, _INLINE, 2.0, _LARGEST),
            Paper(width, upright.height - _ENDS - _HEADING, 2.0, _LARGEST),
            Paper(across.width - _SIDES, across.height - _ENDS - _HEADING, 2.0, _LARGEST),
        )
