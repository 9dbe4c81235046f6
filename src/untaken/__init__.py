"""untaken: turning points of history as decision trees, with the arguments that the sources give for each road.

In a notebook:

    >>> from pathlib import Path
    >>> from untaken import Course, Walk, divergence, load

    >>> walk = Walk(Course.of(load([Path("scenarios")]).points, "brest-litovsk"))
    >>> [way.label for way in walk.ways]
    ['Appeal to all, negotiate with Germany', 'Fight on in defence']
    >>> walk = walk.choose("2")
    >>> walk.here.node.text
    'War until defeat and chaos'
    >>> [departure.instead.step.label for departure in divergence(walk).departures]
    ['Appeal to all, negotiate with Germany']
    >>> [way.label for way in walk.ways]
    ['The making of the Red Army']
    >>> print(walk.choose("3"))
    there is no way with the number 3; give one of: 1
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_OFFERED = (
    {"Trouble": "untaken.text.trouble", "load": "untaken.checking.loading"}
    | dict.fromkeys(("Course", "Divergence", "Walk", "Way", "divergence"), "untaken.history")
    | dict.fromkeys(("Diagram", "draw", "export", "tell"), "untaken.writing.notebook")
)


def __getattr__(name: str) -> Any:
    """What the package offers is imported when it is asked for: the program starts faster without it."""
    if name not in _OFFERED:
        raise AttributeError(f"module 'untaken' has no attribute '{name}'")
    return getattr(import_module(_OFFERED[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_OFFERED])
