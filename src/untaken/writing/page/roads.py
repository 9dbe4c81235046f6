"""The machine of a history as data: every spot with its exits, where walks begin, and what history did."""

from collections.abc import Mapping

from untaken.drawing.sealed import road_to
from untaken.history import Course
from untaken.history.keeping import FORMAT, fingerprint
from untaken.history.states import DOOR, Exit
from untaken.model import Fact
from untaken.model.traversal import conditionals, ties
from untaken.text.wrapping import one_line
from untaken.writing.page.selection import Book

Json = Mapping[str, object]


def machine_data(book: Book) -> Json:
    """What a small program needs in order to step as a walk does.

    `exits` has for each spot its ways: the id, the spot that it leads to, and the facts that it needs, excludes and
    establishes. A turning point is come to at its door, the node without a name.
    """
    course = book.course
    machine = course.machine
    return {
        "format": FORMAT,
        "collection": course.points[course.start].collection,
        "lesson": course.lesson,
        "stops": course.stops,
        "selected": None if machine.selected is None else sorted(machine.selected),
        "exits": {id: _spots(course, id) for id in (book.told if course.stops else machine.order)},
        "starts": {
            id: {"facts": sorted(book.begun(id).facts), "assumed": sorted(book.assumed(id))} for id in book.told
        },
        "history": {id: _history(course, id) for id in book.told},
        "facts": {id: [one_line(fact.holds), one_line(fact.fails)] for id, fact in _facts(book).items()},
        "versions": {id: fingerprint(course.points[id].scenario) for id in book.told},
    }


def _facts(book: Book) -> Mapping[str, Fact]:
    """The facts that can be told: where no road leads on, those that the turning points themselves speak of."""
    course = book.course
    if not course.stops:
        return course.facts
    spots = [(id, node) for id in book.told for node in course.graphs[id].order]
    met = {fact for spot in spots for way in course.machine.exits(spot) for fact in (*way.asks, *way.establishes)}
    met |= {fact for id in book.told for fact in bearing(course, id)}
    return {id: fact for id, fact in course.facts.items() if id in met}


def bearing(course: Course, id: str) -> list[str]:
    """The facts of which something in a turning point depends."""
    scenario = course.points[id].scenario
    asked = {fact for _, each in conditionals(scenario) for fact in each.asks}
    restored = {tie.fact for _, tie in ties(scenario)}
    return sorted(asked | restored | {*course.machine.premises[id].asks})


def _spots(course: Course, id: str) -> Json:
    nodes = [DOOR, *course.graphs[id].order]
    return {node: [_exit(each) for each in course.machine.exits((id, node))] for node in nodes}


def _exit(way: Exit) -> list[object]:
    return [way.way, *way.head, sorted(way.requires), sorted(way.unless), sorted(way.establishes)]


def _history(course: Course, id: str) -> Json:
    """What history did in a turning point: its nodes and ways, what held before it and after it.

    `road` has for each node the ways from the start to it: history's where it came through.
    """
    graph = course.graphs[id]
    return {
        "nodes": graph.historical_nodes,
        "ways": {arc.tail: arc.id for arc in graph.historical},
        "before": sorted(course.recorded.before[id]),
        "after": sorted(course.recorded.after[id]),
        "road": {node: [arc.id for arc in road_to(graph, node)] for node in graph.order},
    }
