"""A tie that says more than its fact says why it matters, and who says so."""

from collections.abc import Iterator

from untaken.checking.bench import Held
from untaken.model import Gate, Tie
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

HALF_TOLD_TIE = Rule(
    "half-told-tie",
    WARNING,
    Subject.EVIDENCE,
    "A tie that is argued has both a claim and a citation; a plain fact has neither.",
    wrong="""
        requires:
          - {fact: mail-kept, cite: {source: annals, section: The inquiry}}
    """,
    right="""
        requires:
          - fact: mail-kept
            claim: Without the contract nobody would have asked.
            cite: {source: annals, section: The inquiry}
    """,
    whose=(
        "Philip Tetlock and Aaron Belkin (Counterfactual Thought Experiments in World Politics, 1996): what connects "
        "the change with what follows from it is stated, and can be disputed."
    ),
)


def judge(held: Held) -> Iterator[Finding]:
    """Whoever gives a reason cites it, whoever cites gives the reason, and what is implied is a reason."""
    for route, tie in held.cited:
        if not isinstance(tie, Tie | Gate):
            continue
        if tie.cite and not tie.claim:
            cure = "add 'claim: …' with the reason, in your own words"
            yield Finding((*route, "cite"), HALF_TOLD_TIE, "this tie cites a source, but claims nothing", cure, True)
        elif tie.claim and not tie.cite:
            cure = "add 'cite: {source: …, section: …, quote: …}'"
            yield Finding((*route, "claim"), HALF_TOLD_TIE, "this tie cites no source", cure, True)
        elif tie.implied and not tie.claim:
            cure = "add 'claim: …' and 'cite: …', or leave 'implied' out"
            yield Finding((*route, "implied"), HALF_TOLD_TIE, "this tie is implied by nobody", cure, True)


judge_collection = judge
