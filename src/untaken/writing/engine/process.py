"""The parent's side of Graphviz: starts the child, asks it for drawings, stops it when it takes too long."""

import base64
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any

from untaken.telling.phrases import previews
from untaken.writing.engine.fonts import write_configuration
from untaken.writing.engine.worker import WITHOUT
from untaken.writing.scratch import Scratch

if TYPE_CHECKING:
    from untaken.drawing.place.tree import Arrangement

SECONDS = 60.0
"""How long one drawing or job may take."""


class EngineMissing(Exception):
    """No Graphviz works on this machine; the text says what was tried."""


class TooSlow(Exception):
    """A layout or drawing took longer than it may, and was stopped."""


class EngineFault(Exception):
    """Graphviz refused what this program gave it: a fault of this program."""


class Engine:
    """One child process with Graphviz in it; use it as a context manager. Not for several threads at once.

    Raises EngineMissing on entry where no Graphviz works, unless it is to be `without` one: places and SVG need none.
    """

    def __init__(self, seconds: float = SECONDS, without: bool = False) -> None:
        self.seconds, self._without = seconds, without
        self.name = ""
        self._closed = False
        self._child: subprocess.Popen[bytes] | None = None
        self._folder: Scratch | None = None

    def __enter__(self) -> "Engine":
        self._folder = Scratch()
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

    def arrange(self, dot: str) -> "Arrangement":
        """Where `dot` puts the nodes and edges of a graph. Raises TooSlow and EngineFault."""
        from untaken.writing.engine.arranged import arrangement

        # Its other JSON holds every text once more, and breaks letters in two where there are backslashes.
        return arrangement(json.loads(self.draw(dot, "json0")))

    def draw(self, dot: str, format: str, layout: str = "dot") -> bytes:
        """The drawing in a format of Graphviz's, laid out by one of its layouts. Raises TooSlow and EngineFault."""
        return self._ask({"dot": dot, "format": format, "layout": layout})

    def make(self, work: object) -> Any:
        """What `untaken.writing.making` makes of a job, in the child. Raises TooSlow and EngineFault."""
        return pickle.loads(self._ask({"work": base64.b64encode(pickle.dumps(work)).decode("ascii")}))

    @property
    def _manner(self) -> list[str]:
        return [WITHOUT] if self._without else []

    def _start(self) -> "subprocess.Popen[bytes]":
        assert self._folder is not None
        environment = os.environ | {"FONTCONFIG_FILE": str(write_configuration(self._folder.path))}
        # A session of its own keeps Ctrl-C from the child: the parent ends it, in order.
        child = self._child = subprocess.Popen(
            # -P: a file graphviz.py in the user's folder is not what is to be imported.
            [sys.executable, "-P", "-m", "untaken.writing.engine.worker", str(os.getpid()), *self._manner],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        if self._closed:
            # Another thread has closed this engine while it was started.
            self._stop()
            raise EngineFault("the drawing process was stopped")
        hello = _answer(child)
        if not hello.get("engine") and not (self._without and hello):
            self._stop()
            raise EngineMissing("; ".join(hello.get("failures", ["the drawing process did not start"])))
        self.name = hello["engine"]
        return child

    def _ask(self, request: dict[str, str]) -> bytes:
        if self._closed:
            raise EngineFault("the drawing process was stopped")
        child = self._child or self._start()
        assert child.stdin is not None
        assert child.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self.seconds, _end_late, (child, late))
        timer.start()
        try:
            child.stdin.write(json.dumps(request).encode() + b"\n")
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
            raise TooSlow(previews.too_slow(self.seconds))
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
# nothing but invisible letters, is no fault of the drawing; nor is that it has many nodes: they have their places.
_HARMLESS = re.compile(
    r"fontconfig|pango|couldn't load font|no hard-coded metrics|no value for width|may take a long time|^\s*$",
    re.IGNORECASE,
)


def _refuse(head: dict[str, Any]) -> None:
    """Raise EngineFault for what Graphviz complained of: it draws something else then, and says so nowhere else."""
    complaints = [line for line in head["complaint"].splitlines() if not _HARMLESS.search(line)]
    if head["failure"] or complaints:
        raise EngineFault("; ".join(filter(None, (head["failure"], *complaints))))
