"""Quotations in any text, a student's or a machine's, looked up in the sources that it quotes from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from untaken.evidence.nearest import word_difference
from untaken.evidence.quotation import SourceText

FEWEST_WORDS = 4
"""Words in quotation marks that are a quotation; fewer are a term or a title."""

_QUOTED = re.compile(r"“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»|(?<![\w\"])\"([^\"\n]+(?:\n(?!\s*\n)[^\"\n]+)*)\"(?!\w)")
_BLOCK = re.compile(r"(?m)(?:^[ \t]*>[^\n]*(?:\n|$))+")


@dataclass(frozen=True)
class QuotedPassage:
    """A quotation in an essay: its line, from 1, and its words on one line."""

    line: int
    words: str


@dataclass(frozen=True)
class Found:
    """What came of looking a passage up: the sources and sections that hold it, or the nearest passage of one.

    `difference` says in words what would have to change to make it that passage, of the source `nearest`.
    """

    passage: QuotedPassage
    places: tuple[tuple[str, str], ...] = ()
    nearest: str = ""
    difference: str = ""
    objection: str = ""


def passages(text: str) -> Iterator[QuotedPassage]:
    """The quotations of a text, in order: what stands in quotation marks, and Markdown's block quotations."""
    found = [(match.start(), re.sub(r"(?m)^[ \t]*>[ \t]?", "", match.group())) for match in _BLOCK.finditer(text)]
    blocks = [match.span() for match in _BLOCK.finditer(text)]
    for match in _QUOTED.finditer(text):
        if not any(start <= match.start() < end for start, end in blocks):
            found.append((match.start(), next(filter(None, match.groups()))))
    for start, words in sorted(found):
        # A comma or a full stop inside the marks may be the essay's own.
        bare = " ".join(words.split()).rstrip(",.;:").strip('“”"')
        if len(bare.split()) >= FEWEST_WORDS:
            yield QuotedPassage(text.count("\n", 0, start) + 1, bare)


def looked_up(passage: QuotedPassage, texts: Mapping[str, SourceText]) -> Found:
    """Where a passage stands in these texts, by source; else what it is nearest to."""
    places = tuple(
        (source, text.section_of(match.start))
        for source, text in texts.items()
        for match in text.matches(passage.words)
    )
    if places:
        return Found(passage, tuple(dict.fromkeys(places)))
    objections = [each for text in texts.values() for each in text.objections(passage.words)]
    near = {source: words for source, text in texts.items() if (words := text.nearest(passage.words))}
    best = max(near, key=lambda source: _likeness(passage.words, near[source]), default="")
    difference = word_difference(passage.words, near[best]) if best else ""
    return Found(passage, (), best, difference, objections[0] if objections else "")


def _likeness(quoted: str, passage: str) -> int:
    return len(set(quoted.casefold().split()) & set(passage.casefold().split()))
