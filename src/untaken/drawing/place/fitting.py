"""The largest scale at which something is on its page."""

from collections.abc import Callable

from untaken.drawing.place.paper import Paper
from untaken.drawing.theme import SMALLEST

_PRECISE = 1.005
_SMALLEST_SCALE = 1e-4


def largest_scale(fits: Callable[[float], bool], paper: Paper) -> float:
    """The largest scale, in points a unit, for which `fits` holds, by bisection; it may hold for small ones only."""
    low, high = _SMALLEST_SCALE, paper.largest / SMALLEST
    if fits(high):
        return high
    while high / low > _PRECISE:
        middle = (low * high) ** 0.5
        if fits(middle):
            low = middle
        else:
            high = middle
    return low
