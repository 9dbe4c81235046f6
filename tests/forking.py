"""Runs the program in children of one process that has imported all of it: twenty runs cost little more than one.

Only for a process of its own, without threads: what a test wants of many runs is a script that it starts.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from untaken import cli
from untaken.cli.roll import load_all

HEAVY = ("pptx", "typst", "bibtexparser", "rispy", "segno", "textual", "untaken.faces.plain", "untaken.writing.page")
SECONDS = 60


@dataclass(frozen=True)
class Forked:
    """What a run came to; `code` is negative where a signal ended it."""

    code: int
    out: str
    err: str


def import_everything() -> None:
    """What commands import when they need it, imported once for all children."""
    load_all()
    for name in HEAVY:
        import_module(name)


def run(*words: str, cwd: Path, first: Callable[[], object] = lambda: None) -> Forked:
    """Run the program in a child, which calls `first` before it begins; it has no terminal, and nothing is typed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        pid = os.fork()
        if pid == 0:
            _child(words, cwd, first, out.fileno(), err.fileno())
        _, status = os.waitpid(pid, 0)
        texts = [os.pread(file.fileno(), 10_000_000, 0).decode("utf-8", "replace") for file in (out, err)]
    return Forked(os.waitstatus_to_exitcode(status), *texts)


def _child(words: tuple[str, ...], cwd: Path, first: Callable[[], object], out: int, err: int) -> None:
    code = 70
    try:
        os.chdir(cwd)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.argv = ["untaken", *words]
        signal.alarm(SECONDS)
        first()
        cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)
