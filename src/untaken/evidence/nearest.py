"""The passage that a quotation was meant for, where it is not found, and how the two differ, in words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from untaken.evidence.folding import JOINT, Folding, fold, keyed

MOST_PLACES = 200
"""Places of a rare word that are looked at: what is commoner tells nothing."""
MOST_WORDS = 8
"""Words of a quotation, its longest, that are looked up."""


def nearest(folding: Folding, quotation: str) -> str:
    """The passage of the quotation's length that shares most of its words with it; empty where few are shared.

    Only passages round the rarest of its words are looked at, so that a long text costs little.
    """
    wanted = [_bare(word) for word in fold(quotation).replace(JOINT, "").split()]
    best, most = "", (0, 0)
    for at, place in _places(folding.key, wanted):
        passage = _words_round(folding, place, at, len(wanted))
        bare = [_bare(word) for word in passage]
        likeness = (len(set(bare) & set(wanted)), sum(map(str.__eq__, bare, wanted)))
        if likeness > most:
            best, most = " ".join(passage), likeness
    return best if 2 * most[0] >= len(set(wanted)) else ""


def _places(key: str, wanted: list[str]) -> Iterator[tuple[int, int]]:
    """Places in the key of the quotation's rarest words, each with the number of the word in the quotation."""
    longest = sorted({word for word in wanted if word}, key=len, reverse=True)[:MOST_WORDS]
    counted = sorted((count, word) for word in longest if (count := key.count(keyed(word))))
    for count, word in counted:
        if count > MOST_PLACES:
            return
        place = key.find(keyed(word))
        while place >= 0:
            yield from ((at, place) for at, each in enumerate(wanted) if each == word)
            place = key.find(keyed(word), place + 1)


def _words_round(folding: Folding, place: int, at: int, length: int) -> list[str]:
    """As many words as the quotation has, so that the word at a place of the key is its word number `at`."""
    text = folding.text
    here = folding.place_of_key(place)
    start = text.rfind(" ", 0, here) + 1
    for _ in range(at):
        start = text.rfind(" ", 0, max(0, start - 1)) + 1
    end = start
    for _ in range(length):
        end = text.find(" ", end + 1)
        if end < 0:
            end = len(text)
            break
    return text[start:end].replace(JOINT, "").split()


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
