"""Rules about the tree: every road ends, every node is reached, no road comes back."""

from collections.abc import Iterator

from untaken.checking.rules.bench import Bench
from untaken.model import (
    Decision,
    Outcome,
)
from untaken.reading.marked import HOLE, Finding


def every_road_ends(bench: Bench) -> Iterator[Finding]:
    """A decision has options, a chance node branches: only an outcome ends a road."""
    for id, node in bench.scenario.nodes.items():
        if not node.steps and not isinstance(node, Outcome):
            key, kind = ("options", "decision") if isinstance(node, Decision) else ("branches", "chance node")
            message = f"{kind} '{id}' has no {key}, so every road to it ends nowhere"
            yield Finding(
                ("nodes", id, key), "dead-end", message, f"add {key} under it, or make it an outcome", at_key=True
            )
    if not bench.scenario.nodes:
        yield Finding(
            ("nodes",), "dead-end", "the scenario has no nodes", "add a decision and its outcomes", at_key=True
        )


def every_node_is_reached(bench: Bench) -> Iterator[Finding]:
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
                "unreachable-node",
                message,
                f"write 'leads-to: {id}' where it belongs, or delete it",
                at_key=True,
            )


_MOST_SHOWN = 8


def no_road_comes_back(bench: Bench) -> Iterator[Finding]:
    """No road comes back to a node that it has passed."""
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
            "cycle",
            message,
            "let it lead to a later node, or to an outcome",
        )
