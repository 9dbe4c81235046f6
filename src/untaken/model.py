"""The nouns of the field, frozen. What an author may write is declared here and in `sources`, and nowhere else.

Attribute names are the author's keys with `-` as `_`; the key `for` is `for_`. Text loses the blanks round it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from untaken.dates import DateFault, date_fault
from untaken.expecting import Expectations
from untaken.sources import Noun, Source, Words

FORMAT = 1
"""The newest version of the scenario format."""

Ids = tuple[Words, ...]


def checked_date(text: str) -> str:
    """The text, where it is a date; else pydantic is told what keeps it from being one."""
    fault = date_fault(text)
    if fault:
        code = "bad-date" if fault is DateFault.FORM else "no-such-day"
        raise PydanticCustomError(code, "'{text}' {fault}", {"text": text, "fault": str(fault)})
    return text


def checked_format(number: int) -> int:
    """The number, where it is a version of the format that this program reads."""
    if number != FORMAT:
        raise PydanticCustomError("unknown-format", "version {number} of the format is not known", {"number": number})
    return number


def _one_or_several(value: Any) -> Any:
    return [value] if isinstance(value, Mapping) else value


Date = Annotated[Words, AfterValidator(checked_date)]
"""YYYY, YYYY-MM or YYYY-MM-DD; a year before our era has a minus sign."""

Format = Annotated[int, AfterValidator(checked_format)]


class Basis(StrEnum):
    """What an outcome rests on: it happened, a cited source argues it, or the editor infers it."""

    RECORDED = "recorded"
    ARGUED = "argued"
    INFERRED = "inferred"


class Side(StrEnum):
    """Whether an argument speaks for the option that it stands under, or against it."""

    FOR = "for"
    AGAINST = "against"


Likelihood = Literal["remote", "unlikely", "even", "likely", "almost-certain"]
"""Words of estimative probability, after Sherman Kent (1964)."""


class Actor(Noun):
    """A person or a body that decides, advocates or argues."""

    name: Words
    about: Words | None = None


class Citation(Noun):
    """Where a claim comes from. `quote` is a pin of at most 12 words, copied exactly, that a program can find."""

    source: Words
    section: Words | None = None
    paragraph: Annotated[int, Field(ge=1)] | None = None
    page: Words | None = None
    quote: Words | None = None


_Written = Citation | tuple[Citation, ...]
Citations = Annotated[tuple[Citation, ...], BeforeValidator(_one_or_several, json_schema_input_type=_Written)]
"""One citation, or several where sources agree."""


class Argument(Noun):
    """A reason for or against an option: the cited author's own, or that of the actor named in `voice`.

    With `hindsight`, its words give away what happened: a walk tells it only after the choice.
    """

    for_: Words | None = None
    against: Words | None = None
    voice: Words | None = None
    hindsight: bool = False
    cite: Citations = ()

    @model_validator(mode="after")
    def _takes_a_side(self) -> "Argument":
        if (self.for_ is None) == (self.against is None):
            raise PydanticCustomError("one-side", "an argument stands 'for' or 'against' its option, one of the two")
        return self

    @property
    def side(self) -> Side:
        return Side.AGAINST if self.for_ is None else Side.FOR

    @property
    def claim(self) -> str:
        return self.for_ or self.against or ""


class Consequence(Noun):
    """What a source, or an actor whose view it reports, says followed or would have followed."""

    claim: Words
    voice: Words | None = None
    cite: Citations = ()


class Note(Noun):
    """What the sources narrate without arguing, or where they contradict each other or the record."""

    note: Words
    cite: Citations = ()


class Step(Noun):
    """What an option and a branch share: a way from one node to the next."""

    label: Words
    historical: bool = False
    leads_to: Words
    establishes: Ids = ()
    requires: Ids = ()
    unless: Ids = ()


class Option(Step):
    """A course that could be chosen."""

    advocates: Ids = ()
    arguments: tuple[Argument, ...] = ()


class Branch(Step):
    """A way in which chance could fall."""

    likelihood: Likelihood | None = None


class _Node(Noun):
    when: Words | None = None
    date: Date | None = None
    context: Words | None = None
    notes: tuple[Note, ...] = ()


class Decision(_Node):
    """Someone chooses."""

    decision: Words
    deciders: Ids = ()
    options: dict[Words, Option]

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

    @property
    def text(self) -> str:
        return self.chance

    @property
    def steps(self) -> Mapping[str, Step]:
        return self.branches


class Outcome(_Node):
    """Where a road ends."""

    outcome: Words
    basis: Basis
    consequences: tuple[Consequence, ...] = ()
    establishes: Ids = ()
    continues: Words | None = None

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


class _Shared(Noun):
    """What a collection declares for its scenarios, and a scenario that stands alone for itself."""

    format: Format = FORMAT
    title: Words
    sources: dict[Words, Source] = Field(default_factory=dict)
    actors: dict[Words, Actor] = Field(default_factory=dict)
    facts: dict[Words, Words] = Field(default_factory=dict)


class Collection(_Shared):
    """What a set of turning points shares: collection.yaml."""

    about: Words | None = None


class Scenario(_Shared):
    """One turning point: a file of its own, whose stem is its id."""

    question: Words
    when: Words | None = None
    date: Date | None = None
    where: Words | None = None
    context: Words | None = None
    start: Words | None = None
    nodes: dict[Words, Node]
    notes: tuple[Note, ...] = ()
    acknowledge: dict[Words, Words] = Field(default_factory=dict)
    expect: Expectations = Expectations()

    @property
    def first(self) -> str:
        """The id of the node at which the scenario starts: the first one where `start` names none."""
        return self.start or next(iter(self.nodes), "")


@dataclass(frozen=True)
class TurningPoint:
    """A scenario under its id, with all that it may refer to: sources, actors and facts, shared ones and its own."""

    id: str
    scenario: Scenario
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    collection: str = ""
    history: str = ""
    """The folder and the title of its collection, empty for a scenario that stands alone."""

    @classmethod
    def of(cls, id: str, scenario: Scenario, collection: Collection | None = None, name: str = "") -> "TurningPoint":
        """The scenario in its collection; what it declares itself goes before what the collection declares."""
        shared: _Shared = collection or scenario
        return cls(
            id,
            scenario,
            {**shared.sources, **scenario.sources},
            {**shared.actors, **scenario.actors},
            {**shared.facts, **scenario.facts},
            name,
            collection.title if collection else "",
        )

    def name(self, actor: str) -> str:
        """What an actor is called: the declared name of an id, or the plain name that was written."""
        return self.actors[actor].name if actor in self.actors else actor
