"""Rules about the evidence: arguments, citations, quotations."""

from collections.abc import Iterator

from untaken.checking.rules.bench import Bench, Held
from untaken.evidence.quotation import Pin
from untaken.model import (
    Argument,
    Basis,
    Consequence,
    Option,
    Outcome,
)
from untaken.model.traversal import Cited
from untaken.reading.marked import Finding

MOST_QUOTED_WORDS = 12


def options_are_argued(bench: Bench) -> Iterator[Finding]:
    """Someone argued for or against every option."""
    for route, step in bench.steps:
        if isinstance(step, Option) and not step.arguments:
            message = f"option '{route[-1]}' has no argument for it or against it"
            yield Finding(
                (*route, "arguments"),
                "option-without-argument",
                message,
                "add 'arguments:' with '- for: …' or '- against: …'",
                at_key=True,
            )


def claims_are_cited(bench: Bench) -> Iterator[Finding]:
    """Every argument and every consequence says where it comes from."""
    unsupported = {("nodes", id, "consequences") for id in _argued_by_nobody(bench)}
    for route, claim in bench.cited:
        kind = _KINDS.get(type(claim))
        if not claim.cite and kind and route[:3] not in unsupported:
            message = f"this {kind} cites no source"
            yield Finding(
                (*route, "cite"),
                "argument-without-citation",
                message,
                "add 'cite: {source: …, section: …, quote: …}'",
                at_key=True,
            )


_KINDS: dict[type[Cited], str] = {Argument: "argument", Consequence: "consequence"}


def argued_outcomes_are_cited(bench: Bench) -> Iterator[Finding]:
    """An outcome that is `argued` cites the source that argues for it."""
    for id, has_claim in _argued_by_nobody(bench).items():
        message = f"outcome '{id}' is argued, but cites nobody who argues for it"
        missing = "'cite: …' to its consequence" if has_claim else "'consequences:' with a 'claim' and its 'cite'"
        cure = f"add {missing}, or write 'basis: inferred'"
        place = ("consequences", 0, "claim") if has_claim else ("basis",)
        yield Finding(("nodes", id, *place), "argued-without-citation", message, cure, at_key=has_claim)


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


def quotations_are_pins(bench: Held) -> Iterator[Finding]:
    """A quotation has at most 12 words: it pins a claim to its passage and does not replace it."""
    for route, citation in bench.citations:
        words = len((citation.quote or "").split())
        if words > MOST_QUOTED_WORDS:
            message = f"the quotation has {words} words; a pin has at most {MOST_QUOTED_WORDS}"
            yield Finding((*route, "quote"), "quotation-too-long", message, "keep the words that are found only there")


def quotations_are_verified(bench: Held) -> Iterator[Finding]:
    """Each quotation is one that `untaken verify` found in its source, where a record of these is kept."""
    if bench.verified is None:
        return
    sources = bench.declared.sources
    for route, citation in bench.citations:
        source = sources.get(citation.source)
        if source is None or (citation.section and citation.section not in source.sections):
            continue  # Nobody knows which passage is meant.
        if citation.quote and Pin(citation.source, citation.section, citation.quote) not in bench.verified:
            message = "this quotation has not been found in its source, or was changed since"
            cure = "run `untaken verify --texts DIR` where the sources' texts are"
            yield Finding((*route, "quote"), "unverified-quotation", message, cure)
