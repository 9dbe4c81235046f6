"""What happened is marked."""

from collections.abc import Iterator

from untaken.checking.bench import Bench, is_unread
from untaken.model import Basis, Decision, Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

NO_HISTORICAL_PATH = Rule(
    "no-historical-path",
    ERROR,
    Subject.HISTORY,
    "At each node of what happened, one option or branch is marked `historical: true`.",
    wrong="""
        breaks: {label: It breaks, leads-to: narrows}
        holds: {label: It holds, leads-to: arrival}
    """,
    right="""
        breaks: {label: It breaks, historical: true, leads-to: narrows}
        holds: {label: It holds, leads-to: arrival}
    """,
)

TWO_HISTORICAL_PATHS = Rule(
    "two-historical-paths",
    ERROR,
    Subject.HISTORY,
    "At each node of what happened, only one option or branch is marked `historical: true`.",
    wrong="""
        breaks: {label: It breaks, historical: true, leads-to: narrows}
        holds: {label: It holds, historical: true, leads-to: arrival}
    """,
    right="""
        breaks: {label: It breaks, historical: true, leads-to: narrows}
        holds: {label: It holds, leads-to: arrival}
    """,
)

HISTORICAL_OFF_PATH = Rule(
    "historical-off-path",
    ERROR,
    Subject.HISTORY,
    "`historical: true` stands only at the nodes that history came through.",
    wrong="""
        # At harbour, history sailed and did not wait for a calm.
        calm:
          chance: Does the wind drop?
          branches:
            drops: {label: It drops, historical: true, leads-to: dawn}
            rises: {label: It rises, leads-to: lost-day}
    """,
    right="""
        # At harbour, history sailed and did not wait for a calm.
        calm:
          chance: Does the wind drop?
          branches:
            drops: {label: It drops, leads-to: dawn}
            rises: {label: It rises, leads-to: lost-day}
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
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
                TWO_HISTORICAL_PATHS,
                message,
                "keep one of the two marks",
                at_key=True,
            )
        for step in marked if id in bench.off_history else ():
            message = f"'{step}' is marked as what happened, but history did not come to '{id}'"
            yield Finding(
                ("nodes", id, key, step, "historical"),
                HISTORICAL_OFF_PATH,
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
        return Finding(("nodes", id, key), NO_HISTORICAL_PATH, message, cure, at_key=True)
    cure = f"write 'historical: true' under '{ways[0]}', which leads to what is recorded"
    return Finding(("nodes", id, key, ways[0], "label"), NO_HISTORICAL_PATH, message, cure, at_key=True)
