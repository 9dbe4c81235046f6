"""No road comes back."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Decision, Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

CYCLE = Rule(
    "cycle",
    ERROR,
    Subject.TREE,
    "No road comes back to a node, and no chain of scenarios to a scenario.",
    wrong="""
        # harbour leads to crossing, to which these branches belong.
        holds: {label: It holds, leads-to: arrival}
        turns: {label: It turns, leads-to: harbour}
    """,
    right="""
        # harbour leads to crossing, to which these branches belong.
        holds: {label: It holds, leads-to: arrival}
        turns: {label: It turns, leads-to: wreck}
    """,
)


_MOST_SHOWN = 8


def judge(bench: Bench) -> Iterator[Finding]:
    """Neither nodes nor scenarios lead back to where a road has been."""
    yield from _nodes(bench)
    yield from _scenarios(bench)


def _nodes(bench: Bench) -> Iterator[Finding]:
    for arcs in bench.graph.cycles():
        closing = arcs[-1]
        if any(arc.step.leads_to != arc.head for arc in arcs):
            continue  # One of these steps is misspelt, and only taken for one that leads there.
        passed = [closing.head, *(arc.head for arc in arcs)]
        road = " → ".join(passed if len(passed) <= _MOST_SHOWN else [*passed[:3], "…", *passed[-3:]])
        key = "options" if isinstance(bench.scenario.nodes[closing.tail], Decision) else "branches"
        message = f"'{closing.id}' leads back: {road}"
        yield Finding(
            ("nodes", closing.tail, key, closing.id, "leads-to"),
            CYCLE,
            message,
            "let it lead to a later node, or to an outcome",
        )


def _scenarios(bench: Bench) -> Iterator[Finding]:
    for id, node in bench.scenario.nodes.items():
        continues = node.continues if isinstance(node, Outcome) else None
        if continues and bench.point.id in bench.continuations(continues):
            message = (
                f"outcome '{id}' continues in the scenario that it ends"
                if continues == bench.point.id
                else f"outcome '{id}' continues in '{continues}', which comes back to '{bench.point.id}'"
            )
            cure = "let history run forward: leave one 'continues' out"
            yield Finding(("nodes", id, "continues"), CYCLE, message, cure)
