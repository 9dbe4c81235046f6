"""A decision, or a chance node at which somebody says what falls: the question and its cards."""

from collections.abc import Callable, Iterable, Iterator

from textual.widget import Widget

from untaken.faces.screen.cards import Card
from untaken.faces.screen.keys import ARGUMENTS, BACK, HELP, LEAVE, MAP, MOVE, SOURCES, Keystroke
from untaken.faces.screen.listing import WayList
from untaken.faces.screen.overlays import OverlaySheet
from untaken.faces.screen.painting import head_rows
from untaken.faces.screen.rows import Prose, Row
from untaken.faces.screen.sources import argument_sources
from untaken.history import Way
from untaken.history.session import Session
from untaken.telling.phrases import places, screens
from untaken.telling.walk.scene import scene
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line


class ChoiceStage(WayList):
    """A decision, or, where somebody says what falls, a chance node: cards, one of which is chosen."""

    nothing_pointed = screens.POINT_AT_A_WAY

    def __init__(self, session: Session, take: Callable[[Way], None]) -> None:
        super().__init__(session)
        self._take = take
        self.scene = scene(session.walk, session.told, session.tells)
        self.unfolded = False

    def body(self) -> Iterator[Widget]:
        yield Prose(self._head(), id="page")
        history = self.session.walk.here.history
        marked = history.id if history and self.session.told else ""
        for shown in self.scene.cards:
            yield Card(shown, self._choose, shown.id == marked)

    def keys(self) -> Iterable[Keystroke]:
        is_decision = self.scene.kind == places.DECISION
        choose = "chooses" if is_decision else screens.SAYS_WHAT_FALLS
        # Nobody argues for or against what nobody decides.
        argued = (ARGUMENTS, SOURCES) if is_decision else ()
        return (MOVE, Keystroke("Enter", choose, "enter"), *argued, MAP, BACK, HELP, LEAVE)

    def _head(self) -> tuple[Row, ...]:
        return tuple(head_rows(self.scene, self.unfolded))

    def action_arguments(self) -> None:
        """All arguments with their pins, or again as many under each way."""
        self.unfolded = not self.unfolded
        self.query_one("#page", Prose).show(self._head())
        for card in self.query(Card):
            card.unfold(self.unfolded)
        if isinstance(self.focused, Card):
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def action_sources(self) -> None:
        pointed = [self.focused.shown] if isinstance(self.focused, Card) else self.scene.cards
        self.app.push_screen(OverlaySheet("Sources", argument_sources(self.session.walk.here.point, pointed)))

    def choose(self, number: int) -> None:
        """Take the way with this number, or say why that cannot be."""
        way = self.session.walk.understand(str(number))
        if isinstance(way, Trouble):
            self.say(one_line(way.sentence))
        else:
            self._take(way)
