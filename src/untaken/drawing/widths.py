"""How wide each card is, so that the cards of a row are equally high, or those of a column fill it.

A card with nine arguments beside one with a single argument wastes most of a row when both are equally wide. Estimated
from measured text; the exact wrapping and the final sizes come later.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

NARROWEST = 110.0
NARROWEST_WITH_CLAIMS = 150.0
"""How narrow the text of a card may be, in points: below that a claim becomes a column of single words."""
GAP = 40.0
"""Between the texts of two cards of a row: margins, borders and the space between them, in points."""

# Lines are not filled to the last letter.
_FILLED = 0.92


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a card, in points: the length of its text on one line, the height of a line, its indentation."""

    length: float
    line: float
    indent: float = 0.0

    def height(self, width: float) -> float:
        return self.line * math.ceil(max(self.length, 1.0) / (_FILLED * max(width - self.indent, 40.0)))


Blocks = Sequence[Block]


def height(blocks: Blocks, width: float) -> float:
    """The height of a card's text at a width."""
    return sum(block.height(width) for block in blocks)


def for_row(cards: Sequence[Blocks], span: float) -> list[float]:
    """Widths that together fill `span` and make the cards of a row nearly equally high."""
    room = max(span - GAP * (len(cards) - 1), sum(map(_least_width, cards)))
    tallest = max((height(card, _least_width(card)) for card in cards), default=0.0)
    least = _smallest(lambda limit: sum(_narrowest(card, limit, room) for card in cards) <= room, 0.0, tallest)
    return [_narrowest(card, least, room) for card in cards]


def for_column(cards: Sequence[Blocks], span: float) -> list[float]:
    """One width for all cards of a column, the narrowest at which they are together no higher than `span`."""
    room = span - GAP * (len(cards) - 1)
    width = _smallest(
        lambda width: sum(height(card, width) for card in cards) <= room,
        max(map(_least_width, cards), default=NARROWEST),
        700.0,
    )
    return [width] * len(cards)


def _narrowest(blocks: Blocks, limit: float, widest: float) -> float:
    """The narrowest width at which a card is no higher than `limit`."""
    return _smallest(lambda width: height(blocks, width) <= limit, _least_width(blocks), widest)


def _least_width(blocks: Blocks) -> float:
    return NARROWEST_WITH_CLAIMS if any(block.indent for block in blocks) else NARROWEST


def _smallest(holds: Callable[[float], bool], low: float, high: float) -> float:
    """The smallest number from `low` to `high`, to a point, for which `holds`; `high` where it holds for none."""
    if holds(low):
        return low
    while high - low > 1.0:
        middle = (low + high) / 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


def columns(blocks: Iterable[Block], count: int, width: float) -> list[int]:
    """How many blocks go into each of at most `count` columns of this width, in order, for nearly equal heights."""
    heights = [block.height(width) for block in blocks]
    fair = sum(heights) / count
    sizes = [0] * count
    at, filled = 0, 0.0
    for each in heights:
        if filled + each / 2 > fair and at < count - 1:
            at, filled = at + 1, 0.0
        sizes[at] += 1
        filled += each
    return [size for size in sizes if size]
