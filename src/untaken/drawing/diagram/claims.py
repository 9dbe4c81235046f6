"""Claims as rows of a label, each with its mark and its owner, and how much room they take."""

from untaken.drawing import palette
from untaken.drawing.diagram.styles import MARK_COLORS, OWNER, SMALLEST, TEXT
from untaken.drawing.labels import Style, attributed_lines, cell, row, run, stacked, table, text_lines, widest
from untaken.drawing.picture import Row
from untaken.drawing.typeface import measure
from untaken.drawing.widths import Block

_INDENT = 18.0


def claim_rows(rows: tuple[Row, ...], width: float, least: float = 0.0) -> list[str]:
    """Claims in two columns, the mark of each and its text with its owner behind it; together `least` points wide."""
    # Graphviz shares out what a wider row needs between the columns, and would push the text away from its mark.
    least = max([least, *(widest(each.text, width, OWNER) for each in rows if not each.mark)])
    return [row(cell("", COLSPAN=2, HEIGHT=4)) + _claim_row(each, width, least) for each in rows]


def padded(content: str, padding: int) -> str:
    """A frame of blank round a label: Graphviz leaves a node's own margin out where the label is put at its top."""
    return table(row(cell(content)), CELLPADDING=padding)


def _claim_row(each: Row, width: float, least: float) -> str:
    tail = f"— {each.owner}" if each.owner else ""
    if not each.mark:
        return row(cell(stacked(text_lines(each.text, width, OWNER)), COLSPAN=2))
    lines = attributed_lines(each.text, tail, width - _INDENT, TEXT, OWNER)
    mark = run(each.mark, Style(SMALLEST, MARK_COLORS.get(each.mark, palette.QUIET)))
    text = cell(stacked(lines), VALIGN="TOP", WIDTH=max(0, round(least - _INDENT)))
    return row(cell(stacked([mark]), VALIGN="TOP", WIDTH=round(_INDENT)), text)


def block(text: str, style: Style) -> Block:
    """The room that a text in this style takes."""
    return Block(measure(style.face, style.size)(text), style.size * 1.26)


def claim_block(each: Row) -> Block:
    """The room that a claim takes, with whose it is."""
    return Block(measure(TEXT.face, TEXT.size)(f"{each.text} — {each.owner}"), TEXT.size * 1.26 + 1.5, _INDENT)
