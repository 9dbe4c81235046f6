"""Whether quotations stand where they are said to stand, and the record of it that travels with the scenarios.

The record, `quotations.lock`, lets a checkout without the sources' texts tell a verified quotation from a changed one.
It holds the SHA-256 of each text and each quotation with its place, never a text itself.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from untaken.evidence.nearest import word_difference
from untaken.evidence.quotation import Pin, SourceText, Verdict
from untaken.evidence.rules import QUOTATION_AMBIGUOUS, QUOTATION_ELSEWHERE, QUOTATION_NOT_FOUND
from untaken.model import Citation
from untaken.model.traversal import File, Route, citations
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


def verify(file: File, texts: Mapping[str, SourceText]) -> list[Checked]:
    """Every quotation of a file whose source's text is there, in the author's order."""
    return [
        _checked(route, citation, texts)
        for route, citation in citations(file)
        if citation.quote and citation.source in texts
    ]


def _checked(route: Route, citation: Citation, texts: Mapping[str, SourceText]) -> Checked:
    quote, text = citation.quote or "", texts[citation.source]
    verdict, places = text.look_up(quote, citation.section)
    if verdict is Verdict.MISSING and (elsewhere := _in_another(route, citation, texts)):
        return Checked(route, citation, Verdict.ELSEWHERE, finding=elsewhere)
    if not verdict.holds:
        return Checked(route, citation, verdict, finding=_finding(route, citation, text, verdict, places))
    finding = _misplaced(route, citation, text, places[0])
    return Checked(route, citation, Verdict.ELSEWHERE if finding else verdict, places[0], finding)


def _finding(route: Route, citation: Citation, text: SourceText, verdict: Verdict, places: list[int]) -> Finding:
    quote = citation.quote or ""
    if verdict is Verdict.AMBIGUOUS:
        where = f"the section '{citation.section}' of " if citation.section in text.starts else ""
        message = f"the quotation stands {len(places)} times in {where}'{citation.source}'"
        return Finding((*route, "quote"), QUOTATION_AMBIGUOUS, message, "add a word before or behind it")
    if verdict is Verdict.ELSEWHERE:
        there = text.section_of(places[0])
        message = f"the quotation stands in the section '{there}' of '{citation.source}', not in '{citation.section}'"
        return Finding((*route, "section"), QUOTATION_ELSEWHERE, message, f"write 'section: {there}'")
    message = f"'{citation.source}' does not hold this quotation"
    if objections := text.objections(quote):
        return Finding(
            (*route, "quote"),
            QUOTATION_NOT_FOUND,
            f"{message}: {objections[0]}",
            "quote less, or what is left out, too",
        )
    nearest = text.nearest(quote)
    cure = f"the nearest passage is: {word_difference(quote, nearest)}" if nearest else "no passage is like it"
    return Finding((*route, "quote"), QUOTATION_NOT_FOUND, message, cure)


def _in_another(route: Route, citation: Citation, texts: Mapping[str, SourceText]) -> Finding | None:
    """The right words under the wrong source: said, where one other source alone has them, and once."""
    found = {id: text.matches(citation.quote or "") for id, text in texts.items() if id != citation.source}
    having = {id: matches for id, matches in found.items() if matches}
    if len(having) != 1:
        return None
    ((id, matches),) = having.items()
    section = texts[id].section_of(matches[0].start)
    there = f"in the section '{section}' of '{id}'" if section else f"in '{id}'"
    message = f"the quotation stands {there}, not in '{citation.source}'"
    cure = f"write 'source: {id}'" + (f" and 'section: {section}'" if section else "")
    return Finding((*route, "source"), QUOTATION_ELSEWHERE, message, cure)


def _misplaced(route: Route, citation: Citation, text: SourceText, place: int) -> Finding | None:
    """The paragraph or page that is cited, where the quotation stands in another one."""
    paragraph = text.paragraph_of(place, citation.section) if citation.paragraph else None
    if paragraph and citation.paragraph != paragraph:
        message = f"the quotation stands in paragraph {paragraph} of its section, not in {citation.paragraph}"
        return Finding((*route, "paragraph"), QUOTATION_ELSEWHERE, message, f"write 'paragraph: {paragraph}'")
    page = text.page_of(place) if citation.page else ""
    if citation.page and page and not _covers(citation.page, page):
        message = f"the quotation stands on page {page}, not on {citation.page}"
        return Finding((*route, "page"), QUOTATION_ELSEWHERE, message, f"write 'page: {page}'")
    return None


def _covers(pages: str, page: str) -> bool:
    """Whether pages such as 87, 87–88 or 87-8 take in a page; what has no number takes in all."""
    ends = re.findall(r"\d+", pages)
    if not ends or not page.isdigit():
        return True
    first, last = ends[0], ends[-1]
    return int(first) <= int(page) <= int(first[: len(first) - len(last)] + last)


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

    def changed(self, texts: Mapping[str, SourceText]) -> list[str]:
        """The sources whose texts are not those in which quotations were verified."""
        known = self.texts
        return [id for id, text in texts.items() if id in known and known[id] != fingerprint(text.raw)]

    def updated(
        self,
        texts: Mapping[str, SourceText],
        files: Mapping[str, File],
        checked: Mapping[str, Iterable[Checked]],
        ids: Iterable[str],
    ) -> "Lock":
        """The record with what came of looking the quotations of `files`, by id, up in `texts`.

        What was not looked up is kept: the quotations from other texts that a file still has, and all of other files;
        of `ids`, all that there are, the record forgets the others.
        """
        fingerprints = {**self.texts, **{id: fingerprint(text.raw) for id, text in texts.items()}}
        now = {id: self._of(id, file, texts, checked[id]) for id, file in files.items()}
        known = {**self.quotations, **now}
        return Lock(dict(sorted(fingerprints.items())), {id: known[id] for id in ids if id in known})

    def _of(
        self, id: str, file: File, texts: Mapping[str, SourceText], checked: Iterable[Checked]
    ) -> tuple[tuple[Pin, int], ...]:
        """The verified quotations of a file in the author's order."""
        before = dict(self.quotations.get(id, ()))
        found = {each.route: each.at for each in checked if each.verdict.holds}
        verified = []
        for route, citation in citations(file):
            pin = Pin(citation.source, citation.section, citation.quote or "")
            at = found.get(route) if citation.source in texts else before.get(pin)
            if citation.quote and at is not None:
                verified.append((pin, at))
        return tuple(verified)


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
        quotations = {_text(id): tuple(map(_verified, pins)) for id, pins in content["quotations"].items()}
        return Lock({_text(id): _text(value) for id, value in content["texts"].items()}, quotations)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _verified(each: Any) -> tuple[Pin, int]:
    section, at = each["section"], each["at"]
    if type(at) is not int:
        raise TypeError
    return Pin(_text(each["source"]), None if section is None else _text(section), _text(each["quote"])), at


def _text(value: Any) -> str:
    """The value, if it is a text that can be written again. Raises TypeError or ValueError where it is none."""
    if not isinstance(value, str):
        raise TypeError
    value.encode("utf-8")
    return value


EMPTY = Lock({}, {})
