"""The child process: takes DOT or jobs on standard input, gives drawings on standard output, until its input ends.

A request is a line of JSON: {"dot": text, "format": "png" | "pdf" | "json0" …, "layout": "dot" | "nop2"}, or {"work": a
pickle in base64} for the pages of a whole job, which come back as a pickle. The answer is a line of JSON, {"size":
bytes, "complaint": text, "failure": text}, and then that many bytes. Before the first request comes one line that says
which Graphviz there is. What displeases Graphviz it writes to file descriptor 2; that becomes `complaint`.
"""

import base64
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

Draw = Callable[[str, str, str], bytes]

WITHOUT = "without"
"""Behind the number of the parent's process: Graphviz is not to be looked for before it is asked to draw."""
_PALETTE = "png:cairo:gd"


def embedded() -> tuple[str, Draw]:
    """Graphviz in this process. Raises ImportError, OSError where the wheel or its system libraries are missing."""
    import pygraphviz
    from pygraphviz import graphviz as library

    def drawn(dot: str, format: str, layout: str) -> bytes:
        graph = pygraphviz.AGraph(string=dot)
        try:
            return bytes(graph.draw(format=format, prog=layout))
        finally:
            graph.close()

    packed = _packed(drawn)

    def draw(dot: str, format: str, layout: str) -> bytes:
        return drawn(dot, packed if format == "png" else format, layout)

    graphviz_version = (
        f"{library.GRAPHVIZ_MAJOR_VERSION}.{library.GRAPHVIZ_MINOR_VERSION}.{library.GRAPHVIZ_PATCH_VERSION}"
    )
    return f"Graphviz {graphviz_version} (embedded, pygraphviz {pygraphviz.__version__})", draw


def _packed(draw: Draw) -> str:
    """How to ask for a PNG: packed by gd in a palette, half as large in half the time, where Graphviz came with gd."""
    try:
        return _PALETTE if draw("graph { a }", _PALETTE, "dot") else "png"
    except Exception:
        return "png"


def on_path() -> tuple[str, Draw]:
    """The program `dot`. Raises graphviz.ExecutableNotFound where there is none."""
    import graphviz

    version = ".".join(map(str, graphviz.version()))

    def draw(dot: str, format: str, layout: str) -> bytes:
        line = ["dot", f"-K{layout}", f"-T{format}"]
        after_fork = partial(_end_with_parent, os.getpid()) if sys.platform == "linux" else None
        return subprocess.run(
            line, input=dot.encode("utf-8"), stdout=subprocess.PIPE, check=True, preexec_fn=after_fork
        ).stdout

    return f"Graphviz {version} (the program dot on the path)", draw


def find(wanted: str) -> tuple[str, Draw, list[str]]:
    """The first Graphviz that works, what it is called, and what the others failed with."""
    engines = (("embedded", embedded), ("path", on_path))
    if wanted not in ("", *dict(engines)):
        return "", _none, [f"UNTAKEN_ENGINE is '{wanted}', and may be {' or '.join(dict(engines))}"]
    failures: list[str] = []
    for name, look in engines:
        if wanted in ("", name):
            try:
                found, draw = look()
                return found, draw, failures
            except Exception as error:  # whatever keeps a library from loading is worth telling, and no reason to stop
                failures.append(f"{name}: {type(error).__name__}: {error}")
    return "", _none, failures


def _none(dot: str, format: str, layout: str) -> bytes:
    return b""


def _later(dot: str, format: str, layout: str) -> bytes:
    """Draw with what is found only now."""
    found, draw, failures = find(os.environ.get("UNTAKEN_ENGINE", ""))
    if not found:
        raise RuntimeError("; ".join(failures))
    return draw(dot, format, layout)


def answer(draw: Draw, line: bytes, complaints: BinaryIO) -> tuple[dict[str, object], bytes]:
    """Draw one request; a failure is an answer without bytes."""
    request = json.loads(line)
    complaints.seek(0)
    complaints.truncate()
    try:
        data = (
            done(draw, request["work"])
            if "work" in request
            else draw(request["dot"], request["format"], request["layout"])
        )
        failure = ""
    except Exception as error:  # told to the parent, which knows what was asked
        data, failure = b"", f"{type(error).__name__}: {error}"
    complaints.seek(0)
    said = complaints.read().decode("utf-8", "replace")
    return {"size": len(data), "complaint": said, "failure": failure}, data


def done(draw: Draw, work: str) -> bytes:
    """The pages of a job, placed and drawn."""
    # Imported here: who only draws DOT needs none of it.
    from untaken.writing.making import made

    return pickle.dumps(made(pickle.loads(base64.b64decode(work)), draw))


def _end_with_parent(parent: int) -> None:
    """Let the system end this process when the one that started it has ended, however that was; Linux knows how."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_SIGNAL_OF_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() != parent:
            # It has ended already.
            os._exit(1)


_SET_SIGNAL_OF_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG in <linux/prctl.h>."""


def main() -> None:
    """Serve requests until standard input ends, or the program that gives them does."""
    _end_with_parent(int(sys.argv[1]))
    reply = os.fdopen(os.dup(1), "wb")
    complaints = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the process
    os.dup2(complaints.fileno(), 2)
    os.dup2(complaints.fileno(), 1)
    # Whoever draws without Graphviz does not wait for it.
    found, draw, failures = (
        ("", _later, []) if sys.argv[2:] == [WITHOUT] else find(os.environ.get("UNTAKEN_ENGINE", ""))
    )
    reply.write(json.dumps({"engine": found, "failures": failures}).encode() + b"\n")
    reply.flush()
    for line in sys.stdin.buffer:
        head, data = answer(draw, line, complaints)
        reply.write(json.dumps(head).encode() + b"\n" + data)
        reply.flush()


if __name__ == "__main__":
    main()
