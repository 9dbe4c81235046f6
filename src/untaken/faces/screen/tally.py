"""A class that votes, on the full screen: its hands as they are counted, the arguments between, and the result."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from untaken.faces.screen.choice import ChoiceStage
from untaken.faces.screen.digits import MOST_AT_ONCE, Digits
from untaken.faces.screen.keys import ARGUMENTS, BACK, HELP, LEAVE, MAP, MOVE, SOURCES, Keystroke
from untaken.faces.screen.overlays import OverlaySheet
from untaken.faces.screen.painting import card_rows, head_rows, heading
from untaken.faces.screen.rows import BLANK, Prose, Row, row, said
from untaken.faces.screen.stage import Stage
from untaken.faces.screen.window import is_too_small, room
from untaken.history import Way
from untaken.history.ballot import Ballot
from untaken.history.session import Session
from untaken.telling.phrases import asking, screens, tallies
from untaken.telling.reasons import Depth
from untaken.telling.walk.scene import open_numbers, scene
from untaken.telling.walk.tally import Poll, bars, open_ways, polls, shift_texts, verdict
from untaken.text.trouble import Trouble

Count = Callable[[Ballot], None]
"""Takes each new ballot, which is kept before anything of it is shown."""

WIDEST_BAR = 60
_TYPED = set("0123456789 =:,;#-")
_LONGEST_LINE = 60


class Polled(Prose):
    """An option with its hands and their bars; the one that is counted next has a sign before it."""


def polled_rows(poll: Poll, drawn: Iterable[str], is_next: bool = False) -> Iterator[Row]:
    """An option, its hands in words, and a bar for each count."""
    lead = Content.assemble(("▸" if is_next else " ", "bold"), (f"{poll.number}  ", "bold"))
    yield Row(said(str(poll), "bold"), lead)
    for each in filter(None, drawn):
        yield row(each, "", " " * lead.cell_length)


class TallyStage(Stage):
    """A count of hands: the numbers are typed in a line below, and stand as bars above."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "take_back", screens.TAKE_NUMBER_BACK),
        Binding("backspace", "take_back", screens.TAKE_NUMBER_BACK),
    ]

    def __init__(self, session: Session, count: Count, go_back: Callable[[], None]) -> None:
        super().__init__(session)
        self._count = count
        self._go_back = go_back
        self._typed = ""
        self._is_sure = False

    @property
    def _is_first(self) -> bool:
        return self.session.ballot.before is None

    @property
    def _is_secret(self) -> bool:
        return self.session.hides and self._is_first

    def body(self) -> Iterator[Widget]:
        here = scene(self.session.walk, self.session.told)
        yield Prose(head_rows(here, argued=False) if self._is_first else [row(here.text, "bold")], id="page")
        yield Prose(self._manner(), id="manner")
        yield from (Polled(rows) for rows in self._polled())

    def _manner(self) -> Iterator[Row]:
        yield BLANK
        yield heading(tallies.FIRST if self._is_first else tallies.SECOND)
        yield row(tallies.HOW, "$quiet")
        if self._is_secret:
            yield row(tallies.KEPT_SECRET, "$quiet")

    def _polled(self) -> Iterator[list[Row]]:
        """The rows of each option."""
        shown = polls(self.session)
        if self._is_secret:
            shown = tuple(replace(poll, before=None) for poll in shown)
        for poll, drawn in zip(shown, bars(shown, _bar_width(self.app.size)), strict=True):
            yield list(polled_rows(poll, drawn, poll.number == self._next))

    @property
    def _next(self) -> int | None:
        """The number of the option that is counted next; None where all are."""
        return next((way.number for way in self.session.ballot.missing(open_ways(self.session))), None)

    def below(self) -> ComposeResult:
        yield Static(self._line(), id="entry", markup=False)

    def _line(self) -> str:
        """The line at the bottom: what is asked, and what was typed so far."""
        ballot, size = self.session.ballot, self.session.class_size
        missing = ballot.missing(open_ways(self.session))
        if missing:
            so_far = tallies.so_far(ballot.total(), size) if ballot.given and not self._is_secret else ""
            asked = f"{tallies.hands_for(missing[0].number, missing[0].label)}{so_far}:"
        else:
            asked = f"{tallies.together(ballot.total(), size)} {tallies.RIGHT} {tallies.IF_NOT}:"
        return str(said(f"{asked} {'•' * len(self._typed) if self._is_secret else self._typed}▏"))

    def keys(self) -> Iterable[Keystroke]:
        heard = () if self._is_first else (ARGUMENTS,)
        return (
            Keystroke("Enter", "counts", "enter"),
            Keystroke("b", "takes back", "take_back"),
            *heard,
            MAP,
            HELP,
            LEAVE,
        )

    def on_key(self, event: events.Key) -> None:
        """Type in the line below; what means nothing there is a key of the walk."""
        if is_too_small(self.app.size):
            return
        if event.key == "backspace" and self._typed:
            self._write(self._typed[:-1])
        elif event.character in _TYPED and (event.character != " " or self._typed):
            self._write(f"{self._typed}{event.character}"[:_LONGEST_LINE])
        else:
            return
        event.stop()
        event.prevent_default()

    def _write(self, typed: str) -> None:
        self.say()
        self._typed, self._is_sure = typed, False
        self.query_one("#entry", Static).update(self._line())

    def action_enter(self) -> None:
        typed, self._typed = self._typed, ""
        self._enter(typed)

    def action_take_back(self) -> None:
        """The last number; where none was given, the first count is opened again, or the walk goes back."""
        if self.session.ballot.is_begun:
            self._enter("b")
        else:
            self._go_back()

    def _enter(self, line: str) -> None:
        self.say()
        ballot = self.session.ballot.entered(line, open_ways(self.session), self._is_sure)
        self._is_sure = isinstance(ballot, Trouble) and not line
        if isinstance(ballot, Trouble):
            self.say(tallies.unread(ballot.cure) if self._is_secret else ballot.sentence)
        else:
            self._count(ballot)
        if self.is_active:
            self.query_one("#entry", Static).update(self._line())

    def show(self, session: Session) -> None:
        """Show the same count with other numbers."""
        self.session = session
        if not self.query(Polled):
            # The options do not stand there yet: they are shown when they do.
            return
        for poll, widget, rows in zip(polls(session), self.query(Polled), self._polled(), strict=True):
            widget.show(rows)
            if poll.number == self._next:
                self.call_after_refresh(self.text.scroll_to_widget, widget, animate=False)
        self.call_after_refresh(self._look_at_end)

    def on_mount(self) -> None:
        super().on_mount()
        # How long the text is, is known only after its layout.
        self.watch(self.text, "virtual_size", self._look_at_end)
        self.show(self.session)

    def _look_at_end(self) -> None:
        """Keep the end in view once every option has its number; a text that fits stays at the top."""
        self.text.anchor(self._next is None and self.text.max_scroll_y > 0)

    def on_resize(self) -> None:
        self.show(self.session)

    def action_arguments(self) -> None:
        if not self._is_first:
            cards = scene(self.session.walk, self.session.told).cards
            self.app.push_screen(
                OverlaySheet("Arguments", [line for card in cards for line in (*card_rows(card, Depth.PINS), BLANK)])
            )


class HearingStage(ChoiceStage):
    """Between the counts: the arguments are shown, and nobody chooses yet."""

    def __init__(self, session: Session, count: Callable[[], None]) -> None:
        super().__init__(session, lambda way: None)
        self._go_on = count

    def keys(self) -> Iterable[Keystroke]:
        return (
            Keystroke("Enter", "counts again", "enter"),
            MOVE,
            ARGUMENTS,
            SOURCES,
            MAP,
            BACK,
            HELP,
            LEAVE,
        )

    def action_enter(self) -> None:
        self._go_on()

    def choose(self, number: int) -> None:
        self.say(screens.HANDS_DECIDE)


def _bar_width(window: Size) -> int:
    return max(min(room(window).width - 8, WIDEST_BAR), 0)


class ResultStage(Stage):
    """What both counts come to: it stays until somebody goes on, or, where the hands do not decide, picks a way."""

    def __init__(self, session: Session, settle: Callable[[Way], None], count: Count) -> None:
        super().__init__(session)
        self._settle = settle
        self._count = count
        self._ways = open_ways(session)
        self._leading = session.ballot.leading(self._ways)
        self._digits = Digits()
        self._picked: Way | None = None

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
        Binding("b", "take_back", "count again"),
        Binding("backspace", "take_back", "count again"),
    ]

    def paragraphs(self) -> Iterator[Row]:
        yield heading(tallies.RESULT)
        yield BLANK
        shown = polls(self.session)
        for poll, drawn in zip(shown, bars(shown, _bar_width(self.app.size)), strict=True):
            yield from polled_rows(poll, drawn)
            yield BLANK
        for moved in shift_texts(self.session.ballot.vote, self._ways):
            yield row(moved, "$quiet")
        yield row(verdict(self.session.ballot.vote, self._ways), "bold")
        if len(self._leading) != 1:
            yield row(screens.PRESS_A_NUMBER, "$quiet")

    def keys(self) -> Iterable[Keystroke]:
        numbers = open_numbers(self._leading or self._ways)
        onward = (
            Keystroke("Enter", "goes on", "enter")
            if len(self._leading) == 1
            else Keystroke(numbers, "decides", "enter")
        )
        return (onward, Keystroke("b", "counts again", "take_back"), MAP, HELP, LEAVE)

    def action_enter(self) -> None:
        way = self._leading[0] if len(self._leading) == 1 else self._picked
        if way:
            self._settle(way)
        else:
            self.say(screens.HANDS_DO_NOT_DECIDE)

    def action_take_back(self) -> None:
        self._count(self.session.ballot.taken_back())

    def action_digit(self, digit: int) -> None:
        """Pick a way where the hands do not decide; of more ways than have a digit each, Enter takes it."""
        among = {way.number: way for way in self._leading or self._ways}
        number = self._digits.press(digit, among)
        if len(self._leading) == 1:
            self.say(asking.HANDS_HAVE_DECIDED)
        elif number not in among:
            self.say(asking.none_of_those(str(number)))
        elif len(self._ways) <= MOST_AT_ONCE:
            self._settle(among[number])
        else:
            self._picked = among[number]
            self.say(asking.enter_chooses(number, among))
