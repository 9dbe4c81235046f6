"""The outlines of shapes with places of their own at which lines are glued, and the courses of lines between them.

PowerPoint's own outlines have such places in the middle of each side alone, and a line that is glued there is led
anew by some programs, across whatever stands in its way.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape as NativeShape
from pptx.shapes.connector import Connector as NativeConnector
from pptx.util import Pt

from untaken.drawing.placed import Placed, Point, Shape

FIRST_SITE = 4
"""The number of the first place of a shape's own; it has as many of them."""
_NEAR = 0.6
"""Points that lie no farther apart are the same."""


def on_border(box: Placed, point: Point) -> bool:
    """Whether a point lies on a side of a box."""
    x, y = point
    within = box.x - _NEAR <= x <= box.right + _NEAR and box.y - _NEAR <= y <= box.bottom + _NEAR
    return within and min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom)) <= _NEAR


def carve(native: NativeShape, box: Placed, sites: Sequence[Point]) -> None:
    """Give a shape its outline drawn out, with lines glued at these places in this order."""
    wide, high = int(native.width), int(native.height)
    # PowerPoint counts a shape's own places from 0, LibreOffice from 4: with four of them twice, both mean the same.
    four = [sites[min(at, len(sites) - 1)] for at in range(FIRST_SITE)]
    places = "".join(_site(box, site) for site in (*four, *four))
    path = "".join(_outline(box, wide, high))
    drawn = parse_xml(
        f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{places}</a:cxnLst>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst>'
        "</a:custGeom>"
    )
    preset = native._element.spPr.find(qn("a:prstGeom"))
    native._element.spPr.replace(preset, drawn)


def _site(box: Placed, site: Point) -> str:
    x, y = site
    sides = {"cd2": x - box.x, "0": box.right - x, "3cd4": y - box.y, "cd4": box.bottom - y}
    angle = min(sides, key=lambda side: abs(sides[side]))
    return f'<a:cxn ang="{angle}"><a:pos x="{int(Pt(x - box.x))}" y="{int(Pt(y - box.y))}"/></a:cxn>'


def _outline(box: Placed, wide: int, high: int) -> Iterator[str]:
    if box.shape is Shape.ROUNDED and box.corner:
        yield from _rounded(wide, high, min(int(Pt(box.corner)), wide // 2, high // 2))
        return
    shoulder = wide - int(Pt(box.tip))
    pointed = [(0, 0), (shoulder, 0), (wide, high // 2), (shoulder, high), (0, high)]
    points = pointed if box.shape is Shape.POINTED else [(0, 0), (wide, 0), (wide, high), (0, high)]
    for at, (x, y) in enumerate(points):
        yield f'<a:{"lnTo" if at else "moveTo"}><a:pt x="{x}" y="{y}"/></a:{"lnTo" if at else "moveTo"}>'
    yield "<a:close/>"


def _rounded(wide: int, high: int, radius: int) -> Iterator[str]:
    """From the upper end of the left side round to it again; angles are sixtieths of a thousandth of a degree."""
    yield f'<a:moveTo><a:pt x="0" y="{radius}"/></a:moveTo>'
    corners = ((wide - radius, 0, 10800000), (wide, high - radius, 16200000), (radius, high, 0), (0, radius, 5400000))
    for x, y, start in corners:
        yield f'<a:arcTo wR="{radius}" hR="{radius}" stAng="{start}" swAng="5400000"/>'
        yield f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>'
    yield "<a:close/>"


_KINDS = {2: "straightConnector1", 3: "bentConnector2", 4: "bentConnector3"}


def lead(native: NativeConnector, points: Sequence[Point]) -> None:
    """Give a connector the course through these points, which turn at right angles, at most twice."""
    (x, y), (right, bottom) = points[0], points[-1]
    across, down = right - x, bottom - y
    is_upright = len(points) > 2 and abs(points[1][0] - x) < abs(points[1][1] - y)
    wide, high = (abs(down), abs(across)) if is_upright else (abs(across), abs(down))
    form = native._element.spPr.find(qn("a:xfrm"))
    for name in ("rot", "flipH", "flipV"):
        form.attrib.pop(name, None)
    # An upright course is one that lies, turned by a quarter.
    if is_upright:
        form.set("rot", "5400000")
    if (down if is_upright else across) < 0:
        form.set("flipH", "1")
    if (across > 0) if is_upright else (down < 0):
        form.set("flipV", "1")
    offset, extent = form.find(qn("a:off")), form.find(qn("a:ext"))
    offset.set("x", str(int(Pt((x + right) / 2 - wide / 2))))
    offset.set("y", str(int(Pt((y + bottom) / 2 - high / 2))))
    extent.set("cx", str(int(Pt(wide))))
    extent.set("cy", str(int(Pt(high))))
    shape = native._element.spPr.find(qn("a:prstGeom"))
    shape.set("prst", _KINDS[len(points)])
    values = parse_xml(f"<a:avLst {nsdecls('a')}>{_turn(points, 1 if is_upright else 0)}</a:avLst>")
    for old in shape.findall(qn("a:avLst")):
        shape.remove(old)
    shape.append(values)


def _turn(points: Sequence[Point], axis: int) -> str:
    """Where a course of three pieces turns, in parts of its length."""
    if len(points) < 4:
        return ""
    (first, turn), last = (point[axis] for point in points[:2]), points[-1][axis]
    value = round(100_000 * (turn - first) / (last - first)) if abs(last - first) > _NEAR else 0
    return f'<a:gd name="adj1" fmla="val {value}"/>'


def whole_way(points: Sequence[Point], tail: Placed | None) -> list[Point]:
    """A course from its box on: branches of a comb are placed from where they part."""
    start = points[0]
    if tail is None or on_border(tail, start) or not (tail.x <= start[0] <= tail.right and start[1] > tail.bottom):
        return list(points)
    way = [(start[0], tail.bottom), *points]
    turns = [two for one, two, three in zip(way, way[1:], way[2:], strict=False) if _turns_at(one, two, three)]
    return [way[0], *turns, way[-1]]


def _turns_at(one: Point, two: Point, three: Point) -> bool:
    return not any(abs(one[axis] - two[axis]) < 0.01 and abs(two[axis] - three[axis]) < 0.01 for axis in (0, 1))


def is_square(points: Sequence[Point]) -> bool:
    """Whether a course is one that a connector can take: at right angles, of three pieces at most."""
    pieces = [abs(x1 - x2) < _NEAR or abs(y1 - y2) < _NEAR for (x1, y1), (x2, y2) in pairwise(points)]
    return len(points) in _KINDS and all(pieces)
