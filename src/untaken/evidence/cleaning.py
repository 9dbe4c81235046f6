"""What is no part of a text's words, taken away: invisible signs, the marks of plain-text italics, French blanks."""

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = (("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st"), ("ſ", "s"))
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \t]*\r?\n)")
_ITALICS = re.compile(
    # Each begins with its sign, and looks back only then: what begins with looking back is tried at every letter.
    r"[_*](?:(?<=_)(?:(?<![^\W_]_)_*|_*(?![^\W_]))"  # an underscore inside a word stays
    r"|(?<=\*)(?:(?<![\w*]\*)\**(?=\w)|(?<=[\w.,;:!?'\"’”)]\*)\**(?![\w*])))"
)
_BLANK_BEFORE_SIGN = re.compile("[\u00a0\u2009\u202f](?=[!?;:])")
_OPENED, _CLOSED = re.compile(r"(?<=[\s(\[—–-]«)\s+|(?<=^«)\s+"), re.compile(r"(?<!\s)\s+(?=»(?!\w))")


def clean(text: str) -> str:
    """The text without what is no part of its words, in the Unicode form NFC.

    >>> clean("the _Novy Zhizn_, the ﬁrst oﬃce, zero\\u200bwidth and snake_case")
    'the Novy Zhizn, the first office, zerowidth and snake_case'
    """
    text = replaced(_INVISIBLE.sub("", _SOFT_HYPHEN_AT_LINE_END.sub("¬", text)), _LETTERS)
    text = unicodedata.normalize("NFC", _french(text))
    while (cleaner := _ITALICS.sub("", text)) != text:
        text = unicodedata.normalize("NFC", cleaner)
    return text


def _french(text: str) -> str:
    """The text without the blanks that French printers set inside guillemets and before some signs.

    >>> _french("il dit « jamais\\u202f! »; sie sagte »nie« dazu")
    'il dit «jamais!»; sie sagte »nie« dazu'
    """
    text = _BLANK_BEFORE_SIGN.sub("", text)
    return _CLOSED.sub("", _OPENED.sub("", text)) if "«" in text else text


def replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The text with a few signs written otherwise: where most are absent, quicker than to look at every letter."""
    for old, new in pairs:
        text = text.replace(old, new)
    return text
