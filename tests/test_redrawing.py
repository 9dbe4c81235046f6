"""What was drawn and is there still is not drawn again; whatever changed is, and nobody sees more of it than the time."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from program import EXAMPLE, Ran, run
from test_start import imported
from untaken.cli.remembering import VARIABLE

LINE = ("render", "-f", "svg", "-o", "pictures")


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder with the example as `scenarios/island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def draw(folder: Path, *words: str) -> Ran:
    (folder / "records").mkdir(exist_ok=True)
    return run(*words, cwd=folder, env={VARIABLE: str(folder / "records")})


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder / "pictures").iterdir()}


@pytest.mark.parametrize("words", [LINE, ("timeline", "-f", "svg", "-o", "pictures", "--scenarios", "scenarios")])
def test_a_second_run_says_the_same_and_writes_nothing(island: Path, words: tuple[str, ...]) -> None:
    first = draw(island, *words)
    assert (first.code, first.err) == (0, "")
    drawn = stamps(island)
    assert draw(island, *words) == first
    assert stamps(island) == drawn
    assert imported(*words, cwd=island, env={VARIABLE: str(island / "records")}) == ["typer"]


def test_a_warning_is_given_again(island: Path) -> None:
    long = " ".join(["Would anybody on the island have said so?"] * 90)
    path = island / "scenarios" / "island" / "ferry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", f"title: {long} "), encoding="utf-8")
    first = draw(island, *LINE)
    assert "too small for the back row" in first.err
    assert draw(island, *LINE) == first


BOTH = {"ferry.svg", "inquiry.svg"}
CHANGES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a remark in a scenario": (
        lambda folder: _append(folder / "scenarios" / "island" / "ferry.yaml", "# more\n"),
        set(),
    ),
    "a word of a scenario": (lambda folder: _reword(folder, "ferry", "evening tide", "morning tide"), {"ferry.svg"}),
    "a word of the collection": (
        lambda folder: _reword(folder, "collection", "Annals of the Island", "The Annals"),
        BOTH,
    ),
    "a picture that is gone": (lambda folder: (folder / "pictures" / "ferry.svg").unlink(), {"ferry.svg"}),
    "a picture that is another": (lambda folder: _append(folder / "pictures" / "ferry.svg", " "), {"ferry.svg"}),
    "records that are spoilt": (lambda folder: _spoil(folder, {"files": {}, "lines": 5}), BOTH),
    "records of nothing": (lambda folder: _spoil(folder, [5]), BOTH),
    "records that name a file of their own": (
        lambda folder: _spoil(
            folder, [{"name": "", "smallest": 1, "strange": "", "pages": 1, "mark": "", "files": [3]}]
        ),
        BOTH,
    ),
}
"""What may change between two runs, and the pictures that are drawn anew for it."""


def _spoil(folder: Path, record: object) -> None:
    for path in (folder / "records").iterdir():
        path.write_text(json.dumps(record), encoding="utf-8")


def _reword(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / "scenarios" / "island" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(("change", "anew"), CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changed_is_drawn_anew_and_nothing_else(
    island: Path, change: Callable[[Path], object], anew: set[str]
) -> None:
    first = draw(island, *LINE)
    drawn = stamps(island)
    change(island)
    assert draw(island, *LINE) == first
    assert {name for name, when in stamps(island).items() if when != drawn[name]} == anew
    shutil.rmtree(island / "records")
    pictures = {path.name: path.read_bytes() for path in (island / "pictures").iterdir()}
    assert draw(island, *LINE) == first
    assert {path.name: path.read_bytes() for path in (island / "pictures").iterdir()} == pictures


@pytest.mark.parametrize(
    "words",
    [
        ("render", "scenarios/island/ferry.yaml", "-f", "svg", "-o", "pictures"),
        ("render", "--walk", "walk.json", "-f", "svg", "-o", "pictures"),
        ("render", "ferry", "--detail", "outline", "-f", "svg", "-o", "pictures"),
    ],
)
def test_only_a_line_that_reads_the_folder_alone_is_remembered(island: Path, words: tuple[str, ...]) -> None:
    draw(island, "walk", "ferry", "--choose", "1", "--save", "walk.json")
    draw(island, *words)
    kept = [*(island / "records").glob("render-*")]
    assert len(kept) == ("--detail" in words)


def test_another_line_and_another_folder_have_pictures_of_their_own(island: Path) -> None:
    draw(island, *LINE)
    other = draw(island, *LINE[:-1], "others")
    assert other.paths == ["others/ferry.svg", "others/inquiry.svg"]
    shutil.copytree(island / "scenarios", island / "elsewhere" / "scenarios")
    moved = run(*LINE, cwd=island / "elsewhere", env={VARIABLE: str(island / "records")})
    assert moved.code == 0
    assert (island / "elsewhere" / "pictures" / "ferry.svg").exists()


def test_an_error_is_never_remembered(island: Path) -> None:
    path = island / "scenarios" / "island" / "ferry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    first = draw(island, *LINE)
    assert first.code == 1
    assert draw(island, *LINE) == first
