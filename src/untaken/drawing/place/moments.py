"""The timeline: turning points one below the other, in as many columns as make the type largest. Lengths are in units.

Each has its date at the left; below it stands what happened, from which the spine goes on; beside it the roads not
taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft, bare
from untaken.drawing.place.fitting import largest_scale
from untaken.drawing.place.leaves import Leaf
from untaken.drawing.place.margins import margins
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.parting import parted
from untaken.drawing.place.setting import SetText
from untaken.drawing.placed import Flank, Placed, PlacedPage, Point
from untaken.drawing.sheet import Box, Link, Sheet, TextRole, words
from untaken.drawing.structure import Structure

_DATE_GAP = 12.0
_WIDEST_DATE = 84.0
_UNDER = 10.0
_APART = 26.0
_ROADS_APART = 6.0
_GUTTER = 40.0
_OVER = 26.0
"""Above the columns: room for the spine to come over from the column before."""
_LANE = 24.0
_FORK = 9.0
_MOST_COLUMNS = 8
_USUAL_WIDTH = 170.0
_CENTER = 0.57
"""The share of what happened in the room that it has together with the roads not taken."""


@dataclass(frozen=True)
class _Moment:
    title: Leaf
    when: SetText
    chosen: tuple[tuple[Leaf, Link], ...]
    roads: tuple[tuple[Leaf, Link], ...]

    def spine_height(self, width: float) -> float:
        return self.title.height(width) + sum(_UNDER + leaf.height(width) for leaf, _ in self.chosen)

    def roads_height(self, width: float) -> float:
        return sum(leaf.height(width) + _ROADS_APART for leaf, _ in self.roads)

    def height(self, center: float, side: float) -> float:
        return max(self.spine_height(center), self.roads_height(side) - _ROADS_APART)


def timeline_page(sheet: Sheet, papers: Sequence[Paper]) -> PlacedPage:
    """The turning points of a sheet on that one of the papers on which their type is largest."""
    timeline = _Timeline(Structure(sheet))
    return max((timeline.page(paper) for paper in papers), key=lambda page: page.scale)


def evenly(sheet: Sheet, count: int) -> list[int]:
    """How many of its turning points stand on each of at most so many pages that are about equally full."""
    moments = _Timeline(Structure(sheet)).moments
    return parted([each.height(_USUAL_WIDTH, _USUAL_WIDTH) for each in moments], count, _APART)[1]


@dataclass(frozen=True)
class _Timeline:
    structure: Structure

    @cached_property
    def moments(self) -> list[_Moment]:
        return [self._moment(node) for node in self.structure.sheet.spine]

    def _moment(self, node: str) -> _Moment:
        structure = self.structure
        box = structure.boxes[(node,)]
        options = [(Leaf(each, False), structure.arriving[each.id]) for each in structure.options[node]]
        return _Moment(
            Leaf(box, False),
            _date(box),
            tuple(each for each in options if each[0].box.history),
            tuple(each for each in options if not each[0].box.history),
        )

    @cached_property
    def _date_width(self) -> float:
        """That of the longest date, which is broken where it is very long."""
        longest = max((each.when.length for each in self.moments), default=0.0)
        return max(min(longest, _WIDEST_DATE), *(each.when.least for each in self.moments), 0.0) + _DATE_GAP

    @cached_property
    def _least(self) -> tuple[float, float]:
        center = max(max(each.title.least, *(leaf.least for leaf, _ in each.chosen), 0.0) for each in self.moments)
        return center, max((leaf.least for each in self.moments for leaf, _ in each.roads), default=0.0)

    def _split(self, width: float) -> tuple[float, float] | None:
        """The widths of what happened and of the roads beside it; none where their words need more."""
        room = width - self._date_width - _LANE
        center, side = self._least
        if room < center + side:
            return None
        shared = min(max(room * _CENTER, center), room - side)
        return round(shared, 2), round(room - shared, 2)

    def page(self, paper: Paper) -> PlacedPage:
        """The page on one paper."""
        sheet = self.structure.sheet
        best = (0.0, 1)
        for count in range(1, min(_MOST_COLUMNS, len(self.moments)) + 1):
            best = max(best, (largest_scale(partial(self._fits, paper, count), paper), count))
        scale, count = best
        width = margins(sheet, paper, scale).room[0] / scale
        return finished(sheet, paper, scale, self._draft(width, count))

    def _fits(self, paper: Paper, count: int, scale: float) -> bool:
        width, height = margins(self.structure.sheet, paper, scale).room
        split = self._split(self._column(width / scale, count))
        return split is not None and self._parted(split, count)[0] * scale <= height

    def _column(self, width: float, count: int) -> float:
        return (width - _GUTTER * (count - 1)) / count

    def _parted(self, split: tuple[float, float], count: int) -> tuple[float, list[int]]:
        high, sizes = parted([each.height(*split) for each in self.moments], count, _APART)
        return high + (_OVER + _APART if count > 1 else 0.0), sizes

    def _draft(self, width: float, count: int) -> Draft:
        draft, wide = Draft(), self._column(width, count)
        split = self._split(wide) or self._least
        at, low, before = 0, 0.0, None
        for number, size in enumerate(self._parted(split, count)[1]):
            x, y = number * (wide + _GUTTER), _OVER if count > 1 else 0.0
            for place, moment in enumerate(self.moments[at : at + size]):
                title, last = self._place(draft, moment, x, y, split)
                if before:
                    self._lead_on(draft, *before, title, None if place else (x - _GUTTER / 2, low))
                onward = self.structure.onward.get(moment.chosen[-1][1].head) if moment.chosen else None
                before = (last, onward) if onward else None
                low = y + moment.height(*split) + _APART / 2
                y += moment.height(*split) + _APART
            at += size
        return draft

    def _place(
        self, draft: Draft, moment: _Moment, x: float, y: float, split: tuple[float, float]
    ) -> tuple[Placed, Placed]:
        """Put in one turning point; gives its title and the last box of what happened."""
        center, side = split
        left = x + self._date_width
        title = last = moment.title.place(draft, left, y, center)
        middle = y + moment.title.first_line
        lines = moment.when.lines(x, middle - 8, self._date_width - _DATE_GAP)
        if lines:
            draft.boxes.append(bare(moment.title.box.id, "when", lines))
        for leaf, link in moment.chosen:
            box = leaf.place(draft, left, last.bottom + _UNDER, center)
            at = left + center / 2
            points = ((at, last.bottom), (at, box.y))
            draft.connectors.append(connector(link, points, arrow=False, into=Flank.TOP))
            last = box
        self._roads(draft, moment, title, left + center + _LANE, side)
        return title, last

    def _roads(self, draft: Draft, moment: _Moment, title: Placed, x: float, width: float) -> None:
        middle, y = title.y + moment.title.first_line, title.y
        start = (title.right, middle)
        for at, (leaf, link) in enumerate(moment.roads):
            box = leaf.place(draft, x, y, width)
            entry = box.y + leaf.first_line
            fork = (title.right + _FORK, entry)
            points = [start, (fork[0], start[1]), fork, (x, entry)] if at == 0 else [start, fork, (x, entry)]
            draft.connectors.append(connector(link, points, tail_side=Flank.RIGHT))
            start = fork
            y = box.bottom + _ROADS_APART

    def _lead_on(self, draft: Draft, last: Placed, link: Link, title: Placed, over: Point | None) -> None:
        """The spine from one turning point to the next; where that begins a column, over the point between them."""
        out, into = last.x + last.width / 2, title.x + title.width / 2
        points = [(out, last.bottom), (into, title.y)]
        if over is not None:
            (gutter, low), high = over, title.y - _OVER + 4
            points = [(out, last.bottom), (out, low), (gutter, low), (gutter, high), (into, high), (into, title.y)]
        draft.connectors.append(connector(link, points, into=Flank.TOP))


def _date(box: Box) -> SetText:
    return SetText([words(box.when, TextRole.WHEN)] if box.when else [])
