"""What was found in a sound folder is remembered until anything there changes; nobody sees more of it than the time."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import untaken.cli.remembering
from program import EXAMPLE, run
from test_start import imported
from untaken.cli.remembering import MOST_RECORDS, VARIABLE, Memory

COUNT = "2 scenarios: 0 errors, 0 warnings\n"


@pytest.fixture
def island(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example as `scenarios/island`, and one for records beside it."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "records"))
    return tmp_path


def records(folder: Path) -> list[str]:
    return sorted(path.name.partition("-")[0] for path in (folder / "records").glob("*"))


@pytest.mark.parametrize("words", [["check", "scenarios"], ["list", "--plain"]])
def test_a_command_answers_the_same_the_second_time_and_after_its_records_are_gone(
    island: Path, words: list[str]
) -> None:
    env = {VARIABLE: str(island / "records")}
    first = run(*words, cwd=island, env=env)
    assert (first.code, first.err) == (0, "")
    assert records(island) == [words[0]]
    assert run(*words, cwd=island, env=env) == first
    assert run(*words, cwd=island) == first
    shutil.rmtree(island / "records")
    assert run(*words, cwd=island, env=env) == first


def test_the_second_time_nothing_is_imported_that_reads(island: Path) -> None:
    for words in ("check", "list"):
        assert imported(words, cwd=island, env={VARIABLE: "records"}) == ["pydantic", "typer", "yaml"]
        assert imported(words, cwd=island, env={VARIABLE: "records"}) == ["typer"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: The ferry", "titel: The ferry"), ("      - owners\n", "")],
)
def test_a_mistake_is_never_remembered(island: Path, old: str, new: str) -> None:
    path = island / "scenarios" / "island" / "ferry.yaml"
    text = path.read_text(encoding="utf-8")
    env = {VARIABLE: str(island / "records")}
    run("check", cwd=island, env=env)
    path.write_text(
        text.replace(old, new) if old in text else text.replace("advocates:", "x-advocates:"), encoding="utf-8"
    )
    told = run("check", cwd=island, env=env)
    assert told.out != COUNT
    assert told.err
    assert run("check", cwd=island, env=env) == told
    path.write_text(text, encoding="utf-8")
    assert run("check", cwd=island, env=env).out == COUNT
    assert records(island) == ["check"]


def test_what_only_some_options_show_is_not_remembered(island: Path) -> None:
    env = {VARIABLE: str(island / "records")}
    for words in (["--notes"], ["--proof"], ["--fix"], ["--output-format", "json"], ["scenarios/island/ferry.yaml"]):
        run("check", *words, cwd=island, env=env)
    assert records(island) == []


CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter": lambda folder: (folder / "ferry.yaml").write_bytes((folder / "ferry.yaml").read_bytes() + b"#"),
    "another file": lambda folder: (folder / "storm.yml").write_text("title: A"),
    "a file less": lambda folder: (folder / "inquiry.yaml").unlink(),
    "another name": lambda folder: (folder / "inquiry.yaml").rename(folder / "inquest.yaml"),
    "two files that changed their names": lambda folder: [
        (folder / "ferry.yaml").rename(folder / "x"),
        (folder / "inquiry.yaml").rename(folder / "ferry.yaml"),
        (folder / "x").rename(folder / "inquiry.yaml"),
    ],
    "the collection": lambda folder: (folder / "collection.yaml").write_text("title: B\n"),
    "the record of quotations": lambda folder: (folder / "quotations.lock").write_text("{}"),
    "a file further in": lambda folder: [(folder / "more").mkdir(), (folder / "more" / "a.yaml").write_text("")],
    "a link instead of a file": lambda folder: [
        (folder / "inquiry.yaml").unlink(),
        (folder / "inquiry.yaml").symlink_to("ferry.yaml"),
    ],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_in_the_folder_is_looked_at_anew(island: Path, change: Callable[[Path], object]) -> None:
    Memory("check", island / "scenarios").keep("sound")
    assert Memory("check", island / "scenarios").recall() == "sound"
    change(island / "scenarios" / "island")
    assert Memory("check", island / "scenarios").recall() is None


def test_another_command_and_another_program_have_records_of_their_own(
    island: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Memory("check", island / "scenarios").keep("sound")
    assert Memory("list", island / "scenarios").recall() is None
    program = island / "program"
    (program / "deeper").mkdir(parents=True)
    (program / "deeper" / "a.py").write_text("1")
    monkeypatch.setattr(untaken.cli.remembering, "_PROGRAM", program)
    assert Memory("check", island / "scenarios").recall() is None
    Memory("check", island / "scenarios").keep("sound")
    (program / "deeper" / "a.py").write_text("12")
    assert Memory("check", island / "scenarios").recall() is None


def test_what_was_saved_while_it_was_looked_at_is_not_kept(island: Path) -> None:
    memory = Memory("check", island / "scenarios")
    assert memory.recall() is None
    CHANGES["a letter"](island / "scenarios" / "island")
    memory.keep("sound")
    assert records(island) == []


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"\0" * 2_000_000])
def test_a_spoilt_record_is_as_good_as_none(island: Path, data: bytes) -> None:
    memory = Memory("check", island / "scenarios")
    memory.keep("sound")
    [path] = (island / "records").iterdir()
    path.write_bytes(data)
    assert Memory("check", island / "scenarios").recall() is None


def test_records_are_bounded_the_oldest_go_first(island: Path) -> None:
    (island / "records").mkdir()
    for at in range(MOST_RECORDS + 20):
        (island / "records" / f"old-{at:03}.json").touch()
        os.utime(island / "records" / f"old-{at:03}.json", (at, at))
    Memory("check", island / "scenarios").keep("sound")
    left = sorted(path.name for path in (island / "records").iterdir())
    assert len(left) == MOST_RECORDS
    assert "old-020.json" not in left
    assert "old-021.json" in left
    assert Memory("check", island / "scenarios").recall() == "sound"


def test_where_nothing_can_be_written_nothing_is_remembered_and_nothing_said(island: Path) -> None:
    (island / "records").write_text("a file where a folder would be")
    env = {VARIABLE: str(island / "records")}
    assert run("check", cwd=island, env=env).err == ""
    env = {VARIABLE: "/dev/full/records"}
    assert run("list", cwd=island, env=env).err == ""


def test_an_endless_or_strange_folder_is_never_remembered(island: Path) -> None:
    os.mkfifo(island / "scenarios" / "island" / "pipe.yaml")
    Memory("check", island / "scenarios").keep("sound")
    Memory("check", island / "nowhere").keep("sound")
    Memory("check", EXAMPLE / "ferry.yaml").keep("sound")
    assert records(island) == []


def test_an_empty_name_says_that_nothing_is_to_be_remembered(island: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    Memory("check", island / "scenarios").keep("sound")
    assert Memory("check", island / "scenarios").recall() is None


def test_without_a_word_the_records_stand_where_the_system_has_such_things(
    island: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(island / "cache"))
    monkeypatch.setattr("sys.platform", "linux")
    Memory("list", island / "scenarios").keep([["a", "é"]])
    [path] = (island / "cache" / "untaken").iterdir()
    assert json.loads(path.read_text(encoding="utf-8")) == [["a", "é"]]
