"""The nodes of a scenario and the ways between them: decisions, chance, outcomes, options, branches."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Tag

from untaken.model.citations import Citations
from untaken.model.claims import Argument, Consequence, Note
from untaken.model.sources import Noun, Words
from untaken.model.ties import Conditional, Ties, short_for
from untaken.model.values import Date, Ids
from untaken.model.variants import ChanceVariant, DecisionVariant, OutcomeVariant, Varied
from untaken.text.calendars import Calendar


class Basis(StrEnum):
    """What an outcome rests on: it happened, a cited source argues it, or the editor infers it."""

    RECORDED = "recorded"
    ARGUED = "argued"
    INFERRED = "inferred"


Likelihood = Literal["remote", "unlikely", "even", "likely", "almost-certain"]
"""Words of estimative probability, after Sherman Kent (1964)."""


class Estimate(Noun):
    """How likely a branch was, and who says so. A plain word is an estimate that nobody answers for.

    `figures` are those that the source gives, in its own words.
    """

    word: Likelihood
    figures: Words | None = None
    voice: Words | None = None
    cite: Citations = ()

    @property
    def in_words(self) -> str:
        """The word as one writes it in a sentence."""
        return self.word.replace("-", " ")

    @property
    def is_given(self) -> bool:
        """Whether there is more to tell than the word: who gives it, or in which figures."""
        return bool(self.figures or self.voice or self.cite)


class Step(Conditional):
    """What an option and a branch share: a way from one node to the next, closed where its conditions fail."""

    label: Words
    historical: bool = False
    leads_to: Words
    establishes: Ids = ()


class Option(Step):
    """A course that could be chosen."""

    advocates: Ids = ()
    arguments: tuple[Argument, ...] = ()


class Branch(Step):
    """A way in which chance could fall."""

    likelihood: (
        Annotated[Estimate, BeforeValidator(short_for("word"), json_schema_input_type=Likelihood | Estimate)] | None
    ) = None


class _Node(Varied):
    to_know: ClassVar[tuple[str, ...]] = ("context",)
    when: Words | None = None
    date: Date | None = None
    calendar: Calendar | None = None
    context: Words | None = None
    notes: tuple[Note, ...] = ()


class Decision(_Node):
    """Someone chooses."""

    decision: Words
    deciders: Ids = ()
    options: dict[Words, Option]
    otherwise: tuple[DecisionVariant, ...] = ()

    @property
    def text(self) -> str:
        return self.decision

    @property
    def steps(self) -> Mapping[str, Step]:
        return self.options


class Chance(_Node):
    """Nobody chooses."""

    chance: Words
    branches: dict[Words, Branch]
    otherwise: tuple[ChanceVariant, ...] = ()

    @property
    def text(self) -> str:
        return self.chance

    @property
    def steps(self) -> Mapping[str, Step]:
        return self.branches


class Outcome(_Node):
    """Where a road leaves a turning point.

    `restores` are facts that history brings back although the road had lost them; with `ends` nothing later can arise.
    `question` is the editor's, for a class.
    """

    outcome: Words
    basis: Basis
    consequences: tuple[Consequence, ...] = ()
    establishes: Ids = ()
    restores: Ties = ()
    question: Words | None = None
    continues: Words | None = None
    ends: bool = False
    otherwise: tuple[OutcomeVariant, ...] = ()

    @property
    def text(self) -> str:
        return self.outcome

    @property
    def steps(self) -> Mapping[str, Step]:
        return {}


KINDS = ("decision", "chance", "outcome")
"""The key that says what kind a node is; its value is the node's text."""


def _kind(value: Any) -> str | None:
    """The pydantic tag of a node: its one kind after a NUL, so that no key of an author's can be mistaken for it."""
    if isinstance(value, Mapping):
        kinds = [kind for kind in KINDS if kind in value]
        return f"\0{kinds[0]}" if len(kinds) == 1 else None
    return f"\0{type(value).__name__.lower()}"


Node = Annotated[
    Annotated[Decision, Tag("\0decision")] | Annotated[Chance, Tag("\0chance")] | Annotated[Outcome, Tag("\0outcome")],
    Discriminator(_kind),
]
