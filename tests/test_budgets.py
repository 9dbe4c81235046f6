"""What could grow without end has a budget: files that mean more than any machine holds are told, or done in little."""

import re
import tracemalloc
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from program import EXAMPLE, Ran, run
from untaken.checking.loading import load
from untaken.cli.ending import UNUSABLE, ended
from untaken.history.course import Course
from untaken.history.wandering import Wandering

MEMORY = 400 << 20
"""Bytes of address space, of which a run takes half before it reads anything."""


def keys(count: int) -> str:
    """So many keys that one may take or leave, then an option for each of them: 2 to that power of combinations."""
    nodes = "".join(
        f"""\
  n{at}:
    decision: Take key {at}?
    options:
      take: {{label: Take it, leads-to: n{at + 1}, establishes: [key{at}], historical: true}}
      leave: {{label: Leave it, leads-to: n{at + 1}}}
"""
        for at in range(count)
    )
    doors = "".join(
        f"      door{at}: {{label: Door {at}, leads-to: end, requires: [key{at}]}}\n" for at in range(count)
    )
    doors = doors.replace("leads-to: end", "leads-to: end, historical: true", 1)
    facts = "".join(f"  key{at}: Key {at} was taken\n" for at in range(count))
    last = f"  n{count}:\n    decision: Which door?\n    options:\n{doors}  end: {{outcome: Out, basis: recorded}}\n"
    return f"title: Keys\nquestion: Which?\nnodes:\n{nodes}{last}facts:\n{facts}"


def row(count: int, expect: str = "") -> str:
    """So many decisions in a row, of each of which both options lead to the next."""
    nodes = "".join(
        f"  n{at}: {{decision: D, options: {{a{at}: {{label: A, leads-to: n{at + 1}, historical: true}}, "
        f"b{at}: {{label: B, leads-to: n{at + 1}}}}}}}\n"
        for at in range(count)
    )
    return f"title: A row\nquestion: How long?\nnodes:\n{nodes}  n{count}: {{outcome: O, basis: recorded}}\n{expect}"


def labelled(text: str) -> str:
    return (
        f"title: T\nquestion: Q\nnodes:\n  a: {{decision: D, options: {{x: {{label: {text}, leads-to: o, historical: true}}, "
        "y: {label: Y, leads-to: o}}}\n  o: {outcome: O, basis: recorded}\n"
    )


def misspelt(count: int) -> str:
    """So many long names, and none of the nodes that are named is there."""
    long = "a-very-" * 25
    nodes = "".join(
        f"  {long}{at}: {{decision: D, options: {{x: {{label: X, leads-to: {long}x{at}}}}}}}\n" for at in range(count)
    )
    return f"title: T\nquestion: Q\nnodes:\n{nodes}"


def repeated(count: int) -> str:
    """A text of a million letters, and so many aliases of it."""
    nodes = "".join(f"  n{at}: {{outcome: *long, basis: inferred}}\n" for at in range(count))
    return f"title: &long {'x' * 1_000_000}\nquestion: Q\nnodes:\n{nodes}"


EXPECTED = "".join(f"    m{at}: [{', '.join(f'a{step}' for step in range(30))}]\n" for at in range(5_000))
FILES = {
    "keys": keys(30),
    "counted": keys(30) + "expect: {paths: 7}\n",
    "row": row(3_000),
    "expecting": row(1_000, f"expect:\n  reaches:\n{EXPECTED}"),
    "misspelt": misspelt(400),
    "repeated": repeated(5_000),
    "wide": labelled("w" * 200_000),
    "wordy": labelled("word " * 40_000),
}
RUNS: Mapping[str, tuple[Sequence[str], int, str]] = {
    "proof of 2^30 combinations": (["check", "--proof", "keys.yaml"], 1, "16,106,127,360 complete roads; 32 of 32 nodes"),
    "count of 2^30 combinations": (["check", "counted.yaml"], 1, "16,106,127,360 roads lead from the start to an outcome, not 7"),
    "list": (["list", "counted.yaml"], 0, "Keys"),
    "walk": (["walk", "counted.yaml", "--choose", "1"], 0, "Take key 1?"),
    "render": (["render", "counted.yaml", "-f", "dot", "-o", "out"], 0, "counted.dot"),
    "proof of a row": (["check", "--proof", "row.yaml"], 0, "3,001 of 3,001 nodes reached"),
    "5,000 expectations of 30 choices": (["check", "expecting.yaml"], 1, "5,000 errors"),
    "400 long names": (["check", "misspelt.yaml"], 1, "unknown-target"),
    "aliases of a long text": (["check", "repeated.yaml"], 1, "error[file-too-large]: the aliases of the file repeat"),
    "a word of 200,000 letters": (["render", "wide.yaml", "-f", "svg", "-o", "out"], 0, "wide.svg"),
    "200,000 letters": (["render", "wordy.yaml", "-f", "svg", "-o", "out"], 0, "wordy.svg"),
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all these files."""
    folder = tmp_path_factory.mktemp("budgets")
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", RUNS)
def test_what_could_take_for_ever_is_done_in_little_memory(name: str, files: Path) -> None:
    words, code, said = RUNS[name]
    ran = run(*words, cwd=files, memory=MEMORY, seconds=60)
    assert ran.code == code, ran.err[-2000:]
    assert said in re.sub(r"\s+", " ", ran.out + ran.err)


def test_want_of_memory_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"# wave\n" * 9_000_000)
    ran = run("check", "large.yaml", cwd=tmp_path, memory=200 << 20)
    said = "error: this needs more memory than there is\nhelp: ask for less at a time, or close other programs\n"
    assert ran == Ran(2, "", said)


def test_the_sentence_comes_though_what_fills_the_memory_hangs_on_the_error(capsys: pytest.CaptureFixture[str]) -> None:
    class Kept:
        pass

    seen: list[weakref.ref[Kept]] = []

    def fill() -> int:
        kept = Kept()
        seen.append(weakref.ref(kept))
        raise MemoryError

    assert ended(fill) == UNUSABLE
    assert capsys.readouterr().err.startswith("error: this needs more memory than there is\n")
    assert seen[0]() is None


def test_walks_at_random_take_no_more_memory_the_more_they_are() -> None:
    wandering = Wandering(Course.of(load([EXAMPLE]).points, None), 7)

    def traced(walks: int) -> int:
        for _ in range(walks):
            wandering.once()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    before, after = traced(2_000), traced(2_000)
    tracemalloc.stop()
    # Of each the number of its choices is kept.
    assert after - before < 2_000 * 20
