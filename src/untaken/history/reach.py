"""What roads come to: to each spot, each closed step and each dead end a road that departs least from history.

RoadBook are followed from their beginnings, those nearest to history first, states with equal futures once. Where that
takes too long, what was not met by then is settled from the ends back, each question by itself, with diagrams.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any, TypeVar

from untaken.history.counting import Algebra, Backward
from untaken.history.diagrams import Diagram, TooMany
from untaken.history.premises import Facts
from untaken.history.states import Exit, Machine, Spot, State

Choice = tuple[str, str]
"""A scenario, and the option or branch that is taken in it."""
Road = tuple[Choice, ...]
BUDGET = 20_000
"""States that are looked at."""
BUDGET_BACK = 1_000_000
"""Steps of work on diagrams, all together."""


class Fate(Enum):
    """What can become of a spot or of a way from it."""

    MET = "met"
    """A road comes to the spot."""
    STUCK = "stuck"
    """A road comes to the spot and finds every way closed."""
    OPEN = "open"
    CLOSED = "closed"
    """A road comes to the spot and finds the way open, or closed."""


Question = tuple[Fate, Spot, str]
"""Whether a road finds it so, at a spot, of a way there; the id is empty where the spot itself is meant."""


_Trail = tuple[Any, Choice] | None
"""A road backwards: what went before, and the last choice; so that roads share their beginnings."""
Asked = TypeVar("Asked", bound=Hashable)


class RoadBook(Mapping[Asked, Road]):
    """A road to each of many things, written out when somebody looks: a thousand long ones share what they can."""

    def __init__(self, trails: Mapping[Asked, _Trail] | None = None) -> None:
        self._trails = trails or {}

    def __getitem__(self, asked: Asked) -> Road:
        road: list[Choice] = []
        trail = self._trails[asked]
        while trail:
            trail, choice = trail
            road.append(choice)
        return tuple(reversed(road))

    def __iter__(self) -> Iterator[Asked]:
        return iter(self._trails)

    def __len__(self) -> int:
        return len(self._trails)

    def __contains__(self, asked: object) -> bool:
        return asked in self._trails

    def of(self, named: "Mapping[Named, Asked]") -> "RoadBook[Named]":
        """The roads to some of these things, by other names, as far as there are such roads."""
        return RoadBook({name: self._trails[asked] for name, asked in named.items() if asked in self._trails})


Named = TypeVar("Named", bound=Hashable)


@dataclass
class Reach:
    """To each question that some road answers with yes, such a road, near to history; and what is not settled.

    What is neither in `roads` nor in `unsettled` no road finds so.
    """

    roads: RoadBook[Question] = field(default_factory=RoadBook)
    unsettled: set[Question] = field(default_factory=set)

    def never(self, fate: Fate, spot: Spot, way: str = "") -> bool:
        """Whether surely no road finds it so."""
        question = fate, spot, way
        return question not in self.roads and question not in self.unsettled


def reach(machine: Machine, starts: Iterable[State]) -> Reach:
    """What roads that begin in these states come to."""
    begun = list(starts)
    search = _Search(machine, set(_questions(machine)))
    unsettled = set() if search.run(begun) else _settle(search, begun)
    return Reach(RoadBook(search.met), unsettled)


def arrivals(machine: Machine, starts: Iterable[State], ids: Iterable[str]) -> dict[str, Facts]:
    """What holds, of what matters from there on, where the road that departs least from history enters each of these.

    A turning point to which no road comes, or none that is found soon, is left out.
    """
    entrances = {id: machine.open(id).spot for id in ids}
    search = _Search(machine, {(Fate.MET, spot, "") for spot in entrances.values()})
    search.run(starts)
    return {id: search.first[spot] for id, spot in entrances.items() if spot in search.first}


def _questions(machine: Machine) -> Iterator[Question]:
    """Everything that could be asked and is not answered by the words of the scenario alone."""
    for spot in machine.spots:
        exits = machine.exits(spot)
        yield Fate.MET, spot, ""
        yield from ((Fate.OPEN, spot, way.way) for way in exits if way.arc is not None)
        yield from ((Fate.CLOSED, spot, way.way) for way in exits if way.asks)
        if not machine.passes(spot) and not machine.is_end(spot) and all(way.asks for way in exits):
            yield Fate.STUCK, spot, ""


@dataclass
class _Search:
    """RoadBook from their beginnings, those that depart least from history first, and of those the shortest."""

    machine: Machine
    wanted: set[Question]
    met: dict[Question, _Trail] = field(default_factory=dict)
    first: dict[Spot, Facts] = field(default_factory=dict)
    """What holds where a road comes first to each spot."""

    def run(self, starts: Iterable[State]) -> bool:
        """Whether all that could be met was met, or is known not to be."""
        order = count()
        waiting: list[tuple[int, int, int, State, _Trail]] = []
        for start in starts:
            heappush(waiting, (0, 0, next(order), self.machine.pared(start), None))
        seen: set[State] = set()
        while waiting and self.wanted:
            departures, steps, _, state, trail = heappop(waiting)
            if state in seen:
                continue
            if len(seen) == BUDGET:
                return False
            seen.add(state)
            self.first.setdefault(state.spot, state.facts)
            self.look(state, trail)
            for way in self.machine.ways(state):
                after = self.machine.pared(self.machine.step(state, way))
                departs, step = _cost(self.machine, state.spot, way)
                onward = (trail, (state.spot[0], way.way)) if step else trail
                heappush(waiting, (departures + departs, steps + step, next(order), after, onward))
        return True

    def look(self, state: State, trail: _Trail) -> None:
        """Answer what this state answers."""
        exits, spot = self.machine.exits(state.spot), state.spot
        is_open = [way.is_open(state.facts) for way in exits]
        answers = [
            (Fate.OPEN if each else Fate.CLOSED, spot, way.way) for way, each in zip(exits, is_open, strict=True)
        ]
        answers.append((Fate.MET, spot, ""))
        if not any(is_open) and not self.machine.is_end(spot) and not self.machine.passes(spot):
            answers.append((Fate.STUCK, spot, ""))
        for answer in self.wanted.intersection(answers):
            self.met[answer] = trail
            self.wanted.discard(answer)


def _cost(machine: Machine, spot: Spot, way: Exit) -> tuple[int, int]:
    """How many departures from history, and how many steps, a way adds to a road."""
    is_step = way.arc is not None
    return int(is_step and (*spot, way.way) not in machine.historical), int(is_step)


_HERE, _NEVER = (0, 0), (inf, inf)
"""Of where one stands, and of where no road leads: how many departures and steps it takes to come there."""


def _settle(search: _Search, starts: list[State]) -> set[Question]:
    """Answer the questions that are left, each by itself, as far as the budget allows: those that it does not."""
    machine, work = search.machine, 0
    # RoadBook to the last spots come through many of those before.
    for question in reversed([each for each in _questions(machine) if each in search.wanted]):
        if question not in search.wanted:
            continue
        backward = Backward(machine, Algebra(_NEVER, _NEVER, min, partial(_cost, machine), _plus), BUDGET_BACK - work)
        try:
            backward.run(partial(_is_so, question))
        except TooMany:
            return search.wanted
        work += backward.diagrams.work
        start = min(starts, key=backward.value)
        search.wanted.discard(question)
        if backward.value(start) != _NEVER:
            _descend(search, backward, start, question)
    return set()


def _plus(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return one[0] + other[0], one[1] + other[1]


def _is_so(question: Question, spot: Spot, back: Backward) -> Diagram | None:
    """At the spot that is asked about, which facts answer with yes."""
    fate, place, id = question
    if spot != place:
        return None
    yes, no = back.diagrams.leaf(_HERE), back.diagrams.leaf(_NEVER)
    if fate is Fate.MET:
        return yes
    exits = [way for way in back.machine.exits(spot) if fate is Fate.STUCK or way.way == id]
    is_open = no
    for way in exits:
        is_open = back.diagrams.where(way.requires, way.unless, yes, is_open)
    if fate is Fate.OPEN:
        return is_open
    closed = yes
    for way in exits:
        closed = back.diagrams.where(way.requires, way.unless, no, closed)
    return closed


def _descend(search: _Search, backward: Backward, start: State, question: Question) -> None:
    """Follow the road whose value was found, and answer all that it answers."""
    state, machine = start, search.machine
    trail: _Trail = None
    while backward.value(state) != _HERE or state.spot != question[1]:
        search.look(state, trail)
        values = [
            (_plus(_cost(machine, state.spot, way), backward.value(machine.step(state, way))), way)
            for way in machine.ways(state)
        ]
        _, way = min(values, key=lambda each: each[0])
        trail = (trail, (state.spot[0], way.way)) if way.arc is not None else trail
        state = machine.step(state, way)
    search.look(state, trail)
    search.met[question] = trail
