"""Looks for faults in a placed page: what overlaps, what runs out of its box, and lines that cross, coincide or stray."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from untaken.drawing.placed import Connector, Look, Placed, PlacedPage, Point, Stroke

Piece = tuple[Point, Point]
NEAR = 0.6
"""What is nearer than so many points touches."""


def faults(page: PlacedPage) -> list[str]:
    """All faults of a page, each in words."""
    return [*_off_the_page(page), *_overlaps(page), *_loose_text(page), *_strayed(page), *_met(page)]


def _off_the_page(page: PlacedPage) -> Iterator[str]:
    for box in page.boxes:
        if box.x < 0 or box.y < 0 or box.right > page.width + NEAR or box.bottom > page.height + NEAR:
            yield f"{_called(box)} is not whole on the page"
    for line in page.connectors:
        if any(not (0 <= x <= page.width and 0 <= y <= page.height) for x, y in line.points):
            yield f"{_named(line)} leaves the page"


def _overlaps(page: PlacedPage) -> Iterator[str]:
    solid = [box for box in page.boxes if box.look is not Look.NEST]
    for one, other in _side_by_side(solid):
        # A pill, a letter in its disc and the word "or" stand on the box that they belong to.
        belongs = one.key == other.key and {"or", "pill", "disc"} & {one.what, other.what}
        if not belongs and _share(one, other):
            yield f"{_called(one)} overlaps {_called(other)}"


def _side_by_side(boxes: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """The pairs that have some of their width in common: no others can overlap."""
    ordered = sorted(boxes, key=lambda box: box.x)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.x >= one.right:
                break
            yield one, other


def _share(one: Placed, other: Placed) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > NEAR and down > NEAR


def _loose_text(page: PlacedPage) -> Iterator[str]:
    for box in page.boxes:
        room = 0.0 if box.look is Look.BARE else 1.0
        for line in box.lines:
            for run in line.runs:
                sides = run.x - box.x, box.right - box.tip - run.x - run.width
                ends = line.baseline - 0.7 * run.size - box.y, box.bottom - line.baseline
                if min(sides) < room - NEAR or min(ends) < -NEAR:
                    yield f"“{run.text}” runs out of {_called(box)}"


def _strayed(page: PlacedPage) -> Iterator[str]:
    """Connectors that do not begin and end at what they join, or that pass through something."""
    boxes = [box for box in page.boxes if box.look is not Look.NEST and box.what not in ("or", "pill")]
    for line in page.connectors:
        if not line.tail:
            continue
        if not any(_on_border(box, line.points[-1]) for box in boxes if box.key == line.head):
            yield f"{_named(line)} ends short of its box"
        # The time axis begins behind a date.
        if line.stroke is not Stroke.AXIS and not _begins(page, line):
            yield f"{_named(line)} begins at nothing"
        around = _extent(line)
        for box in boxes:
            if _enters(box, around) and any(_enters(box, piece) for piece in pairwise(line.points)):
                yield f"{_named(line)} passes through {_called(box)}"


def _begins(page: PlacedPage, line: Connector) -> bool:
    """Whether a connector begins at its own box, or on another branch of the same comb."""
    start = line.points[0]
    # On a page that is one of several, the number of the node before stands for its option.
    if any(_on_border(box, start) for box in page.boxes if box.key in (line.tail, line.tail[:1])):
        return True
    comb = [other for other in page.connectors if other is not line and other.tail == line.tail]
    return any(_lies_on(start, piece) for other in comb for piece in pairwise(other.points))


def _met(page: PlacedPage) -> Iterator[str]:
    """Connectors that cross or coincide. Those of one comb come from one fork; a bridged one may cross."""
    lines = [(line, _extent(line)) for line in page.connectors if line.tail]
    for (one, around), (other, around_other) in combinations(lines, 2):
        if one.tail == other.tail or Stroke.HISTORY_BRIDGED in (one.stroke, other.stroke):
            continue
        if not _touch(around, around_other):
            continue
        if any(_touch(a, b) for a in pairwise(one.points) for b in pairwise(other.points)):
            yield f"{_named(one)} meets {_named(other)}"


def _extent(line: Connector) -> Piece:
    """The corners of the least rectangle round it."""
    across, down = zip(*line.points, strict=True)
    return (min(across), min(down)), (max(across), max(down))


def _enters(box: Placed, piece: Piece) -> bool:
    (x1, y1), (x2, y2) = piece
    across = min(max(x1, x2), box.right) - max(min(x1, x2), box.x)
    down = min(max(y1, y2), box.bottom) - max(min(y1, y2), box.y)
    inside = max(x1, x2) > box.x + NEAR and min(x1, x2) < box.right - NEAR
    return inside and max(y1, y2) > box.y + NEAR and min(y1, y2) < box.bottom - NEAR and max(across, down) > NEAR


def _touch(one: Piece, other: Piece) -> bool:
    """Whether two straight pieces, each across or down, come nearer than a pen's width."""
    (ax1, ay1), (ax2, ay2) = one
    (bx1, by1), (bx2, by2) = other
    across = min(max(ax1, ax2), max(bx1, bx2)) - max(min(ax1, ax2), min(bx1, bx2))
    down = min(max(ay1, ay2), max(by1, by2)) - max(min(ay1, ay2), min(by1, by2))
    return across > -NEAR and down > -NEAR


def _on_border(box: Placed, point: Point) -> bool:
    x, y = point
    within = box.x - NEAR <= x <= box.right + NEAR and box.y - NEAR <= y <= box.bottom + NEAR
    distance = min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom))
    return within and distance <= NEAR


def _lies_on(point: Point, piece: Piece) -> bool:
    (x1, y1), (x2, y2) = piece
    x, y = point
    return min(x1, x2) - NEAR <= x <= max(x1, x2) + NEAR and min(y1, y2) - NEAR <= y <= max(y1, y2) + NEAR


def _called(box: Placed) -> str:
    return f"the {box.what} {' '.join(box.key)} “{box.text[:40]}”"


def _named(line: Connector) -> str:
    return f"the {line.stroke.value} line from {'/'.join(line.tail)} to {'/'.join(line.head)}"
