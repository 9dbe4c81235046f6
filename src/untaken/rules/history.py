"""Rules about what happened, and when."""

from collections.abc import Iterator

from untaken.dates import date_key
from untaken.marked import Finding
from untaken.model import (
    Basis,
    Decision,
    Outcome,
)
from untaken.rules.bench import Bench


def history_is_marked(bench: Bench) -> Iterator[Finding]:
    """At each node that history came through, one option or branch is marked, and at no other node."""
    graph = bench.graph
    on_path = _history(bench)
    for id, node in bench.scenario.nodes.items():
        key = "options" if isinstance(node, Decision) else "branches"
        marked = [step for step, each in node.steps.items() if each.historical]
        if id in on_path and node.steps and not marked:
            message = f"what happened at '{id}' is not marked"
            yield Finding(
                ("nodes", id, key),
                "no-historical-path",
                message,
                "write 'historical: true' under the one that happened",
                at_key=True,
            )
        for extra in marked[1:] if id in on_path else ():
            message = f"'{marked[0]}' is marked as what happened at '{id}', and so is '{extra}'"
            yield Finding(
                ("nodes", id, key, extra, "historical"),
                "two-historical-paths",
                message,
                "keep one of the two marks",
                at_key=True,
            )
        if id not in on_path and id in graph.reachable(graph.start) and _history_ends(bench):
            for step in marked:
                message = f"'{step}' is marked as what happened, but history did not come to '{id}'"
                yield Finding(
                    ("nodes", id, key, step, "historical"),
                    "historical-off-path",
                    message,
                    "delete the mark, or mark the way that leads here",
                    at_key=True,
                )


def _history(bench: Bench) -> list[str]:
    """The nodes that marked steps lead to from the start, even where two are marked at one node."""
    graph = bench.graph
    found = [graph.start] if graph.start in graph.nodes else []
    for id in found:
        found += [arc.head for arc in graph.leaving[id] if arc.step.historical and arc.head not in found]
    return found


def _history_ends(bench: Bench) -> bool:
    """Whether the marked way comes to an outcome: if not, nobody can say what lies off it."""
    return any(isinstance(bench.scenario.nodes[id], Outcome) for id in _history(bench))


def only_history_is_recorded(bench: Bench) -> Iterator[Finding]:
    """The outcome that history reached is `recorded`, and no other is."""
    on_path = _history(bench)
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Outcome):
            continue
        if id in on_path and node.basis is not Basis.RECORDED:
            message = f"history came to outcome '{id}', but its basis is '{node.basis}'"
            yield Finding(("nodes", id, "basis"), "history-not-recorded", message, "write 'basis: recorded'")
        if id not in on_path and node.basis is Basis.RECORDED and _history_ends(bench):
            message = f"outcome '{id}' is recorded, but history did not come to it"
            yield Finding(
                ("nodes", id, "basis"),
                "recorded-off-path",
                message,
                "write 'argued' where a source argues for it, else 'inferred'",
            )


def time_runs_forward(bench: Bench) -> Iterator[Finding]:
    """No dated node or scenario lies before one that leads to it."""
    nodes = bench.scenario.nodes
    for arc in bench.graph.arcs:
        before, after = nodes[arc.tail].date, nodes[arc.head].date
        if before and after and _earlier(after, before):
            message = f"'{arc.head}' is dated {after}, before '{arc.tail}' ({before}), which leads to it"
            yield Finding(("nodes", arc.head, "date"), "dates-out-of-order", message, "put the two dates in order")
    for id, node in nodes.items():
        continues = node.continues if isinstance(node, Outcome) else None
        following = bench.others.get(continues or "")
        if following and following.date and bench.scenario.date and _earlier(following.date, bench.scenario.date):
            message = f"'{continues}' is dated {following.date}, before this scenario ({bench.scenario.date})"
            yield Finding(
                ("nodes", id, "continues"),
                "dates-out-of-order",
                message,
                "continue with a later turning point, or correct a date",
            )


def _earlier(one: str, other: str) -> bool:
    """Whether one date lies before the other, as far as both are known: 1917 is not before 1917-10.

    >>> _earlier("1917-09", "1917-10-25"), _earlier("1917", "1917-10"), _earlier("-0044", "-0031")
    (True, False, True)
    """
    pairs = list(zip(date_key(one), date_key(other), strict=False))
    return [a for a, _ in pairs] < [b for _, b in pairs]
