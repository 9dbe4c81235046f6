"""What a person at a terminal sees: whole screens at a fixed width, from a real terminal's other end."""

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from program import EXAMPLE, TOP, run, screen, uncoloured

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

GOLDEN = TOP / "tests" / "golden" / "screens"
RED = re.compile(r"\x1b\[1;31m(.*?)\x1b\[0m")


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example as the collection `island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


@pytest.fixture
def mistaken(island: Path) -> Path:
    """The same with mistakes in the ferry, one of them far right in a long line."""
    path = island / "scenarios" / "island" / "ferry.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("leads-to: crossing", "leads-to: crosing")
    text = text.replace("paragraph: 2, quote: forfeit", "paragraph: 2, qoute: forfeit")
    path.write_text(text.replace("basis: argued", "basis: reasoned"), encoding="utf-8")
    return island


def check(text: str, columns: int, golden: str, agrees: Callable[[str, Path], None]) -> None:
    shown = uncoloured(text)
    assert max(map(len, shown.splitlines())) <= columns
    agrees(shown, GOLDEN / golden)


def words(text: str) -> list[str]:
    return uncoloured(text).split()


def test_the_list_is_a_table_where_it_fits(island: Path, agrees: Callable[[str, Path], None]) -> None:
    code, text = screen("list", cwd=island, columns=90)
    assert code == 0
    check(text, 90, "list-90.txt", agrees)


def test_the_list_is_a_paragraph_for_each_scenario_on_a_narrow_terminal(
    island: Path, agrees: Callable[[str, Path], None]
) -> None:
    code, text = screen("list", cwd=island, columns=40)
    assert code == 0
    check(text, 40, "list-40.txt", agrees)


def test_the_outline_is_wrapped_between_words_and_nothing_of_it_is_lost(
    island: Path, agrees: Callable[[str, Path], None]
) -> None:
    code, text = screen("show", "ferry", cwd=island, columns=60)
    assert code == 0
    check(text, 60, "show-60.txt", agrees)
    assert words(text) == run("show", "ferry", cwd=island).out.split()


def test_what_is_red_is_what_happened_and_the_words_say_so(island: Path) -> None:
    _, text = screen("show", "ferry", cwd=island, columns=200)
    assert [line.strip() for line in RED.findall(text)] == [
        "1. Decision (12 October, evening; the ferry’s master and the owners): Sail tonight?",
        "Option, what happened: Sail on the evening tide",
        "2. Chance (Past midnight): Does the storm break before the narrows?",
        "Branch, what happened: It breaks",
        "3. Outcome, what happened: The ferry is lost in the narrows",
    ]


def test_mistakes_are_wrapped_between_words_and_the_author_s_line_is_cut_round_its_caret(
    mistaken: Path, agrees: Callable[[str, Path], None]
) -> None:
    code, text = screen("check", cwd=mistaken, columns=60)
    assert code == 1
    check(text, 60, "check-60.txt", agrees)


def test_without_colours_the_words_are_the_same(mistaken: Path) -> None:
    _, coloured = screen("check", cwd=mistaken, columns=80)
    _, plain = screen("check", cwd=mistaken, columns=80, env={"NO_COLOR": "1"})
    assert re.search(r"\x1b\[(1;)?3\dm", coloured)
    assert not re.search(r"\x1b\[(1;)?3\dm", plain)
    assert uncoloured(plain) == uncoloured(coloured)


def test_a_dumb_terminal_and_plain_output_are_sent_what_a_file_is(island: Path) -> None:
    piped = run("list", cwd=island).out
    assert screen("list", cwd=island, columns=40, env={"TERM": "dumb"}) == (0, piped)
    assert screen("list", "--plain", cwd=island, columns=40) == (0, piped)


def test_drawing_shows_a_bar_and_leaves_only_the_names_of_the_files(island: Path) -> None:
    code, text = screen("render", "-f", "dot", cwd=island, columns=80)
    assert code == 0
    assert "drawing" in text
    assert "0/2" in text
    last = re.split(r"\x1b\[2K|\r", text)[-1]
    assert not last.strip("\x1b[?25h\n ")
    for name in ("ferry", "inquiry"):
        assert len(re.findall(rf"output/{name}\.dot  \(smallest text \d+\.\d pt\)", text)) == 1


def test_the_names_of_the_files_go_where_standard_output_goes_whatever_the_terminal_shows(island: Path) -> None:
    with (island / "list.txt").open("w") as out:
        code, text = screen("render", "-f", "dot", cwd=island, columns=80, out=out.fileno())
    assert code == 0
    assert "drawing" in text
    assert ".dot" not in text
    names = [line.split("  (")[0] for line in (island / "list.txt").read_text(encoding="utf-8").splitlines()]
    assert names == ["output/ferry.dot", "output/inquiry.dot"]


@pytest.mark.parametrize("args", [("list",), ("show", "scenarios"), ("check",)])
def test_what_a_file_s_name_says_is_never_obeyed_by_the_terminal(island: Path, args: tuple[str, ...]) -> None:
    folder = island / "scenarios" / "island"
    (folder / "inquiry.yaml").write_text("titel: x\x1b]0;stolen\x07\n", encoding="utf-8")
    (folder / "ferry.yaml").rename(folder / "fer\x1b]0;stolen\x07ry.yaml")
    (folder / "broken\x1b]0;stolen\x07.yaml").write_text("titel: x\n", encoding="utf-8")
    _, text = screen(*args, cwd=island, columns=80)
    assert "\x1b]" not in text
    assert "\x07" not in text
    assert "�]0;stolen�" in text
