"""A picture whose parts all have places: a page of boxes with lines, and connectors between them. Writers start here.

All lengths are points of the page, x to the right and y down from its upper left corner. Every value is frozen and
complete: a writer looks up in `untaken.drawing.theme` how a role, a look and a stroke appear, and measures nothing.

What is painted first comes first: boxes in their order, then connectors in theirs. Each has the `step` from which it is
seen and the step `until` which it is, None where it stays; `PlacedPage.frame` gives what is seen at one step. A page of
a neutral sheet has several forms of one box in the same place: write its frames, or hide and show the parts by their
steps; any other page is seen whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from untaken.drawing.lecture import LectureStep
from untaken.drawing.sheet import Key, TextRole
from untaken.drawing.typeface import Face


class Shape(StrEnum):
    """The outline of a box."""

    RECTANGLE = "rectangle"
    ROUNDED = "rounded"
    """A rectangle with corners of `Placed.corner` points."""
    POINTED = "pointed"
    """A rectangle with an arrow's tip at its right, `Placed.tip` points deep: the field's triangle, with room."""
    CIRCLE = "circle"
    BARE = "bare"
    """Text without an outline."""


class Look(StrEnum):
    """How a box is painted; the theme has ground, border and dashes for each."""

    BARE = "bare"
    DECISION = "decision"
    DECISION_OFF = "decision-off"
    """A decision that history never came to."""
    CHANCE = "chance"
    CHANCE_HISTORY = "chance-history"
    OPTION = "option"
    CHOSEN = "chosen"
    WALKED = "walked"
    CHOSEN_WALKED = "chosen-walked"
    OUTCOME = "outcome"
    HAPPENED = "happened"
    INFERRED = "inferred"
    OUTCOME_WALKED = "outcome-walked"
    INFERRED_WALKED = "inferred-walked"
    NOTE = "note"
    OR = "or"
    PILL = "pill"
    PILL_WALKED = "pill-walked"
    DISC = "disc"
    DISC_END = "disc-end"
    DISC_OFF = "disc-off"
    NEST = "nest"
    CELL = "cell"
    CELL_HEAD = "cell-head"
    CELL_RULE = "cell-rule"
    CELL_HISTORY = "cell-history"


class Stroke(StrEnum):
    """How a path is painted."""

    HISTORY = "history"
    HISTORY_BRIDGED = "history-bridged"
    """What happened, on white ground that keeps it apart from what it crosses."""
    UNTAKEN = "untaken"
    ROAD = "road"
    HISTORY_ROAD = "history-road"
    """What happened, where somebody's road ran with it."""
    CROWD = "crowd"
    """A road of a class, as wide as many went."""
    HISTORY_CROWD = "history-crowd"
    """What happened, as wide as many went that way."""
    AXIS = "axis"
    TIE = "tie"
    TIE_SUGGESTED = "tie-suggested"


class Flank(StrEnum):
    """A side of a box."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """Text of one role on one line: where it begins, how wide and large it is, and the face that has its letters."""

    text: str
    role: TextRole
    x: float
    width: float
    size: float
    face: Face


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of runs on one baseline. `paragraph` counts the paragraphs of its box from 0."""

    baseline: float
    paragraph: int
    runs: tuple[PlacedRun, ...]

    @property
    def text(self) -> str:
        """The line as it is read."""
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its place.

    `key` is that of the sheet's box that it shows or belongs to, empty for what stands round the drawing; `what` says
    which part of it: "box", "or", "pill", "disc", "when", "title", "legend" and so on. `name` says in a few words what
    it is, for who listens; empty where its lines say it. `pen` is what a unit of the theme's pens is in points.
    """

    key: Key
    what: str
    shape: Shape
    look: Look
    x: float
    y: float
    width: float
    height: float
    lines: tuple[PlacedLine, ...] = ()
    name: str = ""
    tip: float = 0.0
    corner: float = 0.0
    pen: float = 1.0
    step: int = 0
    until: int | None = None

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def text(self) -> str:
        """All its lines, in one."""
        return " ".join(line.text for line in self.lines)

    def paragraphs(self) -> list[str]:
        """Its text, paragraph by paragraph."""
        found: dict[int, list[str]] = {}
        for line in self.lines:
            found.setdefault(line.paragraph, []).append(line.text)
        return [" ".join(lines) for lines in found.values()]


@dataclass(frozen=True, slots=True)
class Connector:
    """A line of straight pieces whose corners are rounded by `corner` points.

    It leaves `tail` on one side and comes to `head` on another, where it ends with an arrow if it has one: `arrow` is
    the arrow's length in points, 0 for none. `pen` is what a unit of the theme's pens and dashes is in points.
    """

    tail: Key
    head: Key
    stroke: Stroke
    points: tuple[Point, ...]
    tail_side: Flank = Flank.BOTTOM
    head_side: Flank = Flank.LEFT
    arrow: float = 0.0
    corner: float = 0.0
    pen: float = 1.0
    step: int = 0
    until: int | None = None


@dataclass(frozen=True)
class PlacedPage:
    """One page. `title` names it in a few words, `words` tells it whole; `scale` is points to a unit of the layout."""

    width: float
    height: float
    boxes: tuple[Placed, ...]
    connectors: tuple[Connector, ...]
    title: str
    words: str
    language: str = "en"
    scale: float = 1.0
    steps: tuple[LectureStep, ...] = field(default=())

    @property
    def runs(self) -> Iterator[PlacedRun]:
        """Every run of text."""
        return (run for box in self.boxes for line in box.lines for run in line.runs)

    @property
    def smallest(self) -> float:
        """The size of the smallest text, in points; 0 where there is none."""
        return min((run.size for run in self.runs), default=0.0)

    def frame(self, step: int) -> "PlacedPage":
        """The page as it is at one step: nothing of what comes later is in it, and everything stands where it stood."""
        boxes = tuple(box for box in self.boxes if _seen(box, step))
        connectors = tuple(each for each in self.connectors if _seen(each, step))
        return replace(self, boxes=boxes, connectors=connectors, steps=self.steps[: step + 1])


def _seen(part: Placed | Connector, step: int) -> bool:
    return part.step <= step and (part.until is None or step < part.until)
