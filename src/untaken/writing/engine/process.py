"""The parent's side of Graphviz: starts the child, asks it for drawings, stops it when it takes too long."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from untaken.writing.engine.fonts import write_configuration

SECONDS = 60.0
"""How long one layout or drawing may take."""


class EngineMissing(Exception):
    """No Graphviz works on this machine; the text says what was tried."""


class TooSlow(Exception):
    """A layout or drawing took longer than it may, and was stopped."""


class EngineFault(Exception):
    """Graphviz refused what this program gave it: a fault of this program."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node's centre and size, in points, from the lower left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """The size of a drawing in points, without its margin, and where its nodes lie."""

    width: float
    height: float
    boxes: dict[str, Box]


class Engine:
    """One child process with Graphviz in it; use it as a context manager. Not for several threads at once.

    Raises EngineMissing on entry where no Graphviz works.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.name = ""
        self._closed = False
        self._child: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> "Engine":
        self._folder = tempfile.TemporaryDirectory(prefix="untaken-", ignore_cleanup_errors=True)
        try:
            self._start()
        except BaseException:
            self._folder.cleanup()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child. Another thread that waits for a drawing gets EngineFault."""
        self._closed = True
        self._stop()
        if self._folder is not None:
            self._folder.cleanup()

    def layout(self, dot: str) -> Layout:
        """Where `dot` puts everything. Raises TooSlow and EngineFault."""
        # Its other JSON holds every text once more, and breaks letters in two where there are backslashes.
        laid_out = json.loads(self._ask(dot, "json0"))
        left, bottom, right, top = (float(each) for each in laid_out["bb"].split(","))
        boxes = {node["name"]: _box(node) for node in laid_out.get("objects", ()) if "pos" in node}
        return Layout(right - left, top - bottom, boxes)

    def draw(self, dot: str, format: str) -> bytes:
        """The drawing in a format of Graphviz's. Raises TooSlow and EngineFault."""
        return self._ask(dot, format)

    def _start(self) -> "subprocess.Popen[bytes]":
        assert self._folder is not None
        environment = os.environ | {"FONTCONFIG_FILE": str(write_configuration(Path(self._folder.name)))}
        # A session of its own keeps Ctrl-C from the child: the parent ends it, in order.
        child = self._child = subprocess.Popen(
            # -P: a file graphviz.py in the user's folder is not what is to be imported.
            [sys.executable, "-P", "-m", "untaken.writing.engine.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        hello = _answer(child)
        if not hello.get("engine"):
            self._stop()
            raise EngineMissing("; ".join(hello.get("failures", ["the drawing process did not start"])))
        self.name = hello["engine"]
        return child

    def _ask(self, dot: str, format: str) -> bytes:
        if self._closed:
            raise EngineFault("the drawing process was stopped")
        child = self._child or self._start()
        assert child.stdin is not None
        assert child.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self.seconds, _end_late, (child, late))
        timer.start()
        try:
            child.stdin.write(json.dumps({"dot": dot, "format": format}).encode() + b"\n")
            child.stdin.flush()
            head = _answer(child)
            data = child.stdout.read(head.get("size", 0))
        except (BrokenPipeError, ValueError):
            # The child was ended while it drew: for its slowness, or by another thread that closes this engine.
            head, data = {}, b""
        finally:
            timer.cancel()
        if late.is_set():
            self._stop()
            raise TooSlow(f"the drawing took longer than {self.seconds:g} seconds and was stopped")
        if not head or len(data) < head["size"]:
            self._stop()
            raise EngineFault("the drawing process ended before its time")
        _refuse(head)
        return data

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            _end_family(child)
            child.communicate()


def _box(node: dict[str, str]) -> Box:
    """A node of Graphviz's JSON, which gives places in points and sizes in inches."""
    x, y = map(float, node["pos"].split(","))
    return Box(x, y, 72 * float(node["width"]), 72 * float(node["height"]))


def _end_late(child: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    _end_family(child)


def _end_family(child: "subprocess.Popen[bytes]") -> None:
    """End the child and, where it runs the program `dot`, that too."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()


def _answer(child: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """The next line of the child's, empty where it has ended."""
    assert child.stdout is not None
    line = child.stdout.readline()
    return json.loads(line) if line.endswith(b"\n") else {}


# What fontconfig says of the machine's own files, pango of a letter that no font has, and Graphviz of a line that holds
# nothing but invisible letters, is no fault of the drawing.
_HARMLESS = re.compile(
    r"fontconfig|pango|couldn't load font|no hard-coded metrics|no value for width|^\s*$", re.IGNORECASE
)


def _refuse(head: dict[str, Any]) -> None:
    """Raise EngineFault for what Graphviz complained of: it draws something else then, and says so nowhere else."""
    complaints = [line for line in head["complaint"].splitlines() if not _HARMLESS.search(line)]
    if head["failure"] or complaints:
        raise EngineFault("; ".join(filter(None, (head["failure"], *complaints))))
