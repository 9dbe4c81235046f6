"""What `check --fix` does: finds the files with safe cures, and writes or shows what comes of them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from untaken.checking.desk import Desk
from untaken.checking.fixing import Fixed, difference, fix, with_format_line
from untaken.checking.loading import load
from untaken.cli.options import exit_code
from untaken.faces.terminal import put, say, show_trouble
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.disk import cause
from untaken.text.naming import counted
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_whole

_MARK = "\ufeff"
"""Some editors begin a file with it to say that it is UTF-8."""


@dataclass(frozen=True)
class _Mended:
    """A file's text before and after its cures."""

    path: Path
    before: str
    fixed: Fixed


def write_fixes(paths: Sequence[Path], quiet: bool) -> bool:
    """Mend the files and say what was changed, on standard error with `quiet`; whether all of them could be written."""
    all_written = True
    for each in _mended(paths):
        try:
            write_whole(Path(os.path.realpath(each.path)), each.fixed.text.encode("utf-8"))
        except OSError as error:
            show_trouble(Trouble(cause(error), "nothing was changed in it; check the file's permissions", each.path))
            all_written = False
            continue
        for edit in each.fixed.edits:
            say(f"{each.path}:{edit}", error=quiet)
    return all_written


def show_fixes(paths: Sequence[Path]) -> int:
    """Show what `--fix` would change, and how many changes that are."""
    loaded = load(paths)
    mended = list(_mended(paths))
    for each in mended:
        put(difference(each.before, each.fixed.text, each.path.as_posix()))
    edits = sum(len(each.fixed.edits) for each in mended)
    say(f"{counted(edits, 'change')} in {counted(len(mended), 'file')}; nothing was written", error=True)
    return exit_code(loaded.problems)


def _mended(paths: Sequence[Path]) -> Iterator[_Mended]:
    """Every file that has safe cures, mended one after the other: what one file says may cure the next."""
    desk = Desk()
    loaded = load(paths, desk)
    sound = {path: point.scenario for path, point in loaded.read.items() if point}
    unstated = [str(path) for path, scenario in sound.items() if "format" not in scenario.model_fields_set]
    waiting = list(dict.fromkeys([*_curable(loaded.problems), *unstated]))
    done: set[str] = set()
    while waiting:
        name = waiting[0]
        done.add(name)
        mended = _mend(Path(name), paths, desk)
        if mended.fixed.edits:
            yield mended
        desk = desk.with_text(mended.path, mended.fixed.text.removeprefix(_MARK))
        waiting = list(dict.fromkeys([*_curable(mended.fixed.problems), *waiting]))
        waiting = [each for each in waiting if each not in done]


def _curable(problems: Sequence[Diagnostic]) -> list[str]:
    return list(dict.fromkeys(each.span.path for each in problems if each.edits))


def _mend(path: Path, paths: Sequence[Path], desk: Desk) -> _Mended:
    before = path.read_bytes().decode("utf-8")
    mark = _MARK if before.startswith(_MARK) else ""
    fixed = fix(before.removeprefix(_MARK), str(path), lambda text: load(paths, desk.with_text(path, text)).problems)
    fixed = with_format_line(fixed, str(path))
    return _Mended(path, before, Fixed(mark + fixed.text, fixed.edits, fixed.problems))
