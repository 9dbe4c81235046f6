"""Values that fall in steps: heights as boxes grow wider, widths as more height is allowed. Lengths are in units."""

from bisect import bisect_left
from collections.abc import Callable
from typing import Generic, TypeVar

STEP = 6.0
"""Widths are tried in steps of so many units."""
_FAR = 1 << 60
_AHEAD = 10
"""So many steps further on, and later twice as far, where no width is known that is wide enough."""
N = TypeVar("N", bound=float)


class Steps(Generic[N]):
    """A value that never grows with a length: between two lengths that have the same, it is that."""

    def __init__(self, value: Callable[[float], N]) -> None:
        self._value = value
        self._lengths: list[float] = []
        self._known: list[N] = []

    def at(self, length: float) -> N:
        """The value at a length."""
        known, at = self._known, bisect_left(self._lengths, length)
        if at < len(known) and (self._lengths[at] == length or (at and known[at - 1] == known[at])):
            return known[at]
        found = self._value(length)
        self._lengths.insert(at, length)
        known.insert(at, found)
        return found


class Narrowest:
    """The least widths, in steps from `least` on, at which what never grows with the width is within a limit.

    What was found at a width bounds every later search.
    """

    def __init__(self, least: float, value: Callable[[float], float]) -> None:
        self._least, self._value = least, value
        self._steps: list[int] = []
        self._negated: list[float] = []

    def within(self, limit: float, widest: float) -> float | None:
        """The least width for a limit; None where a wider one than `widest` would be needed."""
        last = int((widest - self._least) / STEP)
        low, high = self._bounds(limit)
        while low < high:
            self._look((low + high) // 2 if high < _FAR else max(low + _AHEAD, 2 * low))
            low, high = self._bounds(limit)
            if high == _FAR and low > last:
                return None
        return self._least + STEP * low if low <= last else None

    def _bounds(self, limit: float) -> tuple[int, int]:
        """Between which steps the first one lies that is within a limit, as far as it is known."""
        at = bisect_left(self._negated, -limit)
        return (self._steps[at - 1] + 1 if at else 0), (self._steps[at] if at < len(self._steps) else _FAR)

    def _look(self, step: int) -> None:
        at = bisect_left(self._steps, step)
        self._steps.insert(at, step)
        self._negated.insert(at, -self._value(self._least + STEP * step))
