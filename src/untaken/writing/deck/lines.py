"""Which shapes the connectors of a page are glued to, and where on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pptx.shapes.autoshape import Shape as NativeShape

from untaken.drawing.placed import Connector, Placed, PlacedPage, Point, Shape
from untaken.writing.deck.geometry import FIRST_SITE, on_border, whole_way

_SIDES_OF_CIRCLE = {"left": 2, "right": 6, "top": 0, "bottom": 4}
"""Where a line can be glued to an ellipse, which has eight places."""


_MOST_POINTS = 4


@dataclass
class Anchor:
    """A box that connectors end at, the places where they do, and the shape that it has become."""

    box: Placed
    sites: list[Point] = field(default_factory=list)
    native: NativeShape | None = None

    def has_room(self, point: Point) -> bool:
        """Whether a connector can be glued here."""
        return self.box.shape is Shape.CIRCLE or point in self.sites or len(self.sites) < FIRST_SITE

    def site(self, point: Point) -> int:
        """The number of the place at a point, which is made if it is not there yet."""
        if self.box.shape is Shape.CIRCLE:
            middle = self.box.x + self.box.width / 2
            return _SIDES_OF_CIRCLE["left" if point[0] < middle else "right"]
        if point not in self.sites:
            self.sites.append(point)
        return FIRST_SITE + self.sites.index(point)


@dataclass(frozen=True)
class GluedEnd:
    """One end of a connector: what it is glued to, and at which of its places."""

    anchor: Anchor
    site: int


@dataclass(frozen=True)
class GluedLine:
    """A connector with its whole course; an end that stands at nothing is None."""

    connector: Connector
    points: tuple[Point, ...]
    tail: GluedEnd | None
    head: GluedEnd | None


def anchored(page: PlacedPage) -> tuple[list[Anchor], list[GluedLine]]:
    """An anchor for each box of a page, in their order, and its connectors."""
    anchors = [Anchor(box) for box in page.boxes]
    return anchors, list(_lines(page.connectors, anchors))


def _lines(connectors: Sequence[Connector], anchors: Sequence[Anchor]) -> Iterator[GluedLine]:
    for connector in connectors:
        own = next((each.box for each in anchors if each.box.key == connector.tail and each.box.what == "box"), None)
        own = own or next((each.box for each in anchors if connector.tail and each.box.key == connector.tail), None)
        points = tuple(whole_way(connector.points, own))
        # On a page that is one of several, the number of the node before stands for its option.
        tails, heads = {connector.tail, connector.tail[:1]}, {connector.head}
        tail, head = (_end(anchors, keys, at) for keys, at in ((tails, points[0]), (heads, points[-1])))
        if len(points) <= _MOST_POINTS:
            yield GluedLine(connector, points, tail, head)
            continue
        # Some programs lead a line that turns often anew, through whatever stands in its way: so it is drawn in pieces.
        pieces = [*pairwise(connector.points)]
        for piece in pieces[:-1]:
            yield GluedLine(replace(connector, arrow=0.0), piece, None, None)
        yield GluedLine(connector, pieces[-1], None, head)


def _end(anchors: Sequence[Anchor], keys: set[tuple[str, ...]], point: Point) -> GluedEnd | None:
    for anchor in anchors:
        box = anchor.box
        if box.key and box.key in keys and box.shape is not Shape.BARE and on_border(box, point):
            return GluedEnd(anchor, anchor.site(point)) if anchor.has_room(point) else None
    return None
