"""Graphviz in its child process: real layouts, real drawings, real failures."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from program import EXAMPLE, environment, eventually, run
from untaken.cli.doctor import mending
from untaken.drawing.place.tree import Arrangement
from untaken.writing.engine import Engine, EngineFault, EngineMissing, TooSlow
from untaken.writing.engine.alone import ending_late

TWO = (
    "digraph { graph [nodesep=0.25 ranksep=0.5 pad=0 splines=polyline] "
    "node [shape=box fixedsize=true width=1 height=0.5] edge [dir=none] a:s -> b:n }"
)
ARRANGED = Arrangement(72, 108, {"a": (36, 18), "b": (36, 90)}, {("a", "b"): ((36, 36), (36, 72))})
BROKEN = "digraph { a [label=<<TABLE><TR><TD>never closed</TABLE>>] }"
HUGE = "digraph {" + "".join(f"n{at} -> n{at * 7 % 2500}; n{at} -> n{at * 13 % 2500};" for at in range(2500)) + "}"
NO_LIBRARY = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="the program dot is not installed here")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX processes")


def test_an_arrangement_says_how_large_the_drawing_is_and_where_its_nodes_and_edges_lie() -> None:
    with Engine() as engine:
        assert engine.arrange(TWO) == ARRANGED


def test_what_has_its_place_stays_where_it_is() -> None:
    graph = 'graph [pad=0 margin=0 notranslate=true viewport="100,50,1,50,25"]'
    fixed = f'digraph {{ {graph} a [pos="20,30" shape=plain label=x] }}'

    with Engine() as engine:
        drawn = engine.draw(fixed, "svg", "nop2").decode()

    assert 'width="100pt" height="50pt"' in drawn
    assert re.search(r'text-anchor="middle" x="20" y="-25', drawn)


@pytest.mark.parametrize(
    ("format", "start"),
    [("svg", b"<?xml version="), ("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-1."), ("dot", b"digraph {")],
)
def test_it_draws(format: str, start: bytes) -> None:
    with Engine() as engine:
        assert engine.draw(TWO, format).startswith(start)


def test_one_child_draws_many_times_and_always_the_same() -> None:
    with Engine() as engine:
        assert len({engine.draw(TWO, "svg") for _ in range(20)}) == 1


@pytest.mark.parametrize("dot", [BROKEN, "digraph { a -> ", "digraph { a [label=<<FONT POINT-SIZE='x'>b</FONT>>] }"])
def test_what_graphviz_complains_of_is_a_fault_and_the_next_drawing_works(dot: str) -> None:
    with Engine() as engine:
        with pytest.raises(EngineFault):
            engine.draw(dot, "svg")

        assert engine.draw(TWO, "svg").startswith(b"<?xml")


def test_an_invisible_letter_is_no_fault() -> None:
    with Engine() as engine:
        assert engine.draw('digraph { a [fontname="Source Sans Pro" label="\u00ad"] }', "svg").startswith(b"<?xml")


def test_a_drawing_that_takes_too_long_is_stopped_and_a_later_one_works() -> None:
    with Engine(seconds=0.3) as engine:
        with pytest.raises(TooSlow, match=r"^the drawing took longer than 0\.3 seconds and was stopped$"):
            engine.arrange(HUGE)

        engine.seconds = 60
        assert engine.arrange(TWO).width == 72


def test_nothing_of_graphviz_reaches_our_streams(capfd: pytest.CaptureFixture[str]) -> None:
    with Engine() as engine:
        engine.draw(TWO, "png")
        with pytest.raises(EngineFault):
            engine.draw(BROKEN, "svg")

    assert capfd.readouterr() == ("", "")


PIDS = """
import json, os, sys, tempfile
from pathlib import Path
from untaken.writing.engine import Engine
try:
    with Engine() as engine:
        engine.draw("digraph { a }", "svg")
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        print(json.dumps({"children": children, "inside": os.listdir(tempfile.gettempdir())}))
        if sys.argv[1] == "raise":
            raise KeyError
except KeyError:
    pass
print(json.dumps(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))
"""


@on_linux
@pytest.mark.parametrize("ending", ["return", "raise"])
def test_the_child_and_its_folder_end_with_the_context(tmp_path: Path, ending: str) -> None:
    env = environment({"TMPDIR": str(tmp_path)})
    done = subprocess.run([sys.executable, "-c", PIDS, ending], env=env, capture_output=True, text=True)

    during, after = map(json.loads, done.stdout.splitlines())

    assert len(during["children"]) == 1
    assert len(during["inside"]) == 1
    assert after == []
    assert not runs(int(during["children"][0]))
    assert list(tmp_path.iterdir()) == []


@on_linux
def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "from untaken.writing.engine import Engine; e = Engine().__enter__(); print(e._child.pid, flush=True); input()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment({"TMPDIR": str(tmp_path)}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert runs(child)

    parent.kill()
    parent.communicate()

    assert eventually(lambda: not runs(child))


def runs(process: int) -> bool:
    """Whether a process is there and has not ended: one that nobody asks after stays there as Z."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_closed_engine_draws_no_more() -> None:
    with Engine() as engine:
        pass

    with pytest.raises(EngineFault, match=r"^the drawing process was stopped$"):
        engine.draw(TWO, "svg")


@needs_dot
def test_the_program_dot_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNTAKEN_ENGINE", "path")

    with Engine() as engine:
        assert engine.name.endswith(" (the program dot on the path)")
        assert engine.arrange(TWO) == ARRANGED
        with pytest.raises(EngineFault):
            engine.draw(BROKEN, "svg")


@needs_dot
@on_linux
def test_the_program_dot_is_stopped_with_the_child_that_runs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNTAKEN_ENGINE", "path")

    with Engine(seconds=0.5) as engine, pytest.raises(TooSlow):
        engine.arrange(HUGE)

    test = os.environ["PYTEST_CURRENT_TEST"]
    assert eventually(lambda: not any(dot_draws_for(process, test) for process in Path("/proc").glob("[0-9]*")))


def dot_draws_for(process: Path, test: str) -> bool:
    """Whether this process is the program `dot`, started in the course of a test."""
    try:
        line, variables = ((process / name).read_bytes().split(b"\0") for name in ("cmdline", "environ"))
    except OSError:
        return False
    return line[0] == b"dot" and f"PYTEST_CURRENT_TEST={test}".encode() in variables


@needs_dot
def test_where_the_embedded_graphviz_does_not_load_render_falls_back_to_dot(tmp_path: Path) -> None:
    ran = run("render", "ferry", "--scenarios", EXAMPLE, "-f", "png", cwd=tmp_path, env=without_library(tmp_path))

    assert (ran.code, ran.err) == (0, "")
    assert ran.paths == [str(Path("output") / "ferry.png")]


def without_library(folder: Path, path: str | None = None) -> dict[str, str]:
    """An environment in which pygraphviz does not load, as on a bare Debian."""
    package = folder / "shadow" / "pygraphviz"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(f"raise ImportError({NO_LIBRARY!r})\n")
    return {"PYTHONPATH": str(package.parent)} | ({} if path is None else {"PATH": path})


@needs_posix
def test_what_is_drawn_in_this_process_is_ended_when_it_takes_too_long() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with (
        pytest.raises(TooSlow, match=r"^the drawing took longer than 0\.05 seconds and was stopped$"),
        ending_late(0.05),
    ):
        time.sleep(10)
    assert (signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)) == (before, (0.0, 0.0))


@needs_posix
def test_with_no_graphviz_at_all_render_says_so_and_ends_with_2(tmp_path: Path) -> None:
    env = without_library(tmp_path, path=str(tmp_path))

    ran = run("render", "ferry", "--scenarios", EXAMPLE, cwd=tmp_path, env=env)

    error, cure = ran.err.splitlines()
    assert (ran.code, ran.out) == (2, "")
    assert error.startswith(f"error: no Graphviz works here (embedded: ImportError: {NO_LIBRARY}; path: ")
    assert cure == "help: `untaken doctor` says what to install"
    assert not (tmp_path / "output").exists()


def test_an_svg_needs_no_graphviz(tmp_path: Path) -> None:
    env = without_library(tmp_path, path=str(tmp_path))

    ran = run("render", "ferry", "--scenarios", EXAMPLE, "-f", "svg", cwd=tmp_path, env=env)

    assert (ran.code, ran.err, ran.paths) == (0, "", [str(Path("output") / "ferry.svg")])


@needs_posix
def test_the_doctor_names_the_libraries_that_a_bare_debian_lacks(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "apt-get").symlink_to("/bin/true")

    ran = run("doctor", cwd=tmp_path, env=without_library(tmp_path, path=str(programs)))

    assert ran.code == 2
    assert "  mend      sudo apt-get install libglib2.0-0 libxrender1 libxext6\n" in ran.out


def test_without_apt_get_the_doctor_names_another_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")

    assert mending(NO_LIBRARY) == (
        "pip install --force-reinstall pygraphviz, or install Graphviz with the system's package manager"
    )


def test_an_engine_that_is_not_there_says_what_was_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("UNTAKEN_ENGINE", "path")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(EngineMissing, match=r"^path: ExecutableNotFound: failed to execute "):
        Engine().__enter__()
