"""An outcome that ends what can arise continues nowhere."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

END_THAT_CONTINUES = Rule(
    "end-that-continues",
    ERROR,
    Subject.TREE,
    "An outcome after which nothing can arise continues nowhere.",
    wrong="""
        outcome: The ferry is lost
        basis: recorded
        continues: inquiry
        ends: true
    """,
    right="""
        outcome: The ferry is lost
        basis: recorded
        continues: inquiry
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """No outcome both ends and continues."""
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Outcome) and node.ends and node.continues:
            message = f"outcome '{id}' ends what can arise, and continues in '{node.continues}'"
            yield Finding(("nodes", id, "ends"), END_THAT_CONTINUES, message, "keep one of the two", at_key=True)
