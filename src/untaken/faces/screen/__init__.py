"""The full-screen face of the walk, made with Textual. Importing it takes half a second: only `untaken walk` does."""

from untaken.faces import Keep
from untaken.faces.ground import is_dark
from untaken.faces.phones.room import Room
from untaken.faces.screen.app import WalkApp
from untaken.history.session import Session

_SIGNALLED = 128


def walk(session: Session, keep: Keep, is_kept: bool = False, room: Room | None = None) -> Session:
    """Lead a person on from a session until they leave; `is_kept` says that nothing is lost when they do.

    Telephones vote where there is a room.

    Raises KeyboardInterrupt after Ctrl-C, SystemExit after a signal that ends programs, and whatever `keep` raises,
    each once the terminal is as it was.
    """
    app = WalkApp(session, keep, is_kept, is_dark(), room)
    app.run()
    if app.fault:
        raise app.fault
    if app.signal:
        raise SystemExit(_SIGNALLED + app.signal)
    if app.is_interrupted:
        raise KeyboardInterrupt
    return app.session
