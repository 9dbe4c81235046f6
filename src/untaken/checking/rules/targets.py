"""`start` and `leads-to` name nodes."""

from collections.abc import Collection, Iterator

from untaken.checking.bench import Bench
from untaken.model.traversal import Route
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import HOLE, Correction, Finding, correction

UNKNOWN_TARGET = Rule(
    "unknown-target",
    ERROR,
    Subject.REFERENCES,
    "`start` and `leads-to` name a node of the scenario.",
    wrong="leads-to: The ferry crosses at dawn",
    right="leads-to: dawn",
)


def judge(bench: Bench) -> Iterator[Finding]:
    """`start` and every `leads-to` name a node of the scenario."""
    start, nodes = bench.scenario.start, bench.scenario.nodes
    if nodes and start and start not in nodes and bench.meant.get(start) != HOLE:
        message = f"the scenario starts at '{start}', which is not a node"
        cure = _nodes_instead(bench, start, nodes)
        yield Finding(("start",), UNKNOWN_TARGET, message, cure, correction=_meant_node(bench, start))
    for route, step in bench.steps:
        if step.leads_to not in nodes and bench.meant.get(step.leads_to) != HOLE:
            message = f"{_step_name(route)} leads to '{step.leads_to}', which is not a node"
            cure = _nodes_instead(bench, step.leads_to, [node for node in nodes if node != route[1]])
            meant = _meant_node(bench, step.leads_to)
            yield Finding((*route, "leads-to"), UNKNOWN_TARGET, message, cure, correction=meant)


def _meant_node(bench: Bench, name: str) -> Correction | None:
    return correction(name, bench.scenario.nodes) if name in bench.meant else None


def _nodes_instead(bench: Bench, name: str, nodes: Collection[str]) -> str:
    """The node that is meant, or one of those that may be."""
    if name in bench.meant:
        other = "" if _meant_node(bench, name) else f", or add a node '{name}'"
        return f"write '{bench.meant[name]}'{other}"
    if not nodes:
        return f"add a node '{name}'"
    others = f"write one of: {', '.join(nodes)}" if len(nodes) <= 12 else "write the id of one that is there"
    return f"{others}, or add a node '{name}'"


def _step_name(route: Route) -> str:
    return f"{'option' if route[-2] == 'options' else 'branch'} '{route[-1]}'"
