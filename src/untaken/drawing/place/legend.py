"""The legend: a sample and a word for each kind of thing that occurs in a picture. Lengths are in units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from untaken.drawing.place.draft import Draft
from untaken.drawing.place.leaves import CORNER
from untaken.drawing.place.setting import BASELINE
from untaken.drawing.placed import Connector, Look, Placed, PlacedLine, PlacedRun, Shape, Stroke
from untaken.drawing.sheet import BoxKind, LinkKind, Sheet, TextRole
from untaken.drawing.theme import LEADING, SMALLEST, TYPES
from untaken.drawing.typeface import measure
from untaken.model import Basis, Side
from untaken.telling.phrases import pictures
from untaken.telling.phrases.claims import WHAT_HAPPENED

_SWATCH = (25.0, 11.0)
_LINE_SWATCH = 29.0
_MARK_SWATCH = 12.0
_BESIDE = 6.0
_APART = 18.0
_ROW = SMALLEST * LEADING + 4
_ARROWED = (Stroke.UNTAKEN, Stroke.TIE, Stroke.TIE_SUGGESTED)


@dataclass(frozen=True, slots=True)
class Sample:
    """One entry: a box, a connector, or a mark with its role; and what it means."""

    words: str
    look: Look | None = None
    stroke: Stroke | None = None
    mark: tuple[str, TextRole] | None = None
    shape: Shape = Shape.ROUNDED

    @property
    def swatch(self) -> float:
        """The width of its sample."""
        if self.look:
            return _SWATCH[0]
        return _LINE_SWATCH if self.stroke else _MARK_SWATCH

    @property
    def width(self) -> float:
        """The width of the whole entry."""
        return self.swatch + _BESIDE + measure(TYPES[TextRole.LEGEND].face, SMALLEST)(self.words)


DECISION = Sample(pictures.DECISION, Look.DECISION, shape=Shape.RECTANGLE)
TURNING_POINT = Sample(pictures.TURNING_POINT, Look.DECISION, shape=Shape.RECTANGLE)
NOT_TAKEN = Sample(pictures.ROAD_NOT_TAKEN, stroke=Stroke.UNTAKEN)
CHANCE = Sample(pictures.CHANCE, Look.CHANCE)
HISTORY = Sample(WHAT_HAPPENED, Look.CHOSEN)
UNTAKEN = Sample(pictures.WHAT_WOULD_HAVE_BEEN, stroke=Stroke.UNTAKEN)
OPEN = Sample(pictures.WHAT_COULD_BE_CHOSEN, stroke=Stroke.UNTAKEN)
ROAD = Sample(pictures.YOUR_ROAD, stroke=Stroke.ROAD)
CROWD = Sample(pictures.AS_WIDE_AS_MANY, stroke=Stroke.CROWD)
NOBODY = Sample(pictures.NOBODY_WENT, stroke=Stroke.UNTAKEN)
INFERRED = Sample(pictures.INFERRED, Look.INFERRED, shape=Shape.POINTED)
STATED = Sample(pictures.STATED_TIE, stroke=Stroke.TIE)
SUGGESTED = Sample(pictures.SUGGESTED_TIE, stroke=Stroke.TIE_SUGGESTED)
FOR = Sample(Side.FOR.value, mark=("▲", TextRole.FOR))
AGAINST = Sample(Side.AGAINST.value, mark=("▼", TextRole.AGAINST))


@dataclass(frozen=True)
class Legend:
    """The samples of one picture, in as many rows as the width asks for."""

    samples: tuple[Sample, ...]

    @property
    def width(self) -> float:
        """Its width in one row."""
        return sum(each.width for each in self.samples) + _APART * max(0, len(self.samples) - 1)

    def height(self, width: float) -> float:
        """Its height at a width."""
        return _ROW * len(self._rows(width))

    def _rows(self, width: float) -> list[list[Sample]]:
        rows: list[list[Sample]] = []
        used = 0.0
        for sample in self.samples:
            if rows and used + _APART + sample.width <= width:
                used += _APART + sample.width
                rows[-1].append(sample)
            else:
                used = sample.width
                rows.append([sample])
        return rows

    def draft(self, width: float, at_right: bool) -> Draft:
        """Its boxes and connectors, from the upper left corner of a room of this width on."""
        draft = Draft()
        for number, row in enumerate(self._rows(width)):
            x = width - Legend(tuple(row)).width if at_right else 0.0
            for sample in row:
                _place(draft, sample, x, number * _ROW)
                x += sample.width + _APART
        return draft


def legend(sheet: Sheet) -> Legend:
    """The samples of what occurs on a sheet."""
    return Legend(() if sheet.is_list else tuple(_occurring(sheet)))


def _occurring(sheet: Sheet) -> Iterator[Sample]:
    kinds = {box.kind for box in sheet.boxes}
    marks = {part.mark.role for box in sheet.boxes for part in box.parts if part.mark}
    ties = {link.kind for link in sheet.links}
    ways = [box for box in sheet.boxes if len(box.id) > 1 and box.kind is not BoxKind.TIE]
    untaken = any(not each.history and not each.walked for each in ways)
    if BoxKind.DECISION in kinds:
        yield DECISION
    if BoxKind.TURNING_POINT in kinds:
        yield TURNING_POINT
    if BoxKind.CHANCE in kinds:
        yield CHANCE
    if sheet.has_options_chosen:
        yield HISTORY
    if any(box.walked for box in sheet.boxes):
        yield ROAD
    yield from _roads(sheet, untaken, BoxKind.TURNING_POINT in kinds)
    if LinkKind.STATED in ties:
        yield STATED
    if LinkKind.SUGGESTED in ties:
        yield SUGGESTED
    if any(box.basis is Basis.INFERRED for box in sheet.boxes):
        yield INFERRED
    if TextRole.FOR in marks:
        yield FOR
    if TextRole.AGAINST in marks:
        yield AGAINST


def _roads(sheet: Sheet, untaken: bool, in_time: bool) -> Iterator[Sample]:
    """The samples of roads: those that a class went, or those that would have been."""
    went = {link.went for link in sheet.links}
    if went - {None}:
        yield CROWD
        if 0 in went:
            yield NOBODY
    elif untaken:
        would_be = NOT_TAKEN if in_time else UNTAKEN
        yield would_be if sheet.tells else OPEN


def _place(draft: Draft, sample: Sample, x: float, y: float) -> None:
    middle = y + _ROW / 2
    wide, high = _SWATCH
    if sample.look:
        tip = 5.0 if sample.shape is Shape.POINTED else 0.0
        corner = CORNER / 2 if sample.shape is Shape.ROUNDED else 0.0
        draft.boxes.append(
            Placed((), "sample", sample.shape, sample.look, x, middle - high / 2, wide, high, tip=tip, corner=corner)
        )
    if sample.stroke:
        arrow = 6.6 if sample.stroke in _ARROWED else 0.0
        draft.connectors.append(
            Connector((), (), sample.stroke, ((x, middle), (x + sample.swatch, middle)), arrow=arrow)
        )
    size, face = SMALLEST, TYPES[TextRole.LEGEND].face
    baseline = y + 2 + BASELINE * size
    text = PlacedRun(
        sample.words, TextRole.LEGEND, x + sample.swatch + _BESIDE, measure(face, size)(sample.words), size, face
    )
    runs: Sequence[PlacedRun] = [text]
    if sample.mark:
        mark, role = sample.mark
        runs = [PlacedRun(mark, role, x, measure(face, size)(mark), size, face), text]
    left = runs[0].x
    width, line = text.x + text.width - left, PlacedLine(baseline, 0, tuple(runs))
    draft.boxes.append(Placed((), "legend", Shape.BARE, Look.BARE, left, y, width, _ROW, (line,)))
