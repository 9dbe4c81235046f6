"""A walk: the moves made so far, and all that follows from them. Every move gives a new walk; none changes."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from untaken.history.course import Course
from untaken.history.graph import Arc, Graph
from untaken.history.moves import How, Move, Vote
from untaken.history.states import DOOR, Exit, Facts, State
from untaken.model import Chance, Decision, Outcome, Step, TurningPoint
from untaken.text.naming import abridged, write_instead


@dataclass(frozen=True)
class Place:
    """A node of a turning point."""

    point: TurningPoint
    graph: Graph
    id: str

    @property
    def node(self) -> Decision | Chance | Outcome:
        return self.graph.nodes[self.id]

    @property
    def historical(self) -> bool:
        """Whether history came through here."""
        return self.id in self.graph.historical_nodes

    @property
    def history(self) -> Arc | None:
        """The step that history took from here."""
        return next((arc for arc in self.graph.historical if arc.tail == self.id), None)


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that keeps a way closed: it is wanted and missing, or it is there and stands in the way."""

    fact: str
    sentence: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: an option, a branch, or, from an outcome, the turning point in which it continues. `step` is None then.

    `closed_by` says why it cannot be taken; it is empty where it can.
    """

    number: int
    id: str
    label: str
    step: Step | None = None
    closed_by: tuple[Condition, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.closed_by


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer leads nowhere, and what to do."""

    message: str
    help: str = ""

    def __str__(self) -> str:
        return f"{self.message}; {self.help}" if self.help else self.message

    @property
    def sentence(self) -> str:
        """The refusal as a sentence of its own."""
        text = str(self)
        return f"{text[:1].upper()}{text[1:]}."


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
        machine = self.course.machine
        if not self.moves:
            return machine.open(self.course.start, self.course.assumed)
        before = self.back().state
        way = next(way for way in machine.exits(before.spot) if way.way == self.moves[-1].way)
        after = machine.step(before, way)
        return machine.open(after.spot[0], after.facts) if after.spot[1] == DOOR else after

    @cached_property
    def here(self) -> Place:
        """Where the walk stands."""
        id, node = self.state.spot
        return Place(self.course.points[id], self.course.graphs[id], node)

    @property
    def facts(self) -> Facts:
        """What holds here: what history established before the start, and the road since."""
        return self.state.facts

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways on from here, open and closed ones.

        They stand in the order of the alphabet, not in the author's, which often tells first what happened.
        """
        exits = self.course.machine.exits(self.state.spot)
        if isinstance(self.here.node, Outcome):
            titles = [(way.way, self.course.points[way.way].scenario.title) for way in exits]
            return tuple(Way(number, id, title) for number, (id, title) in enumerate(titles, 1))
        arcs = [(way.arc, way) for way in exits if way.arc is not None]
        arcs.sort(key=lambda each: (each[0].step.label.casefold(), each[0].id))
        return tuple(
            Way(number, arc.id, arc.step.label, arc.step, self._closed_by(way))
            for number, (arc, way) in enumerate(arcs, 1)
        )

    def _closed_by(self, way: Exit) -> tuple[Condition, ...]:
        if way.is_open(self.facts) or way.arc is None:
            return ()
        facts, step = self.here.point.facts, way.arc.step
        missing = [tie.fact for tie in step.requires if tie.fact not in self.facts]
        present = [tie.fact for tie in step.unless if tie.fact in self.facts]
        barred = [Condition(id, facts[id].holds, wanted=False) for id in present]
        return (*(Condition(id, facts[id].holds, wanted=True) for id in missing), *barred)

    @property
    def is_over(self) -> bool:
        """Whether no way leads on: at an outcome that continues nowhere, or where every way is closed."""
        return not any(way.is_open for way in self.ways)

    def understand(self, answer: str) -> Way | Refusal:
        """The open way that an answer means: its number as shown, its id, or its label."""
        wanted = " ".join(answer.split())
        for meant in (str, str.casefold):
            for name in (_number, _id, _label):
                for way in self.ways:
                    if meant(name(way)) == meant(wanted):
                        return way if way.is_open else _closed(way)
        return self._not_understood(wanted)

    def _not_understood(self, wanted: str) -> Refusal:
        names = [way.id for way in self.ways if way.is_open]
        if not names:
            return Refusal("the road ends here; no way leads on", "go back, or end the walk")
        numbers = [str(way.number) for way in self.ways if way.is_open]
        shown = abridged(wanted)
        if not wanted:
            return Refusal("no answer was given", f"give one of: {', '.join(numbers)}")
        if wanted.isdigit():
            return Refusal(f"there is no way with the number {shown}", f"give one of: {', '.join(numbers)}")
        return Refusal(f"'{shown}' is none of the ways on from here", write_instead(wanted, names, "give its number"))

    def choose(self, answer: str, how: How | None = None, vote: Vote | None = None) -> "Walk | Refusal":
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
        fitting = _WAYS_TO_MOVE[type(self.here.node)]
        usual = How.VOTED if vote else fitting[0]
        move = Move(self.here.point.id, self.here.id, way.id, how if how in fitting else usual, vote)
        return Walk(self.course, (*self.moves, move), self)

    def amended(self, **changes: Any) -> "Walk":
        """The walk with its last move told more closely: how it came about, not where it led."""
        last = replace(self.moves[-1], **changes)
        return Walk(self.course, (*self.moves[:-1], last), self._before)

    def back(self) -> "Walk":
        """The walk before its last move; at the start, the same walk."""
        if not self.moves:
            return self
        return self._before or Walk(self.course, self.moves[:-1])

    def retract(self) -> "Walk":
        """The walk before the last move that somebody decided: dice and continuations are taken back with it."""
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
            if way is None or not _is_made_at(walk.here, move):
                break
            walk = walk.take(way, move.how, move.vote).amended(
                throw=move.throw, convinced=move.convinced, against=move.against
            )
        return walk


_WAYS_TO_MOVE = {Decision: (How.CHOSEN, How.VOTED), Chance: (How.TOLD, How.ROLLED), Outcome: (How.WENT_ON,)}


def _is_made_at(place: Place, move: Move) -> bool:
    here = (place.point.id, place.id) == (move.scenario, move.node)
    return here and move.how in _WAYS_TO_MOVE[type(place.node)]


def _number(way: Way) -> str:
    return str(way.number)


def _id(way: Way) -> str:
    return " ".join(way.id.split())


def _label(way: Way) -> str:
    return " ".join(way.label.split())


def _closed(way: Way) -> Refusal:
    reasons = (f"{'it needs' if each.wanted else 'it is barred by'} “{each.sentence}”" for each in way.closed_by)
    return Refusal(f"'{way.label}' is closed: {' and '.join(reasons)}", "choose another way, or go back")
