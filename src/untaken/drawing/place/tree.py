"""The classic decision tree: decisions, options and outcomes as `dot` arranges them, with the boxes as we set them.

    page = tree_page(sheet, papers, arrange)

`arrange` has `dot` lay out a graph of boxes of fixed size; it is asked for time running down and across, with boxes of
several widths.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.elbows import elbow
from untaken.drawing.place.leaves import Leaf
from untaken.drawing.place.margins import margins
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.placed import Flank, Placed, PlacedPage, Point
from untaken.drawing.sheet import Box, BoxKind, Key, LinkKind, Sheet
from untaken.drawing.theme import SMALLEST

_INCH = 72.0


class Orientation(StrEnum):
    """Where time runs: down the page or across it."""

    DOWN = "TB"
    ACROSS = "LR"


@dataclass(frozen=True)
class Arrangement:
    """What `dot` made of a graph, in its points, y down: its size, its nodes' centres, the corners of its edges."""

    width: float
    height: float
    centers: Mapping[str, Point]
    courses: Mapping[tuple[str, str], tuple[Point, ...]]


Arrange = Callable[[str], Arrangement]

_WIDTHS = {
    Orientation.DOWN: {BoxKind.DECISION: 380.0, BoxKind.CHANCE: 300.0, BoxKind.OUTCOME: 240.0},
    Orientation.ACROSS: {BoxKind.DECISION: 170.0, BoxKind.CHANCE: 170.0, BoxKind.OUTCOME: 190.0},
}
_OPTION_WIDTH = {Orientation.DOWN: 250.0, Orientation.ACROSS: 230.0}
_WIDER = {Orientation.DOWN: (1.0, 1.4, 2.0, 2.8), Orientation.ACROSS: (1.0, 1.4)}
"""How much wider than usual its boxes are tried: a tall tree becomes lower by it."""
_BY_PARTS = 40.0
"""An option grows so much wider for each of its claims, so that a row stays low."""


def tree_page(sheet: Sheet, papers: Sequence[Paper], arrange: Arrange) -> PlacedPage:
    """The tree on that paper, and running that way, in which its type is largest."""
    trees = [_Tree(sheet, orientation, wider) for orientation in Orientation for wider in _WIDER[orientation]]
    drafts = [(tree, arrange(tree.dot())) for tree in trees]
    choices = [(tree, found, paper, _scale(sheet, found, paper)) for tree, found in drafts for paper in papers]
    tree, found, paper, scale = max(choices, key=lambda choice: choice[3])
    draft = tree.draft(found)
    room = margins(sheet, paper, scale).room
    return finished(sheet, paper, scale, draft, (room[0] / scale - found.width) / 2)


def _scale(sheet: Sheet, found: Arrangement, paper: Paper) -> float:
    """The largest scale at which the tree and what stands round it are on the page together."""
    low, high = 0.0, paper.largest / SMALLEST
    for _ in range(12):
        middle = (low + high) / 2
        width, height = margins(sheet, paper, middle).room
        if found.width * middle <= width and found.height * middle <= height:
            low = middle
        else:
            high = middle
    return max(low, 1e-4)


class _Tree:
    def __init__(self, sheet: Sheet, orientation: Orientation, wider: float = 1.0) -> None:
        self._sheet, self._orientation, self._wider = sheet, orientation, wider
        self._leaves = {box.id: Leaf(box, sheet.has_history and not box.history) for box in sheet.boxes}
        self._widths = {key: max(leaf.least, self._usual(leaf.box)) for key, leaf in self._leaves.items()}
        self._names = {box.id: f"n{at}" for at, box in enumerate(sheet.boxes)}

    def _usual(self, box: Box) -> float:
        usual = _WIDTHS[self._orientation].get(box.kind, _OPTION_WIDTH[self._orientation])
        return min(usual + _BY_PARTS * len(box.parts), 520.0) * self._wider

    def _size(self, key: Key) -> tuple[float, float]:
        return self._widths[key], self._leaves[key].height(self._widths[key])

    def dot(self) -> str:
        """The graph of boxes that are as large as they will be."""
        lines = [
            "digraph tree {",
            f'graph [rankdir={self._orientation.value} ordering=out splines=polyline nodesep=0.2 ranksep="0.3" pad=0]',
            'node [shape=box fixedsize=true label="" margin=0]',
            "edge [dir=none]",
        ]
        for key, name in self._names.items():
            wide, high = self._size(key)
            lines.append(f"{name} [width={wide / _INCH:.4f} height={high / _INCH:.4f}]")
        into, out = ("n", "s") if self._orientation is Orientation.DOWN else ("w", "e")
        for link in self._sheet.links:
            if link.head in self._names:
                weight = 12 if link.kind is LinkKind.HISTORY else 1
                ends = f"{self._names[link.tail]}:{out} -> {self._names[link.head]}:{into}"
                lines.append(f"{ends} [weight={weight}]")
        return "\n".join([*lines, "}"])

    def draft(self, found: Arrangement) -> Draft:
        """The boxes at the places that were found, and the connectors on their courses."""
        draft, boxes = Draft(), dict[Key, Placed]()
        for key, name in self._names.items():
            wide, high = self._size(key)
            x, y = found.centers[name]
            boxes[key] = self._leaves[key].place(draft, x - wide / 2, y - high / 2, wide)
        down = self._orientation is Orientation.DOWN
        leaving, coming = (Flank.BOTTOM, Flank.TOP) if down else (Flank.RIGHT, Flank.LEFT)
        for link in self._sheet.links:
            names = self._names[link.tail], self._names.get(link.head, "")
            if names in found.courses:
                tail, head = boxes[link.tail], boxes[link.head]
                points = [*elbow(tail, head, down, link.kind is LinkKind.HISTORY, boxes.values())]
                points = points or _thinned(found.courses[names])
                arrow = len(link.head) == 1
                draft.connectors.append(connector(link, points, None, leaving, arrow, into=coming))
        return draft


def _thinned(points: Sequence[Point]) -> list[Point]:
    """The points without those that stand on one another."""
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(kept[-1], point) > 0.5:
            kept.append(point)
    return kept
