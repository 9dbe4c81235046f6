"""The faces of the walk: how a person takes it, line by line or on a full screen.

Each is a function `walk(session, keep)` that leads a person on from a session, hands every new one to `keep` at once,
and returns the last. Where input ends it returns; Ctrl-C goes through to the command.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from untaken.history.session import Session

Keep = Callable[["Session"], None]
"""Takes each new session: whoever keeps them loses nothing, however the program ends."""

Face = Callable[["Session", Keep], "Session"]
