"""A scenario and a collection.

Attribute names are the author's keys with `-` as `_`; the key `for` is `for_`. Text loses the blanks round it.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from untaken.model.claims import Note
from untaken.model.expecting import Expectations
from untaken.model.nodes import Node
from untaken.model.sources import Noun, Source, Words
from untaken.model.ties import Conditional, Facts, Gate
from untaken.model.values import FORMAT, Date, Format
from untaken.model.variants import ActorVariant, ScenarioVariant, Varied
from untaken.text.calendars import Calendar
from untaken.text.date_words import moment_words


class Actor(Varied):
    """A person or a body that decides, advocates or argues."""

    name: Words
    about: Words | None = None
    otherwise: tuple[ActorVariant, ...] = ()


class Lesson(Noun):
    """A selection of turning points for an hour, in the order in which they are taken."""

    title: Words
    about: Words | None = None
    minutes: Annotated[int, Field(ge=1)] | None = None
    scenarios: tuple[Words, ...]


class _Shared(Noun):
    """What a collection declares for its scenarios, and a scenario that stands alone for itself."""

    format: Format = FORMAT
    title: Words
    sources: dict[Words, Source] = Field(default_factory=dict)
    actors: dict[Words, Actor] = Field(default_factory=dict)
    facts: Facts = Field(default_factory=dict)


class Collection(_Shared):
    """What a set of turning points shares: collection.yaml."""

    about: Words | None = None
    language: Words | None = None
    gates: dict[Words, Gate] = Field(default_factory=dict)
    courses: dict[Words, Lesson] = Field(default_factory=dict)


class Scenario(_Shared, Conditional, Varied):
    """One turning point: a file of its own, whose stem is its id. Where its conditions fail, it does not arise."""

    to_know: ClassVar[tuple[str, ...]] = ("context",)
    question: Words
    when: Words | None = None
    date: Date | None = None
    calendar: Calendar | None = None
    where: Words | None = None
    context: Words | None = None
    start: Words | None = None
    nodes: dict[Words, Node]
    notes: tuple[Note, ...] = ()
    acknowledge: dict[Words, Words] = Field(default_factory=dict)
    expect: Expectations = Expectations()
    otherwise: tuple[ScenarioVariant, ...] = ()

    @property
    def moment(self) -> str:
        """When it was, as people read it: `when`, else the date in words; empty where neither is given."""
        return moment_words(self.when, self.date, self.calendar)

    def moment_of(self, node: Node) -> str:
        """When a node is, as people read it; empty where it does not say."""
        return moment_words(node.when, node.date, self.calendar_of(node))

    def calendar_of(self, node: Node) -> Calendar | None:
        """The calendar of a node's date: its own, else the scenario's."""
        return node.calendar or self.calendar

    @property
    def first(self) -> str:
        """The id of the node at which the scenario starts: the first one where `start` names none."""
        return self.start or next(iter(self.nodes), "")
