"""A placed page as DOT that Graphviz draws as it stands: every node has its place, every edge its course.

Graphviz's layout `nop2` keeps both. Its y grows upward, in points; it rounds the widths of letters to whole units, so
everything is written some times as large and the viewport shrinks it again.
"""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from untaken.drawing.place.leaves import CORNER
from untaken.drawing.placed import Connector, Placed, PlacedPage, PlacedRun, Point, Shape
from untaken.drawing.theme import INNER, LIGHT, Paint, Pen, Theme
from untaken.drawing.typeface import FAMILY, Face
from untaken.writing.strokes import arrow_head, dashes, pieces, pointed

_FINEST, _COARSEST = 4.0, 1.5
_GRAPHVIZ_CORNER = 12.0
"""The radius of its rounded corners, in its units: they say how much finer a page can be written."""
_INCH = 72.0
_BASELINE = 0.358
"""From the middle of a line of text down to its baseline, as Graphviz sets our typeface, in parts of its size."""
_FACES = {Face.REGULAR: FAMILY, Face.BOLD: f"{FAMILY} Bold", Face.ITALIC: f"{FAMILY} Italic"}


def fixed_dot(page: PlacedPage, dpi: int = 0, theme: Theme = LIGHT) -> str:
    """The DOT text of a page, to be drawn by `nop2`; at so many dots to the inch, 0 leaves that to Graphviz."""
    return "\n".join(_Writer(page, theme).lines(dpi))


class _Writer:
    def __init__(self, page: PlacedPage, theme: Theme) -> None:
        self.page, self.theme = page, theme
        self.count = 0
        self.finer = min(_FINEST, max(_COARSEST, _GRAPHVIZ_CORNER / (CORNER * page.scale)))

    def lines(self, dpi: int) -> Iterator[str]:
        wide, high = self.page.width, self.page.height
        middle = f"{wide * self.finer / 2:.2f},{high * self.finer / 2:.2f}"
        raster = f" dpi={dpi}" if dpi else ""
        yield "digraph untaken {"
        yield (
            f'graph [pad=0 margin=0 notranslate=true outputorder=nodesfirst charset="UTF-8"{raster} '
            f'bgcolor="{self.theme.paper}" viewport="{wide:.2f},{high:.2f},{1 / self.finer:.6f},{middle}"]'
        )
        yield f'node [fontname="{FAMILY}" margin=0 label=""]'
        yield "edge [dir=none]"
        yield f'page [style=invis shape=box fixedsize=true {self._size(wide, high)} pos="{middle}"]'
        for box in self.page.boxes:
            yield from self._box(box)
        for connector in self.page.connectors:
            yield from self._connector(connector)
        yield "}"

    def _name(self) -> str:
        self.count += 1
        return f"n{self.count}"

    def _place(self, x: float, y: float) -> str:
        return f"{x * self.finer:.2f},{(self.page.height - y) * self.finer:.2f}"

    def _size(self, width: float, height: float) -> str:
        wide, high = (max(each, 0.01) * self.finer / _INCH for each in (width, height))
        return f"width={wide:.5f} height={high:.5f}"

    def _box(self, box: Placed) -> Iterator[str]:
        ground = self.theme.grounds[box.look]
        if ground.fill or ground.border:
            yield self._shape(box, ground, 0.0)
        if ground.inner:
            yield self._shape(box, ground, ground.inner * box.pen)
        if ground.dotted:
            yield self._dots(box, ground)
        for line in box.lines:
            for run in line.runs:
                if run.text.strip():
                    yield self._run(run, line.baseline)

    def _shape(self, box: Placed, ground: Paint, inset: float) -> str:
        shape = {Shape.CIRCLE: "circle", Shape.POINTED: "cds"}.get(box.shape, "box")
        style = '"filled,rounded"' if box.shape is Shape.ROUNDED and box.corner else "filled"
        pen = 0.0 if ground.dotted else (INNER if inset else ground.border) * box.pen * self.finer
        color = ground.inner_color if inset else ground.color or ground.fill
        fill = "transparent" if inset else ground.fill or "transparent"
        place = self._place(box.x + box.width / 2, box.y + box.height / 2)
        # The shape `cds` is drawn 12 units lower than its node.
        higher = 12 / self.finer if shape == "cds" else 0.0
        size = self._size(box.width - 2 * inset, box.height - 2 * inset + higher)
        return (
            f'{self._name()} [shape={shape} fixedsize=true {size} pos="{place}" style={style} penwidth={pen:.2f} '
            f'color="{color}" fillcolor="{fill}"]'
        )

    def _dots(self, box: Placed, ground: Paint) -> str:
        """A border of dots: Graphviz's own would be too fine at this scale."""
        pen = ground.border * box.pen
        around = pointed(box) if box.shape is Shape.POINTED else _corners(box)
        return self._stroke(dashes([*around, around[0]], pen, 1.6 * pen), Pen(ground.color, ground.border), box.pen)

    def _run(self, run: PlacedRun, baseline: float) -> str:
        size = run.size * self.finer
        wide = int(1.04 * run.width * self.finer) + 3
        marked = escape(run.text.replace("\\", r"\\"))
        color = self.theme.types[run.role].color
        middle = baseline - _BASELINE * run.size
        place = self._place(run.x + wide / 2 / self.finer, middle)
        cell = f'<TD ALIGN="LEFT" WIDTH="{wide}"><FONT COLOR="{color}">{marked}</FONT></TD>'
        table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{cell}</TR></TABLE>'
        face = f' fontname="{_FACES[run.face]}"' if run.face is not Face.REGULAR else ""
        return f'{self._name()} [shape=plain fontsize={size:.3f}{face} pos="{place}" label=<{table}>]'

    def _connector(self, connector: Connector) -> Iterator[str]:
        for pen in self.theme.strokes[connector.stroke]:
            if pen.dashes:
                length, gap = (each * connector.pen for each in pen.dashes)
                yield self._stroke(dashes(connector.points, length, gap), pen, connector.pen)
            else:
                width, course = (
                    pen.width * connector.pen * self.finer,
                    self._course(connector, pen.late * connector.pen),
                )
                yield f'page -> page [pos="{course}" color="{pen.color}" penwidth={width:.2f}]'
        if connector.arrow:
            yield self._head(connector)

    def _stroke(self, lines: list[tuple[Point, ...]], pen: Pen, scale: float) -> str:
        """Straight lines as one edge of several courses."""
        # Graphviz reads no longer line of a text than 16,384 letters; one that ends in a backslash goes on.
        courses = ";\\\n".join(self._straight(line) for line in lines)
        return f'page -> page [pos="{courses}" color="{pen.color}" penwidth={pen.width * scale * self.finer:.2f}]'

    def _straight(self, line: tuple[Point, ...]) -> str:
        places = [self._place(*point) for point in line]
        return " ".join([places[0], *(f"{one} {two} {two}" for one, two in pairwise(places))])

    def _head(self, connector: Connector) -> str:
        """The arrow head, as that of an edge that is no longer than it."""
        tip, *base = arrow_head(connector)
        middle = self._place((base[0][0] + base[1][0]) / 2, (base[0][1] + base[1][1]) / 2)
        size = connector.arrow * self.finer / 10
        course = " ".join([middle] * 4)
        look = f'color="{self.theme.arrow_color(connector.stroke)}" penwidth=0 arrowsize={size:.3f}'
        return f'page -> page [dir=forward pos="e,{self._place(*tip)} {course}" {look}]'

    def _course(self, connector: Connector, late: float) -> str:
        """Cubic curves: a straight line has its own ends for both handles, a turn its corner."""
        start, found = pieces(connector, late)
        here, parts = start, [self._place(*start)]
        for piece in found:
            if piece.around:
                handles = [_between(here, piece.around), _between(piece.end, piece.around)]
            else:
                handles = [here, piece.end]
            parts += [self._place(*each) for each in (*handles, piece.end)]
            here = piece.end
        return " ".join(parts)


def _between(end: tuple[float, float], corner: tuple[float, float]) -> tuple[float, float]:
    """The handle of a cubic curve that follows a quadratic one."""
    return end[0] + (corner[0] - end[0]) * 2 / 3, end[1] + (corner[1] - end[1]) * 2 / 3


def _corners(box: Placed) -> tuple[Point, ...]:
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
