"""All turning points with what each hangs on, in as many columns as make the type largest. Lengths are in units.

Each has its number at its left. Below it stand its ties, each with the numbers of the turning points that settle it and
an arrow from each: a line from one end of a wall to the other would cross all that lies between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.fitting import largest_scale
from untaken.drawing.place.leaves import DISC, Leaf, disc
from untaken.drawing.place.margins import margins
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.parting import parted
from untaken.drawing.placed import Flank, Look, PlacedPage
from untaken.drawing.sheet import Key, Link, Sheet

_ARROW = 13.0
_LANE = 2 * DISC + _ARROW
"""Left of the cards: room for a number and its arrow."""
_UNDER = 5.0
_APART = 16.0
_GUTTER = 18.0
_MOST_COLUMNS = 9
_DISCS_APART = 4.0


@dataclass(frozen=True)
class _Strand:
    """A tie with the lines into it; the first of a turning point, or what stands for it, has that on top."""

    head: Leaf | None
    tie: Leaf | None = None
    links: tuple[Link, ...] = ()

    @property
    def least(self) -> float:
        """The least width of both."""
        return max((leaf.least for leaf in (self.head, self.tie) if leaf), default=0.0)

    @property
    def over(self) -> float:
        """The room above it, beside that above any tie."""
        return _APART - _UNDER if self.head else 0.0

    def head_height(self, width: float) -> float:
        """The height of the turning point with the room round it."""
        return self.over + self.head.height(width) + _UNDER if self.head else 0.0

    def height(self, width: float) -> float:
        """The height of all; a tie is no lower than the numbers beside it."""
        high = self.head_height(width)
        if self.tie is None:
            return high - _UNDER
        numbers = self.tie.first_line + DISC + (len(self.links) - 1) * (2 * DISC + _DISCS_APART)
        return high + max(self.tie.height(width), numbers)


def all_ties_page(sheet: Sheet, papers: Sequence[Paper]) -> PlacedPage:
    """The ties of a whole history on that one of the papers on which their type is largest."""
    strands = _Strands(sheet)
    return max((strands.page(paper) for paper in papers), key=lambda page: page.scale)


@dataclass(frozen=True)
class _Strands:
    sheet: Sheet

    @cached_property
    def strands(self) -> list[_Strand]:
        """All ties, turning point by turning point."""
        return [strand for node in self.sheet.spine for strand in self._of(node)]

    def _of(self, node: str) -> list[_Strand]:
        head = Leaf(self.sheet.box((node,)), False)
        ties = [box for box in self.sheet.boxes if box.node == node and len(box.id) > 1]
        found = [
            _Strand(None if at else head, Leaf(box, False), tuple(self._arriving.get(box.id, ())))
            for at, box in enumerate(ties)
        ]
        return found or [_Strand(head)]

    @cached_property
    def _arriving(self) -> Mapping[Key, list[Link]]:
        found: dict[Key, list[Link]] = {}
        for link in self.sheet.links:
            found.setdefault(link.head, []).append(link)
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return {node: f"{at}" for at, node in enumerate(self.sheet.spine, 1)}

    @cached_property
    def _least(self) -> float:
        return max((strand.least for strand in self.strands), default=0.0)

    def page(self, paper: Paper) -> PlacedPage:
        """The page on one paper."""
        best = (0.0, 1)
        for count in range(1, min(_MOST_COLUMNS, len(self.strands)) + 1):
            best = max(best, (largest_scale(partial(self._fits, paper, count), paper), count))
        scale, count = best
        width = margins(self.sheet, paper, scale).room[0] / scale
        return finished(self.sheet, paper, scale, self._draft(width, count))

    def _fits(self, paper: Paper, count: int, scale: float) -> bool:
        wide, room = margins(self.sheet, paper, scale).room
        card = self._card(wide / scale, count)
        return card >= self._least and self._parted(card, count)[0] * scale <= room

    def _card(self, width: float, count: int) -> float:
        return round((width - _GUTTER * (count - 1)) / count - _LANE, 2)

    def _parted(self, card: float, count: int) -> tuple[float, list[int]]:
        return parted([each.height(card) for each in self.strands], count, _UNDER)

    def _draft(self, width: float, count: int) -> Draft:
        draft, card = Draft(), self._card(width, count)
        waiting = list(self.strands)
        for column, size in enumerate(self._parted(card, count)[1]):
            x, y = column * (card + _LANE + _GUTTER), -waiting[0].over
            for strand in waiting[:size]:
                self._place(draft, strand, x, y, card)
                y += strand.height(card) + _UNDER
            waiting = waiting[size:]
        return draft

    def _place(self, draft: Draft, strand: _Strand, x: float, y: float, width: float) -> None:
        """Put in a tie, with its turning point above it where it is the first."""
        if strand.head:
            box = strand.head.place(draft, x + _LANE, y + strand.over, width)
            number = self._numbers[strand.head.box.node]
            draft.boxes.append(disc(strand.head.box, number, x + DISC, box.y + strand.head.first_line, Look.DISC))
        if strand.tie:
            top = y + strand.head_height(width)
            strand.tie.place(draft, x + _LANE, top, width)
            for at, link in enumerate(strand.links):
                self._lead_in(draft, link, x, top + strand.tie.first_line + at * (2 * DISC + _DISCS_APART))

    def _lead_in(self, draft: Draft, link: Link, x: float, y: float) -> None:
        """The number of the turning point that a tie comes from, and an arrow from it."""
        origin = self.sheet.box(link.tail)
        draft.boxes.append(disc(origin, self._numbers[origin.node], x + DISC, y, Look.DISC_OFF))
        points = ((x + 2 * DISC, y), (x + _LANE, y))
        draft.connectors.append(connector(link, points, tail_side=Flank.RIGHT))
