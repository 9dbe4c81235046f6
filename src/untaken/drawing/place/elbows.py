"""The branches of a tree as combs: down, across and down, or turned. Lengths are in units."""

from untaken.drawing.placed import Placed, Point

_OFF = 14.0
"""So far from what happened, which leaves in the middle of a box, the roads not taken leave on either side."""
_BEFORE = 11.0
"""From the way across of the roads not taken to the next level."""
_LANE = 5.0
"""Between the way across of what happened and that of the roads not taken."""


def elbow(tail: Placed, head: Placed, down: bool, happened: bool) -> tuple[Point, ...]:
    """The way from one box to another that stands on the next level, with nothing between the two levels."""
    if down:
        return _way((tail.x + tail.width / 2, tail.bottom), (head.x + head.width / 2, head.y), happened)
    way = _way((tail.y + tail.height / 2, tail.right), (head.y + head.height / 2, head.x), happened)
    return tuple((x, y) for y, x in way)


def _way(leaving: Point, entering: Point, happened: bool) -> tuple[Point, ...]:
    """From one point down to another."""
    (leaves, bottom), (enters, top) = leaving, entering
    if abs(leaves - enters) < _OFF:
        return (enters, bottom), (enters, top)
    if not happened:
        leaves += _OFF if enters > leaves else -_OFF
    across = top - _BEFORE - (_LANE if happened else 0.0)
    return (leaves, bottom), (leaves, across), (enters, across), (enters, top)
