"""Divides a list into contiguous groups, so that the highest group is as low as it can be."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

_EXACT = 1e-6


def parted(heights: Sequence[float], count: int, gap: float) -> tuple[float, list[int]]:
    """The height of the highest of at most `count` groups, and the size of each.

    >>> parted([3, 1, 1, 4], 2, 0)
    (5, [3, 1])
    """
    count = min(count, len(heights))

    def adding(above: float, height: float) -> float:
        return above + gap + height

    if count == 1:
        return _height(heights, gap), [len(heights)]
    if len(heights) == 2:
        return max(heights), [1, 1]
    sums = sorted({high for start in range(len(heights)) for high in accumulate(heights[start:], adding)})
    at = bisect_left(sums, True, key=lambda limit: len(_filled(heights, limit, gap)) <= count)
    return sums[at], _filled(heights, sums[at], gap)


def _height(heights: Sequence[float], gap: float) -> float:
    return sum(heights) + gap * (len(heights) - 1)


def _filled(heights: Sequence[float], limit: float, gap: float) -> list[int]:
    """The sizes of the groups that arise where each is filled up to the limit."""
    sizes: list[int] = []
    used = limit + 1
    for height in heights:
        if sizes and used + gap + height <= limit + _EXACT:
            sizes[-1] += 1
            used += gap + height
        else:
            sizes.append(1)
            # One that is higher than the limit makes more groups than there may be.
            used = height
            if height > limit + _EXACT:
                return [1] * (len(heights) + 1)
    return sizes
