"""Questions that are put until an answer leads on."""

from collections.abc import Iterator
from itertools import count

from untaken.faces.terminal import has_keyboard

MOST_IDLE = 100
"""Answers in a row that lead nowhere, after which input that no person types has come to an end."""


def tries() -> Iterator[int]:
    """How often a question is put: for ever at a keyboard; a script that cannot answer must come to an end."""
    return count() if has_keyboard() else iter(range(MOST_IDLE))
