"""Every node is reached."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import HOLE, Finding

UNREACHABLE_NODE = Rule(
    "unreachable-node",
    ERROR,
    Subject.TREE,
    "Every node can be reached from the start.",
    wrong="""
        # There is a node 'lost-day', too.
        branches:
          drops: {label: It drops, leads-to: dawn}
    """,
    right="""
        branches:
          drops: {label: It drops, leads-to: dawn}
          rises: {label: It rises, leads-to: lost-day}
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Every node can be reached from the start. Of nodes that hang together only the first is reported.

    A step to nowhere was meant for some node: it excuses one that nothing leads to.
    """
    if bench.ends_first and not bench.lost_ways:
        yield _begins_with_its_end(bench)
    if bench.graph.start and not bench.lost_ways:
        for id in bench.graph.unreachable_roots()[bench.astray :]:
            if id == HOLE:
                continue  # That it has no name of its own is reported already.
            message = f"no road from the start leads to node '{id}'"
            yield Finding(
                ("nodes", id),
                UNREACHABLE_NODE,
                message,
                f"write 'leads-to: {id}' where it belongs, or delete it",
                at_key=True,
            )


def _begins_with_its_end(bench: Bench) -> Finding:
    """What is said of an outcome at which the scenario would start."""
    outcome, meant = bench.scenario.first, bench.graph.start
    if bench.scenario.start:
        message = f"'start' names the outcome '{outcome}', at which nothing can begin"
        return Finding(("start",), UNREACHABLE_NODE, message, f"write '{meant}'")
    message = f"the outcome '{outcome}' stands first, and a scenario starts at its first node"
    cure = f"write 'start: {meant}' above 'nodes:', or put the outcome behind '{meant}'"
    return Finding(("nodes", outcome), UNREACHABLE_NODE, message, cure, at_key=True)
