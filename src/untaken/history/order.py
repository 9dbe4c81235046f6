"""The order of a history: its turning points in time, and after which others each may arise."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from math import inf

from untaken.model import Outcome, TurningPoint
from untaken.text.dates import date_key


def in_time(points: Mapping[str, TurningPoint]) -> tuple[str, ...]:
    """All turning points in the order of their dates, but each after those that continue in it.

    One without a date stands where the latest of those does, and last where there is none. Equal dates keep the order
    in which they are given.
    """
    before: dict[str, set[str]] = {id: set() for id in points}
    for id, point in points.items():
        for following in before.keys() & set(continuations(point)):
            before[following].add(id)
    moments = {id: _moment(point) for id, point in points.items()}
    places = {id: at for at, id in enumerate(points)}
    waiting = [(moments[id], places[id], id) for id in points if not before[id]]
    heapify(waiting)
    done: dict[str, None] = {}
    while len(done) < len(points):
        # Where scenarios lead to each other in a ring, which is a mistake, one has to be the first.
        id = (
            heappop(waiting)[2]
            if waiting
            else min(before.keys() - done, key=lambda each: (moments[each], places[each]))
        )
        if id in done:
            continue
        done[id] = None
        for following in continuations(points[id]):
            if following in before and id in before[following]:
                before[following].discard(id)
                if points[following].scenario.date is None:
                    moments[following] = moments[id]
                if not before[following]:
                    heappush(waiting, (moments[following], places[following], following))
    return tuple(done)


def _moment(point: TurningPoint) -> tuple[float, ...]:
    date = point.scenario.date
    return date_key(date) if date else (inf,)


def continuations(point: TurningPoint) -> list[str]:
    """The turning points in which the outcomes of one continue."""
    outcomes = [node for node in point.scenario.nodes.values() if isinstance(node, Outcome)]
    return list(dict.fromkeys(node.continues for node in outcomes if node.continues))
