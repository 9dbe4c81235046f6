"""What every screen of the walk has: a line on top, the text, the map beside it, and the keys below."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from untaken.faces.screen.keys import FORWARD, MOVE, PAST, SCROLL, Keys, Keystroke
from untaken.faces.screen.plot import plot
from untaken.faces.screen.rows import End, Prose, Row, row, said
from untaken.faces.screen.seen import Seen
from untaken.faces.screen.window import HEIGHTS, TOO_SMALL, WIDTHS, classes, is_too_small
from untaken.history.session import Session
from untaken.telling.phrases import screens
from untaken.telling.walk.road import Twig, road
from untaken.telling.walk.scene import scene


class Reading(VerticalScroll, inherit_bindings=False):
    """The scrolling text. It takes no keys: the stage knows what an arrow means, whatever is pointed at."""


class Stage(Seen[None]):
    """A screen of the walk. What it shows follows from the session alone."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    # Nothing is pointed at until somebody points: Enter pressed once too often chooses nothing.
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "forward", "next"),
        Binding("up,k", "backward", "previous"),
        Binding("pagedown,space", "turn_page(1)", "a page on"),
        Binding("pageup", "turn_page(-1)", "a page back"),
        Binding("home", "to_top", screens.TO_THE_TOP),
        Binding("end", "to_bottom", screens.TO_THE_BOTTOM),
        Binding("enter", "enter", "go on"),
        Binding("a", "arguments", "arguments"),
        Binding("s", "sources", "sources"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        self.add_class(*classes(self.app.size))
        yield Static(self._top(), id="top", markup=False)
        with Horizontal(id="desk"):
            with Reading(id="text", can_focus=False):
                yield from self.body()
            with Vertical(id="side"):
                # A map ends where the reader stands.
                yield End(plot(self.twigs()), row(screens.SHOWS_ALL, "$quiet", "⋮ ", "$quiet"))
        yield from self.below()
        yield Static(id="word", markup=False)
        yield Keys(self._keys, self.lines_of_keys)
        yield Static(TOO_SMALL, id="larger", markup=False)

    def below(self) -> ComposeResult:
        """What stands under the text, and does not scroll with it."""
        return ()

    def body(self) -> Iterator[Widget]:
        """The widgets of the text."""
        yield Prose(self.paragraphs(), id="page")

    def paragraphs(self) -> Iterable[Row]:
        """The text of a stage that is nothing but text."""
        return ()

    def keys(self) -> Iterable[Keystroke]:
        """The keys that do something here."""
        return ()

    lines_of_keys: ClassVar[int] = 1

    def _keys(self) -> Iterable[Keystroke]:
        """The keys of this stage, with those that scroll it, make something again or tell what was told."""
        first, *rest = self.keys()
        scrolls = [SCROLL] if MOVE not in (first, *rest) and self.text.max_scroll_y else []
        forward = [FORWARD] if self.session.trail.undone else []
        past = [PAST] if self.session.walk.moves else []
        return (first, *scrolls, *rest, *forward, *past)

    def twigs(self) -> tuple[Twig, ...]:
        """The map of this stage."""
        return road(self.session.walk, self.session.reveal)

    def _top(self) -> str:
        here = scene(self.session.walk)
        return str(said(" · ".join(filter(None, (here.title, here.where)))))

    def say(self, word: str = "") -> None:
        """Say a sentence above the keys, until the next key."""
        line = self.query_one("#word", Static)
        line.update(said(word))
        line.display = bool(word)

    def on_mount(self) -> None:
        # What the keys do depends on whether there is anything to scroll.
        self.watch(self.text, "virtual_size", self._show_keys)
        self.watch(self.text, "size", self._show_keys)

    def _show_keys(self) -> None:
        self.query_one(Keys).refresh(layout=True)

    @property
    def text(self) -> Reading:
        """The scrolling text."""
        return self.query_one("#text", Reading)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be read, keys do nothing."""
        return not is_too_small(self.app.size)

    def action_forward(self) -> None:
        self.text.scroll_down(animate=False)

    def action_backward(self) -> None:
        self.text.scroll_up(animate=False)

    def action_turn_page(self, pages: int) -> None:
        self.text.scroll_relative(y=pages * max(self.text.size.height - 2, 1), animate=False)

    def action_to_top(self) -> None:
        self.text.scroll_home(animate=False)

    def action_to_bottom(self) -> None:
        self.text.scroll_end(animate=False)

    def action_enter(self) -> None:
        """What Enter does is each stage's own affair."""

    def action_arguments(self) -> None:
        """Unfold what there is to unfold."""

    def action_sources(self) -> None:
        """Show the sources of what is pointed at."""
