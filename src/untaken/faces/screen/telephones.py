"""A class that votes with its telephones, on the full screen: how they come in, and how many have voted."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from untaken.faces.ground import is_dark
from untaken.faces.phones.invitation import picture
from untaken.faces.phones.room import Room
from untaken.faces.screen.keys import ARGUMENTS, HELP, LEAVE, MAP, Keystroke
from untaken.faces.screen.rows import BLANK, Prose, Row, row
from untaken.faces.screen.tally import Count, TallyStage
from untaken.history.ballot import Ballot
from untaken.history.session import Session
from untaken.history.urn import Lid
from untaken.telling.phrases import telephones
from untaken.telling.walk.scene import scene
from untaken.telling.walk.tally import open_ways

_OFTEN = 0.2
"""Seconds between two looks at what came in."""
_ASIDE = 24
"""The least columns beside the picture; in a narrower window it stands below."""
_SQUARES = "#000000 on #ffffff"


def is_by_telephone(ballot: Ballot) -> bool:
    """Whether telephones vote, or are about to, and it is not yet closed."""
    return ballot.urn.lid is Lid.OPEN or (ballot.urn.lid is Lid.WAITING and not ballot.given)


class TelephoneStage(TallyStage):
    """A vote by telephone, before it is opened and while it is open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "hands", telephones.HANDS_INSTEAD)]

    def __init__(self, session: Session, count: Count, go_back: Callable[[], None], room: Room) -> None:
        super().__init__(session, count, go_back)
        self._room = room
        self._seen = (0, 0)

    @property
    def _is_open(self) -> bool:
        return self.session.ballot.urn.lid is Lid.OPEN

    def body(self) -> Iterator[Widget]:
        ground = is_dark() if self.app.no_color else False
        drawn = list(picture(self._room, ground))
        code = Static(Content.styled("\n".join(drawn), "" if self.app.no_color else _SQUARES), id="code")
        code.styles.width = len(drawn[0])
        beside = self.app.size.width >= len(drawn[0]) + _ASIDE + 8
        yield Prose([row(self._question(), "bold"), BLANK], id="page")
        with Horizontal(id="invitation", classes="" if beside else "-stacked"):
            yield Prose(self._words(), id="words")
            yield code

    def _question(self) -> str:
        return scene(self.session.walk, self.session.told).text

    def _words(self) -> Iterator[Row]:
        for way in open_ways(self.session):
            yield row(way.label, "", f"{way.number}  ", "bold")
        yield BLANK
        yield row(telephones.ADDRESS, "$quiet")
        yield row(self._room.address, "bold")
        yield row(telephones.CODE_IS, "$quiet")
        yield row(self._room.code, "bold")

    def below(self) -> ComposeResult:
        yield Static(self._line(), id="entry", markup=False)

    def _line(self) -> str:
        said = telephones.open_with if self._is_open else telephones.waiting
        return said(len(self.session.ballot.urn.slips), self._room.present)

    def keys(self) -> Iterable[Keystroke]:
        heard = () if self._is_first else (ARGUMENTS,)
        return (
            Keystroke("Enter", telephones.CLOSES if self._is_open else telephones.OPENS, "enter"),
            Keystroke("h", telephones.RAISED, "hands", 2),
            Keystroke("b", telephones.TAKES_BACK, "take_back", 2),
            *heard,
            MAP,
            HELP,
            LEAVE,
        )

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(_OFTEN, self._look)

    def _look(self) -> None:
        """Keep the votes that came in, and show how many they are."""
        if not self.is_current:
            return
        if self._is_open and self._room.urn != self.session.ballot.urn:
            self._count(self.session.ballot.polled(self._room.urn, open_ways(self.session)))
        self.query_one("#entry", Static).update(self._line())

    def show(self, session: Session) -> None:
        """Show the same vote with more of it given."""
        self.session = session
        self.query_one("#entry", Static).update(self._line())

    def _look_at_end(self) -> None:
        """The picture stays in view."""

    def on_key(self, event: object) -> None:
        """Nothing is typed here."""

    def action_enter(self) -> None:
        ballot, ways = self.session.ballot, open_ways(self.session)
        urn = self._room.close() if self._is_open else ballot.urn.opened()
        self._count(ballot.polled(urn, ways))

    def action_hands(self) -> None:
        ballot = self.session.ballot
        if self._is_open:
            ballot = ballot.polled(self._room.close(), open_ways(self.session))
        self._count(ballot.by_hands())

    def action_take_back(self) -> None:
        """The vote; where none was opened, the first one is opened again, or the walk goes back."""
        ballot = self.session.ballot
        if self._is_open:
            self._count(ballot.polled(self._room.close(), open_ways(self.session)).taken_back())
        elif ballot.is_begun:
            self._count(ballot.taken_back())
        else:
            self._go_back()
