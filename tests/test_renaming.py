"""`rename`: another id for something, wherever it is named, and nothing else in any file changes."""

import re
import shutil
from pathlib import Path

import pytest

from program import EXAMPLE, Ran, run
from untaken.checking.loading import Loaded, load
from untaken.evidence.verification import decode_lock

ISLES = Path(__file__).parent / "isles"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path / "scenarios" / "island"


def texts(home: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(home.glob("*.yaml"))}


def sound(home: Path) -> Loaded:
    loaded = load([home])
    assert [str(each) for each in loaded.problems if each.severity.value != "note"] == []
    return loaded


def renamed(home: Path, *words: str) -> Ran:
    return run("rename", *words, cwd=home.parent.parent)


def word_for_word(before: dict[str, str], old: str, new: str) -> dict[str, str]:
    """The texts with every whole word `old` made `new`: right where the id is a word that nothing else has."""
    return {name: re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text) for name, text in before.items()}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("harbour-book", "quay-book", "source"),
        ("island-annals", "annals", "source"),
        ("mail-kept", "mails-kept", "fact"),
        ("owners", "brothers", "actor"),
    ],
)
def test_what_is_shared_has_its_new_id_in_all_files(old: str, new: str, kind: str, home: Path) -> None:
    before = texts(home)
    ran = renamed(home, old, new, "--kind", kind)
    assert ran.code == 0, ran.err
    after = texts(home)
    changed = [line for name in after for line in after[name].splitlines() if line not in before[name].splitlines()]
    assert changed
    assert all(new in line for line in changed)
    assert renamed(home, new, old, "--kind", kind).code == 0
    assert texts(home) == before
    assert renamed(home, old, new, "--kind", kind).code == 0
    sound(home)
    if kind in ("source", "fact"):
        assert texts(home) == word_for_word(before, old, new)


SCENARIO = """\
# A scenario with everything.
format: 1
title: "The ferry: sail"   # sail stays here
question: Should the ferry sail?
start: "sail"
sources:
  book: {type: book, title: The book}
nodes:
  sail:  # the node
    decision: Sail?
    deciders: [owner, Book]
    options:
      sail:
        label: Sail
        historical: true
        advocates: [Owners]
        arguments:
          - for: A.
            cite: [{source: book}, {source: "book"}]
          - against: B.
            cite: {source: book}
        leads-to: wait
      wait: {label: Wait, advocates: [Owners], arguments: [{for: C., cite: {source: book}}, {against: D., cite: {source: book}}], leads-to: calm}
  wait: {chance: Does it hold?, branches: {holds: {label: It holds, historical: true, leads-to: home}, not: {label: It does not, leads-to: calm}}}
  home: {outcome: Home, basis: recorded}
  calm: {outcome: Calm, basis: inferred}
actors: {owner: {name: The owner}}
expect:
  outcomes: [home, calm]
  reaches: {home: [sail/sail, holds], calm: [wait]}
"""


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    (tmp_path / "scenarios").mkdir()
    path = tmp_path / "scenarios" / "ferry.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


def in_one(path: Path, *words: str) -> str:
    ran = run("rename", *words, cwd=path.parent.parent)
    assert ran.code == 0, ran.err
    assert [str(each) for each in load([path]).problems if each.severity.value == "error"] == []
    return path.read_text(encoding="utf-8")


def test_a_node_is_renamed_where_roads_lead_to_it_and_in_what_is_expected(alone: Path) -> None:
    assert in_one(alone, "sail", "harbour", "--kind", "node") == SCENARIO.replace(
        'start: "sail"', 'start: "harbour"'
    ).replace("  sail:  # the node", "  harbour:  # the node").replace("sail/sail", "harbour/sail")


def test_an_outcome_is_renamed_among_what_is_expected(alone: Path) -> None:
    assert in_one(alone, "calm", "still-sea") == SCENARIO.replace("calm", "still-sea")


def test_an_option_is_renamed_where_it_alone_is_meant(alone: Path) -> None:
    assert in_one(alone, "sail/sail", "go") == SCENARIO.replace("      sail:\n", "      go:\n").replace(
        "sail/sail", "sail/go"
    )
    assert "calm: [stay]" in in_one(alone, "sail/wait", "stay")


def test_a_branch_is_an_option_of_its_node(alone: Path) -> None:
    assert in_one(alone, "holds", "stands") == SCENARIO.replace("holds:", "stands:").replace("holds]", "stands]")


def test_a_source_of_one_scenario_is_renamed_in_it_and_no_title(alone: Path) -> None:
    assert in_one(alone, "book", "log") == SCENARIO.replace("  book:", "  log:").replace(
        "source: book", "source: log"
    ).replace('source: "book"', 'source: "log"')


def test_where_an_id_means_several_things_it_is_asked_which(alone: Path) -> None:
    assert run("rename", "sail", "go", cwd=alone.parent.parent) == Ran(
        2,
        "",
        "error: 'sail' may mean 2 things\n"
        "help: untaken rename ferry/sail go --kind node  (scenarios/ferry.yaml)\n"
        "help: untaken rename ferry/sail/sail go --kind option  (scenarios/ferry.yaml)\n",
    )
    assert alone.read_text(encoding="utf-8") == SCENARIO


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ship", "boat"), "error: nothing is called 'ship' here\nhelp: look the id up in your files\n"),
        (("home", "calm"), "error: another node is called 'calm' already\nhelp: choose another id\n"),
        (("home", "a b"), "error: 'a b' is no id\nhelp: write letters, digits and hyphens, without blanks\n"),
        (("home", "a/b"), "error: 'a/b' is no id\nhelp: write letters, digits and hyphens, without blanks\n"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(words: tuple[str, str], said: str, alone: Path) -> None:
    assert run("rename", *words, cwd=alone.parent.parent) == Ran(2, "", said)
    assert alone.read_text(encoding="utf-8") == SCENARIO


def test_a_scenario_is_renamed_with_its_file_and_all_that_continues_in_it(tmp_path: Path) -> None:
    home = tmp_path / "scenarios" / "isles"
    shutil.copytree(ISLES, home)
    before = len(sound(home).points)
    ran = renamed(home, "inquiry", "enquiry")
    assert ran.code == 0, ran.err
    assert not (home / "inquiry.yaml").exists()
    loaded = sound(home)
    assert len(loaded.points) == before
    assert "enquiry" in [point.id for point in loaded.points]


def test_the_record_of_quotations_follows(home: Path) -> None:
    folder = home.parent.parent / "texts"
    folder.mkdir()
    for id, source in sound(home).points[0].sources.items():
        pins = re.findall(rf"source: {id},(?: section: ([^,}}]+),)?.*?quote: ([^}}]+)}}", "".join(texts(home).values()))
        body = [
            f"{section}\n\n" + "\n\n".join(f"{quote}." for where, quote in pins if where.strip('"') == section)
            for section in source.sections
        ]
        (folder / f"{id}.txt").write_text("\n\n".join(body), encoding="utf-8")
    assert run("verify", "--texts", "texts", cwd=home.parent.parent).code in (0, 1)
    lock = home / "quotations.lock"
    before = decode_lock(lock.read_text(encoding="utf-8"))
    assert before is not None
    ran = renamed(home, "harbour-book", "quay-book")
    assert ran.out.endswith(
        "scenarios/island/quotations.lock: renewed\nits text, for `untaken verify`, is now looked for as quay-book.txt\n"
    )
    after = decode_lock(lock.read_text(encoding="utf-8"))
    assert after is not None
    assert sorted(after.texts) == sorted(id.replace("harbour-book", "quay-book") for id in before.texts)
    assert {pin._replace(source=pin.source.replace("harbour-book", "quay-book")) for pin in before.pins} == after.pins
    assert "harbour-book" not in lock.read_text(encoding="utf-8")


def test_aliases_and_returns_of_windows_are_kept(tmp_path: Path) -> None:
    text = SCENARIO.replace(
        "  book: {type: book, title: The book}", "  &b book: {type: book, title: The book}"
    ).replace("cite: [{source: book}", "cite: [{source: *b}")
    (tmp_path / "scenarios").mkdir()
    path = tmp_path / "scenarios" / "ferry.yaml"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert run("rename", "book", "log", cwd=tmp_path).code == 0
    after = path.read_bytes().decode()
    assert "  &b log: {type: book, title: The book}\r\n" in after
    assert "cite: [{source: *b}" in after
    assert after.count("\r\n") == text.count("\n")
