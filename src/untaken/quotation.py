"""Finds a quotation in a source's text. This is the matching contract.

Folded, in the text and in the quotation alike: the Unicode form (NFC); white space, no-break spaces and line breaks to
one blank; typographic quotation marks and apostrophes to ' and "; dashes to a hyphen; soft hyphens to nothing; and a
hyphen at a line's end between two letters, which joins the word again. A quotation is searched with and without that
hyphen, since some words keep theirs. Never folded: letter case, spelling, other punctuation, accents, word order.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\u00ad": None,
    }
)  # fmt: skip


class Verdict(StrEnum):
    """What a search for a quotation comes to."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    ELSEWHERE = "outside the cited section"
    MISSING = "not found"


@dataclass(frozen=True)
class SourceText:
    """A source's text, folded, and where each of its sections begins in it."""

    folded: str
    starts: dict[str, int]

    @classmethod
    def of(cls, text: str, sections: Sequence[str] = ()) -> "SourceText":
        """The text with its sections, each a line of its own; what stands before the first of them is the first section.

        Raises ValueError where a section after the first heads no line, or several.
        """
        starts = {sections[0]: 0} if sections else {}
        for section in sections[1:]:
            lines = [match.start() for match in re.finditer(rf"(?m)^[ \t]*{re.escape(section)}[ \t]*$", text)]
            if len(lines) != 1:
                raise ValueError(f"the section '{section}' heads {len(lines)} lines of the text")
            starts[section] = len(fold(text[: lines[0]]))
        return cls(fold(text), starts)

    def section_of(self, place: int) -> str:
        """The section that a place of the folded text lies in."""
        return max((start, name) for name, start in self.starts.items() if start <= place)[1] if self.starts else ""

    def search(self, quotation: str, section: str | None = None) -> Verdict:
        """Whether the quotation stands exactly once in the text, and in the section where one is named."""
        places = list(self.places(quotation))
        if len(places) > 1:
            return Verdict.AMBIGUOUS
        if not places:
            return Verdict.MISSING
        inside = section is None or self.section_of(places[0]) == section
        return Verdict.FOUND if inside else Verdict.ELSEWHERE

    def places(self, quotation: str) -> Iterator[int]:
        """Where the quotation begins in the folded text. A match may not begin or end inside a word."""
        wanted = fold(quotation).strip()
        if not wanted:
            return
        # A quotation may keep the hyphen of a line's end, or not: the text does not say whether it belongs to the word.
        letters = (f"(?:-|{_JOINT})" if letter == "-" else f"{re.escape(letter)}{_JOINT}?" for letter in wanted)
        pattern = "".join(letters)
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", self.folded):
            yield match.start()


_JOINT = "\ue000"
"""Stands where a hyphen at a line's end was: the quotation may have it or not. Private use, so no text has it."""


def fold(text: str) -> str:
    """The text as it is compared.

    >>> fold("the “old  Bol-\\nsheviks”").replace(_JOINT, "|")
    'the "old Bol|sheviks"'
    """
    normal = unicodedata.normalize("NFC", text).translate(_SAME)
    joined = re.sub(r"(?<=\w)-[ \t]*\r?\n\s*(?=\w)", _JOINT, normal)
    return re.sub(r"\s+", " ", joined)
