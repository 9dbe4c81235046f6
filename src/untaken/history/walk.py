"""A walk: the moves made so far, and all that follows from them. Every move gives a new walk; none changes."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from untaken.history.answers import understood
from untaken.history.course import Course
from untaken.history.moves import How, Move, Vote
from untaken.history.places import Absence, Place, Way
from untaken.history.premises import Facts, failing
from untaken.history.states import Arrival, Exit, State
from untaken.model import Decision, Outcome
from untaken.text.trouble import Trouble

REJOIN = "rejoin"
"""The word that takes a road back to history where nothing is left of it."""


@dataclass(frozen=True)
class Walk:
    """The moves made on a course. Equal walks have equal moves on equal courses.

    `Walk(course)` stands at the start; `take`, `choose` and `replayed` lead on from there.
    """

    course: Course
    moves: tuple[Move, ...] = ()
    _before: "Walk | None" = field(default=None, compare=False, repr=False)

    @cached_property
    def state(self) -> State:
        """The spot where the walk stands, and what holds there."""
        if not self.moves:
            return self.course.machine.open(self.course.start, self.course.assumed)
        before, move = self.back(), self.moves[-1]
        if "state" not in vars(before):
            # From the beginning on, for a road may be longer than Python calls deep.
            for station in before.stations:
                vars(station)["state"] = station.state
        if isinstance(before.here.node, Outcome):
            return before._next(move.way)
        way = next(way for way in self.course.machine.exits(before.state.spot) if way.way == move.way)
        return self.course.machine.step(before.state, way)

    def _next(self, id: str) -> State:
        """The start of the turning point that follows an outcome, by itself or after a reset."""
        arrival = self._arrival
        if arrival.state is not None and arrival.state.spot[0] == id:
            return arrival.state
        door = next(each for each in arrival.absent if each.spot[0] == id)
        return self.course.machine.open(id, self.course.machine.reset(id, door.facts))

    @cached_property
    def _arrival(self) -> Arrival:
        """Where the road goes on from an outcome."""
        machine = self.course.machine
        exits = () if self.course.stops else machine.ways(self.state)
        return machine.arrive(machine.step(self.state, exits[0])) if exits else Arrival(None)

    @cached_property
    def here(self) -> Place:
        """Where the walk stands."""
        id, node = self.state.spot
        return Place(self.course.told(id, self.facts), self.course.graphs[id], node)

    @property
    def facts(self) -> Facts:
        """What holds here: what history established before the start, and the road since."""
        return self.state.facts

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways on from here, open and closed ones.

        They stand in the order of the alphabet, not in the author's, which often tells first what happened.
        """
        if isinstance(self.here.node, Outcome):
            return self._onward()
        arcs = [(way.arc, way) for way in self.course.machine.exits(self.state.spot) if way.arc is not None]
        arcs.sort(key=lambda each: (each[0].step.label.casefold(), each[0].id))
        return tuple(self._way(number, way) for number, (_, way) in enumerate(arcs, 1))

    def _way(self, number: int, way: Exit) -> Way:
        step, point = self.here.node.steps[way.way], self.here.point
        closed = failing(step, self.facts, point)
        return Way(number, way.way, step.label, step, closed, failing(step, self.facts, point, implied=True))

    def _onward(self) -> tuple[Way, ...]:
        """The turning point that comes next; where none does any more, the way back to history."""
        state = self._arrival.state
        if state is not None:
            return (Way(1, state.spot[0], self.course.told(state.spot[0], state.facts).scenario.title),)
        if not self.absent:
            return ()
        first = self.absent[0]
        return (Way(1, first.point.id, first.point.scenario.title, resets=first.failing),)

    @cached_property
    def absent(self) -> tuple[Absence, ...]:
        """The turning points that do not arise between the outcome at which the walk stands and the next that does."""
        machine = self.course.machine
        return tuple(
            Absence(self.course.told(id, door.facts), failing(machine.premises[id], door.facts, machine.points[id]))
            for door in self._arrival.absent
            for id in [door.spot[0]]
            if machine.selected is None or id in machine.selected
        )

    @property
    def is_lost(self) -> bool:
        """Whether nothing is left of the road: turning points lie ahead, and none of them arises."""
        return any(way.resets for way in self.ways)

    @property
    def only_way(self) -> Way | None:
        """The one way that is open where somebody or chance would decide: there is nothing to choose."""
        ways = [way for way in self.ways if way.is_open]
        return ways[0] if len(ways) == 1 and not isinstance(self.here.node, Outcome) else None

    @property
    def is_over(self) -> bool:
        """Whether no way leads on: at an outcome that continues nowhere, or where every way is closed."""
        return not any(way.is_open for way in self.ways)

    def understand(self, answer: str) -> Way | Trouble:
        """The open way that an answer means: its number as shown, its id, its label or the beginning of that."""
        if self.is_lost and answer.strip().casefold() == REJOIN:
            return self.ways[0]
        return understood(answer, self.ways)

    def choose(self, answer: str, how: How | None = None, vote: Vote | None = None) -> "Walk | Trouble":
        """The walk one move on, by the way that an answer means (see `understand`), or why that cannot be."""
        way = self.understand(answer)
        return self.take(way, how, vote) if isinstance(way, Way) else way

    def take(self, way: Way, how: How | None = None, vote: Vote | None = None) -> "Walk":
        """The walk one move on by one of its open ways. Raises ValueError for any other.

        Without a `how` that fits the place somebody chose it, or, with hands counted, voted for it, or said that chance
        fell so.
        """
        if way not in self.ways or not way.is_open:
            raise ValueError(f"{way.id} is not open here")
        fitting = self._manners
        usual = How.VOTED if vote else fitting[0]
        move = Move(self.here.point.id, self.here.id, way.id, how if how in fitting else usual, vote)
        return Walk(self.course, (*self.moves, move), self)

    def amended(self, **changes: Any) -> "Walk":
        """The walk with its last move told more closely: how it came about, not where it led."""
        last = replace(self.moves[-1], **changes)
        return Walk(self.course, (*self.moves[:-1], last), self._before)

    @property
    def _manners(self) -> tuple[How, ...]:
        """How a move from here may come about, the usual manner first."""
        if isinstance(self.here.node, Outcome):
            return (How.REJOINED,) if self.is_lost else (How.WENT_ON,)
        decided = (How.CHOSEN, How.VOTED) if isinstance(self.here.node, Decision) else (How.TOLD, How.ROLLED)
        return (How.FOLLOWED, *decided) if self.only_way else decided

    def back(self) -> "Walk":
        """The walk before its last move; at the start, the same walk."""
        return self._previous if self.moves else self

    @cached_property
    def _previous(self) -> "Walk":
        return self._before or Walk(self.course, self.moves[:-1])

    def retract(self) -> "Walk":
        """The walk before the last move that somebody decided: whatever came by itself is taken back with it."""
        walk = self.back()
        while walk.moves and not self.moves[len(walk.moves)].how.is_decided:
            walk = walk.back()
        return walk

    @cached_property
    def stations(self) -> tuple["Walk", ...]:
        """The walk as it grew: before its first move, after it, and so on; the last one is this walk."""
        grown: list[Walk] = [self]
        while grown[-1].moves:
            grown.append(grown[-1].back())
        return tuple(reversed(grown))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that the walk came through, in order."""
        return tuple(station.here for station in self.stations)

    def replayed(self, moves: tuple[Move, ...]) -> "Walk":
        """This walk, and as many of these moves after it as fit where they are made and are open."""
        walk = self
        for move in moves:
            way = next((each for each in walk.ways if each.id == move.way and each.is_open), None)
            if way is None or not walk._fits(move):
                break
            walk = walk.take(way, move.how, move.vote).amended(
                throw=move.throw, convinced=move.convinced, against=move.against
            )
        return walk

    def _fits(self, move: Move) -> bool:
        return self.state.spot == (move.scenario, move.node) and move.how in self._manners
