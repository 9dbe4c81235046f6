"""Decisions, chance nodes, outcomes and pointers as DOT nodes."""

import math
from dataclasses import replace

from untaken.drawing import palette
from untaken.drawing.canvas import Orientation, Shape
from untaken.drawing.diagram.claims import block, claim_block, claim_rows
from untaken.drawing.diagram.styles import CHANCE, FOOTPRINTS, OUTCOME, OWNER, QUESTION, SMALL, SMALLEST, YOUR_ROAD
from untaken.drawing.labels import Style, cell, label, row, stacked, table, text_lines, widest
from untaken.drawing.picture import FOOTPRINT, Head, Kind, Row
from untaken.drawing.typeface import Face
from untaken.drawing.widths import columns, height
from untaken.model import Basis


def head_attributes(head: Head, shape: Shape) -> dict[str, str]:
    """A node as its kind is drawn."""
    if head.walked and head.kind is not Kind.OUTCOME:
        head = replace(head, above=f"{FOOTPRINT}\u00a0{head.above}".strip())
    draw = {Kind.DECISION: _decision, Kind.CHANCE: _chance, Kind.OUTCOME: _outcome, Kind.POINTER: _pointer}[head.kind]
    attributes = draw(head, shape)
    return attributes | ({"group": "spine"} if head.historical else {})


def _head_width(head: Head, shape: Shape) -> float:
    """How wide the text of a node may be: down the page there is room beside it, across the page there is none."""
    return _at_least(420.0 if shape.orientation is Orientation.DOWN else 150.0, head)


def _at_least(usual: float, head: Head) -> float:
    """The usual width, or more for a text so long that it would become a pillar."""
    words = block(f"{head.above} {head.text} {head.below}", OUTCOME)
    return max(usual, math.sqrt(words.length * words.line))


def _decision(head: Head, shape: Shape) -> dict[str, str]:
    ground = palette.NIGHT if head.historical else palette.DUSK
    quiet = Style(SMALLEST, palette.QUIET_ON_NIGHT if head.historical else palette.ON_NIGHT)
    width = _head_width(head, shape)
    lines = text_lines(head.above, width, quiet) if head.above else []
    lines += text_lines(head.text, width, QUESTION)
    content = table(row(cell(stacked(lines, "CENTER"), "CENTER")))
    return {
        "label": label(content),
        "shape": "box",
        "style": "filled",
        "fillcolor": ground,
        "color": ground,
        "margin": "0.16,0.07",
    }


def _chance(head: Head, shape: Shape) -> dict[str, str]:
    width = _at_least(260.0 if shape.orientation is Orientation.DOWN else 150.0, head)
    lines = text_lines(head.above, width, SMALL) if head.above else []
    lines += text_lines(head.text, width, CHANCE)
    border = (
        {"color": palette.HISTORY, "penwidth": "3"} if head.historical else {"color": palette.QUIET, "penwidth": "1.5"}
    )
    content = table(row(cell(stacked(lines, "CENTER"), "CENTER")))
    return {
        "label": label(content),
        "shape": "ellipse",
        "style": "filled",
        "fillcolor": palette.MIST,
        "margin": "0.04,0.03",
    } | border


_OUTCOME_WIDTH = 170.0
_CLAIM_WIDTH = 300.0


def _outcome(head: Head, shape: Shape) -> dict[str, str]:
    count = _claim_column_count(head.rows, shape)
    alone = 250.0 if shape.orientation is Orientation.DOWN else _OUTCOME_WIDTH
    width = _at_least(count * _CLAIM_WIDTH if head.rows else alone, head)
    color = palette.HISTORY if head.historical else palette.INK
    style = Style(OUTCOME.size, color, Face.BOLD if head.historical else Face.REGULAR)
    lines = text_lines(YOUR_ROAD, width, FOOTPRINTS) if head.walked else []
    lines += text_lines(head.text, width, style)
    if head.below:
        lines += text_lines(head.below, width, OWNER)
    least = max(widest(head.text, width, style), widest(head.below, width, OWNER))
    claims = row(cell(_claim_columns(head.rows, count, least / count))) if head.rows else ""
    # The shape leaves more room above the words than below them.
    content = table(row(cell(stacked(lines), WIDTH=least)), claims, row(cell("", HEIGHT=4)))
    shown = {"label": label(content), "shape": "cds", "margin": "0.2,0.1"}
    return shown | _outcome_border(head)


def _claim_column_count(rows: tuple[Row, ...], shape: Shape) -> int:
    """As many columns as fill the span: beside each other down the page, each as high as the span across it."""
    if shape.orientation is Orientation.DOWN:
        fitting = round(shape.span / _CLAIM_WIDTH)
    else:
        fitting = math.ceil(height(list(map(claim_block, rows)), _CLAIM_WIDTH) / shape.span)
    return max(1, min(len(rows), fitting))


def _claim_columns(rows: tuple[Row, ...], count: int, least: float) -> str:
    """Consequences side by side in columns, read down the first, then down the next, each `least` points wide."""
    cells = []
    at = 0
    for size in columns(map(claim_block, rows), count, _CLAIM_WIDTH):
        held = table(*claim_rows(rows[at : at + size], _CLAIM_WIDTH - 14, least))
        cells.append(cell(held, VALIGN="TOP"))
        at += size
    return table(row(*cells))


def _outcome_border(head: Head) -> dict[str, str]:
    if head.historical:
        return {"style": "filled", "fillcolor": palette.HISTORY_TINT, "color": palette.HISTORY, "penwidth": "3"}
    color = palette.ROAD if head.walked else palette.QUIET
    if head.basis is Basis.INFERRED:
        return {"style": "dotted", "color": color, "penwidth": "2"}
    return {"style": "solid", "color": color, "penwidth": "2" if head.walked else "1.5"}


def _pointer(head: Head, shape: Shape) -> dict[str, str]:
    color = palette.HISTORY if head.historical else palette.QUIET
    width = _at_least(_OUTCOME_WIDTH, head)
    lines = [
        *text_lines(head.above, width, OWNER),
        *text_lines(head.text, width, Style(OUTCOME.size, palette.INK, Face.BOLD)),
    ]
    content = table(row(cell(stacked(lines))))
    pen = "2.5" if head.historical else "1.5"
    return {
        "label": label(content),
        "shape": "box",
        "style": "filled",
        "fillcolor": palette.MIST,
        "color": color,
        "penwidth": pen,
        "margin": "0.16,0.08",
    }
