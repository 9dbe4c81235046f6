"""However the program is ended, nothing lives on: no process that draws, and no folder that the next run does not clear."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import EXAMPLE, TOP, command, environment, eventually, run
from untaken.writing.scratch import Scratch

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")

HANGS = """\
import sys, time
if "untaken.writing.engine.worker" in sys.orig_argv:
    import pygraphviz
    def hang(graph, *args, **kwargs):
        # In its library Graphviz holds everything else in its process up, too.
        while True:
            pass
    pygraphviz.AGraph.draw = hang
"""
DOT_HANGS = """\
#!/bin/sh
case "$*" in *-V*) echo "dot - graphviz version 9.0.0 (0)" >&2; exit 0;; esac
while :; do :; done
"""


@pytest.fixture
def surroundings(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a folder of its own for temporary files, in which drawing never ends."""
    for name in ("tmp", "path", "bin"):
        (tmp_path / name).mkdir()
    (tmp_path / "path" / "sitecustomize.py").write_text(HANGS, encoding="utf-8")
    (tmp_path / "bin" / "dot").write_text(DOT_HANGS, encoding="utf-8")
    (tmp_path / "bin" / "dot").chmod(0o755)
    yield {
        "TMPDIR": str(tmp_path / "tmp"),
        "PYTHONPATH": str(tmp_path / "path"),
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
    }
    for pid in alive(tmp_path):
        os.kill(pid, signal.SIGKILL)


def alive(folder: Path) -> list[int]:
    """The processes that have their temporary files in a folder of this test, but for those that have ended already."""
    sign = f"TMPDIR={folder / 'tmp'}\0".encode()
    found = []
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdigit() and sign in (each / "environ").read_bytes() and (each / "cmdline").read_bytes():
                found.append(int(each.name))
        except OSError:
            continue
    return found


def drawing(folder: Path, env: dict[str, str], processes: int) -> "subprocess.Popen[bytes]":
    """A program that has begun to draw: so many processes are there, it and those that draw for it."""
    line = command("render", EXAMPLE / "ferry.yaml", "-f", "png", "-o", folder / "out")
    with open(folder / "said", "wb") as said:
        child = subprocess.Popen(line, cwd=folder, env=environment(env), stdout=said, stderr=said)
    begun = eventually(lambda: len(alive(folder)) >= processes or child.poll() is not None)
    if not begun or child.poll() is not None:
        ended = child.poll()
        child.kill()
        child.wait()
        pytest.fail(f"it did not begin to draw (exit code {ended}): {(folder / 'said').read_text()}")
    # What draws has to be at it, not at its imports.
    time.sleep(1.5)
    return child


@pytest.mark.parametrize(
    ("engine", "sign"),
    [
        ("", signal.SIGINT),
        ("", signal.SIGTERM),
        ("", signal.SIGKILL),
        ("path", signal.SIGHUP),
        ("path", signal.SIGKILL),
    ],
)
def test_nothing_that_draws_outlives_the_program(
    tmp_path: Path, surroundings: dict[str, str], engine: str, sign: signal.Signals
) -> None:
    env = surroundings | {"UNTAKEN_ENGINE": engine}
    child = drawing(tmp_path, env, 3 if engine else 2)
    child.send_signal(sign)
    code = child.wait(30)
    assert eventually(lambda: alive(tmp_path) == [], 10)
    assert not (tmp_path / "out").exists()
    if sign is signal.SIGKILL:
        [left] = (tmp_path / "tmp").iterdir()
        os.utime(left, (time.time() - 100,) * 2)
        ran = run(
            "render", EXAMPLE / "ferry.yaml", "-f", "svg", "-o", "out", cwd=tmp_path, env={"TMPDIR": env["TMPDIR"]}
        )
        assert ran.code == 0, ran.err
    else:
        assert code == 128 + sign
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_folder_that_somebody_uses_is_left_alone_and_so_is_one_that_was_just_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    used = Scratch()
    for name in ("untaken-young", "untaken-old", "somebody-else"):
        (tmp_path / name / "fonts").mkdir(parents=True)
    (tmp_path / "untaken-file").touch()
    (tmp_path / "untaken-link").symlink_to(TOP)
    for name in (used.path.name, "untaken-old", "somebody-else", "untaken-file"):
        os.utime(tmp_path / name, (1, 1))
    with Scratch() as folder:
        kept = {"untaken-young", "somebody-else", "untaken-file", "untaken-link", used.path.name, folder.name}
        assert {path.name for path in tmp_path.iterdir()} == kept
    assert not folder.exists()
    used.cleanup()
    used.cleanup()
    assert not used.path.exists()


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_a_watch_and_the_next_run_clears_what_it_left(
    tmp_path: Path, surroundings: dict[str, str], sign: signal.Signals
) -> None:
    with subprocess.Popen(
        command("watch", EXAMPLE / "ferry.yaml"),
        cwd=tmp_path,
        env=environment(surroundings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert eventually(lambda: len(alive(tmp_path)) >= 2)
        child.send_signal(sign)
        child.wait(30)
    assert eventually(lambda: alive(tmp_path) == [], 10)
    for left in (tmp_path / "tmp").iterdir():
        os.utime(left, (time.time() - 100,) * 2)
    ran = run(
        "render", EXAMPLE / "ferry.yaml", "-f", "svg", "-o", "out", cwd=tmp_path, env={"TMPDIR": surroundings["TMPDIR"]}
    )
    assert ran.code == 0, ran.err
    assert list((tmp_path / "tmp").iterdir()) == []
