"""Changes to an author's text: where, and what is to stand there instead. All else in the text stays as it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from untaken.text.span import LINE_BREAK, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The letters that `span` marks, all of them in one line, become `text`."""

    span: Span
    text: str

    def __str__(self) -> str:
        """What was written for what: `4: wrote 'leads-to' for 'leeds-to'`, without the name of the file."""
        if self.text.endswith("\n"):
            return f"{self.span.line}: wrote the line '{self.text.rstrip()}'"
        return f"{self.span.line}: wrote {_shown(self.text)} for {_shown(self.span.marked)}"


_NAMED = {"": "nothing", "\t": "a tab", "\u00a0": "a no-break blank"}


def _shown(text: str) -> str:
    if text in _NAMED:
        return _NAMED[text]
    if not text.strip(" "):
        return "a blank" if text == " " else f"{len(text)} blanks"
    if not text.strip():
        return "tabs and blanks" if "\t" in text else "another kind of blank"
    return f"'{text}'"


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with these changes, of two that overlap only with the first; lines keep their ends and their number."""
    starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]
    for edit in reversed(without_overlaps(edits)):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        text = text[:start] + edit.text + text[start + edit.span.width :]
    return text


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """In the order of places, of two that overlap only the first."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda each: (each.span.line, each.span.column)):
        last = kept[-1].span if kept else None
        if last is None or last.line != edit.span.line or last.column + last.width <= edit.span.column:
            kept.append(edit)
    return kept
