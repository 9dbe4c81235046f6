"""Ctrl-C is heard, wherever it comes: no library makes another error of it, and none loses it."""

import _thread
import signal
import sys
import threading
from types import FrameType

__all__ = ["is_asked", "listen"]

_AGAIN = 0.02
"""Seconds until an interruption that was lost is raised again."""

_asked = threading.Event()


def listen() -> None:
    """Hear of Ctrl-C from now on, unless the program was started without it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _ask)
        sys.unraisablehook = _lost


def is_asked() -> bool:
    """Whether Ctrl-C was pressed: what is raised after it may be what a library made of it.

    A class body that is interrupted ends in RuntimeError, a validator of pydantic's in SchemaError.
    """
    return _asked.is_set()


def _ask(number: int, frame: FrameType | None) -> None:
    _asked.set()
    raise KeyboardInterrupt


def _lost(lost: "sys.UnraisableHookArgs") -> None:
    """Raise an interruption again that came while the garbage collector or a weak reference called back."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        threading.Timer(_AGAIN, _thread.interrupt_main).start()
    else:
        sys.__unraisablehook__(lost)
