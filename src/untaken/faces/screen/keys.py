"""The last line of the screen: the keys that do something here. A click on one does it, too."""

from dataclasses import dataclass

from textual.content import Content
from textual.style import Style
from textual.widget import Widget


@dataclass(frozen=True)
class Key:
    """A key as the last line names it, what it does, and the action behind it."""

    name: str
    word: str
    action: str
    rank: int = 0
    """Where the line is too short, keys of the highest rank go first."""


HELP = Key("?", "help", "app.explain", 1)
LEAVE = Key("q", "leave", "app.leave", 1)
MAP = Key("m", "map", "app.chart", 4)
BACK = Key("Backspace", "back", "app.retract", 2)
ARGUMENTS = Key("a", "arguments", "arguments", 3)
PINS = Key("a", "pins", "arguments", 3)
SOURCES = Key("s", "sources", "sources", 5)


class Keys(Widget):
    """As many keys as the line has room for, in their order."""

    def __init__(self, *keys: Key) -> None:
        super().__init__(id="keys")
        self._keys = keys

    def render(self) -> Content:
        shown = list(self._keys)
        while len(shown) > 1 and _line(shown).cell_length > self.content_size.width:
            shown.remove(max(reversed(shown), key=lambda key: key.rank))
        return _line(shown)


def _line(keys: list[Key]) -> Content:
    return Content("   ").join(_shown(key) for key in keys)


def _shown(key: Key) -> Content:
    label = Content.assemble((key.name, "bold"), (f" {key.word}", "$quiet"))
    return label.stylize(Style.from_meta({"@click": key.action}))
