"""Rules about what happened, and when."""

from collections import Counter
from collections.abc import Iterator

from untaken.checking.rules.bench import Bench, is_unread
from untaken.model import Basis, Decision, Outcome
from untaken.reading.marked import Finding
from untaken.text.dates import date_key


def history_is_marked(bench: Bench) -> Iterator[Finding]:
    """At each node that history came through, one option or branch is marked, and at no other node."""
    on_path = set(bench.history)
    for id, node in bench.scenario.nodes.items():
        key = "options" if isinstance(node, Decision) else "branches"
        marked = [step for step, each in node.steps.items() if each.historical]
        if id in bench.open_ends and node.steps and not marked and not any(map(is_unread, node.steps.values())):
            yield _unmarked(bench, id, key)
        for extra in marked[1:] if id in on_path else ():
            message = f"'{marked[0]}' is marked as what happened at '{id}', and so is '{extra}'"
            yield Finding(
                ("nodes", id, key, extra, "historical"),
                "two-historical-paths",
                message,
                "keep one of the two marks",
                at_key=True,
            )
        for step in marked if id in bench.off_history else ():
            message = f"'{step}' is marked as what happened, but history did not come to '{id}'"
            yield Finding(
                ("nodes", id, key, step, "historical"),
                "historical-off-path",
                message,
                "delete the mark, or mark the way that leads here",
                at_key=True,
            )


def _unmarked(bench: Bench, id: str, key: str) -> Finding:
    """That nobody marked what happened at a node, told at the only way that comes to what is recorded, if one does."""
    message, graph = f"what happened at '{id}' is not marked", bench.graph
    recorded = {
        end for end, node in bench.scenario.nodes.items() if isinstance(node, Outcome) and node.basis is Basis.RECORDED
    }
    ways = [arc.id for arc in graph.leaving[id] if recorded.intersection(graph.reachable(arc.head))]
    if len(ways) != 1:
        cure = "write 'historical: true' under the one that happened"
        return Finding(("nodes", id, key), "no-historical-path", message, cure, at_key=True)
    cure = f"write 'historical: true' under '{ways[0]}', which leads to what is recorded"
    return Finding(("nodes", id, key, ways[0], "label"), "no-historical-path", message, cure, at_key=True)


def only_history_is_recorded(bench: Bench) -> Iterator[Finding]:
    """The outcome that history reached is `recorded`, and no other is."""
    # Where two ways are marked, the recorded outcome says which of them history took.
    if bench.reached and not any(node.basis is Basis.RECORDED for node in bench.reached.values()):
        id, node = next(iter(bench.reached.items()))
        message = f"history came to outcome '{id}', but its basis is '{node.basis}'"
        yield Finding(("nodes", id, "basis"), "history-not-recorded", message, "write 'basis: recorded'")
    for id, other in bench.scenario.nodes.items():
        if isinstance(other, Outcome) and other.basis is Basis.RECORDED and id in bench.off_history:
            message = f"outcome '{id}' is recorded, but history did not come to it"
            cure = "write 'argued' where a source argues for it, else 'inferred'"
            yield Finding(("nodes", id, "basis"), "recorded-off-path", message, cure)


def time_runs_forward(bench: Bench) -> Iterator[Finding]:
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
        yield Finding(("nodes", wrong, "date"), "dates-out-of-order", message, "put the two dates in order")
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
            yield Finding(("nodes", id, "continues"), "dates-out-of-order", message, cure)


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
