"""Drawing in this process, where nothing of it is Graphviz's: it may take as long as in a process of its own."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from untaken.telling.phrases import previews
from untaken.writing.engine.process import SECONDS, TooSlow


def can_be_ended() -> bool:
    """Whether the system can end here what takes too long: it tells the main thread, and not on every system."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def ending_late(seconds: float = SECONDS) -> Iterator[None]:
    """Raises TooSlow in the midst of what takes longer than so many seconds."""

    def end(number: int, frame: object) -> None:
        raise TooSlow(previews.too_slow(seconds))

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def no_graphviz(dot: str, format: str, layout: str) -> bytes:
    """Stands in Graphviz's place where nobody asks for it: to be asked is a fault of this program."""
    raise AssertionError(f"{format} by {layout} was to be drawn without Graphviz")
