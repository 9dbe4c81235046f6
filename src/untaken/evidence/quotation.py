"""Finds a quotation in a source's text. The matching contract is told in the guide (scenarios/README.md).

What printing does to the same words is undone in the text and in the quotation alike (`folding`); printed apparatus
that interrupts a sentence is no part of the text (`structure`); what a scholar may mark inside a quotation is
understood (`quoted`). A hyphen at a line's end between two letters may belong to the word or not. A match does not
begin or end inside a word, and a quotation stands once: in the section that is cited, or, where none is, in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from untaken.evidence.cleaning import clean
from untaken.evidence.folding import Folding, fold
from untaken.evidence.matching import Match, Printed
from untaken.evidence.nearest import nearest
from untaken.evidence.quoted import QuotedPiece, pieces
from untaken.evidence.refolding import with_all
from untaken.evidence.structure import (
    Paragraphs,
    apparatus,
    caption_places,
    find_headings,
    heading_starts,
    page_starts,
    text_lines_of,
)


class Pin(NamedTuple):
    """A quotation, and the source and section that it is said to stand in."""

    source: str
    section: str | None
    quote: str


class Verdict(StrEnum):
    """What a search for a quotation comes to."""

    EXACT = "exact"
    FOLDED = "folded"
    AMBIGUOUS = "found more than once"
    ELSEWHERE = "outside the cited section"
    MISSING = "not found"

    @property
    def holds(self) -> bool:
        """Whether the quotation stands where it is said to stand, and only there."""
        return self in (Verdict.EXACT, Verdict.FOLDED)


@dataclass(frozen=True)
class SourceText:
    """A source's text as it is, without what is no part of its words, and folded.

    `starts` says where each section that was found begins in the folded text; `unfound` names headings and captions
    that do not stand in it. `free` has the letters of the folded text whose case printing chose: small capitals.
    """

    raw: str
    clean: str
    folding: Folding
    starts: dict[str, int]
    unfound: tuple[str, ...] = ()
    free: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, sections: Sequence[str] = (), captions: Sequence[str] = ()) -> "SourceText":
        """The text without its captions, and its sections. What stands before the second section is the first."""
        cleaned = _drop_capitals(clean(text))
        lines = text_lines_of(cleaned)
        headings = find_headings(lines, sections[1:])
        pictures = {caption: caption_places(cleaned, caption) for caption in captions}
        cut = [*filter(None, pictures.values()), *apparatus(lines, heading_starts(lines, headings))]
        folding = Folding.of(cleaned, cut, marks=False)
        starts = {section: folding.folded_place(place) for section, place in headings.items()}
        unfound = [
            *(each for each in sections[1:] if each not in headings),
            *(c for c, at in pictures.items() if not at),
        ]
        free = tuple(
            (folding.folded_place(start), folding.folded_place(end)) for start, end in _small_capitals(cleaned)
        )
        first = {sections[0]: 0} if sections else {}
        return cls(text, cleaned, folding, first | starts, tuple(unfound), free)

    @property
    def folded(self) -> str:
        return self.folding.text

    def section_of(self, place: int) -> str:
        """The section that a place of the folded text lies in."""
        return max(((start, name) for name, start in self.starts.items() if start <= place), default=(0, ""))[1]

    @cached_property
    def _paragraphs(self) -> Paragraphs:
        lines = text_lines_of(self.clean)
        places = {section: self.folding.clean_place(start) for section, start in self.starts.items()}
        headings = heading_starts(lines, places)
        return Paragraphs.of(lines, headings, {start for start, _ in apparatus(lines, headings)})

    @cached_property
    def _pages(self) -> list[tuple[int, str]]:
        return page_starts(self.clean, text_lines_of(self.clean))

    def paragraph_of(self, place: int, section: str | None = None) -> int:
        """The number of the paragraph in its section, from 1, that a place of the folded text lies in."""
        since = self.folding.clean_place(self.starts.get(section or self.section_of(place), 0))
        return self._paragraphs.number(self.folding.clean_place(place), since)

    def page_of(self, place: int) -> str:
        """The page that a place of the folded text lies on; empty where the text marks no pages."""
        here = self.folding.clean_place(place)
        return max(((start, number) for start, number in self._pages if start <= here), default=(0, ""))[1]

    def search(self, quotation: str, section: str | None = None) -> Verdict:
        """Whether the quotation stands exactly once in the section, or, where none is named or found, in the text."""
        return self.look_up(quotation, section)[0]

    def look_up(self, quotation: str, section: str | None = None) -> tuple[Verdict, list[int]]:
        """What comes of the search (see `search`), and where the quotation begins in the folded text.

        Its places are those in the section, or, where it is not there, all that there are.
        """
        inside = [each.start for each in self.matches(quotation, section)]
        if len(inside) == 1:
            return Verdict.EXACT if quotation in self.raw else Verdict.FOLDED, inside
        if inside:
            return Verdict.AMBIGUOUS, inside
        outside = [each.start for each in self.matches(quotation)] if section in self.starts else []
        return Verdict.ELSEWHERE if outside else Verdict.MISSING, outside

    def places(self, quotation: str, section: str | None = None) -> list[int]:
        """Where the quotation begins in the folded text; in the section, where it is there and found."""
        return self.look_up(quotation, section)[1]

    def matches(self, quotation: str, section: str | None = None) -> list[Match]:
        """Every place of the quotation in the section, or, where none is named or found, in the text.

        As it is written, or else with what is marked in it understood. Where it is in neither way there, what looks
        like a page number, a running head or the mark of a footnote is read as text, too.
        """
        as_written, as_marked = (QuotedPiece(fold(quotation).strip()),), pieces(quotation)
        readings = dict.fromkeys((as_written, as_marked))
        within = self._extent(section) if section in self.starts else None
        for wanted in readings:
            if found := self._page.find(wanted, within)[0]:
                return found
        for wanted in readings:
            if found := [each for each in self._printed_whole(wanted) if within is None or each.start in within]:
                return found
        return []

    def _printed_whole(self, wanted: tuple[QuotedPiece, ...]) -> list[Match]:
        """Where the pieces stand in the text with its apparatus."""
        if not (page := self._uncut):
            return []
        clean = (map(page.folding.clean_place, match) for match in page.find(wanted)[0])
        return [Match(*map(self.folding.folded_place, ends)) for ends in clean]

    def _extent(self, section: str) -> range:
        """The places of the folded text that a section takes up."""
        first = self.starts[section]
        return range(first, min((each for each in self.starts.values() if each > first), default=len(self.folded)))

    def objections(self, quotation: str) -> list[str]:
        """Why a quotation with something left out is not accepted where its pieces stand."""
        return list(dict.fromkeys(self._page.find(pieces(quotation))[1]))

    @cached_property
    def _page(self) -> Printed:
        return Printed(self.folding, self.free)

    @cached_property
    def _uncut(self) -> Printed | None:
        """The text with its page numbers, running heads and marks of footnotes, where it has any."""
        whole = with_all(self.folding, self.clean) if self.folding.left_out else None
        return Printed(whole, bare=self.folding) if whole else None

    def nearest(self, quotation: str) -> str:
        """The passage of the quotation's length that shares most of its words with it; empty where few are shared."""
        return nearest(self.folding, quotation)


_PARAGRAPH = r"(?:\A|\n[ \t]*\r?\n|\f)[ \t]*[\"'“‘«]?"


def _drop_capitals(text: str) -> str:
    """The text with each drop capital joined to its word: `T he` and `T HE` at the head of a paragraph.

    Also where the letter has a line of its own.
    """
    dropped = re.compile(rf"({_PARAGRAPH})(?:([B-HJ-NP-Z])[ \n](?=[a-z]{{2}}|[A-Z]{{2}})|([AIO])[ \n](?=[A-Z]\b))")
    return dropped.sub(lambda match: f"{match[1]}{match[2] or match[3]}", text)


def _small_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Where a paragraph begins with words in capitals before words in small letters: typography, not spelling."""
    for match in re.finditer(rf"{_PARAGRAPH}((?:[A-Z]+[,']?[ ]){{1,6}})(?=[A-Z]?[a-z])", text):
        if len(match[1].strip()) > 1:
            yield match.span(1)
