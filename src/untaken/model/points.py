"""A turning point: a scenario with all that it may refer to."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from untaken.model.claims import EDITOR
from untaken.model.labels import named, told_apart
from untaken.model.scenarios import Actor, Collection, Lesson, Scenario
from untaken.model.sources import Source
from untaken.model.ties import Fact, Gate
from untaken.model.traversal import cited_sources
from untaken.model.variants import Varied


@dataclass(frozen=True)
class TurningPoint:
    """A scenario under its id, with all that it may refer to: sources, actors and facts, shared ones and its own.

    `gates` and `courses` are those of its collection.
    """

    id: str
    scenario: Scenario
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    collection: str = ""
    history: str = ""
    """The folder and the title of its collection, empty for a scenario that stands alone."""
    gates: Mapping[str, Gate] = field(default_factory=dict)
    courses: Mapping[str, Lesson] = field(default_factory=dict)

    @classmethod
    def of(cls, id: str, scenario: Scenario, collection: Collection | None = None, name: str = "") -> "TurningPoint":
        """The scenario in its collection; what it declares itself goes before what the collection declares.

        Sources that share a name, with each other or with somebody who speaks, have a label that tells them apart.
        """
        shared: Collection | Scenario = collection or scenario
        actors = {**shared.actors, **scenario.actors}
        people = {*(each.name for each in actors.values()), *named(scenario.nodes, scenario.notes)}
        return cls(
            id,
            scenario,
            told_apart({**shared.sources, **scenario.sources}, people),
            actors,
            {**shared.facts, **scenario.facts},
            name,
            collection.title if collection else "",
            collection.gates if collection else {},
            collection.courses if collection else {},
        )

    def name(self, actor: str) -> str:
        """What an actor is called: the declared name of an id, or the plain name that was written."""
        if actor in self.actors:
            return self.actors[actor].name
        return "the editor" if actor == EDITOR else actor

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of the sources that the scenario cites."""
        return frozenset(cited_sources(self.scenario))

    def told(self, facts: Set[str]) -> "TurningPoint":
        """The turning point in the words of a road with these facts: its own, its nodes' and its actors'."""
        if not self._varying:
            return self
        decisive = frozenset(facts & self._decisive)
        if decisive not in self._tellings:
            self._tellings[decisive] = self._told(decisive)
        return self._tellings[decisive]

    def _told(self, facts: Set[str]) -> "TurningPoint":
        nodes = {id: node.told(facts) for id, node in self.scenario.nodes.items()}
        scenario = self.scenario.told(facts).model_copy(update={"nodes": nodes})
        return replace(self, scenario=scenario, actors={id: each.told(facts) for id, each in self.actors.items()})

    @cached_property
    def _varying(self) -> list[Varied]:
        """What is told in other words on some roads."""
        nouns: list[Varied] = [self.scenario, *self.scenario.nodes.values(), *self.actors.values()]
        return [each for each in nouns if each.otherwise]

    @cached_property
    def _decisive(self) -> frozenset[str]:
        """The facts by which the words differ."""
        variants = [variant for each in self._varying for variant in each.otherwise]
        return frozenset(tie.fact for each in variants for tie in (*each.requires, *each.unless))

    @cached_property
    def _tellings(self) -> "dict[frozenset[str], TurningPoint]":
        """The turning point in the words that it was told in so far: there are few, and each is asked for often."""
        return {}
