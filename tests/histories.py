"""The turning points that many tests look at, read once."""

from functools import cache

from program import EXAMPLE, TOP
from untaken.checking.loading import load
from untaken.model import TurningPoint

Points = tuple[TurningPoint, ...]


@cache
def shipped() -> Points:
    """Those of the project."""
    return tuple(load([TOP / "scenarios"]).points)


@cache
def island() -> Points:
    """Those of the example."""
    return tuple(load([EXAMPLE]).points)


@cache
def isles() -> Points:
    """Those of the two isles, which hang together."""
    return tuple(load([TOP / "tests" / "isles"]).points)
