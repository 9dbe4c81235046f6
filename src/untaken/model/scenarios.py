"""A scenario, a collection, and a turning point: the scenario with all that it may refer to.

Attribute names are the author's keys with `-` as `_`; the key `for` is `for_`. Text loses the blanks round it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import Field

from untaken.model.claims import Note
from untaken.model.expecting import Expectations
from untaken.model.nodes import Node
from untaken.model.sources import Noun, Source, Words
from untaken.model.values import FORMAT, Date, Format


class Actor(Noun):
    """A person or a body that decides, advocates or argues."""

    name: Words
    about: Words | None = None


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
