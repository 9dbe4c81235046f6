"""A chance node at which the dice decide: a roll of a second, which any further Enter cuts short."""

from collections.abc import Callable, Iterable, Iterator

from textual.timer import Timer

from untaken.faces.screen.keys import BACK, HELP, LEAVE, MAP, Keystroke
from untaken.faces.screen.painting import head_rows
from untaken.faces.screen.rows import BLANK, Prose, Row, row
from untaken.faces.screen.stage import Stage
from untaken.history.session import Session
from untaken.telling.phrases import places, screens
from untaken.telling.walk.scene import scene

_BLINK = 0.12
_BLINKS = 8


class DiceStage(Stage):
    """A chance node at which the dice decide."""

    def __init__(self, session: Session, fall: Callable[[], None]) -> None:
        super().__init__(session)
        self._fall = fall
        self.scene = scene(session.walk, tells=session.tells)
        self.rolling: Timer | None = None
        self.shown = 0

    def paragraphs(self) -> Iterator[Row]:
        yield from head_rows(self.scene)
        yield BLANK
        ways = [card for card in self.scene.cards if not card.closed]
        for at, card in enumerate(ways):
            lit = self.rolling is not None and self.shown % len(ways) == at
            yield row(card.label, "bold" if lit else "", "▸ " if lit else "· ", "bold" if lit else "$quiet")
        for card in self.scene.cards:
            if card.closed:
                yield row(card.label, "strike $quiet", "· ", "$quiet")
                yield from (row(places.closed_because(reason), "", "  ") for reason in card.closed)

    def keys(self) -> Iterable[Keystroke]:
        return (Keystroke("Enter", screens.LETS_DICE_FALL, "enter"), MAP, BACK, HELP, LEAVE)

    def action_enter(self) -> None:
        if self.rolling or self.app.animation_level == "none":
            self._end()
        else:
            self.rolling = self.set_interval(_BLINK, self._roll)

    def _roll(self) -> None:
        if not self.is_active:
            # They wait for somebody who reads the map, and fall no more where the walk has gone back.
            return
        self.shown += 1
        self.query_one("#page", Prose).show(self.paragraphs())
        if self.shown >= _BLINKS:
            self._end()

    def _end(self) -> None:
        if self.rolling:
            self.rolling.stop()
        self._fall()
