"""The words of likelihood at one turn of chance do not contradict each other."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.history.dice import RANGES
from untaken.model import Chance
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding
from untaken.text.naming import sentence_list

CONTRADICTORY_LIKELIHOODS = Rule(
    "contradictory-likelihoods",
    WARNING,
    Subject.DISCIPLINE,
    "The likelihoods of the branches of one node can be true together.",
    wrong="""
        branches:
          drops: {label: The wind drops, likelihood: likely, leads-to: dawn}
          rises: {label: It blows on, likelihood: almost-certain, leads-to: lost-day}
    """,
    right="""
        branches:
          drops: {label: The wind drops, likelihood: likely, leads-to: dawn}
          rises: {label: It blows on, likelihood: unlikely, leads-to: lost-day}
    """,
    whose="Sherman Kent (Words of Estimative Probability, 1964), whose words stand for ranges of odds.",
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Together the branches of a node are certain: neither more nor, where each has its word, less."""
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Chance):
            continue
        words = [branch.likelihood.word for branch in node.branches.values() if branch.likelihood]
        least, most = (sum(RANGES[word][end] for word in words) for end in (0, 1))
        told = len(words) == len(node.branches) > 1
        if words and (least > 100 or (told and most < 100)):
            message = (
                f"the branches of '{id}' cannot be {sentence_list(word.replace('-', ' ') for word in words)} at once"
            )
            cure = "let the words of all branches make up one certainty"
            yield Finding(("nodes", id, "branches"), CONTRADICTORY_LIKELIHOODS, message, cure, at_key=True)
