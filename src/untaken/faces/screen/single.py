"""Where a single way is open: it is told, with what is closed and why, and nothing can be pointed at."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from untaken.faces.screen.choice import ChoiceStage
from untaken.faces.screen.dice import DiceStage
from untaken.faces.screen.keys import ARGUMENTS, BACK, HELP, LEAVE, MAP, SOURCES, Keystroke
from untaken.faces.screen.overlays import OverlaySheet
from untaken.faces.screen.painting import head_rows, single_way_rows
from untaken.faces.screen.rows import Prose, Row
from untaken.faces.screen.sources import argument_sources
from untaken.faces.screen.stage import Stage
from untaken.history import Way
from untaken.history.session import Session
from untaken.telling.phrases import places
from untaken.telling.walk.scene import scene
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line


class SingleWayStage(Stage):
    """A node at which nobody can choose: Enter goes on by the one way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"digit({digit})", f"take {digit}", show=False) for digit in range(1, 10)
    ]

    def __init__(self, session: Session, take: Callable[[Way], None]) -> None:
        super().__init__(session)
        self._take = take
        self.scene = scene(session.walk, session.told, session.tells)
        self.unfolded = False

    def paragraphs(self) -> Iterator[Row]:
        yield from head_rows(self.scene, self.unfolded)
        yield from single_way_rows(self.scene, self.unfolded)

    def keys(self) -> Iterable[Keystroke]:
        argued = (ARGUMENTS, SOURCES) if self.scene.kind == places.DECISION else ()
        return (Keystroke("Enter", "goes on", "enter"), *argued, MAP, BACK, HELP, LEAVE)

    def action_enter(self) -> None:
        if self.is_active and (way := self.session.walk.only_way):
            self._take(way)

    def action_digit(self, digit: int) -> None:
        """A number still takes its way, or says why that cannot be."""
        way = self.session.walk.understand(str(digit))
        if isinstance(way, Trouble):
            self.say(one_line(way.sentence))
        elif self.is_active:
            self._take(way)

    def action_arguments(self) -> None:
        """All arguments with their pins, or again as many as before."""
        self.unfolded = not self.unfolded
        self.query_one("#page", Prose).show(self.paragraphs())

    def action_sources(self) -> None:
        """The sources of what is said of the ways."""
        self.app.push_screen(OverlaySheet("Sources", argument_sources(self.session.walk.here.point, self.scene.cards)))


def step_stage(session: Session, take: Callable[[Way], None], roll: Callable[[], None]) -> Stage:
    """Where somebody chooses or says what falls, where dice fall, or where there is one way alone."""
    if session.walk.only_way:
        return SingleWayStage(session, take)
    return DiceStage(session, roll) if session.rolls else ChoiceStage(session, take)
