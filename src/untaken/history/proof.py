"""Proof of reach: all roads through a collection, counted exactly, over all choices and facts.

A road begins at the first scenario in time, takes at each node one step that its facts leave open, and goes on after
each outcome, with the scenario in which that continues or with the next in time that arises.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from untaken.history.counting import RoadCount, count_roads
from untaken.history.graph import Arc, Graph
from untaken.history.premises import Facts
from untaken.history.reach import Choice, Fate, Road, RoadBook, arrivals, reach
from untaken.history.recorded import Recorded
from untaken.history.rules import IDLE_CONDITION, NEVER_OPEN, STUCK_ROAD
from untaken.history.states import DOOR, Machine, Spot, State, Turn
from untaken.model import Conditional, Decision, TurningPoint
from untaken.model.traversal import Route
from untaken.reading.marked import Finding


@dataclass
class Proof:
    """How many complete roads there are, one road to each node, and what no road can do.

    `roads` has the nodes that are reached, each with a road; `closed` the steps that no combination of earlier choices
    opens, each with its scenario; `stuck` the nodes at which a road finds every step closed, each with such a road.
    `shut` has the steps that some road finds closed, `absent` the scenarios that do not arise on some, each with such a
    road near to history; `idle` the steps and scenarios whose conditions always hold. `unsettled` counts what could not
    be told in a few seconds.
    """

    count: RoadCount = field(default_factory=RoadCount)
    roads: RoadBook[Spot] = field(default_factory=RoadBook)
    closed: list[tuple[str, Arc]] = field(default_factory=list)
    stuck: RoadBook[Spot] = field(default_factory=RoadBook)
    shut: RoadBook[Turn] = field(default_factory=RoadBook)
    absent: RoadBook[str] = field(default_factory=RoadBook)
    idle: list[Turn] = field(default_factory=list)
    unsettled: int = 0


def prove(points: Sequence[TurningPoint]) -> Proof:
    """The proof over the scenarios of one collection."""
    machine = Machine({point.id: point for point in points})
    return _proof(machine, _beginnings(machine))


def prove_from(point: TurningPoint, node: str, facts: Facts) -> Proof:
    """The proof over one scenario alone, for the roads that begin at a node of it with these facts established."""
    return _proof(Machine({point.id: point}), [State((point.id, node), facts)])


def count_all(points: Sequence[TurningPoint]) -> RoadCount:
    """The roads through the scenarios of one collection, counted."""
    machine = Machine({point.id: point for point in points})
    return count_roads(machine, _beginnings(machine))


def count_from(point: TurningPoint, node: str, facts: Facts) -> RoadCount:
    """The roads through one scenario alone from a node of it on, with these facts established, counted."""
    return count_roads(Machine({point.id: point}), [State((point.id, node), facts)])


def facts_before(points: Mapping[str, TurningPoint], ids: Iterable[str] | None = None) -> dict[str, Facts]:
    """What is established when each of these scenarios begins: by what happened before, where history comes to it.

    Otherwise by the road to it that departs least from history; where none does, by history until then, with what the
    scenario asks for. Only facts that open or close something are told.
    """
    machine = Machine(points)
    wanted = list(points if ids is None else ids)
    found = arrivals(machine, _beginnings(machine), wanted)
    rest = [id for id in wanted if id not in found]
    before = Recorded.of(machine).before if rest else {}
    return {**found, **{id: machine.reset(id, before[id]) for id in rest}}


def _beginnings(machine: Machine) -> list[State]:
    return [State((id, DOOR)) for id in machine.beginnings]


def _proof(machine: Machine, starts: Sequence[State]) -> Proof:
    found = reach(machine, starts)
    nodes = [spot for spot in machine.spots if spot[1] != DOOR]
    closed = [
        (spot[0], way.arc)
        for spot in nodes
        for way in machine.exits(spot)
        if way.arc is not None and found.never(Fate.OPEN, spot, way.way)
    ]
    asking = [(spot, way) for spot in machine.spots for way in machine.exits(spot) if way.asks]
    shut = {(*spot, way.way): (Fate.CLOSED, spot, way.way) for spot, way in asking}
    return Proof(
        count_roads(machine, starts),
        found.roads.of({spot: (Fate.MET, spot, "") for spot in nodes}),
        closed,
        found.roads.of({spot: (Fate.STUCK, spot, "") for spot in nodes}),
        found.roads.of({turn: question for turn, question in shut.items() if turn[1] != DOOR}),
        found.roads.of({turn[0]: question for turn, question in shut.items() if turn[1] == DOOR}),
        [(*spot, way.way) for spot, way in asking if found.never(Fate.CLOSED, spot, way.way)],
        len(found.unsettled),
    )


def findings(points: Mapping[str, TurningPoint], proof: Proof) -> list[tuple[str, Finding]]:
    """What the proof found wrong, each with its scenario's id."""
    found = []
    for id, arc in proof.closed:
        key = "options" if isinstance(points[id].scenario.nodes[arc.tail], Decision) else "branches"
        message = f"no combination of earlier choices ever opens '{arc.id}'"
        cure = f"it needs {_conditions(arc.step)}: let an earlier choice give it, or drop the condition"
        if (id, arc.tail) not in proof.roads:
            continue
        found.append((id, Finding(("nodes", arc.tail, key, arc.id), NEVER_OPEN, message, cure, at_key=True)))
    found += [(turn[0], _idle(points, *turn)) for turn in proof.idle if _is_told(points, proof, turn)]
    for (id, node), road in proof.stuck.items():
        shown = _in_a_row([step for _, step in road]) or "the beginning"
        message = f"on one road every way out of '{node}' is closed: {shown}"
        found.append(
            (id, Finding(("nodes", node), STUCK_ROAD, message, "leave one option without a condition", at_key=True))
        )
    return found


def _idle(points: Mapping[str, TurningPoint], id: str, node: str, way: str) -> Finding:
    """A condition that no road breaks."""
    scenario = points[id].scenario
    if node == DOOR:
        route: Route = ("requires",) if scenario.requires else ("unless",)
        message = f"'{id}' arises on every road: {_conditions(scenario)} always holds"
    else:
        route = ("nodes", node, "options" if isinstance(scenario.nodes[node], Decision) else "branches", way)
        message = f"'{way}' is open on every road: {_conditions(scenario.nodes[node].steps[way])} always holds"
    return Finding(route, IDLE_CONDITION, message, _IDLE_CURE, at_key=True)


def _is_told(points: Mapping[str, TurningPoint], proof: Proof, turn: Turn) -> bool:
    """Whether an idle condition stands in the scenario itself, and roads come to it."""
    id, node, _ = turn
    return bool(points[id].scenario.asks) if node == DOOR else (id, node) in proof.roads


_IDLE_CURE = "drop the condition, or let an earlier choice break it"


def _conditions(asking: Conditional) -> str:
    return " and ".join([*(tie.fact for tie in asking.requires), *(f"not {tie.fact}" for tie in asking.unless)])


def road_lines(points: Sequence[TurningPoint], proof: Proof) -> list[str]:
    """For every node and outcome one road that reaches it: its choices in its own scenario, and earlier departures.

    After them for each step that is closed on some road, and for a scenario that does not arise on some, such a road.
    """
    lines = []
    historical = {(point.id, arc.id) for point in points for arc in Graph.of(point.scenario).historical}
    for point in points:
        lines.append(point.id)
        for node in Graph.of(point.scenario).order:
            road = proof.roads.get((point.id, node))
            lines.append(f"  {node}: {_shown(point.id, road, historical) if road is not None else 'no road'}")
        lines += [
            f"  closed, {node}/{way}: {_shown(id, road, historical)}"
            for (id, node, way), road in proof.shut.items()
            if id == point.id
        ]
        if point.id in proof.absent:
            lines.append(f"  does not arise: {_shown(point.id, proof.absent[point.id], historical)}")
    return lines


def _shown(id: str, road: Road, historical: set[Choice]) -> str:
    own = [step for scenario, step in road if scenario == id]
    departures = [
        f"{scenario}/{step}" for scenario, step in road if scenario != id and (scenario, step) not in historical
    ]
    shown = _in_a_row(own) or "the start"
    return f"{shown}, after {', '.join(departures)}" if departures else shown


def _in_a_row(steps: Sequence[str]) -> str:
    """Steps one after the other; of very many the first and the last."""
    left_out = len(steps) - 2 * _MOST_AT_AN_END
    if left_out > 1:
        steps = [*steps[:_MOST_AT_AN_END], f"({left_out:,} more)", *steps[-_MOST_AT_AN_END:]]
    return " › ".join(steps)


_MOST_AT_AN_END = 20
