"""How a source's text is built: its headings, paragraphs and pages, and the printed apparatus that is no part of it.

Everything is found line by line in the clean text; places are offsets into it.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from untaken.evidence.cleaning import clean
from untaken.evidence.folding import fold, places_of

_LINE = re.compile(r"[^\n\f]*[\n\f]|[^\n\f]+")
_PAGE_NUMBER = re.compile(r"^[-\[({]?\s*(?:p\.|pp?\.?|pg\.?|page)?\s*(\d{1,4})\s*[-\])}]?$", re.IGNORECASE)
_PAGE_MARK = re.compile(r"\[(?:pg?\.?|page)\s*(\d{1,4})\]|\{(\d{1,4})\}", re.IGNORECASE)
_HEAD_WITH_NUMBER = re.compile(r"(?:\d{1,4}\W+)?[^\Wa-z\d_][^a-z\d]{3,}(?:\W\d{1,4})?")
_NUMBER = re.compile(r"\d+")
_BLOCK = re.compile(r"\[(?:Illustration|Footnote|Sidenote)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:(?:chapter|part|section|book)\s+"
    r"(?:[ivxlc]+|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b[.:)]?\s*[-:.]?"
    r"|§?\s*(?:[ivxlc]+|\d{1,3})(?:[.:)]|\s+-)|[ivxlc]{1,4}-|\d{1,3}-|§?\s*\d{1,3}\s)\s*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\s*\.){2,}\s*\d*$|(?:\s{2,}|\s\.\s*)\d{1,4}$")
_ENDED = re.compile(r"[.!?:;][\"'’”)\]]*$")

LONGEST_RUNNING_HEAD = 80
"""Letters of a line that may be a running head."""
LONGEST_HEADING = 200
LEAST_REPEATED = 3
"""How often a line stands alone before it is taken for a running head."""


class TextLine(NamedTuple):
    """A line of the clean text: where it begins and ends, its words, and whether it stands alone."""

    start: int
    end: int
    words: str
    alone: bool


def text_lines_of(text: str) -> list[TextLine]:
    """The lines of a clean text; a form feed ends one, too."""
    lines = _LINE.findall(text)
    words = [line.strip() for line in lines]
    empty = [True, *(not each for each in words), True]
    feeds = [False, *(line.endswith("\f") for line in lines)]
    ends = accumulate(map(len, lines))
    return [
        TextLine(end - len(line), end, words[at], (empty[at] or feeds[at]) and (empty[at + 2] or feeds[at + 1]))
        for at, (line, end) in enumerate(zip(lines, ends, strict=True))
    ]


def apparatus(lines: Sequence[TextLine], headings: set[int]) -> Iterator[tuple[int, int]]:
    """Page numbers and running heads that interrupt a sentence, by their places; never a heading of `headings`."""
    head_words = cache(_head_words)
    repeated = Counter(head_words(each.words) for each in lines if each.alone and _may_be_head(each.words))
    marked = [
        in_block
        or bool(each.words and _PAGE_NUMBER.match(each.words))
        or (each.alone and _may_be_head(each.words) and _is_head(each.words, repeated[head_words(each.words)]))
        for each, in_block in zip(lines, _in_blocks(lines), strict=True)
    ]
    before = ""
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and (marked[at] or not lines[at].words) and lines[at].start not in headings:
            at += 1
        following = lines[at].words if at < len(lines) else ""
        cut = [lines[number] for number in range(first, at) if marked[number]]
        if before and following and _interrupted(before, following):
            yield from ((each.start, each.end) for each in cut)
        if at < len(lines):
            before = following
            at += 1


def _may_be_head(words: str) -> bool:
    return 0 < len(words) <= LONGEST_RUNNING_HEAD


def _is_head(words: str, times: int) -> bool:
    """Whether a line that stands alone is a running head: it returns, or has a page number beside its capitals."""
    has_number = words[0].isdecimal() or words[-1].isdecimal()
    return times >= LEAST_REPEATED or (has_number and bool(_HEAD_WITH_NUMBER.fullmatch(words)))


def _in_blocks(lines: Sequence[TextLine]) -> Iterator[bool]:
    """For each line, whether it is part of a picture's caption or a note in brackets: `[Illustration: …]`."""
    inside = False
    for line in lines:
        inside = bool(line.words) and (inside or bool(_BLOCK.match(line.words)))
        yield inside
        inside = inside and not line.words.endswith("]")


def _head_words(words: str) -> str:
    """A running head without its page number, so that all its occurrences are one."""
    return _NUMBER.sub("", words).strip(" -[]()|").casefold()


def _interrupted(before: str, following: str) -> bool:
    """Whether a sentence runs on from one line to the next."""
    return not _ENDED.search(before) or following[0].islower()


def caption_places(text: str, caption: str) -> tuple[int, int] | None:
    """Where a picture's caption stands in the clean text, however its lines are broken; None where it does not."""
    words = r"\s+".join(map(_breakable, clean(caption).split()))
    match = re.search(words, text) if words else None
    return match.span() if match else None


def _breakable(word: str) -> str:
    return r"(?:-\s*\n\s*)?".join(map(re.escape, word))


def heading_words(line: str) -> str:
    """A heading as it is compared: without number, dot leaders and page, and whatever its letters' case.

    One that is nothing else, such as `* * *`, is compared as it is.
    """
    bare = fold(_LEADERS.sub("", line)).strip(" .*#=-").casefold()
    return _NUMBERED.sub("", bare) or bare or fold(line).strip()


def find_headings(lines: Sequence[TextLine], sections: Sequence[str]) -> dict[str, int]:
    """Where each section's heading stands, for those that are found: in their order, and not in a list of contents."""
    hits = list(_heading_lines([line.words for line in lines], sections))
    listed = _contents(lines, hits)
    settled = {section for number, section in hits if number not in listed}
    if unsettled := [each for each in sections if each not in settled]:
        hits = sorted({*hits, *_heading_lines(list(_pairs(lines)), unsettled)})
        listed = _contents(lines, hits)
    candidates: dict[str, list[int]] = {section: [] for section in sections}
    for number, section in hits:
        if number not in listed or all(n in listed for n, each in hits if each == section):
            candidates[section].append(number)
    return _in_order(lines, sections, candidates)


def _heading_lines(lines: Sequence[str], sections: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The numbers of the lines that are a heading, each with its section."""
    wanted = {heading_words(section): section for section in sections}
    telling = {max(re.findall(r"\w+", words), key=len, default="") for words in wanted}
    small = [line[:LONGEST_HEADING].casefold() for line in lines]
    for number in _holding(small, telling):
        if section := wanted.get(heading_words(lines[number])):
            yield number, section


def _holding(lines: Sequence[str], words: Iterable[str]) -> list[int]:
    """The numbers of the lines that hold one of these words; all lines are searched in one go."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    text = "".join(f"{line}\n" for line in lines)
    places = (place for word in words for place in places_of(word, text) if place < len(text))
    return sorted({bisect_right(ends, place) for place in places})


def _pairs(lines: Sequence[TextLine]) -> Iterator[str]:
    """Each line together with the next one, for headings that take up two."""
    for line, following in pairwise(lines):
        yield f"{line.words} {following.words}" if line.words and following.words else ""


def heading_starts(lines: Sequence[TextLine], headings: Mapping[str, int]) -> set[int]:
    """Where the lines begin that these headings take up, by section: one, or two."""
    first = {start: heading_words(section) for section, start in headings.items()}
    second = (
        following.start
        for line, following in pairwise(lines)
        if line.start in first and heading_words(f"{line.words} {following.words}") == first[line.start]
    )
    return {*first, *second}


def _contents(lines: Sequence[TextLine], hits: Sequence[tuple[int, str]]) -> set[int]:
    """The numbers of the lines that are a list of contents.

    They have a page number behind them, or are headings of different sections with nothing between.
    """
    runs: list[list[tuple[int, str]]] = []
    for hit in hits:
        if runs and hit[0] - runs[-1][-1][0] <= 2 and hit[1] not in {each[1] for each in runs[-1]}:
            runs[-1].append(hit)
        else:
            runs.append([hit])
    with_page = {number for number, _ in hits if _LEADERS.search(lines[number].words)}
    return with_page | {number for run in runs if len(run) > 1 for number, _ in run}


def _in_order(lines: Sequence[TextLine], sections: Sequence[str], candidates: dict[str, list[int]]) -> dict[str, int]:
    """For each section its first candidate behind the heading before it; one that only stands earlier, there."""
    found: dict[str, int] = {}
    last = -1
    for section in sections:
        behind = [number for number in candidates[section] if number > last]
        if behind:
            last = behind[0]
            found[section] = lines[last].start
    return found


@dataclass(frozen=True)
class Paragraphs:
    """Where each paragraph begins, in the clean text; one that a page break parts is one."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[TextLine], headings: set[int], cut: set[int]) -> "Paragraphs":
        starts: list[int] = []
        before, blank = "", True
        for line in lines:
            if line.start in headings:
                before, blank = ".", True
                continue
            if not line.words or line.start in cut:
                blank = True
                continue
            if blank and (not before or not (line.words[0].islower() and not _ENDED.search(before))):
                starts.append(line.start)
            before, blank = line.words, False
        return cls(tuple(starts))

    def number(self, place: int, since: int) -> int:
        """Which paragraph after the place `since` a place lies in, from 1; 0 before the first."""
        return bisect_right(self.starts, place) - bisect_right(self.starts, since - 1)


def page_starts(text: str, lines: Sequence[TextLine]) -> list[tuple[int, str]]:
    """Where pages begin, with their numbers, where the text marks them: `[Pg 12]`, or form feeds with a number beside.

    Empty where nothing says whether a number stands at the head or at the foot of its page.
    """
    marks = [(match.start(), match[1] or match[2]) for match in _PAGE_MARK.finditer(text)]
    if marks:
        return marks
    feeds = [0, *(match.end() for match in re.finditer("\f", text))]
    if len(feeds) < 2:
        return []
    pages = []
    for start, end in zip(feeds, [*feeds[1:], len(text)], strict=True):
        inside = [each.words for each in lines if start <= each.start < end and each.words]
        for words in (inside[:1], inside[-1:]):
            if words and (number := _PAGE_NUMBER.match(words[0])):
                pages.append((start, number[1]))
                break
    return pages
