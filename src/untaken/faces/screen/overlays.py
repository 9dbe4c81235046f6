"""Sheets that lie over a stage until a key takes them away: sources, the map, help, and the question before leaving."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from untaken.faces.screen.keys import Keys, Keystroke
from untaken.faces.screen.painting import AGAINST, FOR, HAPPENED
from untaken.faces.screen.rows import BLANK, Prose, Row, row
from untaken.faces.screen.seen import Seen
from untaken.faces.screen.window import HEIGHTS, TOO_SMALL, WIDTHS, classes
from untaken.history.session import Session
from untaken.telling.phrases import screens, tallies, telephones


class OverlaySheet(ModalScreen[None], Seen[None]):
    """A sheet to read, from its top or, `from_end`, from its end."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,s,m,p,question_mark,backspace", "dismiss", "close"),
        Binding("down,j", "scroll(1)", "down"),
        Binding("up,k", "scroll(-1)", "up"),
        Binding("pagedown,space", "turn_page(1)", "a page on"),
        Binding("pageup", "turn_page(-1)", "a page back"),
        Binding("home", "to_top", screens.TO_THE_TOP),
        Binding("end", "to_bottom", screens.TO_THE_BOTTOM),
    ]

    def __init__(self, title: str, rows: Iterable[Row], from_end: bool = False) -> None:
        super().__init__()
        self._heading = title
        self._rows = tuple(rows)
        self._from_end = from_end

    def on_mount(self) -> None:
        if self._from_end:
            self.call_after_refresh(self._reading.scroll_end, animate=False)

    def compose(self) -> ComposeResult:
        self.add_class(*classes(self.app.size))
        with Vertical(id="sheet"):
            yield Static(self._heading, id="heading", markup=False)
            with VerticalScroll(id="reading", can_focus=False):
                yield Prose(self._rows)
            yield Keys(lambda: (Keystroke("Esc", "closes", "dismiss"), Keystroke("↑↓", "scroll", "scroll(1)", 1)))
        yield Static(TOO_SMALL, id="larger", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        # Room for the border, the heading and the keys; no unit of the style sheet says "what is left".
        self._reading.styles.max_height = max(event.size.height - 6, 1)

    @property
    def _reading(self) -> VerticalScroll:
        return self.query_one("#reading", VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        self._reading.scroll_relative(y=lines, animate=False)

    def action_turn_page(self, pages: int) -> None:
        self._reading.scroll_relative(y=pages * max(self._reading.size.height - 2, 1), animate=False)

    def action_to_top(self) -> None:
        self._reading.scroll_home(animate=False)

    def action_to_bottom(self) -> None:
        self._reading.scroll_end(animate=False)


class Question(ModalScreen[bool], Seen[bool]):
    """A question before something is given up: Enter does it, Esc leaves all as it is."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", "yes"),
        Binding("escape,n,q,backspace", "answer(False)", "no"),
    ]

    def __init__(self, question: str, yes: str, no: str = "stays") -> None:
        super().__init__()
        self._question = question
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        self.add_class(*classes(self.app.size))
        with Vertical(id="sheet"):
            yield Prose([row(self._question, "bold")])
            yield Keys(
                lambda: (Keystroke("Enter", self._yes, "answer(True)"), Keystroke("Esc", self._no, "answer(False)"))
            )

    def action_answer(self, is_yes: bool) -> None:
        self.dismiss(is_yes)


def help_rows(session: Session) -> Iterator[Row]:
    """The manners of a walk, and its keys."""
    yield row(screens.manner(session.reveal, HAPPENED))
    yield BLANK
    for line in (*(tallies.HELP if session.votes else ()), *(telephones.HELP_OF_KEYS if session.room else ())):
        yield row(line)
        yield BLANK
    yield row(screens.signs(FOR, AGAINST))
    yield BLANK
    yield row(screens.WITH_A_MOUSE)
    yield BLANK
    widest = max(len(names) for names, _ in screens.KEYS)
    for names, meaning in screens.KEYS:
        yield row(meaning, "", f"{names:<{widest}}  ", "bold")
