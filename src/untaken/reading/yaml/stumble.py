"""Where YAML's scanner stopped, and the lines round it as an author sees them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from untaken.reading.yaml.patches import Patches

Place = tuple[int, int]
"""Line and column, from 0."""

_LONGEST_HEAD = 300
_KEY = re.compile(r" *(?:- +)*(?P<key>[^\s:#][^:]*?) *:(?= |$)")


class Slip(NamedTuple):
    """A mistake in the YAML: its place from 0, what it is, the cure, and where that is safe, the cure as a change."""

    place: Place
    message: str
    cure: str
    patches: Patches = ()


@dataclass(frozen=True)
class Stumble:
    """What the scanner complains of, at `place`. `opened` is where the thing that it was reading began.

    `quoted` is where the quoted text that stands right before the place begins, if one does.
    """

    problem: str
    context: str
    place: Place
    opened: Place | None
    quoted: Place | None
    alias: Place | None
    lines: Sequence[str]

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, last: yaml.Event | None, lines: Sequence[str]) -> "Stumble":
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        opened = (context.line, context.column) if context else None
        begun = _begun(last, place[0])
        is_quoted = isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"')
        is_alias = isinstance(last, yaml.AliasEvent)
        return cls(
            error.problem or "",
            error.context or "",
            place,
            opened,
            begun if is_quoted else None,
            begun if is_alias else None,
            lines,
        )

    def says(self, *phrases: str) -> bool:
        """Whether the scanner says one of these, in the words of libyaml or of PyYAML."""
        return any(phrase in self.problem for phrase in phrases)

    @property
    def line(self) -> int:
        return self.place[0]

    @property
    def begins_line(self) -> bool:
        """Whether it stopped at the first letter of a line."""
        return self.begins(self.place)

    def begins(self, place: Place) -> bool:
        """Whether at a place the first letter of its line stands."""
        return not self.text(place[0])[: place[1]].strip()

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def head(self, line: int) -> str:
        """The beginning of a line, where keys stand; patterns are not let loose on endless lines."""
        return self.text(line)[:_LONGEST_HEAD]

    def letter(self, place: Place) -> str:
        return self.text(place[0])[place[1] : place[1] + 1]

    def above(self, line: int) -> Iterator[int]:
        """The lines above one that hold more than blanks and comments, nearest first."""
        return (each for each in range(min(line, len(self.lines)) - 1, -1, -1) if _holds_something(self.lines[each]))

    def below(self, line: int) -> int | None:
        """The next line that holds more than blanks and comments."""
        return next((each for each in range(line + 1, len(self.lines)) if _holds_something(self.lines[each])), None)

    def last_written(self, place: Place) -> Place:
        """The place, or the end of the last line before it that says something, if its own line does not exist."""
        if place[0] < len(self.lines) and (self.lines[place[0]] or place[0] == 0):
            return place
        line = next(self.above(place[0]), 0)
        return line, max(0, len(self.text(line).rstrip()) - 1)

    def indentation(self, line: int) -> int:
        text = self.text(line)
        return len(text) - len(text.lstrip())

    def key(self, line: int) -> tuple[str, int] | None:
        """The key with which a line begins, after the '- ' of a list, and its column."""
        found = _KEY.match(self.head(line))
        return (found["key"], found.start("key")) if found else None


def _begun(event: yaml.Event | None, line: int) -> Place | None:
    """Where an event begins, if it ends in this line."""
    if event and event.start_mark and event.end_mark and event.end_mark.line == line:
        return event.start_mark.line, event.start_mark.column
    return None


def _holds_something(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")
