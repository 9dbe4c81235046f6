"""Facts are declared."""

from collections.abc import Iterator

from untaken.checking.bench import Bench, Held, Shelf
from untaken.checking.strays import Named, undeclared
from untaken.model import Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

UNKNOWN_FACT = Rule(
    "unknown-fact",
    ERROR,
    Subject.REFERENCES,
    "A fact is declared in the collection or the scenario.",
    wrong="establishes: [The mail contract was kept.]",
    right="establishes: [mail-kept]",
)


def judge(bench: Held) -> Iterator[Finding]:
    """Every fact that is established, restored or asked for is declared."""
    yield from undeclared(bench, UNKNOWN_FACT, "fact", _named_facts(bench), bench.declared.facts)


judge_collection = judge


def _named_facts(bench: Held) -> Iterator[Named]:
    yield from (((*route, "fact"), tie.fact) for route, tie in bench.ties)
    if isinstance(bench, Shelf):
        yield from ((("gates", fact), fact) for fact in bench.collection.gates)
    if not isinstance(bench, Bench):
        return
    for route, step in bench.steps:
        yield from (((*route, "establishes", at), name) for at, name in enumerate(step.establishes))
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Outcome):
            yield from ((("nodes", id, "establishes", at), name) for at, name in enumerate(node.establishes))
