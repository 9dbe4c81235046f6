"""Random walks: at a decision each open option is as likely as any other; chance falls by its weights."""

import random
from bisect import bisect
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate, cycle

from untaken.history.course import Course
from untaken.history.dice import chances
from untaken.history.states import Spot, State, Turn
from untaken.history.walk import Walk, Way
from untaken.model import Chance


@dataclass(frozen=True)
class Coverage:
    """How often walks came to each node, took each step, and met a step closed, with the way as it was closed.

    `ids` are the turning points that they could come to.
    """

    course: Course
    ids: tuple[str, ...]
    visits: Counter[Spot]
    taken: Counter[Turn]
    closed: Counter[Turn]
    reasons: dict[Turn, Way]


@dataclass
class _Stop:
    """A place with what is open there; walks that come to it again find the same. `after` are the stops that follow."""

    walk: Walk
    ways: tuple[Way, ...]
    shares: list[float]
    after: list["_Stop | None"]
    falls: list[int]
    ends: int = 0

    @classmethod
    def of(cls, walk: Walk) -> "_Stop":
        ways = tuple(way for way in walk.ways if way.is_open)
        weighed = chances(walk) if isinstance(walk.here.node, Chance) else {}
        shares = list(accumulate(weighed.get(way.id, 1.0) for way in ways))
        return cls(walk, ways, shares, [None] * len(ways), [0] * len(ways))

    @property
    def visits(self) -> int:
        return self.ends + sum(self.falls)


@dataclass
class Wandering:
    """Random walks on a course, which begin at these turning points in turn; equal seeds give equal walks."""

    course: Course
    starts: tuple[str, ...]
    seed: int
    _dice: random.Random = field(init=False, repr=False)
    _stops: dict[State, _Stop] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        courses = [Course(self.course.points, start) for start in self.starts]
        self._reachable = tuple(dict.fromkeys(id for each in courses for id in each.ahead))
        self._first = cycle([self._stop(Walk(each)) for each in courses])

    def once(self) -> None:
        """One walk to its end."""
        stop = next(self._first)
        while stop.ways:
            at = min(bisect(stop.shares, self._dice.random() * stop.shares[-1]), len(stop.ways) - 1)
            stop.falls[at] += 1
            stop = stop.after[at] or self._followed(stop, at)
        stop.ends += 1

    def coverage(self) -> Coverage:
        """What all walks so far came through."""
        found = Coverage(self.course, self._reachable, Counter(), Counter(), Counter(), {})
        for stop in self._stops.values():
            spot = stop.walk.here.point.id, stop.walk.here.id
            found.visits[spot] += stop.visits
            for way, times in zip(stop.ways, stop.falls, strict=True):
                found.taken[*spot, way.id] += times
            for way in stop.walk.ways:
                if not way.is_open:
                    found.closed[*spot, way.id] += stop.visits
                    found.reasons[*spot, way.id] = way
        return found

    def _followed(self, stop: _Stop, at: int) -> _Stop:
        following = self._stop(stop.walk.take(stop.ways[at]))
        stop.after[at] = following
        return following

    def _stop(self, walk: Walk) -> _Stop:
        key = self.course.machine.pared(walk.state)
        if key not in self._stops:
            self._stops[key] = _Stop.of(walk)
        return self._stops[key]
