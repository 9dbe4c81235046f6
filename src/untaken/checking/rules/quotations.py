"""A quotation is a pin, and one that was found."""

from collections.abc import Iterator

from untaken.checking.bench import Held
from untaken.evidence.quotation import Pin
from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject
from untaken.reading.marked import Finding

QUOTATION_TOO_LONG = Rule(
    "quotation-too-long",
    ERROR,
    Subject.EVIDENCE,
    "A quotation is a pin of at most 12 words.",
    wrong="cite: {source: annals, quote: the mail cannot wait for the wind to drop or the master to make up his mind}",
    right="cite: {source: annals, quote: the mail cannot wait}",
    whose="A quotation pins a claim to its passage, so that anybody can check it.",
)

UNVERIFIED_QUOTATION = Rule(
    "unverified-quotation",
    WARNING,
    Subject.EVIDENCE,
    "A quotation was found in its source by `untaken verify`, and not changed since.",
    instead=(
        "The quotation is new, or was changed since. `untaken verify --texts DIR` looks it up in its source's text."
    ),
)


MOST_QUOTED_WORDS = 12


def judge(bench: Held) -> Iterator[Finding]:
    """A quotation is short, and was found in its source."""
    yield from _long(bench)
    yield from _unverified(bench)


judge_collection = judge


def _long(bench: Held) -> Iterator[Finding]:
    """A quotation has at most 12 words: it pins a claim to its passage and does not replace it."""
    for route, citation in bench.citations:
        words = len((citation.quote or "").split())
        if words > MOST_QUOTED_WORDS:
            message = f"the quotation has {words} words; a pin has at most {MOST_QUOTED_WORDS}"
            yield Finding((*route, "quote"), QUOTATION_TOO_LONG, message, "keep the words that are found only there")


def _unverified(bench: Held) -> Iterator[Finding]:
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
            yield Finding((*route, "quote"), UNVERIFIED_QUOTATION, message, cure)
