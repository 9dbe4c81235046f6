"""The one machine that steps through a history: where a road stands, what is open there, where each way leads.

A state is a spot and the facts that hold there. A walk keeps all facts, for it tells of them; whoever counts roads has
states `pared` to the facts that still matter, those that something asks for which can still come: equal ones have equal
futures, whatever led to them. Before each turning point stands its door, a spot of its own: where the turning point
arises, the way leads in, else past it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from untaken.history.graph import Arc, Graph
from untaken.history.order import in_time
from untaken.history.premises import Facts, arrival, premise, stated
from untaken.model import Conditional, Outcome, TurningPoint

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


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a road comes to from an outcome or a door; `state` is None where nothing comes any more.

    `absent` are the turning points on the way that do not arise, each as its door with what holds there.
    """

    state: State | None
    absent: tuple[State, ...] = ()


@dataclass(frozen=True)
class Machine:
    """Turning points of one collection, through which roads lead.

    After an outcome comes the turning point in which it continues, else the next in time; one whose premise fails does
    not arise, and the next comes. With `selected`, roads only pass through all others.
    """

    points: Mapping[str, TurningPoint] = field(repr=False)
    selected: frozenset[str] | None = None
    _exits: dict[Spot, tuple[Exit, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def graphs(self) -> dict[str, Graph]:
        """The graph of every turning point."""
        return {id: Graph.of(point.scenario) for id, point in self.points.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All turning points in the order of time."""
        return in_time(self.points)

    @cached_property
    def premises(self) -> dict[str, Conditional]:
        """What each turning point asks for in order to arise."""
        return {id: premise(point, self.order, self.points) for id, point in self.points.items()}

    @cached_property
    def next_in_time(self) -> dict[str, str]:
        """The turning point after each, where one has a date and both belong to a collection."""
        found: dict[str, str] = {}
        following = None
        for id in reversed(self.order):
            point = self.points[id]
            if following is not None and point.collection:
                found[id] = following
            following = id if point.scenario.date else following
        return found

    def exits(self, spot: Spot) -> tuple[Exit, ...]:
        """All ways from a spot, open or not, in the author's order. Roads that only pass take the first open one."""
        if spot not in self._exits:
            self._exits[spot] = tuple(self._leaving(*spot))
        return self._exits[spot]

    def _leaving(self, id: str, node_id: str) -> Iterator[Exit]:
        graph = self.graphs[id]
        if node_id == DOOR:
            if graph.start in graph.nodes:
                yield Exit(id, (id, graph.start), *stated(self.premises[id]), _on_arrival(graph, graph.start))
            yield from self._onward(self.next_in_time.get(id))
            return
        node = graph.nodes[node_id]
        passes = self.passes((id, node_id))
        for arc in graph.leaving[node_id]:
            if not passes or (id, node_id, arc.id) in self.historical:
                established = _on_arrival(graph, arc.head).union(arc.step.establishes)
                yield Exit(arc.id, (id, arc.head), *stated(arc.step), established, arc)
        if isinstance(node, Outcome):
            yield from self._onward(None if node.ends else self._continuing(id, node))
        elif passes:
            yield from self._onward(self.next_in_time.get(id))

    def _continuing(self, id: str, outcome: Outcome) -> str | None:
        """The turning point after an outcome: the one in which it continues, else the next in time."""
        named = outcome.continues
        if named in self._places and self._places[named] > self._places[id]:
            return named
        return self.next_in_time.get(id)

    def _onward(self, following: str | None) -> Iterator[Exit]:
        if following is not None:
            yield Exit(following, (following, DOOR))

    @cached_property
    def _places(self) -> dict[str | None, int]:
        return {id: at for at, id in enumerate(self.order)}

    def passes(self, spot: Spot) -> bool:
        """Whether roads only pass here, without a choice: at doors, and through what is not selected.

        Through that they pass as history did, as far as its way is open.
        """
        return spot[1] == DOOR or (self.selected is not None and spot[0] not in self.selected)

    def is_end(self, spot: Spot) -> bool:
        """Whether a road is complete at a spot from which no way is open."""
        id, node = spot
        if self.passes(spot):
            return all(way.asks for way in self.exits(spot))
        return isinstance(self.graphs[id].nodes[node], Outcome)

    def ways(self, state: State) -> tuple[Exit, ...]:
        """The ways that are open in a state."""
        ways = tuple(each for each in self.exits(state.spot) if each.is_open(state.facts))
        return ways[:1] if self.passes(state.spot) else ways

    def step(self, state: State, way: Exit) -> State:
        """The state after one of its open ways."""
        return State(way.head, state.facts | way.establishes)

    def arrive(self, state: State) -> "Arrival":
        """Where a road comes to from a state as far as it only passes."""
        absent: list[State] = []
        while self.passes(state.spot):
            ways = self.ways(state)
            if state.spot[1] == DOOR and not (ways and ways[0].head[0] == state.spot[0]):
                absent.append(state)
            if not ways:
                return Arrival(None, tuple(absent))
            state = self.step(state, ways[0])
        return Arrival(state, tuple(absent))

    def open(self, id: str, facts: Facts = frozenset()) -> State:
        """The state at the start of a turning point that is come to with these facts, whether or not it would arise."""
        graph = self.graphs[id]
        return State((id, graph.start), facts | _on_arrival(graph, graph.start))

    def reset(self, id: str, facts: Facts) -> Facts:
        """These facts, with no more changed than a turning point asks for in order to arise."""
        requires, unless = stated(self.premises[id])
        return (facts | requires) - unless

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
    def beginnings(self) -> tuple[str, ...]:
        """The turning points to which no road leads from earlier ones; in most histories the first one alone."""
        begun: list[str] = []
        reached: set[str] = set()
        for id in self.order:
            if id not in reached:
                begun.append(id)
                reached.update(self.ahead(id))
        return tuple(begun)

    def ahead(self, id: str) -> tuple[str, ...]:
        """The turning points to which roads may come from one, itself the first, in the order of time."""
        found = {(id, DOOR)}
        waiting = [(id, DOOR)]
        for spot in waiting:
            heads = {way.head for way in self.exits(spot)} - found
            found |= heads
            waiting += sorted(heads)
        met = {each for each, _ in found}
        return tuple(each for each in self.order if each in met)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """All spots to which a road may come, each after those that lead to it, doors before their turning points."""
        return tuple((id, node) for id in self.order for node in (DOOR, *self.graphs[id].order))


def _on_arrival(graph: Graph, node_id: str) -> Facts:
    """What holds once a road has come to a node."""
    node = graph.nodes[node_id]
    return arrival(node) if isinstance(node, Outcome) else frozenset()
