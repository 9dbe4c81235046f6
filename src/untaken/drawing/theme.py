"""How everything looks: each role's type, each box's ground and border, each connector's strokes. The only such table.

Sizes of type and pens are units of the layout, of which the smallest type has 14 (`SMALLEST`); a placed page says how
many points a unit has. What stands round a drawing is sized by the page instead (`untaken.drawing.place.margins`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from untaken.drawing import palette
from untaken.drawing.placed import Look, Stroke
from untaken.drawing.sheet import TextRole as Is
from untaken.drawing.typeface import Face

SMALLEST = 14.0
"""The smallest type, in units."""
INNER = 1.2
"""The pen of the second line of a border, in units."""
LEADING = 1.15
"""From baseline to baseline, in parts of the type size."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a run is set: its size in units, its colour, its face, and whether its lines are made equally long."""

    size: float
    color: str
    face: Face = Face.REGULAR
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class Paint:
    """How a box is painted. `border` is the pen in units, 0 for none; `dotted` draws it in dots.

    `inner` is a second line inside the first, in units of distance, 0 for none; it has a colour of its own.
    """

    fill: str = ""
    color: str = ""
    border: float = 0.0
    dotted: bool = False
    inner: float = 0.0
    inner_color: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """One stroke of a connector: width and dashes in units, () for a line without gaps; it begins `late` units late."""

    color: str
    width: float
    dashes: tuple[float, ...] = ()
    late: float = 0.0


@dataclass(frozen=True)
class Theme:
    """The looks of one kind of paper. A connector has one or several strokes, painted one upon the other."""

    types: Mapping[Is, Type]
    grounds: Mapping[Look, Paint]
    strokes: Mapping[Stroke, tuple[Pen, ...]]
    paper: str = palette.PAPER

    def arrow_color(self, stroke: Stroke) -> str:
        """The colour of an arrow head: that of the uppermost pen that is not the paper's own."""
        return next(pen.color for pen in reversed(self.strokes[stroke]) if pen.color != self.paper)


_BOLD, _ITALIC = Face.BOLD, Face.ITALIC

TYPES: Mapping[Is, Type] = {
    Is.TITLE: Type(23, palette.INK, _BOLD),
    Is.SUBTITLE: Type(15, palette.QUIET),
    Is.CONTEXT: Type(SMALLEST, palette.QUIET),
    Is.LEGEND: Type(SMALLEST, palette.QUIET),
    Is.FOOT: Type(SMALLEST, palette.QUIET),
    Is.WHEN: Type(SMALLEST, palette.QUIET),
    Is.ENDED: Type(SMALLEST, palette.QUIET, _ITALIC),
    Is.NUMBER: Type(SMALLEST, palette.ON_NIGHT, _BOLD),
    Is.DECIDERS: Type(SMALLEST, palette.QUIET_ON_NIGHT, balanced=True),
    Is.QUESTION: Type(17, palette.ON_NIGHT, _BOLD, balanced=True),
    Is.CHANCE_WHEN: Type(SMALLEST, palette.QUIET, balanced=True),
    Is.CHANCE: Type(16, palette.INK, _BOLD, balanced=True),
    Is.OPTION: Type(16, palette.INK, _BOLD, balanced=True),
    Is.CHOSEN: Type(16, palette.HISTORY, _BOLD, balanced=True),
    Is.OUTCOME: Type(15, palette.INK, balanced=True),
    Is.HAPPENED: Type(15, palette.HISTORY, _BOLD, balanced=True),
    Is.QUIET: Type(SMALLEST, palette.QUIET, _ITALIC),
    Is.CLAIM: Type(SMALLEST, palette.INK),
    Is.OWNER: Type(SMALLEST, palette.QUIET, _ITALIC),
    Is.FOR: Type(SMALLEST, palette.FOR),
    Is.AGAINST: Type(SMALLEST, palette.AGAINST),
    Is.POINT: Type(SMALLEST, palette.QUIET),
    Is.FACT: Type(SMALLEST, palette.INK, _BOLD),
    Is.ROAD: Type(SMALLEST, palette.ROAD, _BOLD),
    Is.OR: Type(SMALLEST, palette.INK, _ITALIC),
    Is.PILL: Type(SMALLEST, palette.ON_NIGHT, _ITALIC),
    Is.COLUMN: Type(16, palette.ON_NIGHT, _BOLD, balanced=True),
    Is.RULE: Type(15, palette.INK, _BOLD),
}

GROUNDS: Mapping[Look, Paint] = {
    Look.BARE: Paint(),
    Look.DECISION: Paint(palette.NIGHT),
    Look.DECISION_OFF: Paint(palette.DUSK),
    Look.CHANCE: Paint(palette.MIST, palette.QUIET, 1.8),
    Look.CHANCE_HISTORY: Paint(palette.MIST, palette.HISTORY, 2.4),
    Look.OPTION: Paint(palette.PAPER, palette.LINE, 1.4),
    Look.CHOSEN: Paint(palette.HISTORY_TINT, palette.HISTORY, 3.4),
    Look.WALKED: Paint(palette.ROAD_TINT, palette.ROAD, 1.8, inner=3.4, inner_color=palette.ROAD),
    Look.CHOSEN_WALKED: Paint(palette.HISTORY_TINT, palette.HISTORY, 3.4, inner=4.4, inner_color=palette.ROAD),
    Look.OUTCOME: Paint(palette.PAPER, palette.QUIET, 1.8),
    Look.HAPPENED: Paint(palette.HISTORY_TINT, palette.HISTORY, 3.4),
    Look.INFERRED: Paint(palette.PAPER, palette.QUIET, 1.8, dotted=True),
    Look.OUTCOME_WALKED: Paint(palette.ROAD_TINT, palette.ROAD, 2.4),
    Look.INFERRED_WALKED: Paint(palette.ROAD_TINT, palette.ROAD, 2.4, dotted=True),
    Look.NOTE: Paint(palette.PAPER, palette.LINE, 1.4),
    Look.OR: Paint(palette.PAPER, palette.QUIET, 1.2),
    Look.PILL: Paint(palette.DUSK),
    Look.PILL_WALKED: Paint(palette.ROAD),
    Look.DISC: Paint(palette.NIGHT),
    Look.DISC_END: Paint(palette.HISTORY),
    Look.DISC_OFF: Paint(palette.DUSK),
    Look.NEST: Paint(palette.MIST, palette.LINE, 1.0),
    Look.CELL: Paint(palette.PAPER, palette.LINE, 1.0),
    Look.CELL_HEAD: Paint(palette.NIGHT, palette.NIGHT, 1.0),
    Look.CELL_RULE: Paint(palette.MIST, palette.LINE, 1.0),
    Look.CELL_HISTORY: Paint(palette.HISTORY_TINT, palette.LINE, 1.0),
}

_DASHES = (5.0, 3.6)
_DOTS = (1.7, 2.6)

STROKES: Mapping[Stroke, tuple[Pen, ...]] = {
    Stroke.HISTORY: (Pen(palette.HISTORY, 4.0),),
    Stroke.HISTORY_BRIDGED: (Pen(palette.PAPER, 9.0, late=3.0), Pen(palette.HISTORY, 4.0)),
    Stroke.UNTAKEN: (Pen(palette.QUIET, 1.7, _DASHES),),
    Stroke.ROAD: (Pen(palette.ROAD, 5.0), Pen(palette.PAPER, 1.8)),
    Stroke.HISTORY_ROAD: (Pen(palette.ROAD, 8.4), Pen(palette.PAPER, 5.6), Pen(palette.HISTORY, 4.0)),
    Stroke.AXIS: (Pen(palette.LINE, 1.2),),
    Stroke.TIE: (Pen(palette.QUIET, 1.7),),
    Stroke.TIE_SUGGESTED: (Pen(palette.QUIET, 1.7, _DOTS),),
}

LIGHT = Theme(TYPES, GROUNDS, STROKES)
"""For bright halls, screens and paper."""
