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
