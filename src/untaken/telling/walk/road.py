"""The map of a walk: the road so far with what was not taken; and, once all may be told, the whole trees round it.

The road is the trunk. What was not taken hangs from it: while one walks as bare labels, since nothing beyond may show;
at the end with all that lay behind it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from untaken.history import Place, Walk
from untaken.history.graph import Arc
from untaken.history.session import Reveal
from untaken.model import Outcome
from untaken.telling.phrases import roads
from untaken.text.wrapping import one_line


class Growth(StrEnum):
    """What a line of a map is."""

    TITLE = "title"
    """The turning point that begins here."""
    NODE = "node"
    WAY = "way"
    OPEN = "open"
    """A way on from where one stands; where it leads is not known yet."""
    CLOSED = "closed"
    """A way that facts keep closed, where one stands."""
    SEEN = "seen"
    """A node that the map has drawn already."""


@dataclass(frozen=True, slots=True)
class Twig:
    """A line of a map: how far from the trunk, what it says, whether the road and history run through it.

    `happened` is said of nothing that has not been told yet.
    """

    depth: int
    growth: Growth
    text: str
    taken: bool = False
    happened: bool = False
    here: bool = False


def road(walk: Walk, reveal: Reveal, has_arrived: bool = True) -> tuple[Twig, ...]:
    """The road so far, what was not taken on it, and, where the walk has arrived, the ways on, which are unknown."""
    return (*_so_far(walk, reveal), *(_ahead(walk, reveal) if has_arrived else ()))


def whole(walk: Walk) -> tuple[Twig, ...]:
    """The road with all that lies beside it in its turning points. It tells what happened."""
    return tuple(_everything(walk))


def _so_far(walk: Walk, reveal: Reveal) -> Iterator[Twig]:
    told = reveal is not Reveal.END
    for before, move in zip(walk.places, walk.moves, strict=False):
        yield from _head(before, told)
        if move.how.is_step:
            aside = [arc for arc in before.graph.leaving[before.id] if arc.id != move.way]
            yield from (_way(arc, before, 1, told) for arc in _in_order(aside))
            taken = before.node.steps[move.way]
            happened = told and before.history is not None and before.history.id == move.way
            yield Twig(0, Growth.WAY, one_line(taken.label), taken=True, happened=happened)


def _ahead(walk: Walk, reveal: Reveal) -> Iterator[Twig]:
    told = reveal is Reveal.ALWAYS
    here = walk.here
    yield from _head(here, told, here=True)
    for way in walk.ways if not isinstance(here.node, Outcome) else ():
        happened = told and here.history is not None and here.history.id == way.id
        yield Twig(1, Growth.OPEN if way.is_open else Growth.CLOSED, one_line(way.label), happened=happened)


def _head(place: Place, told: bool, here: bool = False) -> Iterator[Twig]:
    if place.id == place.graph.start:
        yield Twig(0, Growth.TITLE, one_line(place.point.scenario.title), taken=True)
    yield Twig(0, Growth.NODE, _named(place), taken=True, happened=told and place.historical, here=here)


def _named(place: Place) -> str:
    """A node as a map names it: an outcome is called one."""
    text = one_line(place.node.text)
    return roads.outcome(text) if isinstance(place.node, Outcome) else text


def _way(arc: Arc, place: Place, depth: int, told: bool) -> Twig:
    happened = told and place.history is not None and arc == place.history
    return Twig(depth, Growth.WAY, one_line(arc.step.label), happened=happened)


def _in_order(arcs: Iterable[Arc]) -> list[Arc]:
    """In the order in which a walk shows ways."""
    return sorted(arcs, key=lambda arc: (arc.step.label.casefold(), arc.id))


def _everything(walk: Walk) -> Iterator[Twig]:
    trunk = {(place.point.id, place.id) for place in walk.places}
    drawn: set[tuple[str, str]] = set()
    taken = {(move.scenario, move.node): move.way for move in walk.moves}
    for place in walk.places:
        yield from _head(place, told=True)
        way = taken.get((place.point.id, place.id))
        for arc in _in_order(place.graph.leaving[place.id]):
            if arc.id != way:
                yield from _bough(place, arc, trunk, drawn)
        if way in place.node.steps:
            arc = next(each for each in place.graph.leaving[place.id] if each.id == way)
            yield Twig(0, Growth.WAY, one_line(arc.step.label), True, arc in place.graph.historical)


def _bough(place: Place, first: Arc, trunk: set[tuple[str, str]], drawn: set[tuple[str, str]]) -> Iterator[Twig]:
    """A way that was not taken, and all behind it that the map has not drawn yet."""
    waiting = [(1, first)]
    while waiting:
        depth, arc = waiting.pop()
        yield _way(arc, Place(place.point, place.graph, arc.tail), depth, told=True)
        head = Place(place.point, place.graph, arc.head)
        known = (head.point.id, head.id)
        seen = known in trunk or known in drawn
        yield Twig(depth + 1, Growth.SEEN if seen else Growth.NODE, _named(head), known in trunk, head.historical)
        if not seen:
            drawn.add(known)
            following = _in_order(place.graph.leaving[arc.head])
            waiting += [(depth + 2, each) for each in reversed(following)]
