"""The last line of the screen: the keys that do something here. A click on one does it, too."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget


@dataclass(frozen=True)
class Keystroke:
    """A key as the last line names it, what it does, and the action behind it."""

    name: str
    word: str
    action: str
    rank: int = 0
    """Where the line is too short, keys of the highest rank go first."""


HELP = Keystroke("?", "help", "app.explain", 1)
LEAVE = Keystroke("q", "leave", "app.leave", 1)
MAP = Keystroke("m", "map", "app.chart", 4)
BACK = Keystroke("Backspace", "back", "app.retract", 2)
ARGUMENTS = Keystroke("a", "arguments", "arguments", 3)
MOVE = Keystroke("↑↓", "move", "forward")
SCROLL = Keystroke("↑↓", "scroll", "forward")
FORWARD = Keystroke("f", "forward", "app.redo", 2)
PAST = Keystroke("p", "past", "app.past", 6)
PINS = Keystroke("a", "pins", "arguments", 3)
SOURCES = Keystroke("s", "sources", "sources", 5)


class Keys(Widget):
    """As many keys as there is room for, in their order: on one line, or on up to `most` lines."""

    def __init__(self, keys: Callable[[], Iterable[Keystroke]], most: int = 1) -> None:
        super().__init__(id="keys")
        self._keys = keys
        self._most = most

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        shown = list(self._keys())
        while len(lines := list(_filled(shown, width))) > self._most and len(shown) > 1:
            shown.remove(max(reversed(shown), key=lambda key: key.rank))
        return lines


_GAP = Content("  ")


def _filled(keys: Iterable[Keystroke], width: int) -> Iterator[Content]:
    """Lines, each as full of keys as it can be."""
    line = Content()
    for key in keys:
        longer = line + _GAP + _shown(key) if line else _shown(key)
        if line and longer.cell_length > width:
            yield line
            longer = _shown(key)
        line = longer
    yield line


def _shown(key: Keystroke) -> Content:
    label = Content.assemble((key.name, "bold"), (f" {key.word}", "$quiet"))
    return label.stylize(Style.from_meta({"@click": key.action}))
