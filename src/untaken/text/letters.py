"""Letters as readers see them: a sign with all the marks that belong to it."""

import unicodedata
from itertools import pairwise

_JOINER = "\u200d"
_VIRAMA = 9
"""The combining class of the marks that join an Indic consonant to the next."""


def letters(word: str) -> list[str]:
    """A word cut where it may be cut: between grapheme clusters, after Unicode Standard Annex 29.

    Marks stay with their letter, a consonant with the one that its virama joins it to, the parts of a Hangul syllable,
    of a joined emoji and of a flag together.

    >>> letters("Été"), letters("क्रान्ति")
    (['É', 't', 'é'], ['क्रा', 'न्ति'])
    """
    if word.isascii():
        return list(word)
    found = [word[:1]]
    flags = int(_is_flag(word[0]))
    for before, sign in pairwise(word):
        flags = flags + 1 if _is_flag(sign) else 0
        if _goes_on(before, sign) or (_is_flag(sign) and flags % 2 == 0):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _goes_on(before: str, sign: str) -> bool:
    if unicodedata.category(sign) in ("Mn", "Mc", "Me") or sign in (_JOINER, "\u200c"):
        return True
    if before == _JOINER or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return True
    if unicodedata.combining(before) == _VIRAMA:
        return unicodedata.category(sign) == "Lo"
    return _is_of_hangul(before, sign)


def _is_flag(sign: str) -> bool:
    """Whether a sign is a regional indicator, two of which make a flag."""
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _is_of_hangul(before: str, sign: str) -> bool:
    """Whether a sign is the vowel or the end of a syllable that was begun."""
    begun = "\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return begun and "\u1160" <= sign <= "\u11ff"
