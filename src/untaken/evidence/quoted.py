"""What a scholar may write inside a quotation: a changed letter, a word put in, an omission that is marked.

- `[T]he`: the letter stands in the text in either case.
- `[Lenin]`: one to three words of the text, or none, for which the scholar wrote others; `[sic]` stands for nothing.
- `[…]`, `[...]`, and `…` or `...` where the text itself has none: an omission of at most 60 words. It never passes over
  a negation, nor over the end of a sentence: what was left out could change what is said. Where the sentence that is
  quoted ends before the omission, its full stop is quoted, too: `. […]`, `. …` or four dots.
"""

import re
from dataclasses import dataclass
from enum import Enum

from untaken.evidence.folding import JOINT, fold

MOST_OMITTED = 60
"""Words that an omission may pass over."""
MOST_REPLACED = 3
"""Words of the text that a bracketed insertion may stand for."""

NEGATION = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|scarcely|barely|seldom|rarely"
    r"|ne'er|nought|naught|unless"
    r"|nicht|nichts|nie|niemals|niemand|kein(?:e[mnrs]?)?|weder|ohne|kaum"
    r"|ne|pas|jamais|rien|aucune?|sans|non|né|mai|senza|nunca|jamás|nada|nessuno"
    r"|nec|neque|nunquam|numquam|nihil|nemo|sine|haud|не|ни|нет|никогда|никто|ничего|без)\b"
    r"|n't\b|\bn'(?=[^\W\d_])"
)
"""Words that deny, in English, German, French, Italian, Spanish, Latin and Russian."""
SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=[ A-Z-]|$)")


class Hole(Enum):
    """What stands between two pieces of a quotation."""

    OMISSION = "an omission"
    INSERTION = "words put in"
    NOTHING = "nothing"


@dataclass(frozen=True)
class QuotedPiece:
    """A run of quoted words, folded; `either` has the places of letters whose case is free; `hole` stands before it."""

    text: str
    either: frozenset[int] = frozenset()
    hole: Hole = Hole.NOTHING


_FOUR_DOTS = re.compile(r"(?<=\w)(?:\.\s?(?:\.\s?\.\s?\.|…)|…\.)(?![.…])")
_MARKED = re.compile(r"\[\s*\.\.\.\s*\]|\.\.\.|\[(?P<letter>[^\W\d_])\](?=\w)|\[(?P<words>[^\[\]]*[^\W\d_][^\[\]]*)\]")


def pieces(quotation: str) -> tuple[QuotedPiece, ...]:
    """The quotation in pieces that stand in the text as they are; one piece where nothing in it is marked.

    >>> [(each.hole.name, each.text) for each in pieces("[T]he party … was [Lenin] again")]
    [('NOTHING', 'The party'), ('OMISSION', 'was'), ('INSERTION', 'again')]
    """
    folded = fold(_FOUR_DOTS.sub(". […]", quotation)).strip()
    found: list[QuotedPiece] = []
    text, either, hole, last = "", set[int](), Hole.NOTHING, 0
    for match in _MARKED.finditer(folded):
        text += folded[last : match.start()]
        last = match.end()
        if match["letter"]:
            either.add(len(text))
            text += match["letter"]
            continue
        _add(found, text, either, hole)
        text, either = "", set()
        words = (match["words"] or "").strip().casefold()
        hole = Hole.OMISSION if match["words"] is None else Hole.NOTHING if words == "sic" else Hole.INSERTION
    _add(found, text + folded[last:], either, hole)
    return tuple(found)


def _add(found: list[QuotedPiece], text: str, either: set[int], hole: Hole) -> None:
    lead = len(text) - len(text.lstrip())
    bare = text.strip()
    if bare:
        found.append(QuotedPiece(bare, frozenset(at - lead for at in either), hole if found else Hole.NOTHING))


def objection(passed: str, hole: Hole) -> str:
    """Why these folded words of the text may not be left out; empty where they may.

    >>> objection("was nev\ue000er", Hole.OMISSION)
    "it passes over 'never'"
    """
    if JOINT in passed:  # a word that is parted at a line's end is one, or two
        return objection(passed.replace(JOINT, ""), hole) or objection(passed.replace(JOINT, "-"), hole)
    words = passed.split()
    if len(words) == 1 and re.fullmatch(r"\.{2,}", words[0]):
        return ""  # the text's own ellipsis
    if len(words) > (MOST_OMITTED if hole is Hole.OMISSION else 0 if hole is Hole.NOTHING else MOST_REPLACED):
        return "it passes over too many words"
    if negation := NEGATION.search(passed):
        return f"it passes over '{negation.group()}'"
    return "it passes over the end of a sentence" if SENTENCE_END.search(passed) else ""
