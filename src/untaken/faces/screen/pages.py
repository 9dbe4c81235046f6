"""The stages that are text: what a move came to, an outcome on the way, the end of a road."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from untaken.faces.screen.keys import BACK, HELP, LEAVE, MAP, PINS, SOURCES, Keystroke
from untaken.faces.screen.overlays import OverlaySheet
from untaken.faces.screen.painting import end_rows, outcome_rows, told_rows
from untaken.faces.screen.rows import BLANK, Prose, Row, row
from untaken.faces.screen.sources import end_sources, outcome_sources, told_sources
from untaken.faces.screen.stage import Stage
from untaken.history import divergence
from untaken.history.session import Session
from untaken.telling.phrases import screens
from untaken.telling.walk.road import Twig, road, whole
from untaken.telling.walk.scene import scene


class Page(Stage):
    """A stage that is nothing but text, of which more can be shown: what stood on the page before, and all pins."""

    def __init__(self, session: Session, go_on: Callable[[], None]) -> None:
        super().__init__(session)
        self._go_on = go_on
        self.unfolded = False

    def action_enter(self) -> None:
        self._go_on()

    def action_arguments(self) -> None:
        self.unfolded = not self.unfolded
        self.query_one("#page", Prose).show(self.paragraphs())


class ToldStage(Page):
    """What a move came to."""

    def paragraphs(self) -> Iterator[Row]:
        return told_rows(self.session, self.unfolded)

    def keys(self) -> Iterable[Keystroke]:
        return (Keystroke("Enter", "goes on", "enter"), PINS, SOURCES, MAP, BACK, HELP, LEAVE)

    def twigs(self) -> tuple[Twig, ...]:
        return road(self.session.walk, self.session.reveal, has_arrived=False)

    def action_sources(self) -> None:
        self.app.push_screen(OverlaySheet("Sources", told_sources(self.session)))


class OutcomeStage(Page):
    """An outcome that goes on in another turning point."""

    def paragraphs(self) -> Iterator[Row]:
        yield from outcome_rows(self.session, self.unfolded)
        following = scene(self.session.walk).cards[0]
        yield BLANK
        yield row(screens.goes_on(following.label, self.session.walk.is_lost))

    def keys(self) -> Iterable[Keystroke]:
        onward, end = Keystroke("Enter", "goes on", "enter"), Keystroke("e", "ends here", "app.stop")
        return (onward, end, PINS, SOURCES, MAP, BACK, HELP, LEAVE)

    def action_sources(self) -> None:
        self.app.push_screen(OverlaySheet("Sources", outcome_sources(self.session)))


class EndStage(Page):
    """The end of a road, and what it came to; where it is kept nowhere, how a walk can be kept."""

    lines_of_keys: ClassVar[int] = 2

    def __init__(self, session: Session, is_kept: bool) -> None:
        super().__init__(session, self._stay)
        self.is_kept = is_kept

    def paragraphs(self) -> Iterator[Row]:
        yield from end_rows(self.session, self.unfolded)
        if not self.is_kept:
            yield BLANK
            yield row(screens.HOW_TO_KEEP, "$quiet")

    def keys(self) -> Iterable[Keystroke]:
        ways = [BACK, Keystroke("r", "again", "app.again", 2)]
        if divergence(self.session.walk):
            ways.append(Keystroke("h", screens.LEFT_HISTORY_SHORT, "app.departure", 2))
        return (*ways, PINS, SOURCES, MAP, HELP, LEAVE)

    def twigs(self) -> tuple[Twig, ...]:
        return whole(self.session.walk)

    def _stay(self) -> None:
        self.say(screens.ENDED)

    def action_sources(self) -> None:
        self.app.push_screen(OverlaySheet("Sources", end_sources(self.session)))
