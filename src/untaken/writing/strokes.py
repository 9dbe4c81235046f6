"""The shape of connectors and boxes, as every writer draws them: straight pieces, rounded turns, arrow heads."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from untaken.drawing.placed import Connector, Placed, Point


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight line to `end`; before it, where `around` is given, a turn round that corner from where it stands."""

    end: Point
    around: Point | None = None


def pieces(connector: Connector, late: float = 0.0) -> tuple[Point, list[Piece]]:
    """Where a connector begins, so many points late, and its pieces; it stops where its arrow head begins."""
    points = list(connector.points)
    points[0] = _toward(points[0], points[1], min(late, _distance(*points[:2]) / 2))
    if connector.arrow:
        points[-1] = _toward(points[-1], points[-2], connector.arrow * 0.9)
    found: list[Piece] = []
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(connector.corner, _distance(before, corner) / 2, _distance(corner, after) / 2)
        found += [Piece(_toward(corner, before, radius)), Piece(_toward(corner, after, radius), corner)]
    return points[0], [*found, Piece(points[-1])]


def arrow_head(connector: Connector) -> tuple[Point, ...]:
    """The three corners of its arrow head, the tip first; none where it has none."""
    if not connector.arrow:
        return ()
    tip, before = connector.points[-1], connector.points[-2]
    base, half = _toward(tip, before, connector.arrow), connector.arrow * 0.4
    across = ((tip[1] - base[1]) / connector.arrow * half, (base[0] - tip[0]) / connector.arrow * half)
    return tip, (base[0] + across[0], base[1] + across[1]), (base[0] - across[0], base[1] - across[1])


def pointed(box: Placed, inset: float = 0.0) -> tuple[Point, ...]:
    """The corners of a box with a point at its right, from the upper left one on."""
    left, top, bottom, shoulder = box.x + inset, box.y + inset, box.bottom - inset, box.right - box.tip
    return (left, top), (shoulder, top), (box.right - inset, (top + bottom) / 2), (shoulder, bottom), (left, bottom)


def _distance(one: Point, other: Point) -> float:
    return math.dist(one, other)


def _toward(point: Point, other: Point, by: float) -> Point:
    """The point that lies `by` nearer to another one."""
    whole = _distance(point, other)
    if whole == 0:
        return point
    part = by / whole
    return point[0] + (other[0] - point[0]) * part, point[1] + (other[1] - point[1]) * part


def corners(points: Sequence[Point]) -> str:
    """Points as SVG and Graphviz write them."""
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)


def dashes(points: Sequence[Point], length: float, gap: float) -> list[tuple[Point, ...]]:
    """A line through points in dashes, each as the points that it comes through; none is shorter than a third.

    >>> dashes([(0, 0), (10, 0)], 4, 2)
    [((0, 0), (4.0, 0.0)), ((6.0, 0.0), (10, 0))]
    """
    found: list[tuple[Point, ...]] = []
    dash: list[Point] = [points[0]]
    drawing, left = True, length
    for start, end in pairwise(points):
        here, rest = start, _distance(start, end)
        while rest > left:
            here = _toward(here, end, left)
            rest -= left
            if drawing:
                found.append((*dash, here))
            dash, drawing = [here], not drawing
            left = length if drawing else gap
        left -= rest
        if drawing:
            dash.append(end)
    if drawing and left < length * 2 / 3 and len(dash) > 1:
        found.append(tuple(dash))
    return found
