"""Ctrl-C at any moment ends the program with 130 and a sentence: nobody sees a traceback, not while it starts either."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import pytest

from program import TOP, environment
from untaken.cli import INTERRUPTION

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")

SCENARIOS = str(TOP / "scenarios")
COMMANDS = (
    ["--help"],
    ["list", SCENARIOS],
    ["check", SCENARIOS],
    ["show", "brest-litovsk", "--scenarios", SCENARIOS],
    ["render", "-f", "svg", "-o", "out", "--scenarios", SCENARIOS],
    ["walk", "--random", "1000000", "--scenarios", SCENARIOS],
)


def interrupted(words: list[str], seconds: float, folder: Path, presses: int = 1) -> tuple[int, list[str]]:
    """The exit code and what was said by a program that is interrupted so long after its own code has begun."""
    line = [sys.executable, "-X", "importtime", "-m", "untaken", *words]
    said: list[str] = []
    begun = threading.Event()

    def listen(pipe: IO[str]) -> None:
        is_in = False
        for line in pipe:
            if not line.startswith("import time:"):
                said.append(line.rstrip("\n"))
            elif is_in:
                begun.set()
            is_in = is_in or line.endswith("| untaken.cli\n")
        begun.set()

    with subprocess.Popen(
        line, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stderr
        listener = threading.Thread(target=listen, args=[child.stderr])
        listener.start()
        begun.wait(60)
        for _ in range(presses):
            time.sleep(seconds / presses)
            child.send_signal(signal.SIGINT)
        code = child.wait(60)
        listener.join()
    return code, said


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]).replace(SCENARIOS, "all"))
def test_ctrl_c_at_any_moment_ends_with_130_and_a_sentence(words: list[str], tmp_path: Path) -> None:
    moments = [0.0, 0.02, 0.06, 0.15, 0.3, 0.6]
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(lambda each: interrupted(words, each, tmp_path), moments))
    # On a fast machine it may have come to its end before.
    assert [(at, code, said) for at, (code, said) in zip(moments, ends, strict=True) if code not in (0, 130)] == []
    assert [said for code, said in ends if code == 130 and [each for each in said if each] != [INTERRUPTION]] == []
    assert 130 in [code for code, _ in ends]


def test_two_presses_are_as_good_as_one(tmp_path: Path) -> None:
    for seconds in (0.05, 0.2, 0.4):
        code, said = interrupted(["check", "--proof", SCENARIOS], seconds, tmp_path, presses=3)
        assert code in (0, 130)
        assert said in ([], [INTERRUPTION])


@pytest.mark.parametrize(
    "words", [["render", "-f", "svg", "-o", "out"], ["deck", "-o", "out.pptx"], ["page", "-o", "out.html"]]
)
def test_ctrl_c_ends_it_while_texts_are_measured(words: list[str], tmp_path: Path) -> None:
    options = f"{{x: {{label: {'word ' * 400_000}, leads-to: o, historical: true}}, y: {{label: Y, leads-to: o}}}}"
    text = f"title: T\nquestion: Q\nnodes:\n  a: {{decision: D, options: {options}}}\n  o: {{outcome: O, basis: recorded}}\n"
    (tmp_path / "long.yaml").write_text(text, encoding="utf-8")
    code, said = interrupted([words[0], "long.yaml", *words[1:]], 1.0, tmp_path)
    assert (code, said) == (130, [INTERRUPTION])
    assert os.listdir(tmp_path) == ["long.yaml"]
