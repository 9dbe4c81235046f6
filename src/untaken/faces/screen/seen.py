"""A screen that is answered only by those who can have seen it."""

from math import inf

from textual import events
from textual.message import Message
from textual.screen import Screen, ScreenResultType


def leaves(event: events.Event) -> bool:
    """Whether a key leaves, or stops, the program: that is heeded at any time."""
    return isinstance(event, events.Key) and event.key in ("ctrl+c", "ctrl+q", "ctrl+z")


class Seen(Screen[ScreenResultType]):
    """A screen that knows since when it has been there to be seen, on top of all others.

    A key that is pressed twice, or a click too many, was meant for what stood there before.
    """

    _since = inf

    def on_screen_resume(self) -> None:
        self._since = inf
        self.call_after_refresh(self._be_painted)

    def on_screen_suspend(self) -> None:
        self._since = inf

    def _be_painted(self) -> None:
        # Every message carries the time at which it was made, by one and the same clock.
        self._since = Message().time

    @property
    def is_seen(self) -> bool:
        """Whether it is there to be seen."""
        return self.is_active and self._since < inf

    def is_meant(self, event: events.InputEvent) -> bool:
        """Whether a key or a click came from somebody who saw this screen."""
        return self.is_seen and event.time >= self._since
