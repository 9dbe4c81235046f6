"""Placed boxes as native shapes with text that wraps by itself, and connectors that are glued to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape as NativeShape
from pptx.shapes.connector import Connector as NativeConnector
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import TextFrame
from pptx.util import Pt

from untaken.drawing.placed import Placed, PlacedLine, PlacedRun, Point, Shape
from untaken.drawing.theme import LEADING, Paint, Theme
from untaken.drawing.typeface import Face
from untaken.writing.deck.colors import DeckColors, plain
from untaken.writing.deck.geometry import carve, is_square, lead
from untaken.writing.deck.lines import GluedLine

_SHAPES = {
    Shape.RECTANGLE: MSO_SHAPE.RECTANGLE,
    Shape.ROUNDED: MSO_SHAPE.ROUNDED_RECTANGLE,
    Shape.POINTED: MSO_SHAPE.PENTAGON,
    Shape.CIRCLE: MSO_SHAPE.OVAL,
    Shape.BARE: MSO_SHAPE.RECTANGLE,
}


_USUAL_INSET = 9.0
"""How far in text begins at most where nothing stands before it, in points."""
_LABELS = ("disc", "or", "pill")
"""Parts of boxes whose words stand in their middle."""


@dataclass(frozen=True)
class Shapes:
    """Makes the shapes of a deck in one theme."""

    theme: Theme
    colors: DeckColors

    def add_box(self, shapes: SlideShapes, box: Placed, sites: Sequence[Point] = ()) -> NativeShape:
        """A placed box as a shape, with its alternative text and its name, and places for the lines that end at it."""
        shape = shapes.add_shape(
            _SHAPES[box.shape], Pt(box.x), Pt(box.y), Pt(max(1.0, box.width)), Pt(max(1.0, box.height))
        )
        _bend(shape, box)
        if sites and box.shape is not Shape.CIRCLE:
            carve(shape, box, sites)
        ground = self.theme.grounds[box.look]
        self._fill(shape.fill, ground)
        self._border(shape.line, ground, box.pen)
        _without_effects(shape)
        shape.name = plain(box.text)[:60] or box.what
        shape._element.nvSpPr.cNvPr.set("descr", plain(box.name or box.text))
        self._write(shape.text_frame, box)
        return shape

    def _fill(self, fill: FillFormat, ground: Paint) -> None:
        if not ground.fill:
            fill.background()
            return
        fill.solid()
        self.colors.paint(fill.fore_color, ground.fill)

    def _border(self, line: LineFormat, ground: Paint, pen: float) -> None:
        if not ground.border:
            line.fill.background()
            return
        line.width = Pt(ground.border * pen)
        line.fill.solid()
        self.colors.paint(line.fill.fore_color, ground.color)
        if ground.dotted:
            line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT

    def _write(self, frame: TextFrame, box: Placed) -> None:
        """The text as paragraphs that can be edited, with the sizes and colours of their roles."""
        is_label = box.what in _LABELS
        # A label has room for its own words, in whatever typeface: it is never broken.
        frame.word_wrap = not is_label and not (box.shape is Shape.BARE and len(box.lines) == 1)
        left, top = (0.0, 0.0) if is_label else _inset(box)
        frame.margin_left, frame.margin_right = Pt(left), Pt(box.tip + max(0.0, min(left, _USUAL_INSET) - 6.0))
        frame.margin_top, frame.margin_bottom = Pt(top), Pt(0)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if is_label else MSO_ANCHOR.TOP
        before = None
        for at, (_, lines) in enumerate(groupby(box.lines, key=lambda line: line.paragraph)):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.line_spacing = LEADING / 1.2
            paragraph.alignment = PP_ALIGN.CENTER if is_label else PP_ALIGN.LEFT
            mine = list(lines)
            size = max(run.size for line in mine for run in line.runs)
            if before is not None:
                paragraph.space_before = Pt(max(0.0, mine[0].baseline - before - size * LEADING))
            before = mine[-1].baseline
            marked = _mark(mine)
            if marked:
                indent = Pt(mine[0].runs[1].x - mine[0].runs[0].x) if len(mine[0].runs) > 1 else Pt(18)
                paragraph._p.get_or_add_pPr().set("marL", str(indent))
                paragraph._p.get_or_add_pPr().set("indent", str(-indent))
            for text, run in _runs(mine, marked):
                native = paragraph.add_run()
                native.text = plain(text)
                native.font.size = Pt(round(run.size, 1))
                native.font.bold = run.face is Face.BOLD
                native.font.italic = run.face is Face.ITALIC
                self.colors.paint(native.font.color, self.theme.types[run.role].color)

    def add_connector(self, shapes: SlideShapes, line: GluedLine) -> None:
        """A connector, glued to the shapes that it joins; decoration for who listens."""
        connector = line.connector
        (x, y), (right, bottom) = line.points[0], line.points[-1]
        native = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(y), Pt(right), Pt(bottom))
        if is_square(line.points):
            lead(native, line.points)
        pen = self.theme.strokes[connector.stroke][-1]
        native.line.width = Pt(pen.width * connector.pen)
        native.line.fill.solid()
        self.colors.paint(native.line.fill.fore_color, pen.color)
        if pen.dashes:
            native.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        if connector.arrow:
            native.line._get_or_add_ln().append(native.line._ln.makeelement(qn("a:tailEnd"), {"type": "triangle"}))
        _without_effects(native)
        _glue(native, line)
        native.name = f"line {native.shape_id}"


def _bend(shape: NativeShape, box: Placed) -> None:
    """Corners and tips as they were placed."""
    least = min(box.width, box.height) or 1.0
    if box.shape is Shape.ROUNDED:
        shape.adjustments[0] = min(0.5, box.corner / least)
    elif box.shape is Shape.POINTED:
        shape.adjustments[0] = min(1.0, box.tip / least)


def _without_effects(shape: NativeShape | NativeConnector) -> None:
    """No shadow: some programs draw the theme's even where a shape is said to inherit none."""
    for reference in shape._element.iter(qn("a:effectRef")):
        reference.set("idx", "0")


def _inset(box: Placed) -> tuple[float, float]:
    """How far in and down the text of a box begins."""
    runs = [run for line in box.lines for run in line.runs]
    if not runs:
        return 0.0, 0.0
    first = box.lines[0]
    size = max(run.size for run in first.runs)
    return max(0.0, min(run.x for run in runs) - box.x), max(0.0, first.baseline - 0.92 * size - box.y)


def _mark(lines: list[PlacedLine]) -> bool:
    return lines[0].runs[0].text in ("▲", "▼", "•")


def _runs(lines: list[PlacedLine], marked: bool) -> Iterator[tuple[str, PlacedRun]]:
    """Runs of one look, joined over the ends of lines."""
    every = [run for line in lines for run in line.runs]
    if marked:
        yield f"{every[0].text}\t", every[0]
        every = every[1:]
    for at, (_, same) in enumerate(groupby(every, key=lambda run: (run.role, run.face, run.size))):
        mine = list(same)
        # A dash stands on one line with the name behind it.
        text = re.sub(r"^— ", "—\u00a0", " ".join(run.text for run in mine))
        yield (f" {text}" if at else text), mine[0]


def _glue(native: NativeConnector, line: GluedLine) -> None:
    for tag, end in (("stCxn", line.tail), ("endCxn", line.head)):
        if end is not None and end.anchor.native is not None:
            link = native._element.find(qn("p:nvCxnSpPr")).find(qn("p:cNvCxnSpPr"))
            link.append(link.makeelement(qn(f"a:{tag}"), {"id": str(end.anchor.native.shape_id), "idx": str(end.site)}))
