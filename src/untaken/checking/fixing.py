"""Applies the cures that are safe, as far as they make a file better.

Safe is what leaves no choice: a misspelt key, id, section or word of the format that is like exactly one known name;
quotes round a text that YAML takes for something else (`: `, ` #3`, a first letter such as @, *, [ or a quotation
mark); typographic marks where YAML's own belong; blanks for tabs and for letters that look like blanks; a blank that is
missing after a colon or a dash, or a colon after an id. Nothing else in the file changes, comments and layout are kept.

A sound file that does not say which version of the format it is written in is told so: a later version will know it by
that line. Without it, it is taken for one of the newest.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from untaken.model import FORMAT
from untaken.reading.diagnostics import ERROR, WARNING, Diagnostic, count
from untaken.text.edits import Edit, applied, without_overlaps
from untaken.text.span import LINE_BREAK, Span

Check = Callable[[str], Sequence[Diagnostic]]
"""All problems that there are while a file holds this text."""

MOST_ROUNDS = 200
"""Broken YAML shows one mistake at a time; a file with more is not worth mending by a program."""


@dataclass(frozen=True)
class Fixed:
    """A text after its cures, the changes that were made in it, and the problems that are left."""

    text: str
    edits: tuple[Edit, ...]
    problems: tuple[Diagnostic, ...]


def fix(text: str, path: str, check: Check) -> Fixed:
    """Apply the safe cures of a file's mistakes until there are none left, or none of them makes it better."""
    problems: Sequence[Diagnostic] = check(text)
    made: list[Edit] = []
    for _ in range(MOST_ROUNDS):
        curable = [each for each in problems if each.edits and each.span.path == path]
        better = next((found for found in _attempts(text, curable, problems, check) if found), None)
        if better is None:
            break
        text, problems, edits = better.text, better.problems, better.edits
        made += edits
    return Fixed(text, tuple(sorted(made, key=lambda each: (each.span.line, each.span.column))), tuple(problems))


def _attempts(
    text: str, curable: Sequence[Diagnostic], problems: Sequence[Diagnostic], check: Check
) -> Iterable[Fixed | None]:
    """All cures at once; where these do not all help, one after the other."""
    if curable:
        yield _attempt(text, curable, problems, check)
    if len(curable) > 1:
        yield from (_attempt(text, [each], problems, check) for each in curable)


def _attempt(text: str, cured: Sequence[Diagnostic], problems: Sequence[Diagnostic], check: Check) -> Fixed | None:
    edits = without_overlaps(edit for each in cured for edit in each.edits)
    after_text = applied(text, edits)
    after = check(after_text)
    gone = {(each.span.line, each.code, each.message) for each in cured}
    stayed = any((each.span.line, each.code, each.message) in gone for each in after)
    return None if stayed or _badness(after) >= _badness(problems) else Fixed(after_text, tuple(edits), tuple(after))


def _badness(problems: Iterable[Diagnostic]) -> tuple[int, ...]:
    """The less the better. While YAML is broken, the further down the better: the rest of the file is not seen."""
    found = list(problems)
    broken = [(each.span.line, each.span.column) for each in found if each.code == "yaml-syntax"]
    line, column = min(broken, default=(0, 0))
    return len(broken), -line, -column, count(found, ERROR), count(found, WARNING)


_KEY = re.compile(r"(?m)^[a-z-]+ *:")


def with_format_line(fixed: Fixed, path: str) -> Fixed:
    """The same with `format: 1` before its first key, where the text lacks that line and has no errors."""
    first = _KEY.search(fixed.text)
    faulty = any(each.severity is ERROR and each.span.path == path for each in fixed.problems)
    if first is None or faulty or re.search(r"(?m)^[\"']?format[\"']? *:", fixed.text):
        return fixed
    line = len(LINE_BREAK.findall(fixed.text, 0, first.start())) + 1
    ending = "\r\n" if "\r\n" in fixed.text else "\n"
    edit = Edit(Span(path, line, 1, 0), f"format: {FORMAT}{ending}")
    # The other changes are to be found where they stand by now.
    lower = [replace(each, span=replace(each.span, line=each.span.line + 1)) for each in fixed.edits]
    return Fixed(applied(fixed.text, [edit]), (edit, *lower), fixed.problems)


_LINE = re.compile("[^\n]*\n|[^\n]+")


def difference(before: str, after: str, path: str) -> str:
    """The changes as a unified diff, as `patch` and `git apply` take it; nothing where there are none."""
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
