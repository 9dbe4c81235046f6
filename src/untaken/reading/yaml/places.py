"""Positions in a text as spans."""

import bisect
from array import array
from collections.abc import Sequence
from typing import overload

import yaml

from untaken.reading.yaml.patches import Patches
from untaken.text.edits import Edit
from untaken.text.span import LINE_BREAK, Span


class Lines(Sequence[str]):
    """The lines of a text without their ends, cut out of it when they are asked for: there may be millions.

    >>> lines = Lines("a\\nb\\r\\n")
    >>> list(lines), lines[-2], lines[:1]
    (['a', 'b', ''], 'b', ['a'])
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts = array("Q", [0])
        self.starts.extend(match.end() for match in LINE_BREAK.finditer(text))
        self._last = (-1, "")

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        if self._last[0] != at:
            self._last = (at, self._cut(at))
        return self._last[1]

    def _cut(self, at: int) -> str:
        start = self.starts[at]
        if at + 1 == len(self.starts):
            return self._text[start:]
        line = self._text[start : self.starts[at + 1]]
        return line[:-2] if line.endswith("\r\n") else line[:-1]


class Places:
    """Turns positions in a text into spans."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = Lines(text)

    def at(self, offset: int) -> Span:
        line = bisect.bisect_right(self.lines.starts, offset) - 1
        return self.mark(line, offset - self.lines.starts[line])

    def mark(self, line: int, column: int, width: int = 1) -> Span:
        text = self.lines[line] if line < len(self.lines) else ""
        return Span(self.path, line + 1, column + 1, width, text)

    def between(self, start: yaml.Mark, end: yaml.Mark) -> Span:
        text = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(text.rstrip())
        return self.mark(start.line, start.column, max(1, stop - start.column))


def edits_of(patches: Patches, places: Places) -> tuple[Edit, ...]:
    """Patches as changes with their places in the file."""
    return tuple(Edit(places.mark(each.line, each.column, each.width), each.text) for each in patches)
