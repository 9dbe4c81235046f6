"""Stages with things that can be pointed at and chosen: by arrows, by numbers, by a mouse."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from untaken.faces.screen.digits import MOST_AT_ONCE, Digits
from untaken.faces.screen.pointing import Sight, Stripe, pointed
from untaken.faces.screen.rows import Prose
from untaken.faces.screen.stage import Stage
from untaken.history.session import Session
from untaken.telling.phrases import asking, screens


class Pointable(Prose, can_focus=True):
    """Something that is chosen. The first click points at it, the next one chooses: nobody does by accident."""

    def __init__(self, number: int, choose: Callable[[int], None], classes: str = "") -> None:
        super().__init__((), classes=classes)
        self.number = number
        self._choose = choose
        self.is_armed = False

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self.is_armed:
            self._choose(self.number)
        self.is_armed = True

    def on_blur(self) -> None:
        self.is_armed = False


class WayList(Stage):
    """A stage with things to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"digit({digit})", f"choose {digit}", show=False) for digit in range(10)
    ]
    nothing_pointed = screens.POINT_OR_PRESS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._digits = Digits()

    @property
    def cards(self) -> list[Pointable]:
        """What can be pointed at, in its order."""
        return list(self.query(Pointable))

    def choose(self, number: int) -> None:
        """Take what has this number."""

    def action_forward(self) -> None:
        self._point(1)

    def action_backward(self) -> None:
        self._point(-1)

    def _point(self, step: int) -> None:
        """Point at the next card that way; but first bring into sight what is hidden on the way there."""
        self.say()
        self._digits = Digits()
        cards, text = self.cards, self.text
        at = next((place for place, card in enumerate(cards) if card is self.focused), None)
        seen = text.scrollable_content_region.height
        sight = Sight(round(text.scroll_target_y), seen, text.virtual_size.height, step)
        bands = [Stripe(card.virtual_region.y, card.virtual_region.bottom) for card in cards]
        following, top = pointed(at, sight, bands)
        if following is not None and following != at:
            # At once: Enter may come before `following.focus()` would take effect.
            self.set_focus(cards[following], scroll_visible=False)
        text.scroll_to(y=top, animate=False, immediate=True)

    def action_enter(self) -> None:
        if isinstance(self.focused, Pointable):
            self._choose(self.focused.number)
        else:
            self.enter_alone()

    def enter_alone(self) -> None:
        """What Enter does while nothing is pointed at."""
        self.say(self.nothing_pointed)

    def action_digit(self, digit: int) -> None:
        """Choose by a number; of more than have a digit each, point."""
        cards = {card.number: card for card in self.cards}
        if len(cards) <= MOST_AT_ONCE:
            self._choose(digit)
            return
        number = self._digits.press(digit, cards)
        if number in cards:
            self.set_focus(cards[number], scroll_visible=False)
            self.text.scroll_to_widget(cards[number], animate=False)
            self.say(asking.enter_chooses(number, cards))
        else:
            self._choose(number)

    def _choose(self, number: int) -> None:
        # A second click may come while the first one is heard.
        if self.is_active:
            self.choose(number)
