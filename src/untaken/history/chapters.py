"""A road by turning points: where it left history, what earlier choices closed and opened there, what never arose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from untaken.history.changes import Change, changes
from untaken.history.divergence import Departure, divergence
from untaken.history.moves import How, Move
from untaken.history.places import Absence, Place, Way
from untaken.history.premises import Condition, Facts, failing
from untaken.history.walk import Walk
from untaken.model import Option, Outcome, TurningPoint


@dataclass(frozen=True)
class Origin:
    """The earlier choice on which something hangs: its turning point, and the move; None where that never arose."""

    point: TurningPoint
    move: Move | None = None


@dataclass(frozen=True)
class Shut:
    """An option or branch that is open or closed where it was not so in history, and the earlier choice behind that."""

    way: Way
    conditions: tuple[Condition, ...]
    """What fails on the road, or, where the road has opened it, in history."""
    origin: Origin | None


@dataclass(frozen=True)
class Chapter:
    """What a turning point came to on a road.

    `fallen` counts the arguments there whose ground the road had taken away; `steps` are the moves made there, each
    with the walk before it. Where it did not arise, `absence` says why, and there is nothing else.
    """

    point: TurningPoint
    departures: tuple[Departure, ...] = ()
    outcome: Place | None = None
    instead: Place | None = None
    shut: tuple[Shut, ...] = ()
    opened: tuple[Shut, ...] = ()
    fallen: int = 0
    steps: tuple[tuple[Walk, Move], ...] = ()
    is_reset: bool = False
    absence: Absence | None = None

    @property
    def votes(self) -> tuple[tuple[Walk, Move], ...]:
        """The steps that hands decided."""
        return tuple(each for each in self.steps if each[1].vote)

    @property
    def is_history(self) -> bool:
        """Whether nothing is to be told of it: the road was history's own, and nothing was different."""
        told = (self.departures, self.instead, self.shut, self.opened, self.fallen, self.is_reset, self.absence)
        return not any(told)


def chapters(walk: Walk) -> tuple[Chapter, ...]:
    """All turning points of a road in order, those between them that did not arise among them."""
    return tuple(_chapters(walk))


def _chapters(walk: Walk) -> Iterator[Chapter]:
    differs = divergence(walk)
    instead = {mine.point.id: theirs for mine, theirs in differs.outcomes}
    for stretch in _stretches(walk):
        first, last = stretch[0], stretch[-1]
        point = first.here.point
        moves = walk.moves[len(first.moves) : len(last.moves) + 1]
        steps = [(station, move) for station, move in zip(stretch, moves, strict=False) if move.how.is_step]
        held = _Against(walk, stretch)
        shut, opened = held.hanging()
        is_over = isinstance(last.here.node, Outcome)
        yield Chapter(
            point,
            tuple(each for each in differs.departures if each.at.point.id == point.id),
            last.here if is_over else None,
            instead.get(point.id),
            shut,
            opened,
            held.fallen(),
            tuple(steps),
            bool(first.moves) and first.moves[-1].how is How.REJOINED,
        )
        rejoins = len(walk.moves) > len(last.moves) and walk.moves[len(last.moves)].how is How.REJOINED
        yield from (Chapter(each.point, absence=each) for each in last.absent if not rejoins)


def _stretches(walk: Walk) -> Iterator[list[Walk]]:
    """The stations of a road, those of each turning point together."""
    stretch: list[Walk] = []
    for station in walk.stations:
        if stretch and not station.moves[-1].how.is_step:
            yield stretch
            stretch = []
        stretch.append(station)
    yield stretch


@dataclass(frozen=True)
class _Against:
    """A turning point on a road held against the same with the facts that history had there."""

    walk: Walk
    stretch: Sequence[Walk]

    @cached_property
    def different(self) -> tuple[Change, ...]:
        return changes(self.stretch[0])

    def history(self, station: Walk) -> Facts:
        """The facts that history would have had at a station: those of the road but for what had changed before."""
        gained = frozenset(each.id for each in self.different if each.holds)
        return (station.facts - gained).union(each.id for each in self.different if not each.holds)

    def hanging(self) -> tuple[tuple[Shut, ...], tuple[Shut, ...]]:
        """The ways that earlier choices closed, and those that they opened."""
        shut: list[Shut] = []
        opened: list[Shut] = []
        for station in self.stretch if self.different else ():
            for way in station.ways:
                without = failing(way.step, self.history(station), station.here.point) if way.step else ()
                if way.step and way.closed_by and not without:
                    shut.append(Shut(way, way.closed_by, _origin(self.walk, way.closed_by)))
                elif without and not way.closed_by:
                    opened.append(Shut(way, without, _origin(self.walk, without)))
        return tuple(shut), tuple(opened)

    def fallen(self) -> int:
        """How many arguments have lost the ground that they had in history."""
        return sum(
            bool(failing(argument, station.facts, station.here.point))
            and not failing(argument, self.history(station), station.here.point)
            for station in (self.stretch if self.different else ())
            for step in station.here.node.steps.values()
            if isinstance(step, Option)
            for argument in step.arguments
        )


def _origin(walk: Walk, conditions: Sequence[Condition]) -> Origin | None:
    """The earliest turning point in which the road came to differ from history in one of these facts."""
    course = walk.course
    found = {each.fact: origin for each in conditions if (origin := origin_of(walk, each.fact))}
    order = course.machine.order
    return min(found.values(), key=lambda each: order.index(each.point.id), default=None)


def origin_of(walk: Walk, fact: str) -> Origin | None:
    """Where a road came to differ from history in a fact; None where it does not, or nobody can say."""
    gained = _established(walk, fact)
    if gained is not None:
        return gained
    id = walk.course.recorded.origins.get(fact)
    if id is None:
        return None
    point = walk.course.points[id]
    departures = [each.move for each in divergence(walk).departures if each.at.point.id == id]
    return Origin(point, departures[0] if departures else None)


def _established(walk: Walk, fact: str) -> Origin | None:
    """The move by which a fact came to hold that history did not have by then."""
    before: Facts = walk.stations[0].facts
    for station in walk.stations[1:]:
        move = station.moves[-1]
        if fact in station.facts and fact not in before and fact not in walk.course.recorded.after[move.scenario]:
            return Origin(walk.course.points[move.scenario], move)
        before = station.facts
    return None
