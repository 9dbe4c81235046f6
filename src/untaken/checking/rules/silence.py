"""Off the way of history every outcome says something: what a source expects, or a question."""

from collections.abc import Iterator

from untaken.checking.bench import Placed, Whole
from untaken.history.graph import Graph
from untaken.model import Outcome
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

SILENT_OUTCOME = Rule(
    "silent-outcome",
    WARNING,
    Subject.DISCIPLINE,
    "An outcome off the way of history says what a source expects of it, or asks the class.",
    instead=(
        "Add 'consequences:' where a source says what would have followed; where none does, add 'question: …', with "
        "what you would ask a class. `untaken check --proof` looks for such outcomes."
    ),
    whose="The question that everybody asks of a counterfactual: and then? Where no source answers it, a class can.",
    acknowledgeable=False,
)


def judge_history(whole: Whole) -> Iterator[Placed]:
    """No outcome that history did not come to is without a consequence and a question."""
    for id, point in whole.points.items():
        happened = Graph.of(point.scenario).historical_nodes
        for name, node in point.scenario.nodes.items():
            if isinstance(node, Outcome) and name not in happened and not (node.consequences or node.question):
                message = f"outcome '{name}' tells no consequence, and asks nothing"
                cure = "add 'consequences:' where a source expects something of it, or 'question: …' for a class"
                yield id, Finding(("nodes", name, "outcome"), SILENT_OUTCOME, message, cure)
