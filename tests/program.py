"""Runs the real program, as a person would at a prompt: in a process of its own, in a folder, in a terminal or not."""

import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import forked

TOP = Path(__file__).resolve().parents[1]
EXAMPLE = TOP / "tests" / "example"
SHIPPED = {path.stem for path in (TOP / "scenarios").rglob("*.yaml")} - {"collection"}
READING_SHIPPED = f"no scenarios are here; reading those that came with untaken: {TOP / 'scenarios'}\n"
"""What is said where the scenarios of the program are taken for want of others."""
SECONDS = 120
_BETWEEN_LOOKS = 0.03


def eventually(holds: Callable[[], object], seconds: float = 30) -> bool:
    """Whether something comes true within so many seconds, in which this process runs and the machine is not paused."""
    for _ in range(int(seconds / _BETWEEN_LOOKS)):
        if holds():
            return True
        time.sleep(_BETWEEN_LOOKS)
    return bool(holds())


@dataclass(frozen=True)
class Ran:
    """What a run came to."""

    code: int
    out: str
    err: str

    @property
    def paths(self) -> list[str]:
        """The files that `render` names."""
        return [path for line in self.out.splitlines() for path in line.split("  (")[0].split(", ")]


def environment(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """This environment without what would change how the program prints, and with `env`."""
    other = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "UNTAKEN_ENGINE"}
    # Compiling the program anew for every run would take as long as the runs themselves.
    other.add("PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in other}
    # Nothing is remembered from one test to the next.
    return kept | {"PYTHONUTF8": "1", "TERM": "xterm-256color", "UNTAKEN_CACHE": ""} | dict(env or {})


def command(*args: str | Path) -> list[str]:
    """The command line that runs the program with these arguments."""
    return [sys.executable, "-m", "untaken", *map(str, args)]


def started(
    *args: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    streams: tuple[int, int, int],
    owns_terminal: bool = False,
    memory: int = 0,
) -> "forked.Forked | subprocess.Popen[bytes]":
    """The program in a process of its own, with these descriptors as its input, output and errors."""
    if forked.is_enough(env or {}):
        words, environ = [*map(str, args)], environment(env)
        return forked.Forked(words, cwd=cwd, env=environ, streams=streams, owns_terminal=owns_terminal, memory=memory)
    assert not memory
    stdin, stdout, stderr = streams
    return subprocess.Popen(
        command(*args),
        cwd=cwd,
        env=environment(env),
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        preexec_fn=forked.take_the_terminal if owns_terminal else None,
    )


def run(
    *args: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    typed: str = "",
    seconds: float = SECONDS,
    memory: int = 0,
) -> Ran:
    """Run the program to its end; no terminal is there, and standard input holds what is `typed`.

    It may have so many bytes of `memory`, and as many as there are where that is 0.
    Whatever it is given, it shows no traceback.
    """
    (hears, speaks), *ends = [os.pipe() for _ in range(3)]
    child = started(*args, cwd=cwd, env=env, streams=(hears, ends[0][1], ends[1][1]), memory=memory)
    for each in (hears, ends[0][1], ends[1][1]):
        os.close(each)
    patience = threading.Timer(seconds, child.kill)
    patience.start()
    with ThreadPoolExecutor(2) as pool:
        said = [pool.submit(_all_of, end) for end, _ in ends]
        with suppress(BrokenPipeError), open(speaks, "wb") as typing:
            typing.write(typed.encode("utf-8"))
    assert child.wait() != -signal.SIGKILL or patience.is_alive(), f"it ran for more than {seconds} seconds"
    patience.cancel()
    ran = Ran(child.wait(), *(each.result().decode("utf-8") for each in said))
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


def together(*args: str | Path, cwd: Path) -> tuple[int, str]:
    """The exit code, and all that a run prints on both its streams, in the order in which it is printed."""
    hears, prints = os.pipe()
    with open(os.devnull) as nothing:
        child = started(*args, cwd=cwd, env={"PYTHONUNBUFFERED": "1"}, streams=(nothing.fileno(), prints, prints))
    os.close(prints)
    said = _all_of(hears).decode("utf-8")
    return child.wait(), said


def _all_of(descriptor: int) -> bytes:
    with open(descriptor, "rb") as file:
        return file.read()


def run_each(
    lines: Iterable[Sequence[str]], cwd: Path, env: Mapping[str, str] | None = None
) -> dict[tuple[str, ...], Ran]:
    """What each of these lines of arguments comes to; they run side by side."""
    with ThreadPoolExecutor() as pool:
        return dict(pool.map(lambda args: (tuple(args), run(*args, cwd=cwd, env=env)), lines))


class Live:
    """A program that runs until Ctrl-C and says on one line at which address it can be seen: `untaken watch`."""

    def __init__(self, *args: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> None:
        # A pipe that nobody empties would stop the program.
        self._said = [tempfile.TemporaryFile() for _ in range(2)]  # noqa: SIM115  closed at the end
        out, err = (file.fileno() for file in self._said)
        with open(os.devnull) as nothing:
            self.child = started(*args, cwd=cwd, env=env, streams=(nothing.fileno(), out, err))

    def __enter__(self) -> "Live":
        self.eventually(lambda: "http" in self.out)
        return self

    def __exit__(self, *error: object) -> None:
        self.child.kill()
        self.child.wait()
        for file in self._said:
            file.close()

    @property
    def out(self) -> str:
        return self._read(0)

    @property
    def err(self) -> str:
        return self._read(1)

    @property
    def address(self) -> str:
        """The address, with a slash at its end."""
        return next(line for line in self.out.splitlines() if line.startswith("http"))

    def get(self, path: str = "") -> str:
        """What the program serves under its address."""
        with urllib.request.urlopen(self.address + path.removeprefix("/"), timeout=SECONDS) as answer:
            return str(answer.read().decode("utf-8"))

    def state(self) -> dict[str, Any]:
        """The facts that the program serves."""
        return dict(json.loads(self.get("state.json")))

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The facts as soon as this holds of them and nothing is left to draw."""
        seen: dict[str, Any] = {}

        def settled() -> bool:
            try:
                seen.update(self.state())
            except OSError:
                # Whether it has ended is looked at next, and what it said is shown.
                return False
            return seen["settled"] and holds(seen)

        self.eventually(settled)
        return seen

    def eventually(self, holds: Callable[[], bool]) -> None:
        """Wait until something comes true while the program runs."""
        assert eventually(lambda: holds() or self.child.poll() is not None), self.out + self.err
        assert self.child.poll() is None or holds(), self.out + self.err

    def end(self) -> Ran:
        """Press Ctrl-C, and see what it all came to."""
        self.child.send_signal(signal.SIGINT)
        code = self.child.wait(timeout=SECONDS)
        ran = Ran(code, self.out, self.err)
        assert "Traceback" not in ran.out + ran.err, ran.err
        return ran

    def _read(self, stream: int) -> str:
        return os.pread(self._said[stream].fileno(), 10_000_000, 0).decode("utf-8")


def screen(
    *args: str | Path, cwd: Path, columns: int, env: Mapping[str, str] | None = None, out: int | None = None
) -> tuple[int, str]:
    """The exit code, and what a terminal of so many columns was sent; standard output may go to `out` instead."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    with started(*args, cwd=cwd, env=env, streams=(theirs, out or theirs, theirs)) as child:
        os.close(theirs)
        sent = b""
        while chunk := _read(ours):
            sent += chunk
    os.close(ours)
    text = sent.decode("utf-8").replace("\r\n", "\n")
    assert "Traceback" not in text, text
    return child.returncode, text


def converse(*args: str | Path, cwd: Path, answers: Sequence[tuple[str, str]]) -> tuple[int, str]:
    """The exit code, and what a terminal was sent, when somebody types: each answer when its question has come.

    An answer of "\x03" is Ctrl-C, one of "\x04" Ctrl-D.
    """
    import pty

    ours, theirs = pty.openpty()
    streams = (theirs, theirs, theirs)
    with started(*args, cwd=cwd, env={"NO_COLOR": "1"}, streams=streams, owns_terminal=True) as child:
        os.close(theirs)
        patience = threading.Timer(SECONDS, child.kill)
        patience.start()
        sent, seen = b"", 0
        waiting = [(question.encode(), answer.encode()) for question, answer in answers]
        # A key that is typed while the program takes hold of the terminal may be lost: it is typed again.
        last = waiting[-1][1] if waiting[-1][1] in (b"\x03", b"\x04") else b""
        while chunk := _read(ours, again=b"" if waiting else last):
            sent += chunk
            while waiting and (at := sent.find(waiting[0][0], seen)) >= 0:
                question, answer = waiting.pop(0)
                seen = at + len(question)
                os.write(ours, answer)
        patience.cancel()
    os.close(ours)
    text = sent.decode("utf-8").replace("\r\n", "\n")
    assert "Traceback" not in text, text
    assert not waiting, text
    return child.returncode, text


def _read(terminal: int, again: bytes = b"") -> bytes:
    """The next bytes; none when the other side has closed, which Linux reports as an error.

    While none come, the key `again` is typed once a second.
    """
    try:
        while again and not select.select([terminal], [], [], 1)[0]:
            os.write(terminal, again)
        return os.read(terminal, 65536)
    except OSError:
        return b""


def uncoloured(text: str) -> str:
    """What a terminal shows of a text that only changes colours, each line without the blanks behind it."""
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert "\x1b" not in plain, repr(plain)
    return "".join(f"{line.rstrip()}\n" for line in plain.splitlines())
