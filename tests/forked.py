"""Runs the program in processes of their own that need not import it: they are forked off one that has.

Whoever wants every program to be started from nothing, as a user's is, sets UNTAKEN_TESTS_START_ANEW=1. Where a test is
about the start itself, about what ends a process, or about its streams, it starts the program anew in any case.
"""

import atexit
import json
import os
import pkgutil
import resource
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

_ANEW = sys.platform != "linux" or bool(os.environ.get("UNTAKEN_TESTS_START_ANEW"))
_LONGEST = 1_000_000
_NOT_AT_ONCE = ("untaken.__main__", "untaken.cli.", "untaken.faces.screen", "untaken.writing.engine.worker")
"""Modules that not even this process imports: they run something, are known as soon as they are there, or need long."""


def is_enough(env: Mapping[str, str]) -> bool:
    """Whether nothing of what is added to the environment matters to Python's own start."""
    return not _ANEW and all(name == "PYTHONUNBUFFERED" or not name.startswith("PYTHON") for name in env)


class Forked:
    """A program that runs; like `subprocess.Popen`, as far as tests want it. Use it as a context manager, or wait."""

    def __init__(
        self,
        args: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        streams: tuple[int, int, int],
        owns_terminal: bool = False,
        memory: int = 0,
    ) -> None:
        """Start it with these arguments; `streams` are descriptors of its input, output and errors.

        It may have so many bytes of `memory`, and as many as there are where that is 0.
        """
        self.returncode: int | None = None
        self._ours, theirs = socket.socketpair()
        wanted = {"args": [*args], "cwd": str(cwd), "env": {**env}, "owns_terminal": owns_terminal, "memory": memory}
        data = json.dumps(wanted).encode("utf-8", "surrogateescape")
        with theirs:
            socket.send_fds(_nursery(), [data], [*streams, theirs.fileno()])
        self._answers = self._ours.makefile("rb")
        self.pid = int(self._answers.readline())

    def __enter__(self) -> "Forked":
        return self

    def __exit__(self, *error: object) -> None:
        self.wait()

    def poll(self) -> int | None:
        """The exit code, minus the signal that ended it, or None while it runs."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, as soon as it has ended. Raises subprocess.TimeoutExpired."""
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("untaken", timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def _ended(self, timeout: float | None) -> int | None:
        if self.returncode is None and select.select([self._ours], [], [], timeout)[0]:
            self.returncode = int(self._answers.readline())
            self._answers.close()
            self._ours.close()
        return self.returncode


_starting = threading.Lock()
_started: list[socket.socket] = []


def _nursery() -> socket.socket:
    """The way to the process that forks, which is started when it is first wanted."""
    with _starting:
        if not _started:
            ours, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
            line = [sys.executable, __file__, str(theirs.fileno())]
            child = subprocess.Popen(line, pass_fds=[theirs.fileno()], env=os.environ | {"PYTHONUTF8": "1"})
            theirs.close()
            _started.append(ours)
            atexit.register(lambda: (ours.close(), child.wait()))
        return _started[0]


# ── in the process that forks ──


def _import_the_house() -> None:
    import untaken
    import untaken.cli.app

    for module in pkgutil.walk_packages(untaken.__path__, "untaken.", onerror=lambda name: None):
        if not module.name.startswith(_NOT_AT_ONCE):
            __import__(module.name)


def _serve(requests: socket.socket) -> None:
    """Fork off what is asked for, until nobody is left to ask. Returns in the process of a program, too."""
    while True:
        data, descriptors, *_ = socket.recv_fds(requests, _LONGEST, 4)
        if not data:
            return
        if os.fork() == 0:
            requests.close()
            _keep(json.loads(data.decode("utf-8", "surrogateescape")), descriptors)
        for each in descriptors:
            os.close(each)
        while _is_anyone_reaped():
            pass


def _is_anyone_reaped() -> bool:
    try:
        return os.waitpid(-1, os.WNOHANG)[0] > 0
    except ChildProcessError:
        return False


def _keep(wanted: dict[str, Any], descriptors: Sequence[int]) -> None:
    """Fork off the program, and tell what it ends with. Never returns."""
    *streams, teller = descriptors
    pid = os.fork()
    if pid == 0:
        os.close(teller)
        _become(wanted, streams)
    for each in streams:
        os.close(each)
    os.write(teller, f"{pid}\n".encode())
    _, status = os.waitpid(pid, 0)
    os.write(teller, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _become(wanted: dict[str, Any], streams: Sequence[int]) -> None:
    """Be the program, from its first line to the end of the process."""
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
    for descriptor in streams:
        os.close(descriptor)
    os.chdir(wanted["cwd"])
    os.environ.clear()
    os.environ.update(wanted["env"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if wanted["owns_terminal"]:
        take_the_terminal()
    if wanted["memory"]:
        resource.setrlimit(resource.RLIMIT_AS, (wanted["memory"], wanted["memory"]))
    _open_streams(is_unbuffered=bool(wanted["env"].get("PYTHONUNBUFFERED")))
    sys.argv = ["untaken", *wanted["args"]]
    code = 0
    try:
        runpy.run_module("untaken", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
        code = 1
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    os._exit(code)


def _open_streams(is_unbuffered: bool) -> None:
    """Standard input, output and errors as Python has them where it speaks UTF-8."""
    size = 0 if is_unbuffered else -1
    out, errors = (open(number, "wb", closefd=False, buffering=size) for number in (1, 2))  # noqa: SIM115
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stdout = TextIOWrapper(out, "utf-8", "surrogateescape", None, os.isatty(1), is_unbuffered)
    sys.stderr = TextIOWrapper(errors, "utf-8", "backslashreplace", None, True, is_unbuffered)


def take_the_terminal() -> None:
    """Be the process that a terminal, which standard input is, sends its signals to."""
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


if __name__ == "__main__":
    # Ctrl-C is for the tests, which end this process by leaving.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path[0] = ""
    _import_the_house()
    _serve(socket.socket(fileno=int(sys.argv[1])))
