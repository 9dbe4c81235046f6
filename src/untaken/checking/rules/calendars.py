"""A day that only the Julian calendar has is of a scenario that says so."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model.traversal import Route
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding
from untaken.text.calendars import Calendar
from untaken.text.dates import date_fault

JULIAN_DAY = Rule(
    "julian-day",
    ERROR,
    Subject.KEYS,
    "A day that today's calendar does not have is counted in the Julian one, and its scenario or node says so.",
    wrong="""
        date: 1700-02-29
    """,
    right="""
        date: 1700-02-29
        calendar: julian
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Every date is a day of its calendar."""
    scenario = bench.scenario
    dates: list[tuple[Route, str | None, Calendar | None]] = [((), scenario.date, scenario.calendar)]
    dates += [(("nodes", id), node.date, scenario.calendar_of(node)) for id, node in scenario.nodes.items()]
    for route, date, calendar in dates:
        if date and calendar is not Calendar.JULIAN and date_fault(date, Calendar.GREGORIAN):
            message = f"'{date}' is a day that only the Julian calendar has"
            yield Finding((*route, "date"), JULIAN_DAY, message, "add 'calendar: julian', or correct the day")
