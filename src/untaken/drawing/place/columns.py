"""A decision with its options below it: one column, or several beside each other. Lengths are in units.

The header is as wide as the column. Its options are indented by a lane, in which the connectors run down to them; no
other connector ever enters a lane, so none cross. What an option would have led to hangs below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.leaves import Leaf
from untaken.drawing.place.options import LANE, OptionBlock
from untaken.drawing.place.parting import parted
from untaken.drawing.place.stepped import Narrowest
from untaken.drawing.placed import Placed, Point
from untaken.drawing.sheet import Link, LinkKind

FORK = 5.0
"""From the left side of a lane to the connector that runs down it."""
UNDER = 8.0
"""Between a decision and its first option."""
APART = 15.0
"""Between two options: room for the word "or" astride the border."""
BESIDE = 6.0
"""Between one sub-column and the lane of the next."""
BESIDE_NEUTRAL = 13.0
BUS = 5.0
"""From an option that is as wide as its column down to the connector that runs over several sub-columns."""
UNDER_BUS = 13.0
CHANNEL = 7.0
"""From a decision down to where what happened may run over sub-columns, and from there to the connector below it."""
MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class ColumnWay:
    """The way out of the option that leads on to the next column: from its right side, or over other sub-columns.

    `step` is the one at which it is told.
    """

    link: Link
    points: tuple[Point, ...]
    bridged: bool = False
    step: int = 0


class ColumnBlock:
    """A decision and its options. `lead` is the place of the option that leads on to the next column, if one does.

    It stands first, as wide as the column; in a `neutral` column at its own place, and all stand alike. Where it
    `is_single`, its options stand one below the other, however wide it is.
    """

    def __init__(
        self, header: Leaf, options: Sequence[OptionBlock], lead: int | None, neutral: bool, is_single: bool = False
    ) -> None:
        self.header, self.neutral = header, neutral
        self._most = 1 if is_single else MOST_COLUMNS
        self.led = lead is not None and not neutral
        self.options = list(options)
        self.lead = lead
        if lead is not None and not neutral:
            self.options.insert(0, self.options.pop(lead))
            self.lead = 0
        self._widest = max((each.least for each in self._spread), default=0.0)
        self.least = max(header.least, LANE + max((each.least for each in self.options), default=0.0))
        self._stacks: dict[float, tuple[float, list[int]]] = {}
        self._heights: dict[float, float] = {}
        self._narrowest = Narrowest(self.least, self.height)

    @property
    def _spread(self) -> list[OptionBlock]:
        """The options that can stand in sub-columns."""
        return self.options[1:] if self.led else self.options

    @property
    def beside(self) -> float:
        return BESIDE_NEUTRAL if self.neutral else BESIDE

    def option_width(self, width: float, count: int) -> float:
        return (width - self.beside * (count - 1)) / count - LANE

    def stack(self, width: float) -> tuple[float, list[int]]:
        """The height of all below the header, and how many options stand in each sub-column, for the lowest."""
        found = self._stacks.get(width)
        if found is None:
            found = self._stacks[width] = min(self._arrangements(width), key=lambda each: each[0] + 2 * len(each[1]))
        return found

    def _arrangements(self, width: float) -> list[tuple[float, list[int]]]:
        spread = self._spread
        found = [self._arranged(width, 1)]
        for count in range(2, min(self._most, len(spread)) + 1):
            if self.option_width(width, count) < self._widest:
                break
            found.append(self._arranged(width, count))
        return found

    def _arranged(self, width: float, count: int) -> tuple[float, list[int]]:
        spread, wide = self._spread, self.option_width(width, count)
        top = UNDER + (self.options[0].height(width - LANE) if self.led else 0.0)
        if not spread:
            return top, []
        if self.neutral:
            # Options that are not told apart yet have equal room below them, whatever will hang there.
            tails = [each.below_height(wide) for each in spread]
            high, groups = parted([each.card.height(wide) for each in spread], count, APART + max(tails))
            high += max(tails[end - 1] for end in _ends(groups))
        else:
            high, groups = parted([each.height(wide) for each in spread], count, APART)
        return top + self.over(len(groups)) + high, groups

    def over(self, count: int) -> float:
        """The room over the sub-columns, for the connector that runs to them."""
        if count == 1:
            return APART if self.led else 0.0
        if self.led:
            return BUS + UNDER_BUS
        return 2 * CHANNEL + UNDER_BUS if self.neutral else BUS + UNDER_BUS - UNDER

    def height(self, width: float) -> float:
        """The height of the whole."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self.header.height(width) + self.stack(width)[0]
        return found

    def narrowest(self, height: float, widest: float) -> float | None:
        """The least width, in steps, at which it is no higher; None where that is wider than `widest`."""
        return self._narrowest.within(height, max(widest, self.least))

    def place(self, draft: Draft, x: float, y: float, width: float) -> ColumnWay | None:
        """Put it into a draft, from the upper left corner on; gives the way on from the lead."""
        header = self.header.place(draft, x, y, width)
        return self.place_options(draft, header, width)

    def place_options(self, draft: Draft, header: Placed, width: float) -> ColumnWay | None:
        """Put the options below a header that has its place."""
        return _Placing(self, draft, header, width, self.stack(width)[1]).run()


def _ends(groups: Sequence[int]) -> list[int]:
    return [sum(groups[: at + 1]) for at in range(len(groups))]


class _Placing:
    """Puts the options of one column into a draft, and draws the comb of connectors to them."""

    def __init__(self, column: ColumnBlock, draft: Draft, header: Placed, width: float, groups: list[int]) -> None:
        self.column, self.draft, self.header, self.width, self.groups = column, draft, header, width, groups
        self.fork = (header.x + FORK, header.bottom)
        self.way: ColumnWay | None = None

    def run(self) -> ColumnWay | None:
        column, top, spread = self.column, self.header.bottom + UNDER, list(self.column.options)
        left, trunk, is_first = self.header.x, self.fork, True
        if column.led:
            lead = spread.pop(0)
            card = lead.place(self.draft, left + LANE, top, self.width - LANE, True)
            trunk = self._branch(lead, card, [self.fork])
            self._lead(lead, card, True)
            top, is_first = top + lead.height(self.width - LANE), False
        wide = column.option_width(self.width, max(1, len(self.groups)))
        bus = top + BUS if column.led else self.header.bottom + (2 * CHANNEL if column.neutral else BUS)
        top += column.over(len(self.groups))
        tails = [each.below_height(wide) for each in spread]
        held, at = max(tails, default=0.0) if column.neutral else None, 0
        for number, size in enumerate(self.groups):
            x = left + number * (wide + LANE + column.beside)
            start = trunk
            if number:
                start = (x + FORK, bus)
                before = (x - wide - LANE - column.beside + FORK, bus)
            down = top
            for place, option in enumerate(spread[at : at + size]):
                card = option.place(self.draft, x + LANE, down, wide, is_first and not number and not place)
                lead_in = [before, start] if number and not place else [start]
                start = self._branch(option, card, lead_in)
                if column.lead is not None and option is column.options[column.lead]:
                    self._lead(option, card, number == len(self.groups) - 1)
                down = card.bottom + APART + (option.below_height(wide) if held is None else held)
            at += size
        return self.way

    def _branch(self, option: OptionBlock, card: Placed, start: list[Point]) -> Point:
        """The connector from the comb into an option; gives the point at which the comb goes on."""
        y = card.y + option.card.first_line
        turn = (start[-1][0], y)
        if option.link is None:
            return turn
        points = [*start, turn, (card.x, y)]
        box = option.card.box
        if not self.column.neutral:
            self.draft.connectors.append(connector(option.link, points, arrow=option.link.kind is not LinkKind.HISTORY))
            return turn
        plain = replace(option.link, kind=LinkKind.UNTAKEN)
        until = box.revealed if box.history else None
        self.draft.connectors.append(connector(plain, points, step=box.step, until=until))
        if box.history:
            joint = [self.fork]
            if len(self.groups) > 1 and turn[0] != self.fork[0]:
                bus = self.header.bottom + 2 * CHANNEL
                joint = [self.fork, (self.fork[0], bus), (turn[0], bus)]
            full = [*joint, turn, (card.x, y)]
            self.draft.connectors.append(connector(option.link, full, arrow=False, step=box.revealed))
        return turn

    def _lead(self, option: OptionBlock, card: Placed, is_last: bool) -> None:
        if option.onward is None:
            return
        y = card.y + option.card.first_line
        points: tuple[Point, ...] = ((card.right, y),)
        if not is_last:
            x = card.right + 0.45 * BESIDE_NEUTRAL
            points = ((card.right, y), (x, y), (x, self.header.bottom + CHANNEL))
        self.way = ColumnWay(option.onward, points, not is_last, option.onward.step if self.column.neutral else 0)
