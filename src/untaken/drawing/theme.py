"""How everything looks: each role's type, each box's ground and border, each connector's strokes. The only such table.

Sizes of type and pens are units of the layout, of which the smallest type has 14 (`SMALLEST`); a placed page says how
many points a unit has. What stands round a drawing is sized by the page instead (`untaken.drawing.place.margins`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from untaken.drawing.palette import PALETTES, Palette, Tone
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
    palette: Palette

    @property
    def paper(self) -> str:
        """The colour of the page."""
        return self.palette.paper

    def arrow_color(self, stroke: Stroke) -> str:
        """The colour of an arrow head: that of the uppermost pen that is not the paper's own."""
        return next(pen.color for pen in reversed(self.strokes[stroke]) if pen.color != self.paper)


_BOLD, _ITALIC = Face.BOLD, Face.ITALIC


def _types(its: Palette) -> Mapping[Is, Type]:
    return {
        Is.TITLE: Type(23, its.ink, _BOLD),
        Is.SUBTITLE: Type(15, its.quiet),
        Is.CONTEXT: Type(SMALLEST, its.quiet),
        Is.LEGEND: Type(SMALLEST, its.quiet),
        Is.FOOT: Type(SMALLEST, its.quiet),
        Is.WHEN: Type(SMALLEST, its.quiet),
        Is.ENDED: Type(SMALLEST, its.quiet, _ITALIC),
        Is.NUMBER: Type(SMALLEST, its.on_night, _BOLD),
        Is.DECIDERS: Type(SMALLEST, its.quiet_on_night, balanced=True),
        Is.QUESTION: Type(17, its.on_night, _BOLD, balanced=True),
        Is.CHANCE_WHEN: Type(SMALLEST, its.quiet, balanced=True),
        Is.CHANCE: Type(16, its.ink, _BOLD, balanced=True),
        Is.OPTION: Type(16, its.ink, _BOLD, balanced=True),
        Is.CHOSEN: Type(16, its.history, _BOLD, balanced=True),
        Is.OUTCOME: Type(15, its.ink, balanced=True),
        Is.HAPPENED: Type(15, its.history, _BOLD, balanced=True),
        Is.QUIET: Type(SMALLEST, its.quiet, _ITALIC),
        Is.CLAIM: Type(SMALLEST, its.ink),
        Is.OWNER: Type(SMALLEST, its.quiet, _ITALIC),
        Is.FOR: Type(SMALLEST, its.speaks_for),
        Is.AGAINST: Type(SMALLEST, its.speaks_against),
        Is.POINT: Type(SMALLEST, its.quiet),
        Is.FACT: Type(SMALLEST, its.ink, _BOLD),
        Is.ROAD: Type(SMALLEST, its.road, _BOLD),
        Is.OR: Type(SMALLEST, its.ink, _ITALIC),
        Is.PILL: Type(SMALLEST, its.on_night, _ITALIC),
        Is.COLUMN: Type(16, its.on_night, _BOLD, balanced=True),
        Is.RULE: Type(15, its.ink, _BOLD),
    }


def _grounds(its: Palette) -> Mapping[Look, Paint]:
    return {
        Look.BARE: Paint(),
        Look.DECISION: Paint(its.night),
        Look.DECISION_OFF: Paint(its.dusk),
        Look.CHANCE: Paint(its.mist, its.quiet, 1.8),
        Look.CHANCE_HISTORY: Paint(its.mist, its.history, 2.4),
        Look.OPTION: Paint(its.paper, its.line, 1.4),
        Look.CHOSEN: Paint(its.history_tint, its.history, 3.4),
        Look.WALKED: Paint(its.road_tint, its.road, 1.8, inner=3.4, inner_color=its.road),
        Look.CHOSEN_WALKED: Paint(its.history_tint, its.history, 3.4, inner=4.4, inner_color=its.road),
        Look.OUTCOME: Paint(its.paper, its.quiet, 1.8),
        Look.HAPPENED: Paint(its.history_tint, its.history, 3.4),
        Look.INFERRED: Paint(its.paper, its.quiet, 1.8, dotted=True),
        Look.OUTCOME_WALKED: Paint(its.road_tint, its.road, 2.4),
        Look.INFERRED_WALKED: Paint(its.road_tint, its.road, 2.4, dotted=True),
        Look.NOTE: Paint(its.paper, its.line, 1.4),
        Look.OR: Paint(its.paper, its.quiet, 1.2),
        Look.PILL: Paint(its.dusk),
        Look.PILL_WALKED: Paint(its.road_seal),
        Look.DISC: Paint(its.night),
        Look.DISC_END: Paint(its.history_seal),
        Look.DISC_OFF: Paint(its.dusk),
        Look.NEST: Paint(its.mist, its.line, 1.0),
        Look.CELL: Paint(its.paper, its.line, 1.0),
        Look.CELL_HEAD: Paint(its.night, its.night, 1.0),
        Look.CELL_RULE: Paint(its.mist, its.line, 1.0),
        Look.CELL_HISTORY: Paint(its.history_tint, its.line, 1.0),
    }


_DASHES = (5.0, 3.6)
_DOTS = (1.7, 2.6)


def _strokes(its: Palette) -> Mapping[Stroke, tuple[Pen, ...]]:
    return {
        Stroke.HISTORY: (Pen(its.history, 4.0),),
        Stroke.HISTORY_BRIDGED: (Pen(its.paper, 9.0, late=3.0), Pen(its.history, 4.0)),
        Stroke.UNTAKEN: (Pen(its.quiet, 1.7, _DASHES),),
        Stroke.ROAD: (Pen(its.road, 5.0), Pen(its.paper, 1.8)),
        Stroke.HISTORY_ROAD: (Pen(its.road, 8.4), Pen(its.paper, 5.6), Pen(its.history, 4.0)),
        Stroke.CROWD: (Pen(its.road, 5.0),),
        Stroke.HISTORY_CROWD: (Pen(its.history, 5.0),),
        Stroke.AXIS: (Pen(its.line, 1.2),),
        Stroke.TIE: (Pen(its.quiet, 1.7),),
        Stroke.TIE_SUGGESTED: (Pen(its.quiet, 1.7, _DOTS),),
    }


def _dressed(palette: Palette) -> Theme:
    return Theme(_types(palette), _grounds(palette), _strokes(palette), palette)


THEMES: Mapping[Tone, Theme] = {tone: _dressed(palette) for tone, palette in PALETTES.items()}
"""What differs between themes is colour alone: sizes, faces and pens are the same, and so are all places."""
LIGHT = THEMES[Tone.LIGHT]
"""For bright halls, screens and paper."""
TYPES, GROUNDS, STROKES = LIGHT.types, LIGHT.grounds, LIGHT.strokes
