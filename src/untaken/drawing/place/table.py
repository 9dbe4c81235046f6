"""The matrix: a row for each option, a column for each source, as wide as its words need. Lengths are in units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from untaken.drawing.place.draft import Draft
from untaken.drawing.place.fitting import largest_scale
from untaken.drawing.place.margins import margins
from untaken.drawing.place.pages import finished
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.setting import SetText
from untaken.drawing.placed import Look, Placed, PlacedPage, Shape
from untaken.drawing.sheet import Box, BoxKind, Paragraph, Sheet, TextRole, TextRun, words
from untaken.model import Side
from untaken.telling.matrix import Claim, Line, Matrix
from untaken.telling.phrases.claims import WHAT_HAPPENED, behind
from untaken.telling.phrases.pictures import SILENT

_PAD = (8.0, 6.0)
_GAP = 4.0
_NARROWEST = 110.0
_SHARES = 48
_MARKS = {Side.FOR: TextRun("▲", TextRole.FOR), Side.AGAINST: TextRun("▼", TextRole.AGAINST)}


@dataclass(frozen=True)
class _Cell:
    text: SetText
    look: Look
    what: str
    name: str = ""

    @property
    def least(self) -> float:
        return self.text.least + 2 * _PAD[0]

    def height(self, width: float) -> float:
        return self.text.height(width - 2 * _PAD[0]) + 2 * _PAD[1]

    def place(self, draft: Draft, x: float, y: float, width: float, height: float) -> None:
        lines = tuple(self.text.lines(x + _PAD[0], y + _PAD[1], width - 2 * _PAD[0]))
        draft.boxes.append(
            Placed((), self.what, Shape.RECTANGLE, self.look, x, y, width, height, lines, name=self.name)
        )


_Row = tuple[_Cell, ...]
"""The cells of a row; a single one runs over all columns."""


def matrix_sheet(matrix: Matrix, described: str) -> Sheet:
    """What stands round a matrix, and which marks occur in it."""
    claims = [claim for line in matrix.lines for cell in line.cells for claim in cell]
    parts = tuple(_claim(claim) for claim in claims)
    history = any(line.historical for line in matrix.lines)
    row = Box(("options", "row"), BoxKind.OPTION, (), parts, history=history)
    return Sheet(matrix.title, matrix.question, boxes=(row,), foot=matrix.references, words=described, neutral=True)


def matrix_page(matrix: Matrix, papers: Sequence[Paper], described: str) -> PlacedPage:
    """The matrix on that one of the papers on which its type is largest."""
    sheet, rows = matrix_sheet(matrix, described), list(_rows(matrix))
    return max((_page(sheet, rows, paper) for paper in papers), key=lambda page: page.scale)


def _page(sheet: Sheet, rows: list[_Row], paper: Paper) -> PlacedPage:
    def fits(scale: float) -> bool:
        width, height = margins(sheet, paper, scale).room
        widths = _widths(rows, width / scale)
        return bool(widths) and sum(_row_height(row, widths) for row in rows) * scale <= height

    scale = largest_scale(fits, paper)
    widths = _widths(rows, margins(sheet, paper, scale).room[0] / scale)
    draft, y = Draft(), 0.0
    for row in rows:
        x, high = 0.0, _row_height(row, widths)
        for cell, width in zip(row, widths if len(row) > 1 else [sum(widths)], strict=False):
            cell.place(draft, x, y, width, high)
            x += width
        y += high
    return finished(sheet, paper, scale, draft)


def _rows(matrix: Matrix) -> Iterator[_Row]:
    heads = [SetText([words(source, TextRole.COLUMN)]) for source in ("", *matrix.sources)]
    yield tuple(_Cell(head, Look.CELL_HEAD, "head") for head in heads)
    for decision, lines in groupby(matrix.lines, key=lambda line: line.decision):
        yield (_Cell(SetText([words(decision, TextRole.RULE)]), Look.CELL_RULE, "decision"),)
        for line in lines:
            yield tuple(_cells(line))


def _cells(line: Line) -> Iterator[_Cell]:
    look = Look.CELL_HISTORY if line.historical else Look.CELL
    role = TextRole.CHOSEN if line.historical else TextRole.OPTION
    happened = [words(WHAT_HAPPENED, TextRole.QUIET)] if line.historical else []
    yield _Cell(SetText([words(line.option, role), *happened]), look, "option")
    for claims in line.cells:
        parts = [_claim(claim) for claim in claims] or [words(SILENT, TextRole.QUIET)]
        yield _Cell(SetText(parts, _GAP), look, "claims")


def _claim(claim: Claim) -> Paragraph:
    voice = TextRun(behind(claim.voice), TextRole.OWNER) if claim.voice else None
    return Paragraph((TextRun(claim.text, TextRole.CLAIM),), _MARKS[claim.side], voice)


def _row_height(row: _Row, widths: Sequence[float]) -> float:
    if len(row) == 1:
        return row[0].height(sum(widths))
    return max(cell.height(round(width, 2)) for cell, width in zip(row, widths, strict=True))


def _widths(rows: list[_Row], width: float) -> list[float]:
    """Column widths that fill the width: no word is broken, and what is left goes where it makes the table lowest.

    Empty where the longest words alone need more.
    """
    whole = [row for row in rows if len(row) > 1]
    widths = [max(_NARROWEST, *(row[at].least for row in whole)) for at in range(len(whole[0]))]
    spare = width - sum(widths)
    if spare < 0:
        return []
    share = spare / _SHARES
    for _ in range(_SHARES):
        now, wider = _heights(whole, widths), _heights(whole, [wide + share for wide in widths])
        # Of columns that gain nothing yet, the one whose cells are highest is the nearest to gaining.
        heights = [
            (sum(_with(at, *each) for each in zip(now, wider, strict=True)), -sum(row[at] for row in now), at)
            for at in range(len(widths))
        ]
        widths[min(heights)[2]] += share
    return widths


def _heights(rows: list[_Row], widths: Sequence[float]) -> list[list[float]]:
    """The height of every cell, row by row."""
    return [[cell.height(round(wide, 2)) for cell, wide in zip(row, widths, strict=True)] for row in rows]


def _with(at: int, now: Sequence[float], wider: Sequence[float]) -> float:
    """The height of a row in which one column is wider."""
    return max(wider[at], *now[:at], *now[at + 1 :])
