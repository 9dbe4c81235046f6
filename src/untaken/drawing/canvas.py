"""The page that every drawing stands on, as DOT: its title, legend and sources, and room for the drawing between."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import graphviz

from untaken.drawing import palette
from untaken.drawing.labels import Style, cell, label, row, run, stacked, table, text_lines
from untaken.drawing.typeface import FAMILY, Face, measure

TITLE_SIZE = 23.0
SUBTITLE_SIZE = 15.0
"""In points of the page, as is the frame's `foot_size` for legend and sources."""


class Orientation(StrEnum):
    """Where time runs: down the page or across it."""

    DOWN = "TB"
    ACROSS = "LR"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a drawing is folded: where time runs, and how far the cards of one decision spread across it, in points."""

    orientation: Orientation
    span: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The page round a drawing.

    Lengths are in points of the drawing; the page shows them `scale` times as large. `width` and `height` are in the
    page's own points, both 0 for no page. `above` and `below` are blank space between the drawing and what stands
    round it. `crowded` makes the type of what stands round it smaller, where it would leave no room for the drawing.
    """

    text_width: float
    scale: float = 1.0
    foot_size: float = 12.0
    width: float = 0.0
    height: float = 0.0
    above: float = 0.0
    below: float = 0.0
    dpi: int = 0
    crowded: float = 1.0

    def type_size(self, on_page: float) -> int:
        """A type size in points of the drawing, from one of the page. Graphviz takes whole ones, none above 255."""
        return min(math.ceil(on_page * self.crowded / self.scale), 255)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a drawing."""

    title: str
    subtitle: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the legend explains: a sample of it as markup, made for a type size, and its word."""

    kind: str
    words: str
    color: str = palette.QUIET
    ground: str = ""
    style: str = ""
    border: float = 0.0


class Canvas:
    """A DOT graph with its page: nodes and edges go into `body`; without a frame there is no page round it."""

    def __init__(
        self,
        shape: Shape,
        frame: Frame | None,
        heading: Heading,
        legend: Sequence[Sample],
        sources: Sequence[str],
        rank_gap: float,
    ) -> None:
        self._dot = graphviz.Digraph("untaken", graph_attr=_graph_attributes(shape, frame, rank_gap))
        self._dot.attr("node", fontname=FAMILY, height="0.1", width="0.1", margin="0")
        self._dot.attr("edge", fontname=FAMILY)
        self._foot = label(_page_foot(sources, frame)) if frame else ""
        self.body = graphviz.Digraph("cluster_page", graph_attr={"peripheries": "0", "margin": "0"})
        if frame:
            self.body.attr(label=label(_page_head(heading, legend, frame)), labelloc="t", labeljust="l")

    def side_by_side(self, names: Sequence[str]) -> None:
        """Keep nodes on one rank, even where one of them leads far away."""
        if len(names) > 1:
            rank = graphviz.Digraph(graph_attr={"rank": "same"})
            for name in names:
                rank.node(name)
            self.body.subgraph(rank)

    def text(self) -> str:
        """The whole DOT text."""
        self._dot.subgraph(self.body)
        if self._foot:
            self._dot.attr(label=self._foot, labelloc="b", labeljust="l")
        return str(self._dot.source)


def _graph_attributes(shape: Shape, frame: Frame | None, rank_gap: float) -> dict[str, str]:
    attributes = {
        "rankdir": shape.orientation.value,
        "ordering": "out",
        "bgcolor": palette.PAPER,
        "fontname": FAMILY,
        "nodesep": "0.24",
        "ranksep": f"{rank_gap:g}",
        "pad": "0",
        "charset": "UTF-8",
    }
    if frame and frame.width:
        attributes["viewport"] = f"{frame.width:g},{frame.height:g},{frame.scale:.6f}"
    elif frame:
        attributes["pad"] = "0.3"
    if frame and frame.dpi:
        attributes["dpi"] = str(frame.dpi)
    return attributes


def _page_head(heading: Heading, samples: Sequence[Sample], frame: Frame) -> str:
    """The title and, at its right where there is room, else below, the legend."""
    title = Style(frame.type_size(TITLE_SIZE), palette.INK, Face.BOLD)
    subtitle = Style(frame.type_size(SUBTITLE_SIZE), palette.QUIET)
    small = Style(frame.type_size(frame.foot_size), palette.QUIET)
    legend, taken = _legend([_entry(sample, small) for sample in samples], frame.text_width)
    titled = measure(title.face, title.size)(heading.title)
    beside = titled + taken + 2 * title.size < frame.text_width
    lines = text_lines(heading.title, frame.text_width, title)
    first = (
        [cell(stacked(lines), WIDTH=round(frame.text_width - taken))] if beside else [cell(stacked(lines), COLSPAN=2)]
    )
    first += [cell(legend, "RIGHT", VALIGN="MIDDLE", WIDTH=round(taken))] if beside and samples else []
    rows = [row(*first)]
    if heading.subtitle:
        rows.append(row(cell(stacked(text_lines(heading.subtitle, frame.text_width, subtitle)), COLSPAN=2)))
    if heading.context:
        rows.append(row(cell(stacked(text_lines(heading.context, frame.text_width, small)), COLSPAN=2)))
    if samples and not beside:
        rows.append(row(cell(legend, WIDTH=round(taken)), cell("", WIDTH=round(max(1, frame.text_width - taken)))))
    return _full_width(frame, *rows, *_space(frame.above, 2))


def _page_foot(sources: Sequence[str], frame: Frame) -> str:
    style = Style(frame.type_size(frame.foot_size), palette.QUIET)
    text = f"Sources: {'; '.join(sources)}" if sources else ""
    lines = text_lines(text, frame.text_width, style)
    return _full_width(frame, *_space(frame.below, 2), row(cell("", WIDTH=_CLUSTER_MARGIN), cell(stacked(lines))))


_CLUSTER_MARGIN = 8
"""What Graphviz leaves free at the left of the title, and not at the left of the foot, in points of the drawing."""


def _full_width(frame: Frame, *rows: str) -> str:
    return table(*rows, WIDTH=round(frame.text_width))


def _space(height: float, columns: int = 1) -> list[str]:
    return [row(cell("", HEIGHT=round(height), COLSPAN=columns))] if height >= 1 else []


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sample and its word in the legend, and how wide they are together, in points."""

    cells: tuple[str, ...]
    width: float


def _legend(entries: Sequence[_Entry], width: float) -> tuple[str, float]:
    """The legend in as many rows as the width asks for, and how wide it is."""
    rows: list[list[_Entry]] = [[]]
    for entry in entries:
        if rows[-1] and _length([*rows[-1], entry]) > width:
            rows.append([])
        rows[-1].append(entry)
    longest = max(map(_length, rows))
    return table(*(row(cell(_legend_row(each, longest))) for each in rows)), longest


def _legend_row(entries: Sequence[_Entry], width: float) -> str:
    cells = [each for entry in entries for each in entry.cells]
    # Graphviz spreads a table over the room that it is given: one more cell takes what this row leaves free.
    free = round(width - _length(entries))
    return table(row(*cells, *([cell("", WIDTH=free)] if free else [])))


def _length(entries: Sequence[_Entry]) -> float:
    return sum(entry.width for entry in entries) * 1.02 + 4


def _entry(sample: Sample, style: Style) -> _Entry:
    gap, beside = round(style.size * 1.1), round(style.size * 0.35)
    drawn, width = _drawn(sample, style)
    words = cell(run(sample.words, style))
    cells = (cell("", WIDTH=gap), cell(drawn, VALIGN="MIDDLE"), cell("", WIDTH=beside), words)
    return _Entry(cells, gap + width + beside + measure(style.face, style.size)(sample.words))


def _drawn(sample: Sample, style: Style) -> tuple[str, float]:
    """The sample as markup, and its width: a box, a line, or a letter."""
    unit = style.size
    if sample.kind not in ("box", "line"):
        return run(sample.kind, style.colored(sample.color)), unit * 0.9
    border = max(1, round(unit * sample.border)) if sample.border else 0
    height = max(round(unit * 0.75), 2 * border + 3) if sample.kind == "box" else max(5, round(unit * 0.2))
    looks: dict[str, object] = {"BORDER": border, "COLOR": sample.color, "WIDTH": round(unit * 1.75), "HEIGHT": height}
    looks |= {"STYLE": sample.style} if sample.style else {}
    looks |= {"BGCOLOR": sample.ground} if sample.ground else {}
    looks |= {"SIDES": "B"} if sample.kind == "line" else {}
    return table(row(cell("")), **looks, FIXEDSIZE="TRUE"), unit * 1.75
