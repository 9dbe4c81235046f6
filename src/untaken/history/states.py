"""The one machine that steps through a history: where a road stands, what is open there, where each way leads.

A state is a spot and the facts that hold there. A walk keeps all facts, for it tells of them; whoever counts roads has
states `pared` to the facts that still matter, those that something asks for which can still come: equal ones have equal
futures, whatever led to them. Before each turning point stands its door, a spot of its own with one way in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from untaken.history.graph import Arc, Graph
from untaken.model import Outcome, Step, TurningPoint

Facts = frozenset[str]
Spot = tuple[str, str]
"""A turning point, and a node of it; for its door, the node is DOOR."""
Turn = tuple[str, str, str]
"""A turning point, a node of it, and an option or branch."""
DOOR = ""
"""No node has an empty id."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a road stands, and what holds there."""

    spot: Spot
    facts: Facts = frozenset()


@dataclass(frozen=True, slots=True)
class Exit:
    """A way from a spot to the next, with what it asks for and what it establishes.

    `way` is the id of an option or branch, and between turning points that of the next one; `arc` is None there.
    """

    way: str
    head: Spot
    requires: Facts = frozenset()
    unless: Facts = frozenset()
    establishes: Facts = frozenset()
    arc: Arc | None = None

    def is_open(self, facts: Facts) -> bool:
        """Whether it can be taken where these facts hold."""
        return self.requires <= facts and self.unless.isdisjoint(facts)

    @property
    def asks(self) -> Facts:
        """The facts that open or close it."""
        return self.requires | self.unless


@dataclass(frozen=True)
class Machine:
    """Turning points of one collection, through which roads lead."""

    points: Mapping[str, TurningPoint] = field(repr=False)
    _exits: dict[Spot, tuple[Exit, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def graphs(self) -> dict[str, Graph]:
        """The graph of every turning point."""
        return {id: Graph.of(point.scenario) for id, point in self.points.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All turning points, each after those that continue in it, otherwise as given."""
        return tuple(_in_succession(self.points))

    def exits(self, spot: Spot) -> tuple[Exit, ...]:
        """All ways from a spot, open or not, in the author's order."""
        if spot not in self._exits:
            self._exits[spot] = tuple(self._leaving(*spot))
        return self._exits[spot]

    def _leaving(self, id: str, node_id: str) -> Iterator[Exit]:
        graph = self.graphs[id]
        if node_id == DOOR:
            if graph.start in graph.nodes:
                yield Exit(id, (id, graph.start), establishes=_on_arrival(graph, graph.start))
            return
        node = graph.nodes[node_id]
        if isinstance(node, Outcome):
            if node.continues is not None and node.continues in self.points:
                yield Exit(node.continues, (node.continues, DOOR))
            return
        for arc in graph.leaving[node_id]:
            established = _on_arrival(graph, arc.head).union(arc.step.establishes)
            yield Exit(arc.id, (id, arc.head), *asked(arc.step), established, arc)

    def is_end(self, spot: Spot) -> bool:
        """Whether a road is complete at a spot: at an outcome after which nothing comes."""
        id, node = spot
        return not self.exits(spot) and (node == DOOR or isinstance(self.graphs[id].nodes[node], Outcome))

    def ways(self, state: State) -> tuple[Exit, ...]:
        """The ways that are open in a state."""
        return tuple(each for each in self.exits(state.spot) if each.is_open(state.facts))

    def step(self, state: State, way: Exit) -> State:
        """The state after one of its open ways."""
        return State(way.head, state.facts | way.establishes)

    def open(self, id: str, facts: Facts = frozenset()) -> State:
        """The state at the start of a turning point that is come to with these facts."""
        door = State((id, DOOR), facts)
        return next((self.step(door, way) for way in self.ways(door)), door)

    def pared(self, state: State) -> State:
        """The state with those of its facts alone that still matter."""
        return replace(state, facts=state.facts & self.matters[state.spot])

    @cached_property
    def matters(self) -> dict[Spot, Facts]:
        """The facts that open or close something at each spot or after it."""
        found: dict[Spot, Facts] = {}
        everything = frozenset(fact for spot in self.spots for way in self.exits(spot) for fact in way.asks)
        for spot in reversed(self.spots):
            exits = self.exits(spot)
            # Where a road comes back, which is a mistake, what is not known yet may be anything.
            later = [found.get(way.head, everything) for way in exits]
            found[spot] = frozenset().union(*later, *(way.asks for way in exits))
        return found

    @cached_property
    def historical(self) -> frozenset[Turn]:
        """The options and branches that history took."""
        return frozenset((id, arc.tail, arc.id) for id, graph in self.graphs.items() for arc in graph.historical)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """All spots to which a road may come, each after those that lead to it, doors before their turning points."""
        return tuple((id, node) for id in self.order for node in (DOOR, *self.graphs[id].order))


def asked(step: Step) -> tuple[Facts, Facts]:
    """The facts that a step needs, and those that close it."""
    return frozenset(tie.fact for tie in step.requires), frozenset(tie.fact for tie in step.unless)


def _on_arrival(graph: Graph, node_id: str) -> Facts:
    """What holds once a road has come to a node."""
    node = graph.nodes[node_id]
    return frozenset(node.establishes) if isinstance(node, Outcome) else frozenset()


def continuations(point: TurningPoint) -> list[str]:
    """The turning points in which the outcomes of one continue."""
    outcomes = [node for node in point.scenario.nodes.values() if isinstance(node, Outcome)]
    return list(dict.fromkeys(node.continues for node in outcomes if node.continues))


def _in_succession(points: Mapping[str, TurningPoint]) -> Iterable[str]:
    done: dict[str, None] = {}
    stack = [(id, False) for id in points]
    while stack:
        id, finished = stack.pop()
        if finished:
            done.setdefault(id)
        elif id not in done:
            stack.append((id, True))
            stack += [(following, False) for following in continuations(points[id]) if following in points]
    return reversed(done)
