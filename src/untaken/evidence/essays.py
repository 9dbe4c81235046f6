"""Quotations in any text, a student's or a machine's, looked up in the sources that it quotes from."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from untaken.evidence.nearest import word_difference
from untaken.evidence.quotation import SourceText

FEWEST_WORDS = 4
"""Words in quotation marks that are a quotation; fewer are a term or a title."""

_QUOTED = re.compile(r"“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»|(?<![\w\"])\"([^\"\n]+(?:\n(?!\s*\n)[^\"\n]+)*)\"(?!\w)")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)")
_SINGLE_END = re.compile(r"[’'](?!\w)")
_POSSESSIVE = re.compile(r"s[’'](?= [a-z])")
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
    found = [(match.span(), re.sub(r"(?m)^[ \t]*>[ \t]?", "", match.group())) for match in _BLOCK.finditer(text)]
    for match in _QUOTED.finditer(text):
        if not _inside(match.start(), found):
            found.append((match.span(), next(filter(None, match.groups()))))
    found += [each for each in _in_single_marks(text) if not _inside(each[0][0], found)]
    for (start, _), words in sorted(found):
        # A comma or a full stop inside the marks may be the essay's own; so is what stands in brackets behind them.
        bare = re.sub(r"(?<=[”\"’'])\s*\([^()]*\)[.,]?$", "", " ".join(words.split()))
        bare = bare.rstrip(",.;:").strip("“”\"‘’'").rstrip(",.;:")
        if len(bare.split()) >= FEWEST_WORDS:
            yield QuotedPassage(text.count("\n", 0, start) + 1, bare)


def _inside(place: int, found: Iterable[tuple[tuple[int, int], str]]) -> bool:
    return any(start <= place < end for (start, end), _ in found)


def _in_single_marks(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """What stands in single marks, as British authors quote: to the first in the paragraph that is no possessive."""
    place = 0
    while opened := _SINGLE.search(text, place):
        place = opened.end()
        paragraph = text.find("\n\n", place) if "\n\n" in text[place:] else len(text)
        ends = [each.start() for each in _SINGLE_END.finditer(text, place, paragraph)]
        closed = next((end for end in ends if not _POSSESSIVE.match(text, end - 1)), ends[-1] if ends else -1)
        if closed > 0:
            yield (opened.start(), closed + 1), text[place:closed]
            place = closed + 1


def without_tags(page: str) -> str:
    """A web page as a text with its lines: what `blockquote` and `q` mark stands in quotation marks.

    >>> without_tags("<p>He said <q>no &amp; yes</q>.</p>")
    'He said “no & yes”.'
    """
    page = re.sub(r"(?is)<(script|style)\b.*?</\1>", lambda match: "\n" * match.group().count("\n"), page)
    page = re.sub(r"(?i)<(?:blockquote|q)\b[^>]*>", "“", re.sub(r"(?i)</(?:blockquote|q)>", "”", page))
    return html.unescape(re.sub(r"<[^<>]*>", "", page))


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
