"""Only what happened is recorded."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Basis, Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

RECORDED_OFF_PATH = Rule(
    "recorded-off-path",
    ERROR,
    Subject.HISTORY,
    "Only the outcome that history reached is `recorded`.",
    wrong="""
        # No step that leads here is marked 'historical: true'.
        arrival:
          outcome: The mails arrive
          basis: recorded
    """,
    right="""
        # No step that leads here is marked 'historical: true'.
        arrival:
          outcome: The mails arrive
          basis: inferred
    """,
    whose="The difference between what happened and what might have is the point of the whole drawing.",
)

HISTORY_NOT_RECORDED = Rule(
    "history-not-recorded",
    ERROR,
    Subject.HISTORY,
    "The outcome that history reached is `recorded`.",
    wrong="""
        # The steps that are marked 'historical: true' end here.
        wreck:
          outcome: The ferry is lost
          basis: inferred
    """,
    right="""
        # The steps that are marked 'historical: true' end here.
        wreck:
          outcome: The ferry is lost
          basis: recorded
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """The outcome that history reached is `recorded`, and no other is."""
    # Where two ways are marked, the recorded outcome says which of them history took.
    if bench.reached and not any(node.basis is Basis.RECORDED for node in bench.reached.values()):
        id, node = next(iter(bench.reached.items()))
        message = f"history came to outcome '{id}', but its basis is '{node.basis}'"
        yield Finding(("nodes", id, "basis"), HISTORY_NOT_RECORDED, message, "write 'basis: recorded'")
    for id, other in bench.scenario.nodes.items():
        if isinstance(other, Outcome) and other.basis is Basis.RECORDED and id in bench.off_history:
            message = f"outcome '{id}' is recorded, but history did not come to it"
            cure = "write 'argued' where a source argues for it, else 'inferred'"
            yield Finding(("nodes", id, "basis"), RECORDED_OFF_PATH, message, cure)
