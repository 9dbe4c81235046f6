"""What is wrong with an author's file: a value with a place, a cause and a cure."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from textwrap import dedent

from untaken.text.edits import Edit
from untaken.text.span import Span


class Severity(StrEnum):
    """An error keeps a scenario from being used; a warning asks for a second look; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Subject(StrEnum):
    """What rules are about, in the order in which they are listed."""

    FILE = "the file"
    YAML = "the YAML"
    KEYS = "the keys and their values"
    REFERENCES = "what is referred to"
    TREE = "the tree"
    HISTORY = "what happened"
    EVIDENCE = "the evidence"
    DISCIPLINE = "the discipline of counterfactuals"
    EXPECTATIONS = "what the author expects"
    ACKNOWLEDGED = "what the sources cannot satisfy"


@dataclass(frozen=True, slots=True)
class Rule:
    """What an author's file has to hold to. It is declared once, beside what finds that a file does not.

    `code` is its name in messages, `sentence` says what it is. `wrong` and `right` are a piece of a scenario that
    breaks it and one that does not; where the rule is about something else, `instead` says what to do. `whose` says
    whose rule it is where it is more than the format's own.
    """

    code: str
    severity: Severity
    subject: Subject
    sentence: str
    wrong: str = ""
    right: str = ""
    instead: str = ""
    whose: str = ""
    acknowledgeable: bool = True
    """Whether a scenario may say why it stands, if it is no error."""
    leaves_nothing: bool = False
    """Whether there is no file to speak of where it is broken: none that can be read, or none of that name."""
    is_on_command_line: bool = False
    """Whether the words of a command break it, which stand in no line of a file."""

    @property
    def examples(self) -> tuple[str, str]:
        """The wrong and the right piece of a scenario, as they stand in a file."""
        wrong, right = (dedent(text).strip("\n") for text in (self.wrong, self.right))
        return wrong, right


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: its place, the rule that it breaks, what was found, and, where there is one, the cure.

    `edits` are there where the cure is so plain that a program may apply it: `untaken check --fix`.
    """

    span: Span
    rule: Rule
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def __str__(self) -> str:
        return "\n".join(text for _, text in self.parts())

    def parts(self, width: int = 1000) -> list[tuple[str, str]]:
        """The lines of the message, each with its role: headline, excerpt, caret or help.

        The author's line is cut, where it is long, to a window round the mistake that fits into `width` columns.
        """
        place = "" if self.rule.is_on_command_line else f"{self.span}: "
        parts = [("headline", f"{place}{self.severity}[{self.code}]: {self.message}")]
        if self.span.text.strip():
            parts += _excerpt(self.span, width)
        if self.help:
            parts.append(("help", f"  help: {self.help}"))
        return parts


_LONGEST_EXCERPT = 100


def _excerpt(span: Span, width: int) -> list[tuple[str, str]]:
    """The line with a caret under the value, cut to a window round it where the line is long."""
    number = str(span.line)
    # Beside the window stand the line's number, blanks, a bar and the two dots.
    longest = max(20, min(_LONGEST_EXCERPT, width - len(number) - 7))
    start = max(0, span.column - 1 - longest // 2) if len(span.text) > longest else 0
    shown = span.text[start : start + longest].replace("\t", " ")
    lead = "…" if start else ""
    tail = "…" if start + longest < len(span.text) else ""
    before = columns(lead + shown[: span.column - 1 - start])
    marked = shown[span.column - 1 - start : span.column - 1 - start + span.width]
    carets = "^" * max(1, columns(marked))
    return [
        ("excerpt", f"  {number} | {lead}{shown}{tail}"),
        ("caret", f"  {' ' * len(number)} | {' ' * before}{carets}"),
    ]


def columns(text: str) -> int:
    """The terminal columns that a text fills: wide letters fill two, combining marks none.

    >>> columns("peace"), columns("平和"), columns("n\u0308")
    (5, 4, 1)
    """
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, then by place, then by code."""
    return sorted(
        dict.fromkeys(diagnostics), key=lambda each: (each.span.path, each.span.line, each.span.column, each.code)
    )


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many diagnostics have this severity."""
    return sum(each.severity is severity for each in diagnostics)
