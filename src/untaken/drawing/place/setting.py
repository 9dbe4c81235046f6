"""Sets text: how many lines a paragraph takes at a width, and where its words stand. All lengths are in units."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from untaken.drawing.place.stepped import Steps
from untaken.drawing.placed import PlacedLine, PlacedRun
from untaken.drawing.sheet import Paragraph, TextRole, TextRun
from untaken.drawing.theme import LEADING, TYPES
from untaken.drawing.typeface import Face, has_all, measure
from untaken.text.wrapping import pieces, split_words

LONGEST_WORD = 260.0
"""A longer word is broken: no box is made wider for it."""
INDENT = 17.0
"""How far a mark pushes the text of its paragraph in."""
BASELINE = 0.5 * LEADING + 0.33
"""From the top of a line down to its baseline, in parts of the type size: capitals stand in its middle."""
_EXACT = 1e-6


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    width: float
    role: TextRole
    face: Face


class _Words:
    """Words that are set one behind the other, all of one type size."""

    def __init__(self, runs: Sequence[TextRun], size: float) -> None:
        self.size = size
        self.words = [word for run in runs for word in _words(run, size)] or [
            _Word("", 0.0, runs[0].role, Face.REGULAR)
        ]
        self.blank = measure(self.words[0].face, size)(" ")
        self.widest = max(word.width for word in self.words)
        self.starts = [0.0]
        for word in self.words:
            self.starts.append(self.starts[-1] + word.width + self.blank)

    @property
    def length(self) -> float:
        """How wide they are on one line."""
        return self.starts[-1] - self.blank

    def fill(self, width: float) -> tuple[int, float]:
        """How many lines of as many words as fit there are, and how wide the last one is."""
        starts, last = self.starts, len(self.words)
        room = width + self.blank + _EXACT
        if starts[last] <= room:
            return 1, starts[last] - self.blank
        lines = at = start = 0
        while at < last:
            start = at
            at = max(at + 1, bisect_right(starts, starts[at] + room) - 1)
            lines += 1
        return lines, starts[last] - starts[start] - self.blank

    def ends(self, width: float) -> list[int]:
        """The number of words up to the end of each line, of as many words as fit."""
        starts, count = self.starts, len(self.words)
        room = width + self.blank + _EXACT
        found: list[int] = []
        at = 0
        while at < count:
            at = max(at + 1, bisect_right(starts, starts[at] + room) - 1)
            found.append(at)
        return found

    def balanced(self, width: float) -> list[int]:
        """The ends of lines of nearly equal length, no more of them than at this width."""
        lines = self.ends(width)
        low, high = self.widest, width
        while high - low > 1 and len(lines) > 1:
            middle = (low + high) / 2
            if self.fill(middle)[0] == len(lines):
                high = middle
            else:
                low = middle
        return self.ends(high) if len(lines) > 1 else lines

    def runs(self, start: int, end: int, x: float) -> list[PlacedRun]:
        """The words of a line, those of one role and face joined."""
        found: list[PlacedRun] = []
        for at in range(start, end):
            word, left = self.words[at], x + (self.starts[at] - self.starts[start])
            last = found[-1] if found else None
            if last and (last.role, last.face) == (word.role, word.face):
                found[-1] = PlacedRun(
                    f"{last.text} {word.text}", last.role, last.x, left + word.width - last.x, self.size, last.face
                )
            else:
                found.append(PlacedRun(word.text, word.role, left, word.width, self.size, word.face))
        return found


def _words(run: TextRun, size: float) -> Iterable[_Word]:
    face = TYPES[run.role].face
    face = face if has_all(face, run.text) else Face.REGULAR
    width = measure(face, size)
    for word in split_words(run.text):
        for piece in pieces(word, LONGEST_WORD, width):
            yield _Word(piece, width(piece), run.role, face)


class SetParagraph:
    """A paragraph with its words measured; `scale` enlarges its type beside what the theme says."""

    def __init__(self, paragraph: Paragraph, scale: float = 1.0) -> None:
        look = TYPES[paragraph.runs[0].role]
        self.size = look.size * scale
        self.line = self.size * LEADING
        self.mark = paragraph.mark
        self.indent = INDENT * scale if paragraph.mark else 0.0
        self._balanced = look.balanced
        self._text = _Words(paragraph.runs, self.size)
        self._tail = _Words([paragraph.tail], self.size) if paragraph.tail and paragraph.tail.text else None
        self._counts = Steps(self._counted)

    @property
    def least(self) -> float:
        """The least width that it can be set in."""
        return self.indent + max(self._text.widest, self._tail.widest if self._tail else 0.0)

    @property
    def length(self) -> float:
        """How wide it is on one line."""
        tail = self._text.blank + self._tail.length if self._tail else 0.0
        return self.indent + self._text.length + tail

    def count(self, width: float) -> int:
        """How many lines it takes at a width."""
        return self._counts.at(width)

    def _counted(self, width: float) -> int:
        room = width - self.indent
        lines, last = self._text.fill(room)
        if self._tail is None or self._tail_fits(last, room):
            return lines
        return lines + self._tail.fill(room)[0]

    def height(self, width: float) -> float:
        """How high it is at a width."""
        return self.line * self.count(width)

    def lines(self, x: float, y: float, width: float, number: int) -> list[PlacedLine]:
        """Its lines from the upper left corner x, y on; `number` is the paragraph's in its box."""
        room, left = width - self.indent, x + self.indent
        ends = self._text.balanced(room) if self._balanced else self._text.ends(room)
        rows = [self._text.runs(start, end, left) for start, end in zip([0, *ends], ends, strict=False)]
        if self._tail:
            last = self._text.fill(room)[1]
            if self._tail_fits(last, room):
                behind = left + last + self._text.blank
                rows[-1] += self._tail.runs(0, len(self._tail.words), behind)
            else:
                tails = self._tail.ends(room)
                rows += [self._tail.runs(start, end, left) for start, end in zip([0, *tails], tails, strict=False)]
        if self.mark:
            wide = measure(Face.REGULAR, self.size)(self.mark.text)
            rows[0].insert(0, PlacedRun(self.mark.text, self.mark.role, x, wide, self.size, Face.REGULAR))
        return [
            PlacedLine(y + at * self.line + BASELINE * self.size, number, tuple(runs)) for at, runs in enumerate(rows)
        ]

    def _tail_fits(self, last: float, room: float) -> bool:
        """Whether whose claim it is stands whole behind a last line of this width."""
        return self._tail is None or last + self._text.blank + self._tail.length <= room + _EXACT


# The same paragraph is set for every page that is tried.
_set = lru_cache(maxsize=10_000)(SetParagraph)


class SetText:
    """Paragraphs one under the other, `gap` apart. Its height never grows with its width."""

    def __init__(self, paragraphs: Iterable[Paragraph], gap: float = 0.0, scale: float = 1.0) -> None:
        self.paragraphs = [_set(each, scale) for each in paragraphs]
        self.gap = gap
        self.least = max((each.least for each in self.paragraphs), default=0.0)
        self.length = max((each.length for each in self.paragraphs), default=0.0)
        self._gaps = gap * max(0, len(self.paragraphs) - 1)
        self._heights = Steps(self._high)

    def height(self, width: float) -> float:
        """How high all are at a width."""
        return self._heights.at(width)

    def _high(self, width: float) -> float:
        return self._gaps + sum(each.height(width) for each in self.paragraphs)

    def lines(self, x: float, y: float, width: float, first: int = 0) -> list[PlacedLine]:
        """The lines of all, from the upper left corner x, y on; the paragraphs are counted from `first`."""
        found: list[PlacedLine] = []
        for at, each in enumerate(self.paragraphs):
            found += each.lines(x, y, width, first + at)
            y += each.height(width) + self.gap
        return found
