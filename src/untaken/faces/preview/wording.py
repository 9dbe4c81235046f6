"""What the preview says of its scenarios, the same in the terminal and on the page."""

from collections.abc import Sequence
from pathlib import Path

from untaken.faces.preview.preview import Preview, Watched, changed, gone
from untaken.reading.diagnostics import ERROR, WARNING, Diagnostic, count
from untaken.reading.disk import NO_SUCH_FILE
from untaken.telling.phrases import previews as words
from untaken.text.naming import counted


def tally(problems: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are."""
    return words.tally(count(problems, ERROR), count(problems, WARNING))


def watching(preview: Preview, folder: Path) -> str:
    """What is watched, for the first line."""
    names = [each.name for each in preview.watched]
    what = ", ".join(names) if 0 < len(names) <= 3 else counted(len(names), "scenario")
    return words.watching(what, str(folder))


def report(before: Preview, after: Preview) -> tuple[list[str], list[Diagnostic]]:
    """What a check found new: its lines for the terminal, and the problems to show below them.

    What was sound before and is sound again is left to the line that says how long the drawing took.
    """
    lines = [words.gone(each.name) for each in gone(before, after)]
    seen = changed(before, after)
    shared = list(after.problems) if after.problems != before.problems else []
    problems = sorted(
        [*shared, *(problem for each in seen for problem in each.problems)],
        key=lambda each: (each.span.path, each.span.line, each.span.column),
    )
    mended = [] if after.problems else before.problems
    if problems or mended or len(seen) > 1 or (seen and not seen[0].waiting):
        lines.append(f"{_who(seen, shared or mended)}: {tally(problems)}{_stays(seen)}")
    return lines, problems


def _who(seen: Sequence[Watched], shared: Sequence[Diagnostic]) -> str:
    """What a line is about: the file that several share, where that has changed, else the scenarios."""
    if shared:
        return ", ".join(dict.fromkeys(each.span.path for each in shared))
    return seen[0].name if len(seen) == 1 else counted(len(seen), "scenario")


def _stays(seen: Sequence[Watched]) -> str:
    """What becomes of the pictures of scenarios that have errors now."""
    faulty = [each for each in seen if each.point is None]
    pictures = [each.picture for each in faulty if each.picture]
    if not faulty:
        return ""
    return words.stays(pictures[0].at if len(faulty) == len(pictures) == 1 else "", len(pictures))


def finished(done: Sequence[Watched], seconds: float, spoken: bool) -> list[str]:
    """What came of drawing these, which took so long together; `spoken` says that their problems were told before."""
    lines = [f"{each.name}: {_refused(each)}" for each in done if each.failed]
    drawn = [each for each in done if not each.failed]
    if len(drawn) == 1:
        lines.append(words.drawn_in(drawn[0].name, seconds, "" if spoken else tally(drawn[0].problems)))
    elif drawn:
        lines.append(words.drawn_in(counted(len(drawn), "scenario"), seconds))
    return lines


def _refused(watched: Watched) -> str:
    return words.not_drawn(watched.failure.reason) if watched.failure else ""


def state(watched: Watched, shared: Sequence[Diagnostic], fault: str = "") -> str:
    """Sign and word for how a scenario is: what is wrong with it and with what it shares."""
    if fault:
        return f"✗ {words.NOT_READ}"
    problems = [*watched.problems, *shared]
    sign = "✗" if count(problems, ERROR) or watched.failed else "▲" if problems else "✓"
    return f"{sign} {words.NOT_DRAWN if watched.failed and not problems else tally(problems)}"


def banner(watched: Watched, shared: Sequence[Diagnostic]) -> str:
    """Why the picture is not that of the file, and which it is; nothing where it is."""
    if watched.picture is not None and not watched.stale:
        return ""
    cause = _cause(watched, shared)
    return words.shown_is(cause, watched.picture.at if watched.picture else "") if cause else ""


def _cause(watched: Watched, shared: Sequence[Diagnostic]) -> str:
    if watched.failed and watched.failure:
        return words.failed(watched.failure.reason)
    if watched.point is not None:
        return ""
    errors = [each for each in (*watched.problems, *shared) if each.severity is ERROR]
    if not errors or errors[0].rule.leaves_nothing:
        is_there = any(Path(each.span.path) == watched.path and each.message != NO_SUCH_FILE for each in errors)
        return words.CANNOT_BE_READ if is_there else words.GONE
    where = "" if Path(errors[0].span.path) == watched.path else Path(errors[0].span.path).name
    return words.mistakes(where, len(errors), errors[0].span.line)
