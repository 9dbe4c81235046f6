"""The turning points that a walk may lead through, each with its graph, and the facts that it starts with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from untaken.history.graph import Graph
from untaken.history.states import Machine, continuations
from untaken.model import Outcome, TurningPoint


@dataclass(frozen=True)
class Course:
    """The turning points of one collection by id, in the order of time, and the one at which the walk starts."""

    points: Mapping[str, TurningPoint] = field(repr=False)
    start: str

    @classmethod
    def of(cls, points: Iterable[TurningPoint], start: str = "") -> "Course":
        """The collection of the turning point `start`; without one, of the first that no other leads to.

        Raises KeyError where there is no such turning point.
        """
        known = list(points)
        first = next((point for point in known if point.id == start), None) if start else _beginning(known)
        if first is None:
            raise KeyError(start)
        return cls({each.id: each for each in known if each.collection == first.collection}, first.id)

    @cached_property
    def machine(self) -> Machine:
        """What steps through these turning points."""
        return Machine(self.points)

    @property
    def graphs(self) -> dict[str, Graph]:
        """The graph of every turning point."""
        return self.machine.graphs

    @cached_property
    def facts(self) -> dict[str, str]:
        """The sentence of every fact that is declared in these turning points."""
        return {id: fact.holds for point in self.points.values() for id, fact in point.facts.items()}

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The turning points through which history came to the start, the first one first."""
        leads = {self.next_in_history(id): id for id in reversed(list(self.points))}
        chain: list[str] = []
        here = leads.get(self.start)
        while here is not None and here != self.start and here not in chain:
            chain.append(here)
            here = leads.get(here)
        return tuple(reversed(chain))

    @cached_property
    def assumed(self) -> frozenset[str]:
        """What history established before the start: a walk that begins in the middle begins where history stood."""
        return frozenset(fact for id in self.before for fact in self.established_by_history(id))

    @cached_property
    def ahead(self) -> tuple[str, ...]:
        """The turning points that a walk may come to, the start first, each after the nearest that continues in it."""
        found = {self.start: None}
        waiting = [self.start]
        for id in waiting:
            for following in continuations(self.points[id]):
                if following in self.points and following not in found:
                    found[following] = None
                    waiting.append(following)
        return tuple(found)

    def next_in_history(self, id: str) -> str | None:
        """The turning point in which history's outcome of this one continues."""
        graph = self.graphs[id]
        last = graph.nodes[graph.historical_nodes[-1]] if graph.historical_nodes else None
        return last.continues if isinstance(last, Outcome) else None

    def established_by_history(self, id: str) -> frozenset[str]:
        """The facts that what happened in this turning point established."""
        graph = self.graphs[id]
        steps = [fact for arc in graph.historical for fact in arc.step.establishes]
        outcomes = (graph.nodes[node] for node in graph.historical_nodes)
        return frozenset(
            [*steps, *(fact for node in outcomes if isinstance(node, Outcome) for fact in node.establishes)]
        )


def _beginning(points: list[TurningPoint]) -> TurningPoint | None:
    """The first turning point that continues no other, or, where each does, the first."""
    led_to = {
        (point.collection, node.continues)
        for point in points
        for node in point.scenario.nodes.values()
        if isinstance(node, Outcome)
    }
    return next((each for each in points if (each.collection, each.id) not in led_to), next(iter(points), None))
