"""Time runs forward."""

from collections import Counter
from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Outcome
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding
from untaken.text.dates import date_key

DATES_OUT_OF_ORDER = Rule(
    "dates-out-of-order",
    WARNING,
    Subject.HISTORY,
    "Time runs forward: along a road, and from a scenario to the one that continues it.",
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
    backward = [pair for pair in _dated_pairs(bench) if _earlier(nodes[pair[1]].date, nodes[pair[0]].date)]
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
            and _earlier(following.date, bench.scenario.date)
            and bench.point.id not in bench.continuations(continues)
        ):
            message = f"'{continues}' is dated {following.date}, before this scenario ({bench.scenario.date})"
            cure = "continue with a later turning point, or correct a date"
            yield Finding(("nodes", id, "continues"), DATES_OUT_OF_ORDER, message, cure)


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
            if arc.head not in passed and not _earlier(nodes[last].date, nodes[latest.get(arc.head, last)].date):
                latest[arc.head] = last


def _earlier(one: str | None, other: str | None) -> bool:
    """Whether one date lies before the other, as far as both are known: 1917 is not before 1917-10.

    >>> _earlier("1917-09", "1917-10-25"), _earlier("1917", "1917-10"), _earlier("-0044", "-0031")
    (True, False, True)
    """
    if not one or not other:
        return False
    pairs = list(zip(date_key(one), date_key(other), strict=False))
    return [a for a, _ in pairs] < [b for _, b in pairs]
