"""The turning points that a walk may lead through, each with its graph, and the facts that it starts with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from untaken.history.graph import Graph
from untaken.history.premises import Facts, bears_on
from untaken.history.recorded import Recorded
from untaken.history.states import Machine
from untaken.model import Fact, Lesson, TurningPoint


@dataclass(frozen=True)
class Course:
    """The turning points of one collection by id, and the one at which the walk starts.

    With the id of a `lesson`, the walk leads through its selection alone. With `stops`, it ends at the first outcome.
    """

    points: Mapping[str, TurningPoint] = field(repr=False)
    start: str
    lesson: str = ""
    stops: bool = False
    _bearing: dict[str, Facts] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, points: Iterable[TurningPoint], start: str = "", lesson: str = "", stops: bool = False) -> "Course":
        """The collection of the turning point `start`; without one, of the first, in the order of time.

        Raises KeyError where there is no such turning point, or no such lesson.
        """
        known = list(points)
        chosen = next((point for point in known if point.id == start), None) if start else next(iter(known), None)
        if chosen is None:
            raise KeyError(start)
        own = {each.id: each for each in known if each.collection == chosen.collection}
        if lesson:
            if lesson not in chosen.courses:
                raise KeyError(lesson)
            within = {id: point for id, point in own.items() if id in chosen.courses[lesson].scenarios}
            return cls(own, start or next(id for id in Machine(own).order if id in within), lesson, stops)
        return cls(own, start or Machine(own).order[0], stops=stops)

    @cached_property
    def machine(self) -> Machine:
        """What steps through these turning points."""
        selection = self.selection
        return Machine(self.points, frozenset(selection.scenarios) if selection else None)

    @property
    def selection(self) -> Lesson | None:
        """The lesson that is taken."""
        return self.points[self.start].courses.get(self.lesson)

    @property
    def graphs(self) -> dict[str, Graph]:
        """The graph of every turning point."""
        return self.machine.graphs

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every fact that is declared in these turning points."""
        return {id: fact for point in self.points.values() for id, fact in point.facts.items()}

    @cached_property
    def recorded(self) -> Recorded:
        """What happened in these turning points."""
        return Recorded.of(Machine(self.points))

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The turning points through which history came to the start, the first one first."""
        passed = self.recorded.passed
        return passed[: passed.index(self.start)] if self.start in passed else ()

    @cached_property
    def assumed(self) -> Facts:
        """What holds at the start: what history established before it, and what the start itself asks for."""
        return self.machine.reset(self.start, self.recorded.before[self.start])

    def told(self, id: str, facts: Facts) -> TurningPoint:
        """A turning point in the words of a road with these facts."""
        return self.points[id].told(facts) if id in self._varied else self.points[id]

    @cached_property
    def _varied(self) -> frozenset[str]:
        """The turning points some of whose words depend on the road."""
        nouns = {id: (point.scenario, *point.scenario.nodes.values()) for id, point in self.points.items()}
        return frozenset(
            id
            for id, point in self.points.items()
            if any(noun.otherwise for noun in (*nouns[id], *point.actors.values()))
        )

    def bearing(self, id: str) -> Facts:
        """All facts that anything in a turning point asks about, the gates before it among them."""
        if id not in self._bearing:
            self._bearing[id] = bears_on(self.points[id]).union(self.machine.premises[id].asks)
        return self._bearing[id]

    @cached_property
    def ahead(self) -> tuple[str, ...]:
        """The turning points that a walk may come to, the start first."""
        return (self.start,) if self.stops else self.machine.ahead(self.start)
