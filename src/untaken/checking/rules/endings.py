"""Every road ends."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Decision, Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

DEAD_END = Rule(
    "dead-end",
    ERROR,
    Subject.TREE,
    "Every road ends in an outcome: options and branches lead somewhere, decisions have options.",
    wrong="""
        manse:
          decision: Does the minister say no?
          options: {}
    """,
    right="""
        manse:
          outcome: The minister says no
          basis: inferred
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """A decision has options, a chance node branches: only an outcome ends a road."""
    for id, node in bench.scenario.nodes.items():
        if not node.steps and not isinstance(node, Outcome):
            key, kind = ("options", "decision") if isinstance(node, Decision) else ("branches", "chance node")
            message = f"{kind} '{id}' has no {key}, so every road to it ends nowhere"
            yield Finding(
                ("nodes", id, key), DEAD_END, message, f"add {key} under it, or make it an outcome", at_key=True
            )
    if not bench.scenario.nodes:
        yield Finding(("nodes",), DEAD_END, "the scenario has no nodes", "add a decision and its outcomes", at_key=True)
