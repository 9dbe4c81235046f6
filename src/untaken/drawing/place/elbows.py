"""The branches of a tree as combs: down, across and down, or turned; where a box is in the way, they stay as they were.

Lengths are in units.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from untaken.drawing.placed import Placed, Point

_OFF = 14.0
"""So far from what happened, which leaves in the middle of a box, the roads not taken leave on either side."""
_LANE = 5.0
"""Between the way across of what happened and that of the roads not taken."""
_NEAR = 4.0


def elbow(tail: Placed, head: Placed, down: bool, happened: bool, boxes: Iterable[Placed]) -> tuple[Point, ...]:
    """The way from one box to another that stands on the next level; none where a box is in the way."""
    if not down:
        turned = [_turned(each) for each in boxes]
        return tuple((y, x) for x, y in _way(_turned(tail), _turned(head), happened, turned))
    return tuple(_way(tail, head, happened, list(boxes)))


def _way(tail: Placed, head: Placed, happened: bool, boxes: Sequence[Placed]) -> list[Point]:
    leaves, enters = tail.x + tail.width / 2, head.x + head.width / 2
    if not happened and abs(leaves - enters) > _OFF:
        leaves += _OFF if enters > leaves else -_OFF
    room = head.y - tail.bottom
    across = tail.bottom + min(room / 2, 11.0) + (0.0 if happened else _LANE)
    points = [(leaves, tail.bottom), (leaves, across), (enters, across), (enters, head.y)]
    if abs(leaves - enters) < _OFF:
        points = [(enters, tail.bottom), (enters, head.y)]
    free = room > _LANE and not any(_enters(box, piece) for box in boxes for piece in pairwise(points))
    return points if free else []


def _enters(box: Placed, piece: tuple[Point, Point]) -> bool:
    (x1, y1), (x2, y2) = piece
    inside = max(x1, x2) > box.x - _NEAR and min(x1, x2) < box.right + _NEAR
    return inside and max(y1, y2) > box.y and min(y1, y2) < box.bottom


def _turned(box: Placed) -> Placed:
    """The box with across and down exchanged."""
    return Placed(box.key, box.what, box.shape, box.look, box.y, box.x, box.height, box.width)
