"""Positions in a text as spans."""

import bisect

import yaml

from untaken.reading.yaml.patches import Patches
from untaken.text.edits import Edit
from untaken.text.span import LINE_BREAK, Span


class Places:
    """Turns positions in a text into spans."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = LINE_BREAK.split(text)
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def at(self, offset: int) -> Span:
        line = bisect.bisect_right(self._starts, offset) - 1
        return self.mark(line, offset - self._starts[line])

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
