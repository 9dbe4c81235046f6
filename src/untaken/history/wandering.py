"""Random walks: at a decision each open option is as likely as any other; chance falls by its weights.

Where nothing is left of a road, a random walk rejoins history at the next turning point, and goes on.
"""

import random
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from statistics import median

from untaken.history.course import Course
from untaken.history.dice import weights
from untaken.history.premises import Condition, Facts, failing
from untaken.history.states import Exit, Spot, State, Turn
from untaken.model import Chance, Outcome


@dataclass
class Coverage:
    """What random walks came through: how often each node, each step, and each step where it was closed.

    `ids` are the turning points that they could come to; `absent` counts for each how often it did not arise. Of the
    walks themselves there are the choices of each, and how many met a closed way, rejoined history and how often, and
    ended where every way was closed.
    """

    course: Course
    ids: tuple[str, ...]
    visits: Counter[Spot] = field(default_factory=Counter)
    taken: Counter[Turn] = field(default_factory=Counter)
    closed: Counter[Turn] = field(default_factory=Counter)
    reasons: dict[Turn, tuple[Condition, ...]] = field(default_factory=dict)
    absent: Counter[str] = field(default_factory=Counter)
    choices: list[int] = field(default_factory=list)
    barred: int = 0
    rejoined: int = 0
    rejoinings: int = 0
    stuck: int = 0

    @property
    def median_choices(self) -> float:
        """How many choices a walk had in the median, one among several open options each time."""
        return median(self.choices) if self.choices else 0

    @property
    def mean_absent(self) -> float:
        """How many turning points did not arise on a walk, in the mean."""
        return self.absent.total() / len(self.choices) if self.choices else 0.0


@dataclass(frozen=True)
class _Stop:
    """What is open at a spot, how the weights of that add up, and what is closed."""

    ways: tuple[Exit, ...]
    shares: Sequence[float]
    closed: tuple[Turn, ...]


@dataclass
class Wandering:
    """Random walks on a course; equal seeds give equal walks."""

    course: Course
    seed: int
    coverage: Coverage = field(init=False)
    _dice: random.Random = field(init=False, repr=False)
    _stops: dict[tuple[Spot, Facts], _Stop] = field(default_factory=dict, init=False, repr=False)
    _asked: dict[Spot, Facts] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        self.coverage = Coverage(self.course, self.course.ahead)

    def once(self) -> None:
        """One walk to its end."""
        found, machine = self.coverage, self.course.machine
        choices, is_barred, rejoinings = 0, False, 0
        state: State | None = machine.open(self.course.start, self.course.assumed)
        while state is not None:
            stop = self._stop(state)
            found.visits[state.spot] += 1
            found.closed.update(stop.closed)
            is_barred = is_barred or bool(stop.closed)
            if not stop.ways:
                found.stuck += not machine.is_end(state.spot)
                break
            way = self._fallen(stop)
            if way.arc is None:
                state, resets = self._onward(machine.step(state, way))
                rejoinings += resets
                continue
            found.taken[*state.spot, way.way] += 1
            choices += len(stop.ways) > 1 and not isinstance(machine.graphs[state.spot[0]].nodes[state.spot[1]], Chance)
            state = machine.step(state, way)
        found.choices.append(choices)
        found.barred += is_barred
        found.rejoined += bool(rejoinings)
        found.rejoinings += rejoinings

    def _onward(self, door: State) -> tuple[State | None, int]:
        """Where a walk goes on from an outcome, and how many resets that takes: none, or one where nothing is left."""
        machine = self.course.machine
        arrival = machine.arrive(door)
        absent = [each for each in arrival.absent if not machine.selected or each.spot[0] in machine.selected]
        if arrival.state is not None or not absent:
            self.coverage.absent.update(each.spot[0] for each in absent)
            return arrival.state, 0
        id, facts = absent[0].spot[0], absent[0].facts
        return machine.open(id, machine.reset(id, facts)), 1

    def _fallen(self, stop: _Stop) -> Exit:
        if len(stop.ways) == 1:
            return stop.ways[0]
        return stop.ways[min(bisect(stop.shares, self._dice.random() * stop.shares[-1]), len(stop.ways) - 1)]

    def _stop(self, state: State) -> _Stop:
        """What is open depends on the facts that are asked about at the spot alone: there are few such stops."""
        machine, spot = self.course.machine, state.spot
        if spot not in self._asked:
            self._asked[spot] = frozenset(fact for way in machine.exits(spot) for fact in way.asks)
        key = spot, state.facts & self._asked[spot]
        if key not in self._stops:
            self._stops[key] = self._looked(state)
        return self._stops[key]

    def _looked(self, state: State) -> _Stop:
        machine, (id, node_id) = self.course.machine, state.spot
        node = machine.graphs[id].nodes[node_id]
        ways = () if self.course.stops and isinstance(node, Outcome) else machine.ways(state)
        weighed = weights({way.way: way.arc.step for way in ways if way.arc}) if isinstance(node, Chance) else {}
        closed = [way for way in machine.exits(state.spot) if way.arc and not way.is_open(state.facts)]
        for way in closed:
            point = self.course.points[id]
            self.coverage.reasons[*state.spot, way.way] = failing(node.steps[way.way], state.facts, point)
        shares = list(accumulate(weighed.get(way.way, 1.0) for way in ways))
        return _Stop(ways, shares, tuple((*state.spot, way.way) for way in closed))
