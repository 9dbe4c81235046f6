"""The text as it is compared: what printing, plain-text editions, PDF and OCR do to the same words, undone.

Two stages. `clean` takes away what is no part of the words, and gives ligatures and the long s their letters.
`Folding` then makes white space, dashes, ellipses and quotation marks one each, leaves out marks of footnotes and
pages, and knows for every place of the folded text where it stands in the clean one. Never folded: letter case,
spelling, other punctuation, accents, the order of words, digits.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from untaken.evidence.cleaning import clean, replaced

JOINT = "\ue000"
"""Stands where a hyphen at a line's end was: it may belong to the word or not. Private use, so no text has it."""

GAP = "\ue001"
"""Stands in place of what is cut out of a text: white space that no hyphen reaches across."""

IN_WORD = f"[^\\W_]|[\u0300-\u036f{JOINT}]"
"""Letters, digits, accents that no letter has taken up, and joints."""

_ALIKE = (
    *((sign, "'") for sign in "‘’‚‛ʼ′`´‹›" + '"“”„‟″«»「」『』'),
    *((sign, "-") for sign in "‐‑‒–−⸗﹣－"),
    *zip("⸺⸻⋯", "——…", strict=True),
)
_SIGNS = frozenset(sign for sign, _ in _ALIKE)
_BLANKS = tuple((sign, " ") for sign in (*filter(str.isspace, map(chr, range(0x3001))), GAP) if sign != " ")
"""Signs that stand for another one each: those for words, and, once what line ends do is undone, those for blanks."""

_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079†‡"
_NOTE = rf"(?:(?<=[{_RAISED}])[{_RAISED}]*|(?<=\[)(?:\^?\d{{1,3}}|[A-Z*†‡])\]|(?<=\()\d{{1,3}}\)|(?<=\^)\d{{1,3}})"
_SET_LEVEL = (
    r"(?<=[a-z]{3}\d)\d{0,2}(?![\w.,-]*\d|\w)"
    r"|(?:(?<=[a-z]{4}[.!?]\d)|(?<=[a-z]{4}[.!?]['\")]\d))\d{0,2}(?=\s+[A-Z'\"(\[])"
    r"|(?:(?<=[a-z]{4}[,;:]\d)|(?<=[a-z]{4}[,;:]['\")]\d)|(?<=[a-z]{4}['\")]\d))\d{0,2}(?=\s)"
)
_PAGE = r"(?:(?<=\[)(?:[Pp]\.|[Pp]g\.?|[Pp]age)\s*\d{1,4}\]|(?<=\{)\d{1,4}\})"
_MARK = (
    rf"(?:(?<=[^\W\d_][{_RAISED}\[(^])|(?<=[^\W\d_][.,;:!?'\")][{_RAISED}\[(^])){_NOTE}"
    rf"|{_SET_LEVEL}|(?<=\s[\[{{]){_PAGE}\s*|{_PAGE}"
)
"""Marks of footnotes: behind a word or its punctuation, raised, in brackets, or set level by whoever made the text.
And marks of pages, such as `[Pg 12]` and `{12}`, wherever they stand."""

_BLANK = rf"[\s{GAP}]"
_DASH = "[-—―]"
_SPECIAL = (
    # Between two letters only: never across a digit, a blank line, or what was cut out.
    r"(?P<joint>(?<=[^\W\d_][-¬])[ \t]*\r?\n[ \t]*(?=[^\W\d_]))"
    rf"|(?P<dash>(?:(?<={_DASH})|(?<={_BLANK}){_BLANK}*{_DASH})(?:{_BLANK}*{_DASH})+{_BLANK}*"
    rf"|(?:(?<=[—―])|(?<={_BLANK}){_BLANK}*[—―]){_BLANK}*|(?<={_BLANK}){_BLANK}*{_DASH}{_BLANK}+)"
    rf"|(?P<ellipsis>(?:(?<=…)|(?<=\.)(?:\s?\.){{2,}}|(?<={_BLANK}){_BLANK}*(?:…|\.(?:\s?\.){{2,}}))(?:\s?[.…])*)"
    rf"|(?P<blank>(?<={_BLANK}){_BLANK}+)"
    r"|(?P<quotes>(?<=')'+|(?<=(?<![\w,]),),(?=\w))"
)
"""What changes its length, behind its first sign, by which alone a text is searched."""

_FIRST = rf"-¬—―.…',\s{GAP}"
_NO_LONE_BLANK = rf"(?:(?<!{_BLANK})|(?={_BLANK}|{_DASH}|[.…]))"
"""Behind the first sign: a blank between two words, which most are, is passed over before all else is tried."""
_WITH_MARKS = re.compile(f"[{_FIRST}]{_NO_LONE_BLANK}(?:{_SPECIAL})")
_WITHOUT_MARKS = re.compile(rf"[{_FIRST}\d{_RAISED}\[({{^]{_NO_LONE_BLANK}(?:{_SPECIAL}|(?P<mark>{_MARK}))")
_FOLDED = {"joint": JOINT, "dash": "-", "ellipsis": "...", "blank": " ", "quotes": "'", "mark": ""}


END = sys.maxsize
"""Stands behind the last break."""


@dataclass(frozen=True)
class Folding:
    """A clean text folded: `text`, and the breaks at which a place of it stands elsewhere in the clean text.

    `left_out` has the places of the clean text, from and to, that are no part of it.
    """

    text: str
    folded_at: tuple[int, ...]
    clean_at: tuple[int, ...]
    left_out: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, cut: Iterable[tuple[int, int]] = (), marks: bool = True) -> "Folding":
        """A clean text folded, the parts between each two places of `cut` read as white space.

        Without `marks`, those of footnotes are left out.
        """
        left_out = sorted(cut)
        text = replaced(_blanked(text, left_out), _ALIKE)
        parts: list[str] = []
        folded_at, clean_at = [0], [0]
        last = length = 0
        for match in (_WITH_MARKS if marks else _WITHOUT_MARKS).finditer(text):
            start, end = match.span()
            folded = _FOLDED[match.lastgroup or "blank"]
            parts += text[last:start], folded
            length += start - last + len(folded)
            last = end
            folded_at.append(length)
            clean_at.append(last)
            if match.lastgroup == "mark":
                left_out.append((start, end))
        parts.append(text[last:])
        folded = replaced("".join(parts), _BLANKS)
        return cls(folded, (*folded_at, END), (*clean_at, END), tuple(left_out))

    def clean_place(self, place: int) -> int:
        """Where a place of the folded text stands in the clean text."""
        return _moved(place, self.folded_at, self.clean_at)

    def folded_place(self, place: int) -> int:
        """Where a place of the clean text stands in the folded one."""
        return _moved(place, self.clean_at, self.folded_at)

    @cached_property
    def key(self) -> str:
        """The folded text in lower case without hyphens and joints: what can be found here may be a match."""
        return keyed(self.text)

    @cached_property
    def _hyphens(self) -> list[int]:
        """Where in the key each hyphen or joint was taken out."""
        return [match.start() - at for at, match in enumerate(re.finditer(f"[-{JOINT}]", self.text))]

    def place_of_key(self, place: int) -> int:
        """Where a letter of the key stands in the folded text."""
        return place + bisect_right(self._hyphens, place)

    def key_place(self, place: int) -> int:
        """Where in the key the letters behind a place of the folded text begin."""
        taken_out = self._hyphens
        return place - bisect_left(range(len(taken_out)), place, key=lambda at: taken_out[at] + at)


def _moved(place: int, breaks: Sequence[int], other: Sequence[int]) -> int:
    """Where a place stands in the other text; what is longer in this one ends there at its end."""
    at = bisect_right(breaks, place)
    return min(other[at - 1] + place - breaks[at - 1], other[at])


def places_of(letters: str, text: str, first: int = 0, last: int | None = None) -> Iterator[int]:
    """Where letters stand in a text, between two of its places; one after the other, also where they overlap.

    >>> list(places_of("ana", "banana"))
    [1, 3]
    """
    place = text.find(letters, first, last)
    while place >= 0:
        yield place
        place = text.find(letters, place + 1, last)


def stays(letters: str) -> bool:
    """Whether these are letters, and no folding changes them or reaches across them.

    >>> stays("wa"), stays("1a"), stays("ʼs")
    (True, False, False)
    """
    return letters.isalpha() and _SIGNS.isdisjoint(letters)


def _blanked(text: str, cut: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in cut:
        if start >= last:
            parts += [text[last:start], GAP * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def keyed(folded: str) -> str:
    """A folded text in lower case without hyphens and joints, letter for letter."""
    # The only letter that would become two.
    return folded.replace("-", "").replace(JOINT, "").replace("İ", "i").lower()


def fold(text: str) -> str:
    """Any text as it is compared.

    >>> fold("the “old  Bol-\\nsheviks”--and … so").replace(JOINT, "|")
    "the 'old Bol|sheviks'-and... so"
    """
    return Folding.of(clean(text)).text
