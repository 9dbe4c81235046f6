"""The text as it is compared: what printing, plain-text editions, PDF and OCR do to the same words, undone.

Two stages. `clean` takes away what is no part of the words, invisible signs and the underscores and asterisks of
plain-text italics, and gives ligatures and the long s their letters. `Folding` then makes white space, dashes, ellipses
and quotation marks one each, leaves out marks of footnotes, and knows for every place of the folded text where it
stands in the clean one. Never folded: letter case, spelling, other punctuation, accents, the order of words, digits.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

JOINT = "\ue000"
"""Stands where a hyphen at a line's end was: it may belong to the word or not. Private use, so no text has it."""

GAP = "\ue001"
"""Stands in place of what is cut out of a text: white space that no hyphen reaches across."""

IN_WORD = f"[^\\W_]|[\u0300-\u036f{JOINT}]"
"""Letters, digits, accents that no letter has taken up, and joints."""

_ONE_FOR_ONE = str.maketrans(
    "‘’‚‛ʼ′`´‹›“”„‟″«»「」『』" + "‐‑‒–−",
    "''''''''''" + '"""""""""""' + "-----",
)
_LETTERS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ſ": "s"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \t]*\r?\n)")
_ITALICS = re.compile(
    r"(?<![^\W_])_+|_+(?![^\W_])"  # an underscore inside a word stays
    r"|(?<![\w*])\*+(?=\w)|(?<=[\w.,;:!?'\"’”)])\*+(?![\w*])"
)


def clean(text: str) -> str:
    """The text without what is no part of its words, in the Unicode form NFC.

    >>> clean("the _Novy Zhizn_, the ﬁrst oﬃce, zero\\u200bwidth and snake_case")
    'the Novy Zhizn, the first office, zerowidth and snake_case'
    """
    text = _INVISIBLE.sub("", _SOFT_HYPHEN_AT_LINE_END.sub("¬", text)).translate(_LETTERS)
    text = unicodedata.normalize("NFC", text)
    while (cleaner := _ITALICS.sub("", text)) != text:
        text = unicodedata.normalize("NFC", cleaner)
    return text


_RAISED = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079†‡]+"
_MARK = (
    rf"(?<=[^\W\d_])(?:{_RAISED}|\[\d{{1,3}}\])|(?<=[^\W\d_][.,;:!?'\"’”)])(?:{_RAISED}|\[\d{{1,3}}\])"
    r"|(?<=[a-z]{3})\d{1,3}(?![\w.,-]*\d|\w)|(?<=[a-z]{4}[.!?])\d{1,3}(?=\s+[A-Z“\"])"
)
"""Marks of footnotes: behind a word or its punctuation, raised, in brackets, or set level by whoever made the text."""

_DASH = "[-—―]"
_SPECIAL = (
    # Between two letters only: never across a digit, a blank line, or what was cut out.
    r"(?P<joint>(?<=[^\W\d_])[-¬][ \t]*\r?\n[ \t]*(?=[^\W\d_]))"
    rf"|(?P<dash>[\s{GAP}]*{_DASH}(?:[\s{GAP}]*{_DASH})+[\s{GAP}]*|[\s{GAP}]*[—―][\s{GAP}]*|[\s{GAP}]+{_DASH}[\s{GAP}]+)"
    rf"|(?P<ellipsis>[\s{GAP}]*(?:…|\.(?:\s?\.){{2,}})(?:\s?[.…])*)"
    rf"|(?P<blank>[\s{GAP}]{{2,}}|[^\S ]|{GAP})"
)
_WITH_MARKS = re.compile(_SPECIAL)
_WITHOUT_MARKS = re.compile(f"{_SPECIAL}|(?P<mark>{_MARK})")
_FOLDED = {"joint": JOINT, "dash": "-", "ellipsis": "...", "blank": " ", "mark": ""}


@dataclass(frozen=True)
class Folding:
    """A clean text folded: `text`, and the breaks at which a place of it stands elsewhere in the clean text."""

    text: str
    _folded_at: tuple[int, ...]
    _clean_at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, cut: Iterable[tuple[int, int]] = (), marks: bool = True) -> "Folding":
        """A clean text folded, the parts between each two places of `cut` read as white space.

        Without `marks`, those of footnotes are left out.
        """
        text = _blanked(text, cut).translate(_ONE_FOR_ONE)
        parts: list[str] = []
        folded_at, clean_at = [0], [0]
        last = length = 0
        for match in (_WITH_MARKS if marks else _WITHOUT_MARKS).finditer(text):
            parts += [text[last : match.start()], _FOLDED[match.lastgroup or "blank"]]
            length += match.start() - last + len(parts[-1])
            last = match.end()
            folded_at.append(length)
            clean_at.append(last)
        parts.append(text[last:])
        return cls("".join(parts), tuple(folded_at), tuple(clean_at))

    def clean_place(self, place: int) -> int:
        """Where a place of the folded text stands in the clean text."""
        at = bisect_right(self._folded_at, place) - 1
        end = self._clean_at[at + 1] if at + 1 < len(self._clean_at) else place + self._clean_at[-1]
        return min(self._clean_at[at] + place - self._folded_at[at], end)

    def folded_place(self, place: int) -> int:
        """Where a place of the clean text stands in the folded one."""
        at = bisect_right(self._clean_at, place) - 1
        return min(self._folded_at[at] + place - self._clean_at[at], len(self.text))

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


def _blanked(text: str, cut: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in sorted(cut):
        if start >= last:
            parts += [text[last:start], GAP * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def keyed(folded: str) -> str:
    """A folded text in lower case without hyphens and joints, letter for letter."""
    bare = folded.replace("-", "").replace(JOINT, "")
    lower = bare.lower()
    return lower if len(lower) == len(bare) else "".join(each.lower()[0] for each in bare)


def fold(text: str) -> str:
    """Any text as it is compared.

    >>> fold("the “old  Bol-\\nsheviks”--and … so").replace(JOINT, "|")
    'the "old Bol|sheviks"-and... so'
    """
    return Folding.of(clean(text)).text
