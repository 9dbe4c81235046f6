"""A picture before it has places: boxes with lines of styled runs, the links between them, and what stands round them.

A view makes a `Sheet`; a layout of `untaken.drawing.place` gives it places (`untaken.drawing.placed`); writers start
from there. Nothing here knows a size, a face or a colour: a run has a role, and `untaken.drawing.theme` says how roles
look.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from untaken.drawing.lecture import LectureStep
from untaken.model import Basis

Key = tuple[str, ...]
"""Names a box: a node's id alone, or a node's id and that of an option or branch of it. Unique within a sheet."""


class TextRole(StrEnum):
    """What a run of text is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    CONTEXT = "context"
    LEGEND = "legend"
    FOOT = "foot"
    WHEN = "when"
    ENDED = "ended"
    """Over the end of history: "what happened"."""
    NUMBER = "number"
    DECIDERS = "deciders"
    QUESTION = "question"
    CHANCE_WHEN = "chance-when"
    CHANCE = "chance"
    OPTION = "option"
    CHOSEN = "chosen"
    """The title of an option that history, or chance, chose."""
    OUTCOME = "outcome"
    HAPPENED = "happened"
    """The text of the outcome that history came to."""
    QUIET = "quiet"
    """Who wanted an option, what an outcome rests on, how many arguments more there are."""
    CLAIM = "claim"
    OWNER = "owner"
    FOR = "for"
    AGAINST = "against"
    POINT = "point"
    FACT = "fact"
    """What one turning point settles for another."""
    ROAD = "road"
    OR = "or"
    PILL = "pill"
    COLUMN = "column"
    """The head of a column of a table."""
    RULE = "rule"
    """What stands over several rows of a table."""


class BoxKind(StrEnum):
    """What a box stands for."""

    DECISION = "decision"
    CHANCE = "chance"
    OUTCOME = "outcome"
    OPTION = "option"
    BRANCH = "branch"
    NOTE = "note"
    TURNING_POINT = "turning point"
    """A whole scenario, on a timeline or among its ties."""
    TIE = "tie"
    """What one turning point has to do with another."""


class LinkKind(StrEnum):
    """What a link between two boxes is."""

    HISTORY = "history"
    UNTAKEN = "untaken"
    STATED = "stated"
    """A tie that a source states."""
    SUGGESTED = "suggested"
    """A tie that a source only suggests."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text in one role."""

    text: str
    role: TextRole


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that are set as one text. `mark` hangs before it: ▲ for, ▼ against, • neither.

    `tail`, whose claim it is mostly, stands behind the text where it fits on its last line whole, else on lines of its
    own.
    """

    runs: tuple[TextRun, ...]
    mark: TextRun | None = None
    tail: TextRun | None = None

    @property
    def text(self) -> str:
        """The whole paragraph in one line, with its mark."""
        return " ".join(run.text for run in (self.mark, *self.runs, self.tail) if run and run.text)


@dataclass(frozen=True, slots=True)
class Box:
    """A node, an option, a branch, or a group of notes.

    `lines` are its title and what stands directly round it; `parts` its claims, one paragraph each. `when` is a node's
    time in words. `history` says that history came through it, `walked` that somebody's road did. `step` is the place
    in `Sheet.steps` at which it is first seen, and `told` the one at which its parts are; for what history chose,
    `revealed` is the one at which that is told.
    """

    id: Key
    kind: BoxKind
    lines: tuple[Paragraph, ...]
    parts: tuple[Paragraph, ...] = ()
    when: str = ""
    history: bool = False
    walked: bool = False
    basis: Basis | None = None
    step: int = 0
    told: int = 0
    revealed: int = 0

    @property
    def node(self) -> str:
        """The id of the node that it is or belongs to."""
        return self.id[0]

    @property
    def text(self) -> str:
        """Its title, in one line."""
        return self.lines[0].text if self.lines else ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line from a node to an option of its own, or from an option to the node that it leads to.

    `step` is the place in `Sheet.steps` at which it is first seen. `weight` says how wide it is beside a usual one,
    where as many as `went` that way make it so.
    """

    tail: Key
    head: Key
    kind: LinkKind = LinkKind.UNTAKEN
    walked: bool = False
    step: int = 0
    weight: float = 1.0
    went: int | None = None


@dataclass(frozen=True)
class Sheet:
    """Everything that one picture shows.

    `spine` has the ids of the nodes along which it is laid out: those of history, as far as it is known. Boxes stand in
    the order in which they are read: nodes as they can be reached, the options of each behind it in the
    author's order; or, where the sheet is `neutral`, in that of a walk, which tells nothing. `foot` has the references
    of the sources. `words` tells the whole for who listens. `steps` are the steps in which it can be shown, one after
    the other; the numbers in boxes are places in them. On one that `is_list` nothing comes after another.
    """

    title: str
    subtitle: str = ""
    context: str = ""
    boxes: tuple[Box, ...] = ()
    spine: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    foot: tuple[str, ...] = ()
    words: str = ""
    language: str = "en"
    steps: tuple[LectureStep, ...] = ()
    neutral: bool = False
    is_list: bool = False

    @property
    def has_history(self) -> bool:
        """Whether anything on it is told to have happened."""
        return any(box.history for box in self.boxes)

    @property
    def tells(self) -> bool:
        """Whether it shows what anything leads to, beside what was decided before."""
        return any(box.kind is BoxKind.OUTCOME for box in self.boxes) or not self.neutral

    @property
    def has_options_chosen(self) -> bool:
        """Whether an option or a branch on it is told to have been chosen."""
        return any(box.history for box in self.boxes if len(box.id) > 1)

    def box(self, key: Key) -> Box:
        """The box of a key. Raises KeyError where there is none."""
        for box in self.boxes:
            if box.id == key:
                return box
        raise KeyError(key)

    def part(self, keys: set[Key]) -> "Sheet":
        """The sheet with these boxes only, and the links into and out of them."""
        boxes = tuple(box for box in self.boxes if box.id in keys)
        links = tuple(link for link in self.links if link.tail in keys)
        return replace(self, boxes=boxes, links=links)


def words(text: str, role: TextRole) -> Paragraph:
    """A paragraph of one run, with every blank in the author's text as a single one."""
    return Paragraph((TextRun(" ".join(text.split(" ")), role),))
