"""The passage that a quotation was meant for, where it is not found, and how the two differ, in words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from untaken.evidence.folding import JOINT, Folding, fold, keyed, places_of

MOST_PLACES = 200
"""Places of a rare word that are looked at: what is commoner tells nothing."""
MOST_WORDS = 8
"""Words of a quotation, its longest, that are looked up."""
_WORD = re.compile("[^ ]+")


def nearest(folding: Folding, quotation: str) -> str:
    """The passage of the quotation's length that shares most of its words with it; empty where few are shared.

    Only passages round its longest words are looked at, so that a long text costs little.
    """
    wanted = [_bare(word) for word in fold(quotation).replace(JOINT, "").split()]
    passages = [_words_round(folding, place, at, len(wanted)) for at, place in _places(folding.key, wanted)]
    best = max(passages, key=lambda each: _likeness(each, wanted), default=[])
    return " ".join(best) if 2 * _likeness(best, wanted)[0] >= len(set(wanted)) else ""


def _likeness(passage: list[str], wanted: list[str]) -> tuple[int, int]:
    """How many words of a quotation are in a passage, and how many of them in their places."""
    bare = [_bare(word) for word in passage]
    return len(set(bare) & set(wanted)), sum(map(str.__eq__, bare, wanted))


def _places(key: str, wanted: list[str]) -> Iterator[tuple[int, int]]:
    """Places in the key of the quotation's longest words that are rare, each with its number in the quotation."""
    for word in sorted(filter(None, dict.fromkeys(wanted)), key=len, reverse=True)[:MOST_WORDS]:
        found = list(islice(places_of(keyed(word), key), MOST_PLACES + 1))
        if len(found) <= MOST_PLACES:
            yield from ((at, place) for place in found for at, each in enumerate(wanted) if each == word)


def _words_round(folding: Folding, place: int, at: int, length: int) -> list[str]:
    """As many words as the quotation has, so that the word at a place of the key is its word number `at`."""
    start = folding.place_of_key(place)
    for _ in range(at + 1):
        start = max(0, folding.text.rfind(" ", None, start))
    words = islice(_WORD.finditer(folding.text, start), length)
    return [each[0].replace(JOINT, "") for each in words]


def _bare(word: str) -> str:
    """A word without the punctuation round it, in lower case: enough to know a passage again."""
    return re.sub(r"^\W+|\W+$", "", word).casefold()


def word_difference(quotation: str, passage: str) -> str:
    """What would have to change in the quotation to make it the passage: [-out-] and {+in+}, word by word.

    Punctuation round a word is shown as different only where the words are the same and stand inside the quotation.

    >>> word_difference("a grave mistake", "a grave miscalculation,")
    'a grave [-mistake-] {+miscalculation+}'
    """
    old, new = fold(quotation).replace(JOINT, "").split(), fold(passage).replace(JOINT, "").split()
    if old and new:
        new[0], new[-1] = _as_quoted(old[0], new[0], at_start=True), _as_quoted(old[-1], new[-1], at_start=False)
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts += old[a:b]
        else:
            parts += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
            parts += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(parts)


def _as_quoted(old: str, new: str, at_start: bool) -> str:
    """The outermost word of a passage without the punctuation outside, where the quotation has none there."""
    if at_start:
        return new if re.match(r"\W", old) else re.sub(r"^\W+", "", new)
    return new if re.search(r"\W$", old) else re.sub(r"\W+$", "", new)
