"""One turning point between what it hangs on, above it, and what hangs on it, below. Lengths are in units.

The ties of a side are cards in as many columns as make the type largest. Each has a line of its own, which runs beside
its column: that of the card farthest from the turning point runs farthest out, so that none crosses another.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.fitting import largest_scale
from untaken.drawing.place.leaves import Leaf
from untaken.drawing.place.margins import margins
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.parting import parted
from untaken.drawing.placed import Flank, Placed, PlacedPage
from untaken.drawing.sheet import Key, Link, Sheet
from untaken.telling.phrases.ties import ABOVE, BELOW

_GUTTER = 16.0
_STEP = 8.0
"""Between two lines side by side."""
_APART = 10.0
_ROOM = 22.0
"""Between the turning point and its ties: room for the arrows that come into it."""
_MOST_COLUMNS = 5


@dataclass(frozen=True)
class _Columns:
    """The cards of one side in so many columns, `width` units wide together."""

    leaves: Sequence[Leaf]
    count: int
    width: float

    @cached_property
    def _groups(self) -> tuple[float, list[int]]:
        """The height of the highest column and how many cards each has; no columns where a word needs more room."""
        for most in range(1, len(self.leaves) + 1):
            wide = self.card_width(most)
            if wide < max(leaf.least for leaf in self.leaves):
                break
            high, sizes = parted([leaf.height(wide) for leaf in self.leaves], self.count, _APART)
            if max(sizes) <= most:
                return high, sizes
        return 0.0, []

    def card_width(self, most: int) -> float:
        """The width of a card where no column has more than so many."""
        column = (self.width - _GUTTER * (self.count - 1)) / self.count
        return round(column - _STEP * (most + 1), 2)

    @property
    def height(self) -> float | None:
        """The height of the highest; none where they are too narrow."""
        high, sizes = self._groups
        return high if sizes else None

    def place(self, draft: Draft, y: float) -> list[tuple[Leaf, Placed, float]]:
        """Put the cards in; gives for each the way out from it: how far its line has to run beside its column."""
        sizes = self._groups[1]
        most = max(sizes)
        wide = self.card_width(most)
        found: list[tuple[Leaf, Placed, float]] = []
        waiting = list(self.leaves)
        for column, size in enumerate(sizes):
            x, down = column * (wide + _STEP * (most + 1) + _GUTTER) + _STEP * (most + 1), y
            for leaf in waiting[:size]:
                box = leaf.place(draft, x, down, wide)
                found.append((leaf, box, x))
                down = box.bottom + _APART
            waiting = waiting[size:]
        return found


def ties_pages(sheet: Sheet, papers: Sequence[Paper], least: float = 0.0) -> list[tuple[Sheet, PlacedPage]]:
    """A turning point with its ties, each page on that one of the papers on which its type is largest.

    Where no type on one page is as large as `least` points, what it hangs on and what hangs on it stand on pages of
    their own, and again on as many as that needs.
    """
    whole = _page(sheet, papers)
    if whole.smallest >= least:
        return [(sheet, whole)]
    above, below = _Around(sheet).sides
    found: list[tuple[Sheet, PlacedPage]] = []
    for cards, named in ((above, ABOVE), (below, BELOW)):
        found += _enough(replace(sheet, subtitle=named), [leaf.box.id for leaf in cards], papers, least)
    return found


def _page(sheet: Sheet, papers: Sequence[Paper]) -> PlacedPage:
    around = _Around(sheet)
    return max((around.page(paper) for paper in papers), key=lambda page: page.scale)


def _enough(
    sheet: Sheet, cards: Sequence[Key], papers: Sequence[Paper], least: float
) -> list[tuple[Sheet, PlacedPage]]:
    """As few pages for these cards as keep their type large enough; one for each where none does."""
    for count in range(1, len(cards) + 1):
        size = math.ceil(len(cards) / count)
        parts = [_part(sheet, cards[at : at + size]) for at in range(0, len(cards), size)]
        pages = [(part, _page(part, papers)) for part in parts]
        if all(page.smallest >= least for _, page in pages):
            break
    return pages


def _part(sheet: Sheet, cards: Sequence[Key]) -> Sheet:
    """The turning point with these of its ties."""
    kept = {(sheet.spine[0],), *cards}
    boxes = tuple(box for box in sheet.boxes if box.id in kept)
    return replace(sheet, boxes=boxes, links=tuple(each for each in sheet.links if {each.tail, each.head} <= kept))


@dataclass(frozen=True)
class _Around:
    sheet: Sheet

    @cached_property
    def _center(self) -> Leaf:
        return Leaf(self.sheet.box((self.sheet.spine[0],)), False)

    @cached_property
    def sides(self) -> tuple[list[Leaf], list[Leaf]]:
        """The cards above the turning point, and those below it."""
        at = [box.id for box in self.sheet.boxes].index(self._center.box.id)
        leaves = [Leaf(box, False) for box in self.sheet.boxes if box is not self._center.box]
        return leaves[:at], leaves[at:]

    @cached_property
    def _links(self) -> dict[tuple[str, ...], Link]:
        """The line of each card."""
        return {link.head if link.tail == self._center.box.id else link.tail: link for link in self.sheet.links}

    def page(self, paper: Paper) -> PlacedPage:
        """The page on one paper."""
        counts = [range(1, min(_MOST_COLUMNS, max(1, len(leaves))) + 1) for leaves in self.sides]
        best = (0.0, (1, 1))
        for above in counts[0]:
            for below in counts[1]:
                if self._fits(paper, (above, below), best[0] * 1.001 or 1e-4):
                    scale = largest_scale(partial(self._fits, paper, (above, below)), paper)
                    best = max(best, (scale, (above, below)))
        scale, both = best
        width = margins(self.sheet, paper, scale).room[0] / scale
        return finished(self.sheet, paper, scale, self._draft(width, both))

    def _columns(self, width: float, counts: tuple[int, int]) -> list[_Columns]:
        return [_Columns(leaves, count, width) for leaves, count in zip(self.sides, counts, strict=True)]

    def _fits(self, paper: Paper, counts: tuple[int, int], scale: float) -> bool:
        wide, room = margins(self.sheet, paper, scale).room
        width = wide / scale
        high = self._center.height(width)
        for columns in self._columns(width, counts):
            if columns.leaves:
                side = columns.height
                if side is None:
                    return False
                high += side + _ROOM
        return high * scale <= room

    def _draft(self, width: float, counts: tuple[int, int]) -> Draft:
        draft = Draft()
        above, below = self._columns(width, counts)
        top = (above.height or 0.0) + _ROOM if above.leaves else 0.0
        earlier = above.place(draft, 0.0) if above.leaves else []
        center = self._center.place(draft, 0.0, top, width)
        later = below.place(draft, center.bottom + _ROOM) if below.leaves else []
        self._lead_in(draft, earlier, center)
        self._lead_out(draft, later, center)
        return draft

    def _lead_in(self, draft: Draft, cards: list[tuple[Leaf, Placed, float]], center: Placed) -> None:
        """A line from each card down into the turning point; that of the highest one is outermost."""
        for at, (leaf, box, left) in enumerate(cards):
            if link := self._links.get(box.key):
                beneath = sum(other == left for _, _, other in cards[at + 1 :])
                x, y = left - _STEP * (beneath + 1), box.y + leaf.first_line
                points = ((box.x, y), (x, y), (x, center.y))
                draft.connectors.append(connector(link, points, tail_side=Flank.LEFT, into=Flank.TOP))

    def _lead_out(self, draft: Draft, cards: list[tuple[Leaf, Placed, float]], center: Placed) -> None:
        """A line from the turning point down to each card; that of the lowest one is outermost."""
        for at, (leaf, box, left) in enumerate(cards):
            if link := self._links.get(box.key):
                over = sum(other == left for _, _, other in cards[:at])
                x, y = left - _STEP * (over + 1), box.y + leaf.first_line
                draft.connectors.append(connector(link, ((x, center.bottom), (x, y), (box.x, y))))
