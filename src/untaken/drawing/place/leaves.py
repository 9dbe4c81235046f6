"""A single box: a question, an option with its arguments, an outcome with what followed. Lengths are in units.

Every block of a layout has `least`, the least width that it can be put in, and `height(width)`, which never grows with
the width.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from untaken.drawing.place.draft import Draft
from untaken.drawing.place.parting import parted
from untaken.drawing.place.setting import SetText
from untaken.drawing.place.stepped import Steps
from untaken.drawing.placed import Look, Placed, PlacedLine, PlacedRun, Shape
from untaken.drawing.sheet import Box, BoxKind, TextRole
from untaken.drawing.theme import LEADING, SMALLEST, TYPES
from untaken.drawing.typeface import Face, measure
from untaken.model import Basis
from untaken.telling.phrases.claims import WHAT_HAPPENED
from untaken.telling.phrases.pictures import OR, YOUR_ROAD

PAD = (9.0, 6.0)
"""Between a box and its text, to the sides and above and below."""
TIP = 9.0
"""How deep the point of an outcome is."""
CORNER = 7.0
PILL_HEIGHT = SMALLEST * LEADING + 2
DISC = 9.5
"""The radius of a numbered disc."""
_LETTERED = 2 * DISC + 7
_PART_GAP = 4.0
PILL_ROOM = _PART_GAP + PILL_HEIGHT
"""What a pill adds to the height of a box."""
_INNER_GAP = 16.0
_NARROWEST_INNER = 200.0
_MOST_INNER = 3
_LEAST = {BoxKind.OPTION: 100.0, BoxKind.BRANCH: 100.0, BoxKind.NOTE: 150.0}
_LEAST_WITH_PARTS = 150.0
_CHOSEN = {TextRole.OPTION: TextRole.CHOSEN}


@dataclass(frozen=True, slots=True)
class LeafVariant:
    """One of the ways in which a box is seen, from one step until another; a final one has no end."""

    look: Look
    chosen: bool
    with_parts: bool
    step: int
    until: int | None


class Leaf:
    """A box with its text. `letter` stands in a disc before the title, `pill` in its foot."""

    def __init__(self, box: Box, off: bool, letter: str = "", pill: str = "", neutral: bool = False) -> None:
        self.box, self.letter, self.pill = box, letter, pill
        self._off, self._neutral = off, neutral
        self._title = SetText(box.lines)
        # What has no mark is no item of the list: it stands below it.
        self._parts = SetText([each for each in box.parts if each.mark], _PART_GAP)
        self._rest = SetText([each for each in box.parts if not each.mark], _PART_GAP)
        self._tip = TIP if box.kind is BoxKind.OUTCOME else 0.0
        # A border of two lines needs more room.
        self._above = PAD[1] + (3.0 if box.walked else 0.0)
        self._side = PAD[0] + (3.0 if box.kind is BoxKind.CHANCE else 0.0)
        self._indent = _LETTERED if letter else 0.0
        self._pill_width = measure(Face.ITALIC, SMALLEST)(pill) + 14 if pill else 0.0
        inner = max(self._title.least + self._indent, self._parts.least, self._rest.least, self._pill_width)
        usual = _LEAST_WITH_PARTS if box.parts else _LEAST.get(box.kind, 60.0)
        self.least = max(inner + 2 * self._side + self._tip, usual)
        self._heights = Steps(self._high)

    @property
    def shown(self) -> int:
        """The step at which it is first seen."""
        return self.box.step if self._neutral else 0

    @property
    def first_line(self) -> float:
        """From its top down to the middle of its first line: there connectors come in."""
        size = self._title.paragraphs[0].line if self._title.paragraphs else SMALLEST
        return self._above + size / 2

    def height(self, width: float) -> float:
        """How high it is at a width; no higher than where it is narrower."""
        return self._heights.at(width)

    def _high(self, width: float) -> float:
        inner = self._inner(width)
        found = 2 * self._above + self._title.height(inner - self._indent)
        if self._parts.paragraphs:
            found += _PART_GAP + self._best(inner)[0]
        if self._rest.paragraphs:
            found += _PART_GAP + self._rest.height(inner)
        if self.pill:
            found += PILL_ROOM
        return found

    def place(self, draft: Draft, x: float, y: float, width: float, height: float | None = None) -> Placed:
        """Put it into a draft, no lower than `height`; gives the box as it is seen last."""
        high = max(height or 0.0, self.height(width))
        title, parts = self._set(x, y, width)
        for variant in self._variants():
            lines = [*title, *(parts if variant.with_parts else [])]
            lines = [_chosen(line) for line in lines] if variant.chosen else lines
            last = self._outline(x, y, width, high, variant, tuple(lines))
            draft.boxes.append(last)
        if self.letter:
            self._disc(draft, x, y, last.step)
        if self.pill:
            self._place_pill(draft, x, y + high, last)
        return last

    def _inner(self, width: float) -> float:
        return width - 2 * self._side - self._tip

    def _set(self, x: float, y: float, width: float) -> tuple[list[PlacedLine], list[PlacedLine]]:
        inner, left, top = self._inner(width), x + self._side, y + self._above
        title = self._title.lines(left + self._indent, top, inner - self._indent)
        top += self._title.height(inner - self._indent) + _PART_GAP
        parts: list[PlacedLine] = []
        at = 0
        if self._parts.paragraphs:
            high, groups, wide = self._best(inner)
            for column, size in enumerate(groups):
                down = top
                for each in self._parts.paragraphs[at : at + size]:
                    number = len(self._title.paragraphs) + at
                    parts += each.lines(left + column * (wide + _INNER_GAP), down, wide, number)
                    down += each.height(wide) + _PART_GAP
                    at += 1
            top += high + _PART_GAP
        return title, parts + self._rest.lines(left, top, inner, len(self._title.paragraphs) + at)

    def _best(self, inner: float) -> tuple[float, list[int], float]:
        """The height of the claims, how many stand in each inner column, and how wide these are."""
        found = [(self._parts.height(inner), [len(self._parts.paragraphs)], inner)]
        for count in range(2, min(_MOST_INNER, len(self._parts.paragraphs)) + 1):
            wide = (inner - _INNER_GAP * (count - 1)) / count
            if wide < max(_NARROWEST_INNER, self._parts.least):
                break
            heights = [each.height(wide) for each in self._parts.paragraphs]
            found.append((*parted(heights, count, _PART_GAP), wide))
        return min(found, key=lambda each: each[0])

    def _variants(self) -> Iterator[LeafVariant]:
        box = self.box
        final = self._look(box.history)
        if not self._neutral:
            yield LeafVariant(final, box.history, True, 0, None)
            return
        told, plain = max(box.step, box.told) if box.parts else box.step, self._look(False)
        revealed = max(told, box.revealed) if box.history and box.kind in (BoxKind.OPTION, BoxKind.BRANCH) else None
        if told > box.step:
            yield LeafVariant(plain if revealed else final, False, False, box.step, told)
        if revealed:
            yield LeafVariant(plain, False, True, told, revealed)
        yield LeafVariant(final, box.history, True, revealed or told, None)

    def _look(self, history: bool) -> Look:
        box = self.box
        match box.kind:
            case BoxKind.DECISION | BoxKind.TURNING_POINT:
                return Look.DECISION_OFF if self._off else Look.DECISION
            case BoxKind.CHANCE:
                return Look.CHANCE_HISTORY if history and not self._neutral else Look.CHANCE
            case BoxKind.OUTCOME:
                return _outcome_look(box)
            case BoxKind.NOTE:
                return Look.NOTE
        if history:
            return Look.CHOSEN_WALKED if box.walked else Look.CHOSEN
        return Look.WALKED if box.walked else Look.OPTION

    def _outline(
        self, x: float, y: float, width: float, height: float, variant: LeafVariant, lines: tuple[PlacedLine, ...]
    ) -> Placed:
        kind = self.box.kind
        shape = Shape.ROUNDED
        if kind in (BoxKind.DECISION, BoxKind.TURNING_POINT):
            shape = Shape.RECTANGLE
        if kind is BoxKind.OUTCOME:
            shape = Shape.POINTED
        corner = {BoxKind.CHANCE: 12.0}.get(kind, CORNER) if shape is Shape.ROUNDED else 0.0
        return Placed(
            self.box.id, kind.value, shape, variant.look, x, y, width, height, lines,
            self._name(variant), self._tip, corner, step=variant.step, until=variant.until,
        )  # fmt: skip

    def _name(self, variant: LeafVariant) -> str:
        """What it is, in words."""
        happened = variant.chosen and self.box.kind in (BoxKind.OPTION, BoxKind.BRANCH, BoxKind.OUTCOME)
        parts = [self.box.kind.value.capitalize(), WHAT_HAPPENED if happened else ""]
        return ", ".join(filter(None, [*parts, YOUR_ROAD if self.box.walked else ""]))

    def _disc(self, draft: Draft, x: float, y: float, step: int) -> None:
        center = (x + self._side + DISC, y + self.first_line)
        draft.boxes.append(disc(self.box, self.letter, *center, Look.DISC_OFF, step))

    def _place_pill(self, draft: Draft, x: float, bottom: float, last: Placed) -> None:
        top = bottom - self._above - PILL_HEIGHT
        draft.boxes.append(pill(self.box, self.pill, x + self._side, top, last.step))


def _outcome_look(box: Box) -> Look:
    if box.history:
        return Look.HAPPENED
    if box.basis is Basis.INFERRED:
        return Look.INFERRED_WALKED if box.walked else Look.INFERRED
    return Look.OUTCOME_WALKED if box.walked else Look.OUTCOME


def _chosen(line: PlacedLine) -> PlacedLine:
    return replace(line, runs=tuple(replace(run, role=_CHOSEN.get(run.role, run.role)) for run in line.runs))


def disc(box: Box, text: str, x: float, y: float, look: Look, step: int = 0) -> Placed:
    """A disc with a number or a letter round the point x, y."""
    # A number of three digits or more is set smaller.
    size = SMALLEST * min(1.0, (2 * DISC - 3) / measure(Face.BOLD, SMALLEST)(text))
    wide = measure(Face.BOLD, size)(text)
    run = PlacedRun(text, TextRole.NUMBER, x - wide / 2, wide, size, Face.BOLD)
    line = PlacedLine(y + 0.33 * size, 0, (run,))
    return Placed(box.id, "disc", Shape.CIRCLE, look, x - DISC, y - DISC, 2 * DISC, 2 * DISC, (line,), step=step)


def pill(box: Box, text: str, x: float, y: float, step: int = 0) -> Placed:
    """Where an option would lead, in words on a dark ground, with its upper left corner at x, y."""
    return _small(box, "pill", text, x, y, Look.PILL_WALKED if box.walked else Look.PILL, TextRole.PILL, step)


def either(box: Box, x: float, y: float, step: int = 0) -> Placed:
    """The word "or", astride the border of an option, whose left end is x, a little above the height y."""
    return _small(box, "or", OR, x, y - OR_HEIGHT * 0.65, Look.OR, TextRole.OR, step)


OR_HEIGHT = SMALLEST + 1


def _small(box: Box, what: str, text: str, x: float, y: float, look: Look, role: TextRole, step: int) -> Placed:
    face = TYPES[role].face
    wide = measure(face, SMALLEST)(text)
    high, side = (OR_HEIGHT, 6.0) if what == "or" else (PILL_HEIGHT, 7.0)
    run = PlacedRun(text, role, x + side, wide, SMALLEST, face)
    line = PlacedLine(y + high / 2 + 0.3 * SMALLEST, 0, (run,))
    corner = min(high / 2, 6.0)
    return Placed(box.id, what, Shape.ROUNDED, look, x, y, wide + 2 * side, high, (line,), corner=corner, step=step)


def pill_width(text: str) -> float:
    """How wide a pill with this text is."""
    return measure(TYPES[TextRole.PILL].face, SMALLEST)(text) + 14.0
