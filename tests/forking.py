"""Runs the program in children of one process that has imported all of it: twenty runs cost little more than one.

    ran = run_all([Case(["list"]), Case(["check", "large.yaml"], memory=1 << 30)], cwd=tmp_path)

Only a process of its own, without threads, has such children. `run_all` starts one.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from program import environment
from untaken import cli
from untaken.cli.roll import load_all

HEAVY = ("pptx", "typst", "bibtexparser", "rispy", "segno", "textual", "untaken.faces.plain", "untaken.writing.page")
SECONDS = 60


@dataclass(frozen=True)
class Case:
    """The words of a run; how many bytes it may have of memory, 0 for as many as there are; and as whom it runs."""

    words: Sequence[str]
    memory: int = 0
    user: int = 0

    def limit(self) -> None:
        if self.memory:
            resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))
        if self.user:
            os.setgroups([])
            os.setgid(self.user)
            os.setuid(self.user)


@dataclass(frozen=True)
class Forked:
    """What a run came to; `code` is negative where a signal ended it."""

    code: int
    out: str
    err: str


def run_all(cases: Sequence[Case], cwd: Path) -> list[Forked]:
    """What each of these runs comes to, one after the other. None of them shows a traceback."""
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps([vars(each) for each in cases]),
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    ran = [Forked(*each) for each in json.loads(done.stdout)]
    for each in ran:
        assert "Traceback" not in each.out + each.err, each.err
    return ran


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


def main() -> None:
    import_everything()
    cases = [Case(**each) for each in json.load(sys.stdin)]
    ran = [run(*each.words, cwd=Path(), first=each.limit) for each in cases]
    json.dump([(each.code, each.out, each.err) for each in ran], sys.stdout)


if __name__ == "__main__":
    main()
