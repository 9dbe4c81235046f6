"""The matrix as DOT: a table with a row for each option and a column for each source."""

from itertools import groupby

from untaken.drawing import palette
from untaken.drawing.canvas import Canvas, Frame, Heading, Sample, Shape
from untaken.drawing.labels import Style, attributed_lines, cell, label, row, run, stacked, table, text_lines
from untaken.drawing.typeface import Face
from untaken.model import Side
from untaken.telling.matrix import Claim, Line, Matrix

SMALLEST = 14.0

_HEADING = Style(16, palette.ON_NIGHT, Face.BOLD)
_DECISION = Style(15, palette.INK, Face.BOLD)
_OPTION = Style(15, palette.INK, Face.BOLD)
_TEXT = Style(SMALLEST, palette.INK)
_QUIET = Style(SMALLEST, palette.QUIET, Face.ITALIC)
_MARKS = {Side.FOR: ("▲", palette.FOR), Side.AGAINST: ("▼", palette.AGAINST)}
_MARK_WIDTH = 18.0
_PADDING = 7

_LEGEND = (
    Sample("box", "what happened", palette.HISTORY, palette.HISTORY_TINT, border=0.2),
    Sample("▲", "for", palette.FOR),
    Sample("▼", "against", palette.AGAINST),
)


def matrix_dot(matrix: Matrix, shape: Shape, frame: Frame | None = None) -> str:
    """The DOT text of a matrix whose columns together are as wide as the shape's span."""
    canvas = Canvas(shape, frame, Heading(matrix.title, matrix.question), _LEGEND, matrix.references, 0.2)
    widths = _widths(matrix, shape.span)
    rows = [row(*(_heading(words, width) for words, width in zip(("", *matrix.sources), widths, strict=True)))]
    for decision, lines in groupby(matrix.lines, key=lambda line: line.decision):
        words = stacked(text_lines(decision, sum(widths), _DECISION))
        rows.append(row(cell(words, COLSPAN=len(widths), BGCOLOR=palette.MIST, CELLPADDING=_PADDING)))
        rows += [_row(line, widths) for line in lines]
    grid = table(*rows, CELLBORDER=1, COLOR=palette.LINE)
    canvas.body.node("matrix", label=label(grid), shape="plain")
    return canvas.text()


def _widths(matrix: Matrix, span: float) -> list[float]:
    """The options' column takes a fifth, and each source's what its words need of the rest, within bounds."""
    lengths = [
        sum(len(claim.text) for line in matrix.lines for claim in line.cells[at]) + 1
        for at in range(len(matrix.sources))
    ]
    rest = 0.8 * span
    least = 0.5 / max(1, len(lengths))
    shares = [max(least, length / sum(lengths)) for length in lengths]
    return [0.2 * span, *(rest * share / sum(shares) for share in shares)]


def _heading(words: str, width: float) -> str:
    lines = text_lines(words, width, _HEADING)
    return cell(stacked(lines), BGCOLOR=palette.NIGHT, CELLPADDING=_PADDING, WIDTH=round(width + 2 * _PADDING))


def _row(line: Line, widths: list[float]) -> str:
    style = _OPTION.colored(palette.HISTORY) if line.historical else _OPTION
    lines = text_lines(line.option, widths[0], style)
    lines += [run("what happened", _QUIET)] if line.historical else []
    ground = palette.HISTORY_TINT if line.historical else palette.PAPER
    cells = [cell(stacked(lines), VALIGN="TOP", CELLPADDING=_PADDING, BGCOLOR=ground)]
    for claims, width in zip(line.cells, widths[1:], strict=True):
        cells.append(cell(_claims(claims, width), VALIGN="TOP", CELLPADDING=_PADDING, BGCOLOR=ground))
    return row(*cells)


def _claims(claims: tuple[Claim, ...], width: float) -> str:
    if not claims:
        return stacked([run("silent", _QUIET)])
    apart = row(cell("", COLSPAN=2, HEIGHT=4))
    return table(*(f"{apart if at else ''}{_claim(claim, width)}" for at, claim in enumerate(claims)))


def _claim(claim: Claim, width: float) -> str:
    mark, color = _MARKS[claim.side]
    voice = f"— {claim.voice}" if claim.voice else ""
    lines = attributed_lines(claim.text, voice, width - _MARK_WIDTH, _TEXT, _QUIET)
    sign = stacked([run(mark, Style(SMALLEST, color))])
    return row(
        cell(sign, VALIGN="TOP", WIDTH=round(_MARK_WIDTH)),
        cell(stacked(lines), VALIGN="TOP", WIDTH=round(width - _MARK_WIDTH)),
    )
