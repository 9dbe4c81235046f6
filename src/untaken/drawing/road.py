"""The road of a walk in each turning point that it came through, as plain data for a picture."""

from untaken.drawing.whole import Road
from untaken.history import Departure, Walk, divergence
from untaken.model import Outcome
from untaken.telling.phrases import roads
from untaken.text.wrapping import one_line


def trace(walk: Walk) -> dict[tuple[str, str], Road]:
    """The roads by collection and id, in the order in which the walk came through."""
    departures = divergence(walk).departures
    passed = {(place.point.collection, place.point.id): place.point.id for place in walk.places}
    return {key: _road(walk, id, [each for each in departures if each.at.point.id == id]) for key, id in passed.items()}


def _road(walk: Walk, id: str, departures: list[Departure]) -> Road:
    places = [place for place in walk.places if place.point.id == id]
    moves = [move for move in walk.moves if move.scenario == id and move.how.is_step]
    labels = [one_line(place.node.steps[move.way].label) for place, move in zip(places, moves, strict=False)]
    end = places[-1].node
    words = roads.your_road(labels, one_line(end.text), isinstance(end, Outcome))
    summary = " ".join(map(_left, departures)) or roads.HISTORYS_OWN_HERE
    steps = frozenset((move.node, move.way) for move in moves)
    return Road(frozenset(place.id for place in places), steps, summary, f"{words} {summary}")


def _left(departure: Departure) -> str:
    return roads.you_left(
        one_line(departure.at.node.steps[departure.move.way].label),
        one_line(departure.instead.step.label),
        one_line(departure.rejoins.node.text) if departure.rejoins else "",
    )
