"""Which card the arrow keys point at, and how far the text scrolls for it: whoever presses one of them long enough has
seen every line and pointed at every card.

All measures are lines of the text, counted from its top.
"""

from collections.abc import Sequence
from dataclasses import dataclass

STRIDE = 2
"""How many lines an arrow key scrolls."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """The lines that a card has: the first one, and the one behind the last."""

    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a text: so many lines from `top` on, of `length` in all. `step` is 1 for down, -1 for up."""

    top: int
    height: int
    length: int
    step: int

    def scrolled(self) -> "Sight":
        """What is seen a stride further, as far as the text goes."""
        top = min(max(self.top + STRIDE * self.step, 0), max(self.length - self.height, 0))
        return Sight(top, self.height, self.length, self.step)

    def holds_far_end(self, card: Stripe) -> bool:
        """Whether nothing of a card still lies ahead, out of sight."""
        return card.bottom <= self.top + self.height if self.step > 0 else card.top >= self.top

    def holds_near_end(self, card: Stripe) -> bool:
        """Whether a card has come into sight: two lines of it, or all that it has."""
        near = card.top < self.top + self.height - 1 if self.step > 0 else card.bottom > self.top + 1
        return near or self.holds_far_end(card)

    def is_past(self, card: Stripe) -> bool:
        """Whether a card begins behind what is seen, for somebody on the way."""
        return card.top < self.top if self.step > 0 else card.bottom > self.top + self.height

    def nearest_whole(self, card: Stripe) -> int:
        """The nearest first line with which a card is seen whole, or, where it is too tall, from its near end on."""
        if self.step > 0:
            return min(max(self.top, card.bottom - self.height), card.top)
        return max(min(self.top, card.top), card.bottom - self.height)


def pointed(at: int | None, sight: Sight, cards: Sequence[Stripe]) -> tuple[int | None, int]:
    """What an arrow key leads to: the place of the card that is pointed at, None for none, and the first line in sight.

    `at` is the place of the card that is pointed at now. What is hidden on the way comes into sight first: no card is
    left before its far end was seen, and none is pointed at before it has come into sight.
    """
    following = _following(at, sight, cards)
    for seen in (sight, sight.scrolled()):
        left = at is None or seen.holds_far_end(cards[at])
        if left and following is not None and seen.holds_near_end(cards[following]):
            return following, seen.nearest_whole(cards[following])
    return at, sight.scrolled().top


def _following(at: int | None, sight: Sight, cards: Sequence[Stripe]) -> int | None:
    """The next card that way; of somebody who points at nothing in sight, the first one that is not behind it."""
    places = range(len(cards)) if sight.step > 0 else range(len(cards) - 1, -1, -1)
    ahead = [place for place in places if at is None or (place - at) * sight.step > 0]
    lost = at is None or _is_behind(cards[at], sight)
    return next((place for place in ahead if not (lost and sight.is_past(cards[place]))), None)


def _is_behind(card: Stripe, sight: Sight) -> bool:
    return card.bottom <= sight.top if sight.step > 0 else card.top >= sight.top + sight.height
