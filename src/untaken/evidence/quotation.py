"""Finds a quotation in a source's text. This is the matching contract.

Folded, in the text and in the quotation alike: the Unicode form (NFC); white space, no-break spaces and line breaks to
one blank; typographic quotation marks and apostrophes to ' and "; dashes to a hyphen; soft hyphens to nothing; and a
hyphen at a line's end between two letters, which joins the word again: a quotation may keep it or not, since the text
does not say whether it belongs to the word. The blanks of a page break inside a sentence are white space; a picture's
caption that stands there is left out where the source lists it under `captions`. Never folded: letter case, spelling,
other punctuation, accents, the order of words. A match does not begin or end inside a word.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\u00ad": None,
    }
)  # fmt: skip


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
    """A source's text as it is and folded, and where each of its sections begins in the folded one."""

    raw: str
    folded: str
    starts: dict[str, int]

    @classmethod
    def of(cls, text: str, sections: Sequence[str] = (), captions: Sequence[str] = ()) -> "SourceText":
        """The text without its captions, and its sections, each a line of its own.

        What stands before the second section is the first. Raises ValueError where a section after the first heads no
        line, or several, and where a caption is not in the text.
        """
        for caption in captions:
            if caption not in text:
                raise ValueError(f"the caption '{caption}' is not in the text")
            text = text.replace(caption, " ", 1)
        starts = {sections[0]: 0} if sections else {}
        for section in sections[1:]:
            lines = [match.start() for match in re.finditer(rf"(?m)^[ \t]*{re.escape(section)}[ \t]*$", text)]
            if len(lines) != 1:
                raise ValueError(f"the section '{section}' heads {len(lines)} lines of the text")
            starts[section] = len(fold(text[: lines[0]]))
        return cls(text, fold(text), starts)

    def section_of(self, place: int) -> str:
        """The section that a place of the folded text lies in."""
        return max(((start, name) for name, start in self.starts.items() if start <= place), default=(0, ""))[1]

    def search(self, quotation: str, section: str | None = None) -> Verdict:
        """Whether the quotation stands exactly once in the text, and in the section where one is named."""
        places = self.places(quotation)
        if not places:
            return Verdict.MISSING
        if len(places) > 1:
            return Verdict.AMBIGUOUS
        if section is not None and self.section_of(places[0]) != section:
            return Verdict.ELSEWHERE
        return Verdict.EXACT if quotation in self.raw else Verdict.FOLDED

    def places(self, quotation: str) -> list[int]:
        """Where the quotation begins in the folded text."""
        wanted = fold(quotation).strip()
        if not wanted:
            return []
        before = f"(?<!{_IN_WORD})" if re.match(_IN_WORD, wanted[0]) else ""
        after = f"(?!{_IN_WORD})" if re.match(_IN_WORD, wanted[-1]) else ""
        # Looking ahead finds occurrences that overlap, too.
        pattern = f"(?={before}{''.join(map(_either_way, wanted))}{after})"
        return [match.start() for match in re.finditer(pattern, self.folded)]

    def nearest(self, quotation: str) -> str:
        """The passage of the quotation's length that shares most of its words with it; empty where few are shared."""
        words = self.folded.replace(_JOINT, "").split(" ")
        bare = [_bare(word) for word in words]
        wanted = [_bare(word) for word in fold(quotation).replace(_JOINT, "").split()]
        length = len(wanted)
        best, most = 0, (0, 0)
        for at in range(max(1, len(words) - length + 1)):
            window = bare[at : at + length]
            # Of passages that share as many words, the one that has more of them in their places.
            likeness = (len(set(window) & set(wanted)), sum(map(str.__eq__, window, wanted)))
            if likeness > most:
                best, most = at, likeness
        return " ".join(words[best : best + length]) if 2 * most[0] >= len(set(wanted)) else ""


def _bare(word: str) -> str:
    """A word without the punctuation round it, in lower case: enough to know a passage again."""
    return re.sub(r"^\W+|\W+$", "", word).casefold()


_JOINT = "\ue000"
"""Stands where a hyphen at a line's end was. Private use, so no text has it."""

_IN_WORD = f"[\\w\u0300-\u036f{_JOINT}]"
"""Letters, digits, accents that no letter has taken up, and joints."""


def _either_way(letter: str) -> str:
    """The pattern of a letter of a quotation: whatever the text has, it may keep a hyphen at a line's end or not."""
    if letter == _JOINT:
        return f"[-{_JOINT}]?"
    return f"[-{_JOINT}]" if letter == "-" else f"{re.escape(letter)}{_JOINT}?"


def fold(text: str) -> str:
    """The text as it is compared.

    >>> fold("the “old  Bol-\\nsheviks”").replace(_JOINT, "|")
    'the "old Bol|sheviks"'
    """
    # A dash at a line's end parts words; only a hyphen joins them.
    joined = re.sub(r"(?<=\w)[-‐\u00ad][ \t]*\r?\n\s*(?=\w)", _JOINT, unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", joined.translate(_SAME))


def word_difference(quotation: str, passage: str) -> str:
    """What would have to change in the quotation to make it the passage: [-out-] and {+in+}, word by word.

    >>> word_difference("a grave mistake", "a grave miscalculation")
    'a grave [-mistake-] {+miscalculation+}'
    """
    old, new = fold(quotation).split(), fold(passage).split()
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts += old[a:b]
        else:
            parts += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
            parts += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(parts)
