"""Connectors as their links are drawn. Lengths are in units."""

from collections.abc import Sequence

from untaken.drawing.placed import Connector, Flank, Point, Stroke
from untaken.drawing.sheet import Link, LinkKind

ARROW = 7.5
"""The length of the arrow head of a road not taken."""
_BOLD_ARROW = 12.0
_CORNER, _BOLD_CORNER = 4.0, 7.0
_WIDENED = 7.0
"""By how much the arrow of a road of all of a class is longer."""
_CROWD = (Stroke.CROWD, Stroke.HISTORY_CROWD)
_TIES = {LinkKind.STATED: Stroke.TIE, LinkKind.SUGGESTED: Stroke.TIE_SUGGESTED}


def connector(
    link: Link,
    points: Sequence[Point],
    stroke: Stroke | None = None,
    tail_side: Flank = Flank.BOTTOM,
    arrow: bool = True,
    step: int = 0,
    until: int | None = None,
    into: Flank = Flank.LEFT,
) -> Connector:
    """A connector as its link is drawn."""
    found = stroke or stroke_of(link)
    bold = found in (Stroke.HISTORY, Stroke.HISTORY_BRIDGED, Stroke.HISTORY_ROAD, Stroke.HISTORY_CROWD)
    length = ((_BOLD_ARROW if bold else ARROW) + (_WIDENED * link.weight if link.went else 0.0)) if arrow else 0.0
    return Connector(
        link.tail, link.head, found, _straightened(points), tail_side, into, length, _BOLD_CORNER if bold else _CORNER,
        step=step, until=until, pen=link.weight if found in _CROWD or link.went else 1.0,
    )  # fmt: skip


def _straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points without those that lie on a straight way between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) + abs(kept[-1][1] - point[1]) < 0.5:
            continue
        if len(kept) > 1 and (_on_line(kept[-2], kept[-1], point)):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _on_line(one: Point, two: Point, three: Point) -> bool:
    return any(abs(one[at] - two[at]) < 0.01 and abs(two[at] - three[at]) < 0.01 for at in (0, 1))


def stroke_of(link: Link) -> Stroke:
    """How a link is drawn."""
    if link.kind in _TIES:
        return _TIES[link.kind]
    if link.went or (link.went == 0 and link.kind is LinkKind.HISTORY):
        return Stroke.HISTORY_CROWD if link.kind is LinkKind.HISTORY else Stroke.CROWD
    if link.kind is LinkKind.HISTORY:
        return Stroke.HISTORY_ROAD if link.walked else Stroke.HISTORY
    return Stroke.ROAD if link.walked else Stroke.UNTAKEN
