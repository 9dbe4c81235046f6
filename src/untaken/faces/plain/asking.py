"""Questions that are put until an answer leads on."""

import select
import sys
from collections.abc import Callable, Iterator
from itertools import count

from untaken.faces.terminal import has_keyboard

MOST_IDLE = 100
"""Answers in a row that lead nowhere, after which input that no person types has come to an end."""


def tries() -> Iterator[int]:
    """How often a question is put: for ever at a keyboard; a script that cannot answer must come to an end."""
    return count() if has_keyboard() else iter(range(MOST_IDLE))


def meanwhile(look: Callable[[], None], seconds: float = 0.25) -> None:
    """Look at something again and again until somebody has typed a line.

    Where the system does not tell that, or where no person types, it is looked at once.
    """
    look()
    while has_keyboard() and sys.platform != "win32" and not select.select([sys.stdin], [], [], seconds)[0]:
        look()
