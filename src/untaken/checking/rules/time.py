"""Time runs forward."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from untaken.checking.bench import Bench, Shelf
from untaken.model import Outcome, Scenario
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding
from untaken.text.dates import is_before

DATES_OUT_OF_ORDER = Rule(
    "dates-out-of-order",
    WARNING,
    Subject.HISTORY,
    "Time runs forward: along a road, from a scenario to the one that continues it, and in a course.",
    wrong="""
        crossing:
          chance: Does the storm break before the narrows?
          date: 1883-10-13  # harbour, which leads here, has 1884-10-12
    """,
    right="""
        crossing:
          chance: Does the storm break before the narrows?
          date: 1884-10-13  # harbour, which leads here, has 1884-10-12
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """No dated node or scenario lies before one that leads to it."""
    nodes = bench.scenario.nodes
    backward = [pair for pair in _dated_pairs(bench) if _lies_before(bench, pair[1], pair[0])]
    contradicted = Counter(id for before, after in backward for id in (after, before))
    reported = set()
    for before, after in backward:
        # A date that several others contradict is the wrong one.
        wrong = before if contradicted[before] > contradicted[after] else after
        if wrong in reported:
            continue
        reported.add(wrong)
        message = (
            f"'{after}' is dated {nodes[after].date}, before '{before}' ({nodes[before].date}), which leads to it"
            if wrong == after
            else f"'{before}' is dated {nodes[before].date}, after '{after}' ({nodes[after].date}), to which it leads"
        )
        yield Finding(("nodes", wrong, "date"), DATES_OUT_OF_ORDER, message, "put the two dates in order")
    for id, node in nodes.items():
        continues = node.continues if isinstance(node, Outcome) else None
        following = bench.others.get(continues or "")
        if (
            continues
            and following
            and _is_dated_before(following, bench.scenario)
            and bench.point.id not in bench.continuations(continues)
        ):
            message = f"'{continues}' is dated {following.date}, before this scenario ({bench.scenario.date})"
            cure = "continue with a later turning point, or correct a date"
            yield Finding(("nodes", id, "continues"), DATES_OUT_OF_ORDER, message, cure)


def judge_collection(shelf: Shelf) -> Iterator[Finding]:
    """No course has a turning point before one that is earlier."""
    for id, course in shelf.collection.courses.items():
        known = [(at, name) for at, name in enumerate(course.scenarios) if name in shelf.others]
        for (_, before), (at, after) in pairwise(known):
            one, other = shelf.others[before], shelf.others[after]
            if _is_dated_before(other, one):
                message = f"'{after}' is dated {other.date}, before '{before}' ({one.date}), after which it stands"
                cure = "put the scenarios of the course in the order of time"
                yield Finding(("courses", id, "scenarios", at), DATES_OUT_OF_ORDER, message, cure)


def _dated_pairs(bench: Bench) -> Iterator[tuple[str, str]]:
    """Each dated node with the latest one that comes before it on a road, whatever undated ones lie between them."""
    nodes = bench.scenario.nodes
    latest: dict[str, str] = {}
    passed = set()
    for id in bench.graph.order:
        passed.add(id)
        if nodes[id].date and id in latest:
            yield latest[id], id
        last = id if nodes[id].date else latest.get(id)
        if last is None:
            continue
        for arc in bench.graph.leaving[id]:
            if arc.head not in passed and not _lies_before(bench, last, latest.get(arc.head, last)):
                latest[arc.head] = last


def _lies_before(bench: Bench, one: str, other: str) -> bool:
    """Whether a node is dated before another one, as far as both are known."""
    scenario = bench.scenario
    first, second = scenario.nodes[one], scenario.nodes[other]
    if not first.date or not second.date:
        return False
    return is_before(first.date, second.date, scenario.calendar_of(first), scenario.calendar_of(second))


def _is_dated_before(one: Scenario, other: Scenario) -> bool:
    return bool(one.date and other.date and is_before(one.date, other.date, one.calendar, other.calendar))
