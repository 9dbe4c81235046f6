"""A sheet as a plain DOT graph that `dot` lays out by itself, and that an author can edit: `-f dot`.

No id of an author's reaches it: nodes are called node1, card1 and so on. Their labels are Graphviz's simple markup, one
line of text behind the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from untaken.drawing.palette import Palette
from untaken.drawing.placed import Stroke
from untaken.drawing.sheet import Box, BoxKind, Link, LinkKind, Paragraph, Sheet, TextRole, TextRun
from untaken.drawing.theme import LIGHT, Theme
from untaken.drawing.typeface import FAMILY, Face, measure
from untaken.model import Basis
from untaken.telling.matrix import Claim, Line, Matrix
from untaken.telling.phrases import claims, pictures
from untaken.text.wrapping import wrap

_WIDTHS = {BoxKind.DECISION: 320.0, BoxKind.CHANCE: 240.0}
_CROWD_PEN = 5
"""The pen of a road that most of a class took, beside its weight."""
_USUAL_WIDTH = 230.0
_HEAD_WIDTH = 900.0


def plain_dot(sheet: Sheet, theme: Theme = LIGHT) -> str:
    """The DOT text of a sheet."""
    return "\n".join([*_Writer(theme).sheet(sheet), ""])


def matrix_dot(matrix: Matrix, theme: Theme = LIGHT) -> str:
    """The DOT text of a matrix: one node, a table."""
    return "\n".join([*_Writer(theme).matrix(matrix), ""])


@dataclass(frozen=True)
class _Writer:
    theme: Theme

    @property
    def palette(self) -> Palette:
        return self.theme.palette

    def sheet(self, sheet: Sheet) -> Iterator[str]:
        names = _names(sheet)
        yield "digraph untaken {"
        title = [(sheet.title, TextRole.TITLE), (sheet.subtitle, TextRole.SUBTITLE)]
        head = "".join(self._line(text, role) for text, role in title if text)
        head += self._wrapped(sheet.context, TextRole.CONTEXT, _HEAD_WIDTH) if sheet.context else ""
        foot = self._line(pictures.sources(sheet.foot), TextRole.FOOT) if sheet.foot else ""
        yield f"  graph [{self._graph(head + foot)}, ordering=out]"
        yield f'  node [fontname="{FAMILY}", shape=box{self._border()}]'
        yield f'  edge [fontname="{FAMILY}"]'
        yield ""
        for box in sheet.boxes:
            yield f"  {names[box.id]} [{self._look(box)}, label=<{self._label(box)}>]"
        yield ""
        for link in sheet.links:
            if link.head in names:
                yield f"  {names[link.tail]} -> {names[link.head]} [{self._edge(link)}]"
        yield "}"

    def matrix(self, matrix: Matrix) -> Iterator[str]:
        heads = "".join(f"<TD>{self._line(each, TextRole.RULE)}</TD>" for each in ("", *matrix.sources))
        rows = [f"<TR>{heads}</TR>", *(self._row(line) for line in matrix.lines)]
        inside = "".join(rows)
        table = f'<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="6">{inside}</TABLE>'
        head = self._line(matrix.title, TextRole.TITLE) + self._line(matrix.question, TextRole.SUBTITLE)
        yield "digraph untaken {"
        yield f"  graph [{self._graph(head)}]"
        yield f'  matrix [shape=plain, fontname="{FAMILY}"{self._border()}, label=<{table}>]'
        yield "}"

    def _row(self, line: Line) -> str:
        role = TextRole.CHOSEN if line.historical else TextRole.OPTION
        decision = self._wrapped(line.decision, TextRole.QUIET, _USUAL_WIDTH)
        option = decision + self._wrapped(line.option, role, _USUAL_WIDTH)
        silent = self._line(pictures.SILENT, TextRole.QUIET)
        cells = [option, *("".join(map(self._claim, said)) or silent for said in line.cells)]
        return "".join(["<TR>", *(f'<TD ALIGN="LEFT" VALIGN="TOP">{cell}</TD>' for cell in cells), "</TR>"])

    def _graph(self, label: str) -> str:
        paper = f', bgcolor="{self.theme.paper}"' if self.palette.is_dark else ""
        return f'label=<{label}>, labelloc=t, labeljust=l, fontname="{FAMILY}", charset="UTF-8"{paper}'

    def _border(self) -> str:
        """Graphviz draws in black where nothing else is said."""
        return f', color="{self.palette.line}"' if self.palette.is_dark else ""

    def _look(self, box: Box) -> str:
        match box.kind:
            case BoxKind.DECISION | BoxKind.TURNING_POINT:
                return f'style=filled, fillcolor="{self.palette.night if box.history else self.palette.dusk}"'
            case BoxKind.CHANCE:
                return f'shape=ellipse, style=filled, fillcolor="{self.palette.mist}"'
            case BoxKind.OUTCOME:
                return f"shape=cds, {self._outcome(box)}"
        if box.history:
            return f'style="rounded,filled", {self._chosen()}'
        walked = f', color="{self.palette.road}", peripheries=2' if box.walked else ""
        return f"style=rounded{walked}"

    def _outcome(self, box: Box) -> str:
        if box.history:
            return f"style=filled, {self._chosen()}"
        color = self.palette.road if box.walked else self.palette.quiet
        return f'style={"dotted" if box.basis is Basis.INFERRED else "solid"}, color="{color}"'

    def _chosen(self) -> str:
        return f'fillcolor="{self.palette.history_tint}", color="{self.palette.history}", penwidth=3'

    def _edge(self, link: Link) -> str:
        history, road = self.palette.history, self.palette.road
        if link.went:
            color = history if link.kind is LinkKind.HISTORY else road
            return f'color="{color}", penwidth={_CROWD_PEN * link.weight:.1f}'
        if link.kind is LinkKind.HISTORY:
            return f'color="{history}{f":{road}" if link.walked else ""}", penwidth=4'
        if link.walked:
            return f'color="{road}:{road}"'
        style = {LinkKind.STATED: "solid", LinkKind.SUGGESTED: "dotted"}.get(link.kind, "dashed")
        return f'style={style}, color="{self.theme.strokes[Stroke.UNTAKEN][0].color}"'

    def _label(self, box: Box) -> str:
        width = _WIDTHS.get(box.kind, _USUAL_WIDTH)
        when = [Paragraph((*_when(box),))] if box.when and len(box.id) == 1 else []
        return "".join(self._paragraph(each, box, width) for each in (*when, *box.lines, *box.parts))

    def _paragraph(self, paragraph: Paragraph, box: Box, width: float) -> str:
        """Its lines, those of each role apart; whose claim it is goes on behind it."""
        mark = [TextRun(paragraph.mark.text, paragraph.runs[0].role)] if paragraph.mark else []
        tail = [paragraph.tail] if paragraph.tail else []
        alike = groupby((*mark, *paragraph.runs, *tail), key=lambda run: run.role)
        texts = ((" ".join(run.text for run in runs if run.text), _drawn_role(role, box)) for role, runs in alike)
        return "".join(self._wrapped(text, role, width) for text, role in texts)

    def _claim(self, claim: Claim) -> str:
        owner = f" {claims.behind(claim.voice)}" if claim.voice else ""
        said = f"{claims.LEADS[claim.side]} {claim.text}{owner}"
        return self._wrapped(said, TextRole.CLAIM, _WIDTHS[BoxKind.DECISION])

    def _wrapped(self, text: str, role: TextRole, width: float) -> str:
        look = self.theme.types[role]
        return "".join(self._line(line, role) for line in wrap(text, width, measure(look.face, look.size)))

    def _line(self, text: str, role: TextRole) -> str:
        """One line of text as markup. In labels of any kind Graphviz replaces a backslash and the letter behind it."""
        look = self.theme.types[role]
        marked = escape(text.replace("\\", r"\\")) or " "
        marked = {Face.BOLD: f"<B>{marked}</B>", Face.ITALIC: f"<I>{marked}</I>"}.get(look.face, marked)
        return f'<FONT POINT-SIZE="{look.size:g}" COLOR="{look.color}">{marked}</FONT><BR ALIGN="LEFT"/>'


def _drawn_role(role: TextRole, box: Box) -> TextRole:
    return TextRole.CHOSEN if role is TextRole.OPTION and box.history else role


def _names(sheet: Sheet) -> dict[tuple[str, ...], str]:
    nodes = [box.id for box in sheet.boxes if len(box.id) == 1]
    cards = [box.id for box in sheet.boxes if len(box.id) > 1]
    return {id: f"node{at}" for at, id in enumerate(nodes, 1)} | {id: f"card{at}" for at, id in enumerate(cards, 1)}


def _when(box: Box) -> Iterator[TextRun]:
    role = TextRole.CHANCE_WHEN if box.kind is BoxKind.CHANCE else TextRole.DECIDERS
    yield TextRun(box.when, role)
