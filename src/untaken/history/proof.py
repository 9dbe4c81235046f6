"""Proof of reach: all roads through a collection, counted exactly, over all choices and facts.

A road begins at a scenario that no other continues to, takes at each node one step that its facts leave open, and goes
on where an outcome continues in another scenario. Only facts that open or close something anywhere are told apart, so
that the number of states stays small.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from untaken.history.graph import Arc, Graph
from untaken.model import Decision, Outcome, Step, TurningPoint
from untaken.model.traversal import steps
from untaken.reading.marked import Finding

Facts = frozenset[str]
Place = tuple[str, str]
"""A scenario, and a node of it."""
Choice = tuple[str, str]
"""A scenario, and the option or branch that is taken in it."""
Road = tuple[Choice, ...]


@dataclass
class Proof:
    """How many complete roads there are, one road to each node, and what no road can do.

    `shortest` and `longest` count the steps of complete roads, through all the scenarios that they pass; both are 0
    where no road is complete. `closed` has the steps that no combination of earlier choices opens, each with its
    scenario; `stuck` the nodes at which a road finds every step closed, each with such a road.
    """

    complete: int = 0
    shortest: int = 0
    longest: int = 0
    roads: dict[Place, Road] = field(default_factory=dict)
    closed: list[tuple[str, Arc]] = field(default_factory=list)
    stuck: dict[Place, Road] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Ways:
    """The roads to a place with the same facts: how many, one of them, the steps of the shortest and longest."""

    count: int
    road: Road
    shortest: int
    longest: int

    def going_on(self, choice: Choice) -> "_Ways":
        return _Ways(self.count, (*self.road, choice), self.shortest + 1, self.longest + 1)


_BEGINNING = _Ways(1, (), 0, 0)


def is_open(step: Step, facts: Facts) -> bool:
    """Whether a step can be taken with these facts established."""
    return facts.issuperset(step.requires) and facts.isdisjoint(step.unless)


def prove(points: Sequence[TurningPoint]) -> Proof:
    """The proof over the scenarios of one collection."""
    return _Prover({point.id: point for point in points}).run()


def prove_from(point: TurningPoint, node: str, facts: Facts) -> Proof:
    """The proof over one scenario alone, for the roads that begin at a node of it with these facts established."""
    return _Prover({point.id: point}).run_from((point.id, node), facts)


def facts_before(points: Mapping[str, TurningPoint]) -> dict[str, Facts]:
    """What is established when each scenario begins: by what happened before it, where history comes to it.

    Otherwise by the road to it that departs least from history. Only facts that open or close something are told.
    """
    prover = _Prover(points)
    prover.run()
    return {id: prover.at_the_start(id) for id in points}


class _Prover:
    """Carries the number of roads from node to node, scenario by scenario in the order in which they continue."""

    def __init__(self, points: Mapping[str, TurningPoint]) -> None:
        self.points = points
        self.graphs = {id: Graph.of(point.scenario) for id, point in points.items()}
        every = [step for point in points.values() for _, step in steps(point.scenario)]
        self.telling = {fact for step in every for fact in (*step.requires, *step.unless)}
        self.historical = {(id, arc.id) for id, graph in self.graphs.items() for arc in graph.historical}
        self.proof = Proof()
        self.ways: dict[Place, dict[Facts, _Ways]] = defaultdict(dict)

    def run(self) -> Proof:
        continued = {following for point in self.points.values() for following in continuations(point)}
        for id in in_succession(self.points):
            if id not in continued:
                self._arrive((id, self.graphs[id].start), frozenset(), _BEGINNING)
            self._pass_through(id)
        return self.proof

    def run_from(self, place: Place, facts: Facts) -> Proof:
        self._arrive(place, facts, _BEGINNING)
        self._pass_through(place[0])
        return self.proof

    def at_the_start(self, id: str) -> Facts:
        """The facts with which the road that departs least from history comes to a scenario."""
        arrived = self.ways[id, self.graphs[id].start]
        return min(arrived, key=lambda facts: self.departures(arrived[facts].road), default=frozenset())

    def _pass_through(self, id: str) -> None:
        for node in self.graphs[id].order:
            self._leave(id, node)

    def _arrive(self, place: Place, facts: Facts, ways: _Ways) -> None:
        """All roads to a place arrive before any leaves it; of those with the same facts, one shows the way."""
        told = frozenset(facts & self.telling)
        before = self.ways[place].get(told)
        self.ways[place][told] = self._joined(before, ways) if before else ways
        self.proof.roads[place] = self._nearer(self.proof.roads.get(place, ways.road), ways.road)

    def _joined(self, one: _Ways, other: _Ways) -> _Ways:
        shortest, longest = min(one.shortest, other.shortest), max(one.longest, other.longest)
        return _Ways(one.count + other.count, self._nearer(one.road, other.road), shortest, longest)

    def _nearer(self, one: Road, other: Road) -> Road:
        """The road that departs less from history."""
        return min(one, other, key=self.departures)

    def departures(self, road: Road) -> int:
        """How many choices of a road are not those of history."""
        return sum(choice not in self.historical for choice in road)

    def _leave(self, id: str, node_id: str) -> None:
        node = self.graphs[id].nodes[node_id]
        arcs = self.graphs[id].leaving[node_id]
        opened = set()
        # A list: in a scenario with a mistake, a step may lead back to its own node.
        for facts, ways in list(self.ways[id, node_id].items()):
            if isinstance(node, Outcome):
                self._end(node, facts, ways)
                continue
            passable = [arc for arc in arcs if is_open(arc.step, facts)]
            opened |= {arc.id for arc in passable}
            for arc in passable:
                self._arrive((id, arc.head), facts | set(arc.step.establishes), ways.going_on((id, arc.id)))
            if not passable:
                self.proof.stuck.setdefault((id, node_id), ways.road)
        self.proof.closed += [(id, arc) for arc in arcs if arc.id not in opened]

    def _end(self, node: Outcome, facts: Facts, ways: _Ways) -> None:
        following = node.continues
        if following is not None and following in self.points:
            start = self.graphs[following].start
            self._arrive((following, start), facts | set(node.establishes), ways)
            return
        first = not self.proof.complete
        self.proof.complete += ways.count
        self.proof.shortest = ways.shortest if first else min(self.proof.shortest, ways.shortest)
        self.proof.longest = max(self.proof.longest, ways.longest)


def continuations(point: TurningPoint) -> list[str]:
    """The scenarios that a scenario's outcomes continue in."""
    outcomes = [node for node in point.scenario.nodes.values() if isinstance(node, Outcome)]
    return list(dict.fromkeys(node.continues for node in outcomes if node.continues))


def in_succession(points: Mapping[str, TurningPoint]) -> list[str]:
    """All scenarios, each after those that continue in it, otherwise as given."""
    done: dict[str, None] = {}
    stack = [(id, False) for id in points]
    while stack:
        id, finished = stack.pop()
        if finished:
            done.setdefault(id)
        elif id not in done:
            stack.append((id, True))
            stack += [(following, False) for following in continuations(points[id]) if following in points]
    return list(reversed(done))


def findings(points: Mapping[str, TurningPoint], proof: Proof) -> list[tuple[str, Finding]]:
    """What the proof found wrong, each with its scenario's id."""
    found = []
    for id, arc in proof.closed:
        key = "options" if isinstance(points[id].scenario.nodes[arc.tail], Decision) else "branches"
        message = f"no combination of earlier choices ever opens '{arc.id}'"
        cure = f"it needs {_conditions(arc.step)}: let an earlier choice give it, or drop the condition"
        if (id, arc.tail) not in proof.roads:
            continue
        found.append((id, Finding(("nodes", arc.tail, key, arc.id), "never-open", message, cure, at_key=True)))
    for (id, node), road in proof.stuck.items():
        shown = " › ".join(step for _, step in road) or "the beginning"
        message = f"on one road every way out of '{node}' is closed: {shown}"
        found.append(
            (id, Finding(("nodes", node), "stuck-road", message, "leave one option without a condition", at_key=True))
        )
    return found


def _conditions(step: Step) -> str:
    return " and ".join([*step.requires, *(f"not {fact}" for fact in step.unless)])


def road_lines(points: Sequence[TurningPoint], proof: Proof) -> list[str]:
    """For every node and outcome one road that reaches it: its choices in its own scenario, and earlier departures."""
    lines = []
    historical = {(point.id, arc.id) for point in points for arc in Graph.of(point.scenario).historical}
    for point in points:
        lines.append(point.id)
        for node in Graph.of(point.scenario).order:
            road = proof.roads.get((point.id, node))
            lines.append(f"  {node}: {_shown(point.id, road, historical) if road is not None else 'no road'}")
    return lines


def _shown(id: str, road: Road, historical: set[Choice]) -> str:
    own = [step for scenario, step in road if scenario == id]
    departures = [
        f"{scenario}/{step}" for scenario, step in road if scenario != id and (scenario, step) not in historical
    ]
    shown = " › ".join(own) or "the start"
    return f"{shown}, after {', '.join(departures)}" if departures else shown
