"""An option, or a branch that somebody picks, as a card that can be pointed at and chosen."""

from collections.abc import Callable

from untaken.faces.screen.listing import Pointable
from untaken.faces.screen.painting import card_rows
from untaken.faces.screen.rows import Row
from untaken.telling.reasons import Depth
from untaken.telling.walk.scene import Offer


class Card(Pointable):
    """A way on."""

    def __init__(self, shown: Offer, choose: Callable[[int], None], happened: bool = False) -> None:
        super().__init__(shown.number, choose, "closed" if shown.closed else "open")
        self.shown = shown
        self.depth = Depth.CLAIMS
        self.happened = happened

    def paragraphs(self) -> tuple[Row, ...]:
        return tuple(card_rows(self.shown, self.depth, self.happened, self.has_focus))

    def unfold(self, unfolded: bool) -> None:
        """Say more or less of the arguments."""
        self.depth = Depth.PINS if unfolded else Depth.CLAIMS
        self.refresh(layout=True)
