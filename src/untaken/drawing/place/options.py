"""An option and what hangs below it: an outcome, or in words where it would lead. Lengths are in units."""

from dataclasses import dataclass
from typing import Protocol

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.leaves import PILL_HEIGHT, Leaf, either, pill, pill_width
from untaken.drawing.placed import Flank, Placed
from untaken.drawing.sheet import Box, Link

LANE = 15.0
"""How far options are indented from their decision, and consequences from their option."""
BELOW = 6.0
"""Between an option and what hangs on it."""
ELBOW = 6.0
"""From an option's left side to the connector that runs down from it."""


class Hanging(Protocol):
    """Whatever can hang below an option."""

    @property
    def least(self) -> float:
        """The least width that it can be put in."""
        ...

    def height(self, width: float) -> float:
        """How high it is at a width."""
        ...

    def hang(self, draft: Draft, option: "OptionBlock", card: Placed, x: float, y: float, width: float) -> None:
        """Put it into a draft, with the connector from its option."""
        ...


class PillBlock:
    """Where an option would lead, below it: there it takes no room that would tell anything before."""

    def __init__(self, box: Box, text: str, step: int) -> None:
        self._box, self._text, self._step = box, text, step
        self.least = pill_width(text)

    def height(self, width: float) -> float:
        """Its height."""
        return PILL_HEIGHT

    def hang(self, draft: Draft, option: "OptionBlock", card: Placed, x: float, y: float, width: float) -> None:
        """Put it below its option."""
        draft.boxes.append(pill(self._box, self._text, x, y, self._step))


class OutcomeBlock:
    """An outcome below the option that would have led to it."""

    def __init__(self, leaf: Leaf) -> None:
        self._leaf = leaf
        self.least = leaf.least

    def height(self, width: float) -> float:
        """Its height at a width."""
        return self._leaf.height(width)

    def hang(self, draft: Draft, option: "OptionBlock", card: Placed, x: float, y: float, width: float) -> None:
        """Put it into a draft, with an elbow from its option's lower side into its first line."""
        placed = self._leaf.place(draft, x, y, width)
        option.elbow(draft, card, placed, y + self._leaf.first_line)


@dataclass(frozen=True)
class OptionBlock:
    """An option and what hangs below it. `link` comes from its decision, if one does; `onward` goes on from it."""

    card: Leaf
    link: Link | None
    onward: Link | None
    below: Hanging | None

    @property
    def least(self) -> float:
        """Its least width."""
        return max(self.card.least, self.below.least + LANE if self.below else 0.0)

    def below_height(self, width: float) -> float:
        """The height of what hangs below it, with the gap."""
        return BELOW + self.below.height(width - LANE) if self.below else 0.0

    def height(self, width: float) -> float:
        """The height of the whole."""
        return self.card.height(width) + self.below_height(width)

    def place(self, draft: Draft, x: float, y: float, width: float, is_first: bool) -> Placed:
        """Put it into a draft; gives the option's own box."""
        card = self.card.place(draft, x, y, width)
        if not is_first and self.link:
            draft.boxes.append(either(self.card.box, x + 12, y, self.card.shown))
        if self.below:
            self.below.hang(draft, self, card, x + LANE, card.bottom + BELOW, width - LANE)
        return card

    def elbow(self, draft: Draft, card: Placed, placed: Placed, y: float) -> None:
        """The connector from an option's lower side down and into the left side of what hangs on it."""
        assert self.onward is not None
        x = card.x + ELBOW
        points = ((x, card.bottom), (x, y), (placed.x, y))
        draft.connectors.append(connector(self.onward, points, tail_side=Flank.BOTTOM, step=placed.step))
