"""The classic decision tree: decisions, options and outcomes as `dot` arranges them, with the boxes as we set them.

    page = tree_page(sheet, papers, arrange)

`arrange` has `dot` lay out a graph of boxes of fixed size; it is asked for time running down and across, with boxes of
several widths.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.elbows import elbow
from untaken.drawing.place.leaves import PILL_ROOM, Leaf
from untaken.drawing.place.margins import margins
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.placed import Flank, Placed, PlacedPage, Point
from untaken.drawing.sheet import Box, BoxKind, Key, LinkKind, Sheet
from untaken.drawing.structure import Structure
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
_BETWEEN = 22.0
"""Between two levels, in units."""
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
    """A sheet as a tree: what several ways lead to is drawn once, elsewhere words say where."""

    def __init__(self, sheet: Sheet, orientation: Orientation, wider: float = 1.0) -> None:
        self._sheet, self._orientation, self._wider = sheet, orientation, wider
        self._structure = Structure(sheet)
        self._leaves = {box.id: self._leaf(box) for box in sheet.boxes}
        self._widths = {key: max(leaf.least, self._usual(leaf.box)) for key, leaf in self._leaves.items()}
        self._names = {box.id: f"n{at}" for at, box in enumerate(sheet.boxes)}
        self._links = [
            link for link in sheet.links if link.head in self._names and not self._structure.elsewhere(link.tail)
        ]

    def _leaf(self, box: Box) -> Leaf:
        structure = self._structure
        letter = structure.numbers.get(box.node, "") if len(box.id) == 1 and structure.rejoining else ""
        return Leaf(box, self._sheet.has_history and not box.history, letter, structure.elsewhere(box.id))

    def _usual(self, box: Box) -> float:
        usual = _WIDTHS[self._orientation].get(box.kind, _OPTION_WIDTH[self._orientation])
        return min(usual + _BY_PARTS * len(box.parts), 520.0) * self._wider

    def _size(self, key: Key) -> tuple[float, float]:
        leaf, wide = self._leaves[key], self._widths[key]
        # Before a choice, room that one option has for its pill would tell where the others lead.
        spare = self._sheet.neutral and len(key) > 1 and self._structure.rejoining and not leaf.pill
        return wide, leaf.height(wide) + (PILL_ROOM if spare else 0.0)

    def dot(self) -> str:
        """The graph of boxes that are as large as they will be."""
        lines = [
            "digraph tree {",
            f'graph [rankdir={self._orientation.value} ordering=out nodesep=0.2 ranksep="{_BETWEEN / _INCH}" pad=0]',
            'node [shape=box fixedsize=true label="" margin=0]',
            "edge [dir=none]",
        ]
        for key, name in self._names.items():
            wide, high = self._size(key)
            lines.append(f"{name} [width={wide / _INCH:.4f} height={high / _INCH:.4f}]")
        for link in self._links:
            weight = 12 if link.kind is LinkKind.HISTORY and not self._sheet.neutral else 1
            lines.append(f"{self._names[link.tail]} -> {self._names[link.head]} [weight={weight}]")
        return "\n".join([*lines, "}"])

    def draft(self, found: Arrangement) -> Draft:
        """The boxes at the places that were found, those of a level in one line, and the connectors between them."""
        draft, boxes = Draft(), dict[Key, Placed]()
        for key, (x, y) in self._corners(found).items():
            boxes[key] = self._leaves[key].place(draft, x, y, *self._size(key))
        down = self._orientation is Orientation.DOWN
        leaving, coming = (Flank.BOTTOM, Flank.TOP) if down else (Flank.RIGHT, Flank.LEFT)
        for link in self._links:
            points = elbow(boxes[link.tail], boxes[link.head], down, link.kind is LinkKind.HISTORY)
            arrow = len(link.head) == 1
            draft.connectors.append(connector(link, points, None, leaving, arrow, into=coming))
        return draft

    def _corners(self, found: Arrangement) -> dict[Key, Point]:
        """The upper left corners of the boxes: each level begins in one line, so that nothing stands between two."""
        corners: dict[Key, Point] = {}
        begins: dict[int, float] = {}
        along = 1 if self._orientation is Orientation.DOWN else 0
        for key, name in self._names.items():
            (x, y), (wide, high) = found.centers[name], self._size(key)
            corner = corners[key] = x - wide / 2, y - high / 2
            level = self._levels[key]
            begins[level] = min(begins.get(level, math.inf), corner[along])
        return {
            key: (x, begins[self._levels[key]]) if along else (begins[self._levels[key]], y)
            for key, (x, y) in corners.items()
        }

    @cached_property
    def _levels(self) -> Mapping[Key, int]:
        """How many links lead to each box."""
        levels = dict.fromkeys(self._names, 0)
        ahead = [key for key in self._names if key not in {link.head for link in self._links}]
        leaving: dict[Key, list[Key]] = {}
        for link in self._links:
            leaving.setdefault(link.tail, []).append(link.head)
        while ahead:
            tail = ahead.pop()
            for head in leaving.get(tail, ()):
                levels[head] = levels[tail] + 1
                ahead.append(head)
        return levels
