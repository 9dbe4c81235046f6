"""The turning points of a collection as a table, in the order of time."""

from collections.abc import Iterable

from untaken.model import Decision, Option, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.text.date_words import date_words

HEADINGS = ("id", "date", "title", "decisions", "options", "arguments", "sources")


def catalogue(points: Iterable[TurningPoint]) -> list[tuple[str, ...]]:
    """A row for each turning point, in the order of `HEADINGS`; the last four are numbers."""
    return [_row(point) for point in points]


def _row(point: TurningPoint) -> tuple[str, ...]:
    decisions = [node for node in point.scenario.nodes.values() if isinstance(node, Decision)]
    options: list[Option] = [option for node in decisions for option in node.options.values()]
    arguments = sum(len(option.arguments) for option in options)
    sources = len(cited_sources(point.scenario))
    numbers = (len(decisions), len(options), arguments, sources)
    date = date_words(point.scenario.date, short=True) if point.scenario.date else ""
    return (point.id, date, " ".join(point.scenario.title.split()), *map(str, numbers))
