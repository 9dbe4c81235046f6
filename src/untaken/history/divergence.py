"""How a road differs from what happened: where it left history, for how long, and where it came back."""

from dataclasses import dataclass

from untaken.history.graph import Arc
from untaken.history.moves import How, Move
from untaken.history.walk import Place, Walk
from untaken.model import Outcome


@dataclass(frozen=True)
class Departure:
    """Where a road left history: the move, what history did instead, how many steps it was away, where it came back.

    `steps` counts the options and branches taken from the departure until the return, the departing one among them.
    `rejoins` is None where the road ended without a return.
    """

    at: Place
    move: Move
    instead: Arc
    steps: int
    rejoins: Place | None = None


@dataclass(frozen=True)
class Divergence:
    """All departures of a walk, its steps in all, and the outcomes that it had where history had others."""

    departures: tuple[Departure, ...]
    steps: int
    outcomes: tuple[tuple[Place, Place], ...]
    """Each outcome of the walk that history did not have, with the one that history had in that turning point."""
    facts_gained: tuple[str, ...]
    facts_lost: tuple[str, ...]
    """What the road established and history had not by then, and the reverse; ids, in the order of declaration."""

    @property
    def steps_away(self) -> int:
        """How many of the steps were not history's."""
        return sum(each.steps for each in self.departures)

    def __bool__(self) -> bool:
        """Whether the road differs from history at all."""
        return bool(self.departures)


def divergence(walk: Walk) -> Divergence:
    """Compare a walk with what happened in the turning points that it came through."""
    steps = sum(move.how is not How.WENT_ON for move in walk.moves)
    gained, lost = _facts(walk)
    return Divergence(tuple(_departures(walk)), steps, tuple(_outcomes(walk)), gained, lost)


def _departures(walk: Walk) -> list[Departure]:
    found: list[Departure] = []
    away = False
    for before, after, move in zip(walk.places, walk.places[1:], walk.moves, strict=False):
        history = before.history
        if not away and history is not None and move.way != history.id:
            away = True
            found.append(Departure(before, move, history, 0))
        if away:
            last = found[-1]
            counted = last.steps + (move.how is not How.WENT_ON)
            away = not after.historical
            found[-1] = Departure(last.at, last.move, last.instead, counted, after if after.historical else None)
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
    passed = dict.fromkeys(place.point.id for place in over[-1].places)
    history = course.assumed.union(*(course.established_by_history(id) for id in passed))
    held = over[-1].facts
    gained = tuple(id for id in course.facts if id in held and id not in history)
    return gained, tuple(id for id in course.facts if id in history and id not in held)
