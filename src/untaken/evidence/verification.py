"""Whether quotations stand where they are said to stand, and the record of it that travels with the scenarios.

The record, `quotations.lock`, lets a checkout without the sources' texts tell a verified quotation from a changed one.
It holds the SHA-256 of each text and each quotation with its place, never a text itself.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from untaken.evidence.quotation import Pin, SourceText, Verdict, word_difference
from untaken.model import Citation, TurningPoint
from untaken.model.traversal import Route, citations
from untaken.reading.marked import Finding

LOCK_FILE = "quotations.lock"
LOCK_FORMAT = 1


@dataclass(frozen=True)
class Checked:
    """One citation's quotation, searched for: what came of it, and its place in the folded text where it holds."""

    route: Route
    citation: Citation
    verdict: Verdict
    at: int = -1
    finding: Finding | None = None


def verify(point: TurningPoint, texts: Mapping[str, SourceText]) -> list[Checked]:
    """Every quotation of a scenario whose source's text is there, in the author's order."""
    return [
        _checked(route, citation, texts[citation.source])
        for route, citation in citations(point.scenario)
        if citation.quote and citation.source in texts
    ]


def _checked(route: Route, citation: Citation, text: SourceText) -> Checked:
    quote = citation.quote or ""
    verdict = text.search(quote, citation.section)
    places = text.places(quote)
    if verdict.holds:
        return Checked(route, citation, verdict, places[0])
    return Checked(route, citation, verdict, finding=_finding(route, citation, text, verdict, places))


def _finding(route: Route, citation: Citation, text: SourceText, verdict: Verdict, places: list[int]) -> Finding:
    quote = citation.quote or ""
    if verdict is Verdict.AMBIGUOUS:
        message = f"the quotation stands {len(places)} times in '{citation.source}'"
        return Finding((*route, "quote"), "quotation-ambiguous", message, "add a word before or behind it")
    if verdict is Verdict.ELSEWHERE:
        there = text.section_of(places[0])
        message = f"the quotation stands in the section '{there}' of '{citation.source}', not in '{citation.section}'"
        return Finding((*route, "section"), "quotation-elsewhere", message, f"write 'section: {there}'")
    nearest = text.nearest(quote)
    cure = f"the nearest passage is: {word_difference(quote, nearest)}" if nearest else "no passage is like it"
    return Finding((*route, "quote"), "quotation-not-found", f"'{citation.source}' does not hold this quotation", cure)


def fingerprint(text: str) -> str:
    """The SHA-256 of a text, by which the record knows it again."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Lock:
    """The record: fingerprints of the texts by source, and verified quotations, with their places, by scenario."""

    texts: Mapping[str, str]
    quotations: Mapping[str, tuple[tuple[Pin, int], ...]]

    @property
    def pins(self) -> frozenset[Pin]:
        return frozenset(pin for verified in self.quotations.values() for pin, _ in verified)

    def updated(
        self, texts: Mapping[str, SourceText], checked: Mapping[str, Iterable[Checked]], scenarios: Iterable[str]
    ) -> "Lock":
        """The record with what was verified now; of `scenarios`, all that there are, it forgets the others."""
        fingerprints = {**self.texts, **{id: fingerprint(text.raw) for id, text in texts.items()}}
        now = {
            id: tuple(
                (Pin(each.citation.source, each.citation.section, each.citation.quote or ""), each.at)
                for each in found
                if each.verdict.holds
            )
            for id, found in checked.items()
        }
        known = {**self.quotations, **now}
        return Lock(dict(sorted(fingerprints.items())), {id: known[id] for id in scenarios if id in known})


def encode(lock: Lock) -> str:
    """The record as JSON, in an order that makes differences small."""
    quotations = {
        id: [{"source": pin.source, "section": pin.section, "quote": pin.quote, "at": at} for pin, at in verified]
        for id, verified in lock.quotations.items()
    }
    content = {"format": LOCK_FORMAT, "texts": dict(lock.texts), "quotations": quotations}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def decode_lock(text: str) -> Lock | None:
    """The record that a JSON text holds, or None where it holds none of this format."""
    try:
        content: Any = json.loads(text)
        if content["format"] != LOCK_FORMAT:
            return None
        quotations = {
            str(id): tuple((Pin(each["source"], each["section"], each["quote"]), int(each["at"])) for each in verified)
            for id, verified in content["quotations"].items()
        }
        return Lock({str(id): str(value) for id, value in content["texts"].items()}, quotations)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


EMPTY = Lock({}, {})
