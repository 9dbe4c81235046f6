"""How a road differs from what happened: where it left history, for how long, and where it came back."""

from dataclasses import dataclass

from untaken.history.graph import Arc
from untaken.history.moves import How, Move
from untaken.history.places import Absence, Place
from untaken.history.walk import Walk
from untaken.model import Outcome


@dataclass(frozen=True)
class Departure:
    """Where a road left history in a turning point: the move, what history did instead, where it came back to it there.

    `steps` counts the options and branches taken from the departure until the return, the departing one among them.
    `rejoins` is None where the turning point ended without a return.
    """

    at: Place
    move: Move
    instead: Arc
    steps: int
    rejoins: Place | None = None


@dataclass(frozen=True)
class Divergence:
    """All departures of a walk, its steps in all, and the outcomes that it had where history had others.

    `absent` are the turning points that did not arise on it, `resets` counts how often it was taken back to history
    where nothing was left of it.
    """

    departures: tuple[Departure, ...]
    steps: int
    outcomes: tuple[tuple[Place, Place], ...]
    """Each outcome of the walk that history did not have, with the one that history had in that turning point."""
    facts_gained: tuple[str, ...]
    facts_lost: tuple[str, ...]
    """What the road established and history had not by then, and the reverse; ids, in the order of declaration."""
    absent: tuple[Absence, ...] = ()
    resets: int = 0

    @property
    def steps_away(self) -> int:
        """How many of the steps were not history's."""
        return sum(each.steps for each in self.departures)

    def __bool__(self) -> bool:
        """Whether the road differs from history at all."""
        return bool(self.departures)


def divergence(walk: Walk) -> Divergence:
    """Compare a walk with what happened in the turning points that it came through."""
    hows = [move.how for move in walk.moves]
    steps = sum(how.is_step for how in hows)
    gained, lost = _facts(walk)
    # Where a walk rejoined history, what would not have arisen may arise after that.
    onward = zip(walk.stations, [*hows, None], strict=True)
    absent = tuple(each for station, how in onward if how is not How.REJOINED for each in station.absent)
    departures = tuple(_departures(walk))
    return Divergence(departures, steps, tuple(_outcomes(walk)), gained, lost, absent, hows.count(How.REJOINED))


def _departures(walk: Walk) -> list[Departure]:
    found: list[Departure] = []
    away = False
    for before, after, move in zip(walk.places, walk.places[1:], walk.moves, strict=False):
        if not move.how.is_step:
            away = False
            continue
        history = before.history
        if not away and history is not None and move.way != history.id:
            away = True
            found.append(Departure(before, move, history, 0))
        if away:
            last = found[-1]
            away = not after.historical
            rejoins = after if after.historical else None
            found[-1] = Departure(last.at, last.move, last.instead, last.steps + 1, rejoins)
    return found


def _outcomes(walk: Walk) -> list[tuple[Place, Place]]:
    return [
        (place, Place(place.point, place.graph, place.graph.historical_nodes[-1]))
        for place in walk.places
        if isinstance(place.node, Outcome) and not place.historical
    ]


def _facts(walk: Walk) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What holds at the end of the walk and did not in history once these turning points were over, and the reverse.

    A turning point in whose midst the walk still stands is not compared: what history did there lies ahead.
    """
    course = walk.course
    over = [station for station in walk.stations if isinstance(station.here.node, Outcome)]
    if not over:
        return (), ()
    history, held = course.recorded.after[over[-1].here.point.id], over[-1].facts
    gained = tuple(id for id in course.facts if id in held and id not in history)
    return gained, tuple(id for id in course.facts if id in history and id not in held)
