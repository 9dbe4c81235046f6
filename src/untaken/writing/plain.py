"""A sheet as a plain DOT graph that `dot` lays out by itself, and that an author can edit: `-f dot`.

No id of an author's reaches it: nodes are called node1, card1 and so on. Their labels are Graphviz's simple markup, one
line of text behind the other.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from untaken.drawing import palette
from untaken.drawing.placed import Stroke
from untaken.drawing.sheet import Box, BoxKind, Link, LinkKind, Paragraph, Sheet, TextRole, TextRun
from untaken.drawing.theme import STROKES, TYPES
from untaken.drawing.typeface import FAMILY, Face, measure
from untaken.model import Basis
from untaken.telling.matrix import Claim, Matrix
from untaken.telling.phrases import claims, pictures
from untaken.text.wrapping import wrap

_WIDTHS = {BoxKind.DECISION: 320.0, BoxKind.CHANCE: 240.0}
_USUAL_WIDTH = 230.0
_HEAD_WIDTH = 900.0


def plain_dot(sheet: Sheet) -> str:
    """The DOT text of a sheet."""
    return "\n".join([*_lines(sheet), ""])


def _lines(sheet: Sheet) -> Iterator[str]:
    names = _names(sheet)
    yield "digraph untaken {"
    title = [(sheet.title, TextRole.TITLE), (sheet.subtitle, TextRole.SUBTITLE)]
    head = "".join(_line(text, role) for text, role in title if text)
    head += _wrapped(sheet.context, TextRole.CONTEXT, _HEAD_WIDTH) if sheet.context else ""
    foot = _line(pictures.sources(sheet.foot), TextRole.FOOT) if sheet.foot else ""
    yield f'  graph [label=<{head}{foot}>, labelloc=t, labeljust=l, fontname="{FAMILY}", charset="UTF-8", ordering=out]'
    yield f'  node [fontname="{FAMILY}", shape=box]'
    yield f'  edge [fontname="{FAMILY}"]'
    yield ""
    for box in sheet.boxes:
        yield f"  {names[box.id]} [{_look(box)}, label=<{_label(box)}>]"
    yield ""
    for link in sheet.links:
        if link.head in names:
            yield f"  {names[link.tail]} -> {names[link.head]} [{_edge(link)}]"
    yield "}"


def _names(sheet: Sheet) -> dict[tuple[str, ...], str]:
    nodes = [box.id for box in sheet.boxes if len(box.id) == 1]
    cards = [box.id for box in sheet.boxes if len(box.id) > 1]
    return {id: f"node{at}" for at, id in enumerate(nodes, 1)} | {id: f"card{at}" for at, id in enumerate(cards, 1)}


def _look(box: Box) -> str:
    match box.kind:
        case BoxKind.DECISION | BoxKind.TURNING_POINT:
            return f'style=filled, fillcolor="{palette.NIGHT if box.history else palette.DUSK}"'
        case BoxKind.CHANCE:
            return f'shape=ellipse, style=filled, fillcolor="{palette.MIST}"'
        case BoxKind.OUTCOME:
            return f"shape=cds, {_outcome(box)}"
    if box.history:
        return f'style="rounded,filled", fillcolor="{palette.HISTORY_TINT}", color="{palette.HISTORY}", penwidth=3'
    walked = f', color="{palette.ROAD}", peripheries=2' if box.walked else ""
    return f"style=rounded{walked}"


def _outcome(box: Box) -> str:
    if box.history:
        return f'style=filled, fillcolor="{palette.HISTORY_TINT}", color="{palette.HISTORY}", penwidth=3'
    color = palette.ROAD if box.walked else palette.QUIET
    return f'style={"dotted" if box.basis is Basis.INFERRED else "solid"}, color="{color}"'


def _edge(link: Link) -> str:
    if link.kind is LinkKind.HISTORY:
        walked = f'color="{palette.HISTORY}:{palette.ROAD}"' if link.walked else f'color="{palette.HISTORY}"'
        return f"{walked}, penwidth=4"
    if link.walked:
        return f'color="{palette.ROAD}:{palette.ROAD}"'
    style = {LinkKind.STATED: "solid", LinkKind.SUGGESTED: "dotted"}.get(link.kind, "dashed")
    return f'style={style}, color="{STROKES[Stroke.UNTAKEN][0].color}"'


def _label(box: Box) -> str:
    width = _WIDTHS.get(box.kind, _USUAL_WIDTH)
    when = [Paragraph((*_when(box),))] if box.when and len(box.id) == 1 else []
    return "".join(_paragraph(each, box, width) for each in (*when, *box.lines, *box.parts))


def _when(box: Box) -> Iterator[TextRun]:
    role = TextRole.CHANCE_WHEN if box.kind is BoxKind.CHANCE else TextRole.DECIDERS
    yield TextRun(box.when, role)


def _paragraph(paragraph: Paragraph, box: Box, width: float) -> str:
    """Its lines, those of each role apart; whose claim it is goes on behind it."""
    mark = [TextRun(paragraph.mark.text, paragraph.runs[0].role)] if paragraph.mark else []
    tail = [paragraph.tail] if paragraph.tail else []
    alike = groupby((*mark, *paragraph.runs, *tail), key=lambda run: run.role)
    return "".join(
        _wrapped(" ".join(run.text for run in runs if run.text), _drawn_role(role, box), width) for role, runs in alike
    )


def _drawn_role(role: TextRole, box: Box) -> TextRole:
    return TextRole.CHOSEN if role is TextRole.OPTION and box.history else role


def _line(text: str, role: TextRole) -> str:
    """One line of text as markup. In labels of every kind Graphviz replaces a backslash and the letter behind it."""
    look = TYPES[role]
    marked = escape(text.replace("\\", r"\\")) or " "
    marked = {Face.BOLD: f"<B>{marked}</B>", Face.ITALIC: f"<I>{marked}</I>"}.get(look.face, marked)
    return f'<FONT POINT-SIZE="{look.size:g}" COLOR="{look.color}">{marked}</FONT><BR ALIGN="LEFT"/>'


def matrix_dot(matrix: Matrix) -> str:
    """The DOT text of a matrix: one node, a table."""
    heads = "".join(f"<TD>{_line(each, TextRole.RULE)}</TD>" for each in ("", *matrix.sources))
    rows = [f"<TR>{heads}</TR>"]
    for line in matrix.lines:
        role = TextRole.CHOSEN if line.historical else TextRole.OPTION
        option = _wrapped(line.decision, TextRole.QUIET, _USUAL_WIDTH) + _wrapped(line.option, role, _USUAL_WIDTH)
        cells = [option, *("".join(map(_claim, said)) or _line(pictures.SILENT, TextRole.QUIET) for said in line.cells)]
        rows.append("".join(["<TR>", *(f'<TD ALIGN="LEFT" VALIGN="TOP">{cell}</TD>' for cell in cells), "</TR>"]))
    inside = "".join(rows)
    table = f'<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="6">{inside}</TABLE>'
    head = _line(matrix.title, TextRole.TITLE) + _line(matrix.question, TextRole.SUBTITLE)
    return (
        f'digraph untaken {{\n  graph [label=<{head}>, labelloc=t, labeljust=l, fontname="{FAMILY}", charset="UTF-8"]\n'
        f'  matrix [shape=plain, fontname="{FAMILY}", label=<{table}>]\n}}\n'
    )


def _claim(claim: Claim) -> str:
    owner = f" {claims.behind(claim.voice)}" if claim.voice else ""
    return _wrapped(f"{claims.LEADS[claim.side]} {claim.text}{owner}", TextRole.CLAIM, _WIDTHS[BoxKind.DECISION])


def _wrapped(text: str, role: TextRole, width: float) -> str:
    look = TYPES[role]
    return "".join(_line(line, role) for line in wrap(text, width, measure(look.face, look.size)))
