"""The turning points of a collection as a table, in the order of time."""

from collections.abc import Iterable

from untaken.model import Decision, Option, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.document import Table
from untaken.telling.phrases import numbers
from untaken.text.date_words import date_words

_HEADINGS = ("id", "date", "title", numbers.DECISIONS, numbers.OPTIONS, numbers.ARGUMENTS, "sources")


def catalogue(points: Iterable[TurningPoint]) -> Table:
    """A row for each turning point."""
    return Table(_HEADINGS, tuple(_row(point) for point in points), 3)


_COURSE_HEADINGS = ("course", "title", "minutes", "turning points")


def courses(points: Iterable[TurningPoint]) -> Table:
    """A row for each course of the collections of these turning points."""
    known = {(point.collection, id): lesson for point in points for id, lesson in point.courses.items()}
    rows = [
        (id, " ".join(lesson.title.split()), str(lesson.minutes or ""), str(len(lesson.scenarios)))
        for (_, id), lesson in known.items()
    ]
    return Table(_COURSE_HEADINGS, tuple(rows), 2)


def _row(point: TurningPoint) -> tuple[str, ...]:
    decisions = [node for node in point.scenario.nodes.values() if isinstance(node, Decision)]
    options: list[Option] = [option for node in decisions for option in node.options.values()]
    arguments = sum(len(option.arguments) for option in options)
    sources = len(cited_sources(point.scenario))
    counts = (len(decisions), len(options), arguments, sources)
    date = date_words(point.scenario.date, short=True) if point.scenario.date else ""
    return (point.id, date, " ".join(point.scenario.title.split()), *map(str, counts))
