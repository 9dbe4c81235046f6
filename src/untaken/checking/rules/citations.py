"""Claims say where they come from."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Argument, Basis, Consequence, Outcome
from untaken.model.traversal import Cited
from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject
from untaken.reading.marked import Finding

ARGUMENT_WITHOUT_CITATION = Rule(
    "argument-without-citation",
    WARNING,
    Subject.EVIDENCE,
    "Every argument, consequence and note cites its source.",
    wrong="- for: The mail cannot wait.",
    right="""
        - for: The mail cannot wait.
          cite: {source: annals, section: The night, quote: the mail cannot wait}
    """,
)

ARGUED_WITHOUT_CITATION = Rule(
    "argued-without-citation",
    ERROR,
    Subject.EVIDENCE,
    "An outcome that is `argued` cites the source that argues for it.",
    wrong="""
        outcome: The mails are a day late
        basis: argued
    """,
    right="""
        outcome: The mails are a day late
        basis: argued
        consequences:
          - claim: The railway would have carried the mails.
            cite: {source: annals, section: The inquiry}
    """,
    whose=(
        "Philip Tetlock and Aaron Belkin (Counterfactual Thought Experiments in World Politics, 1996): antecedent "
        "and consequent are stated clearly, and who ties them together. What nobody argues is 'inferred'."
    ),
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Arguments and consequences cite, and so does an argued outcome."""
    yield from _uncited(bench)
    yield from _argued_by_itself(bench)


def _uncited(bench: Bench) -> Iterator[Finding]:
    """Every argument and every consequence says where it comes from."""
    unsupported = {("nodes", id, "consequences") for id in _argued_by_nobody(bench)}
    for route, claim in bench.cited:
        kind = _KINDS.get(type(claim))
        if not claim.cite and kind and route[:3] not in unsupported:
            message = f"this {kind} cites no source"
            yield Finding(
                (*route, "cite"),
                ARGUMENT_WITHOUT_CITATION,
                message,
                "add 'cite: {source: …, section: …, quote: …}'",
                at_key=True,
            )


_KINDS: dict[type[Cited], str] = {Argument: "argument", Consequence: "consequence"}


def _argued_by_itself(bench: Bench) -> Iterator[Finding]:
    """An outcome that is `argued` cites the source that argues for it."""
    for id, has_claim in _argued_by_nobody(bench).items():
        message = f"outcome '{id}' is argued, but cites nobody who argues for it"
        missing = "'cite: …' to its consequence" if has_claim else "'consequences:' with a 'claim' and its 'cite'"
        cure = f"add {missing}, or write 'basis: inferred'"
        place = ("consequences", 0, "claim") if has_claim else ("basis",)
        yield Finding(("nodes", id, *place), ARGUED_WITHOUT_CITATION, message, cure, at_key=has_claim)


def _argued_by_nobody(bench: Bench) -> dict[str, bool]:
    """The argued outcomes off the way of history that cite nobody, each with whether it states a consequence."""
    on_path = set(bench.history)
    return {
        id: bool(node.consequences)
        for id, node in bench.scenario.nodes.items()
        if isinstance(node, Outcome)
        and node.basis is Basis.ARGUED
        and id not in on_path
        and not any(each.cite for each in node.consequences)
    }
