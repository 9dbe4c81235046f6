"""Roads counted, and, from their ends back, a diagram for each spot of what roads from there come to.

However many roads there are, the states on the way are few where few facts can hold together, and the diagrams small
where few facts bear on each other; where neither is so, the work is given up within a bound.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

from untaken.history.diagrams import Diagram, Diagrams, TooMany
from untaken.history.premises import Facts
from untaken.history.states import DOOR, Exit, Machine, Spot, State

MOST_STATES = 50_000
"""States that are followed from the beginning on."""
BUDGET = 400_000
"""Steps of work on diagrams: a few seconds."""


@dataclass(frozen=True)
class RoadCount:
    """How many complete roads there are, and how many steps the shortest and the longest take; 0 where there are none.

    Where the count was given up, `complete` is None, and `back_to` the earliest turning point that was counted.
    """

    complete: int | None = 0
    shortest: int = 0
    longest: int = 0
    back_to: str = ""


@dataclass(frozen=True)
class Algebra:
    """How values of roads are put together: of none, of one that ends, of several, of one that begins with an exit."""

    none: Any
    end: Any
    joined: Callable[[Any, Any], Any]
    cost: Callable[[Spot, Exit], Any]
    longer: Callable[[Any, Any], Any]


@dataclass
class Backward:
    """The values of the roads from every spot on. Raises TooMany where that takes more work than the budget has."""

    machine: Machine
    algebra: Algebra
    budget: int
    diagrams: Diagrams = field(init=False)
    found: dict[Spot, Diagram] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        asked = (sorted(way.asks) for spot in self.machine.spots for way in self.machine.exits(spot))
        self.diagrams = Diagrams(dict.fromkeys(fact for each in asked for fact in each), self.budget)

    def run(self, here: "Callable[[Spot, Backward], Diagram | None]" = lambda spot, back: None) -> None:
        """Find the values of all spots, the last ones first; `here` is what a spot is worth itself, besides."""
        for spot in reversed(self.machine.spots):
            found = self._onward(spot)
            own = here(spot, self)
            self.found[spot] = found if own is None else self.diagrams.merged(found, own, self.algebra.joined)

    def _onward(self, spot: Spot) -> Diagram:
        none = self.diagrams.leaf(self.algebra.none)
        ended = self.diagrams.leaf(self.algebra.end) if self.machine.is_end(spot) else none
        ways = [(way, self._taken(spot, way, none)) for way in self.machine.exits(spot)]
        if self.machine.passes(spot):
            # The first way that is open is the only one.
            for way, taken in reversed(ways):
                ended = self._where_open(way, taken, ended)
            return ended
        total = none if ways else ended
        for way, taken in ways:
            total = self.diagrams.merged(total, self._where_open(way, taken, none), self.algebra.joined)
        return total

    def _taken(self, spot: Spot, way: Exit, none: Diagram) -> Diagram:
        # In a scenario with a mistake a way may come back, to where nothing is known yet.
        head = self.diagrams.given(self.found.get(way.head, none), way.establishes)
        return self.diagrams.merged(head, self.diagrams.leaf(self.algebra.cost(spot, way)), self.algebra.longer)

    def _where_open(self, way: Exit, taken: Diagram, otherwise: Diagram) -> Diagram:
        return self.diagrams.where(way.requires, way.unless, taken, otherwise)

    def value(self, state: State) -> Any:
        """What the roads that begin in a state come to."""
        return self.diagrams.value(self.found[state.spot], state.facts)


def count_roads(machine: Machine, starts: Iterable[State]) -> RoadCount:
    """Count the complete roads that begin in these states.

    First from the beginning on, states with equal futures together, which is fast where few facts can hold together;
    else from the ends back.
    """
    begun = list(starts)
    found = _count_forward(machine, begun)
    if found is not None:
        return found
    backward = Backward(machine, _COUNT, BUDGET)
    try:
        backward.run()
    except TooMany:
        return RoadCount(None, back_to=next((id for id in machine.order if (id, DOOR) in backward.found), ""))
    return reduce(_together, map(backward.value, begun), RoadCount())


def _count_forward(machine: Machine, starts: Iterable[State]) -> RoadCount | None:
    """The count from the beginning on; None where there are too many states."""
    arrived: dict[Spot, dict[Facts, RoadCount]] = defaultdict(dict)

    def arrive(state: State, count: RoadCount) -> None:
        told = machine.pared(state)
        before = arrived[told.spot].get(told.facts)
        arrived[told.spot][told.facts] = _together(before, count) if before else count

    for start in starts:
        arrive(start, RoadCount(1))
    total, states = RoadCount(), 0
    for spot in machine.spots:
        for facts, count in arrived.pop(spot, {}).items():
            states += 1
            if states > MOST_STATES:
                return None
            state = State(spot, facts)
            ways = machine.ways(state)
            if not ways and machine.is_end(spot):
                total = _together(total, count)
            for way in ways:
                arrive(machine.step(state, way), _longer(count, int(way.arc is not None)))
    return total


def _together(one: RoadCount, other: RoadCount) -> RoadCount:
    if not (one.complete and other.complete):
        return one if one.complete else other
    shortest, longest = min(one.shortest, other.shortest), max(one.longest, other.longest)
    return RoadCount(one.complete + other.complete, shortest, longest)


def _longer(count: RoadCount, steps: int) -> RoadCount:
    return replace(count, shortest=count.shortest + steps, longest=count.longest + steps) if count.complete else count


_COUNT = Algebra(RoadCount(), RoadCount(1), _together, lambda spot, way: int(way.arc is not None), _longer)
