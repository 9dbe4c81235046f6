"""An option, or a branch that somebody picks, as a card that can be pointed at and chosen."""

from collections.abc import Callable

from textual import events

from untaken.faces.screen.painting import card_rows
from untaken.faces.screen.rows import Prose, Row
from untaken.telling.reasons import Depth
from untaken.telling.walk.scene import Offer


class Card(Prose, can_focus=True):
    """A card. The first click points at it, the next one chooses: nobody chooses by accident."""

    def __init__(self, shown: Offer, choose: Callable[[str], None], happened: bool = False) -> None:
        super().__init__((), classes="closed" if shown.closed else "open")
        self.shown = shown
        self._choose = choose
        self.depth = Depth.CLAIMS
        self.happened = happened
        self.is_armed = False

    def paragraphs(self) -> tuple[Row, ...]:
        return tuple(card_rows(self.shown, self.depth, self.happened, self.has_focus))

    def unfold(self, unfolded: bool) -> None:
        """Say more or less of the arguments."""
        self.depth = Depth.PINS if unfolded else Depth.CLAIMS
        self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self.is_armed:
            self._choose(str(self.shown.number))
        self.is_armed = True

    def on_blur(self) -> None:
        self.is_armed = False
