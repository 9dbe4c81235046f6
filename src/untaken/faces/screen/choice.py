"""A decision, or a chance node at which somebody says what falls: the question and its cards."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from untaken.faces.screen.cards import Card
from untaken.faces.screen.digits import MOST_AT_ONCE, Digits
from untaken.faces.screen.keys import ARGUMENTS, BACK, HELP, LEAVE, MAP, MOVE, SOURCES, Key
from untaken.faces.screen.overlays import Paper
from untaken.faces.screen.painting import head_rows
from untaken.faces.screen.pointing import Band, Sight, pointed
from untaken.faces.screen.rows import Prose, Row
from untaken.faces.screen.sources import argument_sources
from untaken.faces.screen.stage import Stage
from untaken.history import Refusal, Way
from untaken.history.session import Session
from untaken.telling.phrases import places
from untaken.telling.walk.scene import scene


class ChoiceStage(Stage):
    """A decision, or, where somebody says what falls, a chance node: cards, one of which is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"digit({digit})", f"choose {digit}", show=False) for digit in range(10)
    ]

    def __init__(self, session: Session, take: Callable[[Way], None]) -> None:
        super().__init__(session)
        self._take = take
        self.scene = scene(session.walk, session.told)
        self.unfolded = False
        self._digits = Digits()

    def body(self) -> Iterator[Widget]:
        yield Prose(self._head(), id="page")
        history = self.session.walk.here.history
        marked = history.id if history and self.session.told else ""
        for shown in self.scene.cards:
            yield Card(shown, self._choose, shown.id == marked)

    def keys(self) -> Iterable[Key]:
        is_decision = self.scene.kind == places.DECISION
        choose = "chooses" if is_decision else "says what falls"
        # Nobody argues for or against what nobody decides.
        argued = (ARGUMENTS, SOURCES) if is_decision else ()
        return (MOVE, Key("Enter", choose, "enter"), *argued, MAP, BACK, HELP, LEAVE)

    @property
    def cards(self) -> list[Card]:
        return list(self.query(Card))

    def _head(self) -> tuple[Row, ...]:
        return tuple(head_rows(self.scene, self.unfolded))

    def action_arguments(self) -> None:
        """All arguments with their pins, or again as many under each way."""
        self.unfolded = not self.unfolded
        self.query_one("#page", Prose).show(self._head())
        for card in self.cards:
            card.unfold(self.unfolded)
        if isinstance(self.focused, Card):
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def action_sources(self) -> None:
        pointed = [self.focused.shown] if isinstance(self.focused, Card) else self.scene.cards
        self.app.push_screen(Paper("Sources", argument_sources(self.session.walk.here.point, pointed)))

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
        bands = [Band(card.virtual_region.y, card.virtual_region.bottom) for card in cards]
        following, top = pointed(at, sight, bands)
        if following is not None and following != at:
            # At once: Enter may come before `following.focus()` would take effect.
            self.set_focus(cards[following], scroll_visible=False)
        text.scroll_to(y=top, animate=False, immediate=True)

    def action_enter(self) -> None:
        if isinstance(self.focused, Card):
            self._choose(str(self.focused.shown.number))
        else:
            self.say("Point at a way with the arrow keys, or press its number.")

    def action_digit(self, digit: int) -> None:
        """Choose a way by its number; of more ways than have a digit each, point at it."""
        cards = {card.shown.number: card for card in self.cards}
        if len(cards) <= MOST_AT_ONCE:
            self._choose(str(digit))
            return
        number = self._digits.press(digit, cards)
        if number in cards:
            self.set_focus(cards[number], scroll_visible=False)
            self.text.scroll_to_widget(cards[number], animate=False)
            self.say(f"Enter chooses {number}; a further digit may follow.")
        else:
            self._choose(str(number))

    def _choose(self, number: str) -> None:
        """Take the way with this number, or say why that cannot be."""
        if not self.is_active:
            # A second click came while the first one was heard.
            return
        way = self.session.walk.understand(number)
        if isinstance(way, Refusal):
            message = f"{way.message[0].upper()}{way.message[1:]}"
            self.say(f"{message}; {way.help}." if way.help else f"{message}.")
        else:
            self._take(way)
