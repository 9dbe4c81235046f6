"""What is wrong with an author's file: a value with a place, a cause and a cure."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from untaken.text.edits import Edit
from untaken.text.span import Span


class Severity(StrEnum):
    """An error keeps a scenario from being used; a warning asks for a second look; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

GROUPS: dict[str, dict[str, tuple[Severity, str]]] = {
    "the file": {
        "unreadable-file": (ERROR, "The file cannot be opened, or is no ordinary file."),
        "no-scenarios": (ERROR, "A folder of scenarios holds .yaml files."),
        "empty-file": (ERROR, "The file holds nothing but blanks and comments."),
        "file-too-large": (ERROR, "A file may hold 2 MB of text and 100,000 values; a scenario is a few kilobytes."),
        "not-utf8": (ERROR, "A file is text in UTF-8."),
        "control-character": (ERROR, "Text holds no control characters, which terminals would obey."),
    },
    "the YAML": {
        "lost-text": (WARNING, "A `#` with a blank before it begins a comment, and the text behind it is lost."),
        "yaml-syntax": (
            ERROR,
            "A file is YAML: `key: value`, indented with blanks, signs in quotes.",
        ),
        "swallowed-line": (ERROR, "A line that reads like a key or a list item is no part of the text above it."),
        "nested-too-deep": (ERROR, "Lists and mappings stand at most 40 deep in each other."),
        "yaml-tag": (ERROR, "A tag such as `!!python/object` has no meaning here."),
        "yaml-alias": (ERROR, "An alias repeats an anchor that stands before it, and never contains itself."),
        "duplicate-key": (ERROR, "A key stands once in its mapping."),
    },
    "the keys and their values": {
        "unknown-key": (ERROR, "Only the keys of the format are read."),
        "missing-key": (ERROR, "A key that everything else rests on has to be there."),
        "wrong-type": (
            ERROR,
            "A value has the kind that its key asks for: text, a list, a mapping, a number, yes or no.",
        ),
        "empty-value": (ERROR, "A key has a value, or is left out."),
        "bad-date": (ERROR, "A date is written YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar."),
        "unknown-format": (ERROR, "The version of the format is one that this program reads."),
    },
    "what is referred to": {
        "unknown-target": (ERROR, "`start` and `leads-to` name a node of the scenario."),
        "unknown-source": (ERROR, "A citation names a source that the collection or the scenario declares."),
        "unknown-section": (ERROR, "A cited section is one of the sections that its source lists."),
        "unknown-actor": (
            ERROR,
            "A word that looks like an id names a declared actor; a plain name has a capital or a space.",
        ),
        "unknown-fact": (ERROR, "A fact is declared in the collection or the scenario."),
        "duplicate-scenario": (ERROR, "A scenario's id is the name of its file, which is there once in a folder."),
        "unknown-scenario": (ERROR, "`continues` names another scenario of the collection."),
    },
    "the tree": {
        "unreachable-node": (ERROR, "Every node can be reached from the start."),
        "dead-end": (
            ERROR,
            "Every road ends in an outcome: options and branches lead somewhere, decisions have options.",
        ),
        "cycle": (ERROR, "No road comes back to a node, and no chain of scenarios to a scenario."),
    },
    "what happened": {
        "no-historical-path": (
            ERROR,
            "At each node of what happened, one option or branch is marked `historical: true`.",
        ),
        "two-historical-paths": (
            ERROR,
            "At each node of what happened, only one option or branch is marked `historical: true`.",
        ),
        "historical-off-path": (ERROR, "`historical: true` stands only at the nodes that history came through."),
        "recorded-off-path": (ERROR, "Only the outcome that history reached is `recorded`."),
        "history-not-recorded": (ERROR, "The outcome that history reached is `recorded`."),
        "never-open": (ERROR, "Some combination of earlier choices opens every option and branch."),
        "stuck-road": (ERROR, "No road comes to a node where every way on is closed."),
        "uncounted-roads": (WARNING, "The roads that `paths` expects can be counted in a few seconds."),
        "dates-out-of-order": (
            WARNING,
            "Time runs forward: along a road, and from a scenario to the one that continues it.",
        ),
    },
    "the evidence": {
        "option-without-argument": (WARNING, "Someone argued for or against every option."),
        "argument-without-citation": (WARNING, "Every argument, consequence and note cites its source."),
        "argued-without-citation": (ERROR, "An outcome that is `argued` cites the source that argues for it."),
        "argument-without-side": (ERROR, "An argument speaks either for or against its option."),
        "quotation-too-long": (ERROR, "A quotation is a pin of at most 12 words."),
        "quotation-not-found": (ERROR, "A quotation stands in its source's text, word for word."),
        "quotation-ambiguous": (ERROR, "A quotation stands only once in its source's text."),
        "quotation-elsewhere": (ERROR, "A quotation stands in the section that is cited."),
        "missing-heading": (ERROR, "Sections and captions that a source lists stand in its text."),
        "missing-text": (ERROR, "The text of a source that is cited lies in the folder of texts."),
        "changed-text": (ERROR, "A source's text is still the one in which its quotations were verified."),
        "broken-lock": (WARNING, "The record of verified quotations is what `untaken verify` wrote."),
        "unverified-quotation": (
            WARNING,
            "A quotation was found in its source by `untaken verify`, and not changed since.",
        ),
    },
    "the discipline of counterfactuals": {
        "option-without-advocate": (WARNING, "Somebody wanted the option at the time."),
        "one-sided-option": (WARNING, "An option has arguments for it and arguments against it."),
        "only-history-viable": (WARNING, "What happened was not the only option that had something for it."),
        "rejoining-roads": (NOTE, "Two roads that lead to one node: history pulls back."),
        "single-source": (NOTE, "A scenario that rests on one source hears one side."),
    },
    "what the author expects": {
        "unknown-expectation": (ERROR, "`expect` names outcomes, options and branches of the scenario."),
        "expectation-failed": (ERROR, "What `expect` says of the roads through a scenario holds."),
    },
    "what the sources cannot satisfy": {
        "unknown-code": (ERROR, "`acknowledge` names the code of a warning or note."),
        "needless-acknowledgement": (WARNING, "What is acknowledged occurs."),
    },
}
"""The rules under the headings of what they are about: every code with its severity and its rule in one sentence."""

CATALOGUE = {code: rule for group in GROUPS.values() for code, rule in group.items()}
"""Every code with its severity and its rule in one sentence."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: its place, its code, what was found, and, where there is one, the cure.

    `edits` are there where the cure is so plain that a program may apply it: `untaken check --fix`.
    """

    span: Span
    code: str
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def severity(self) -> Severity:
        return CATALOGUE[self.code][0]

    def __str__(self) -> str:
        return "\n".join(text for _, text in self.parts())

    def parts(self, width: int = 1000) -> list[tuple[str, str]]:
        """The lines of the message, each with its role: headline, excerpt, caret or help.

        The author's line is cut, where it is long, to a window round the mistake that fits into `width` columns.
        """
        parts = [("headline", f"{self.span}: {self.severity}[{self.code}]: {self.message}")]
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
    """The terminal columns that a text fills: wide letters fill two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, then by place, then by code."""
    return sorted(set(diagnostics), key=lambda each: (each.span.path, each.span.line, each.span.column, each.code))


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many diagnostics have this severity."""
    return sum(each.severity is severity for each in diagnostics)
