"""Loading: collections and what stands alone, neighbours, scenarios that continue each other, folders of folders."""

import os
from pathlib import Path

import pytest

from ferries import ferry
from mistakes import CLEAN
from untaken.checking.desk import Desk, FileDraft
from untaken.checking.finding import find_with_neighbours
from untaken.checking.loading import Loaded, load
from untaken.model import Scenario

COLLECTION = """\
title: Two turning points
sources:
  annals: {type: book, title: Island annals, sections: [The night]}
  log: {type: manuscript, title: The harbour log}
actors:
  master: {name: The master}
facts:
  mail-kept: The mail contract was kept.
"""


def scenario(continues: str = "", date: str = "", more: str = "") -> str:
    """A scenario that refers to the collection; its historical outcome may continue in another."""
    return ferry(
        "- {for: The mail cannot wait., cite: {source: annals, section: The night}}\n"
        "- {against: The glass had fallen., cite: {source: log}}\n",
        "- {for: No ferry had come home., voice: master, cite: {source: log}}\n"
        "- {against: The contract would be lost., cite: {source: annals}}\n",
        head=(f"date: {date}\n" if date else "") + more,
        waiter="master",
        established="mail-kept",
        continues=continues,
    )


def write(folder: Path, **files: str) -> None:
    """Files by their names without `.yaml`; `__` stands for a folder, and `_yml` for the other suffix."""
    for name, text in files.items():
        suffix = ".yml" if name.endswith("_yml") else ".yaml"
        path = folder / (name.removesuffix("_yml").replace("__", "/") + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(loaded: Loaded) -> list[str]:
    """File, line and code of every message."""
    return [f"{Path(each.span.path).name}:{each.span.line} {each.code}" for each in loaded.problems]


def ids(loaded: Loaded) -> list[str]:
    return [point.id for point in loaded.points]


def named(loaded: Loaded) -> list[tuple[str, str]]:
    return [(point.collection, point.id) for point in loaded.points]


# ── collections and what stands alone


def test_a_scenario_in_a_collection_may_refer_to_what_the_collection_declares(tmp_path: Path) -> None:
    write(tmp_path / "island", collection=COLLECTION, ferry=scenario())
    loaded = load([tmp_path])
    assert (told(loaded), named(loaded), loaded.scenarios) == ([], [("island", "ferry")], 1)
    [point] = loaded.points
    assert (list(point.sources), point.name("master"), list(point.facts)) == (
        ["annals", "log"],
        "The master",
        ["mail-kept"],
    )


def test_a_scenario_without_a_collection_is_complete_in_itself(tmp_path: Path) -> None:
    write(tmp_path, ferry=CLEAN, stray=scenario())
    loaded = load([tmp_path])
    assert named(loaded) == [("", "ferry")]
    assert told(loaded) == [
        "stray.yaml:12 unknown-source",
        "stray.yaml:13 unknown-source",
        "stray.yaml:14 unknown-fact",
        "stray.yaml:18 unknown-actor",
    ]


def test_what_a_scenario_declares_itself_goes_before_what_the_collection_declares(tmp_path: Path) -> None:
    own = "actors: {master: {name: Old Angus}, widows: {name: The widows}}\n"
    write(tmp_path, collection=COLLECTION, ferry=scenario(more=own))
    [point] = load([tmp_path]).points
    assert [point.name(id) for id in ("master", "widows", "Owners")] == ["Old Angus", "The widows", "Owners"]


def test_a_collection_may_have_either_suffix(tmp_path: Path) -> None:
    write(tmp_path, collection_yml=COLLECTION, ferry_yml=scenario())
    loaded = load([tmp_path])
    assert (told(loaded), ids(loaded)) == ([], ["ferry"])


def test_the_cure_of_an_undeclared_name_says_where_to_declare_it(tmp_path: Path) -> None:
    write(tmp_path / "island", collection="title: Nothing declared\n", ferry=scenario())
    write(tmp_path / "alone", ferry=scenario())
    cures = [each.help for each in load([tmp_path]).problems if each.code == "unknown-fact"]
    assert cures == ["declare it under 'facts'", "declare it under 'facts' in collection.yaml"]


# ── what is wrong with a collection


BROKEN = COLLECTION.replace("title: Two", "titel: Two")


def test_a_broken_collection_is_reported_once_and_its_scenarios_are_absent(tmp_path: Path) -> None:
    write(tmp_path, collection=BROKEN, one=scenario(), two=scenario(), three=scenario())
    for paths in ([tmp_path], [tmp_path / "one.yaml", tmp_path / "three.yaml"]):
        loaded = load(paths)
        assert (told(loaded), ids(loaded)) == (["collection.yaml:1 unknown-key"], [])


@pytest.mark.parametrize(
    ("collection", "code"),
    [
        ("title: a: b\n", "yaml-syntax"),
        ("", "empty-file"),
        ("- a\n", "wrong-type"),
        (COLLECTION.replace("  annals: {type: book, title", "  annals: {type: books, title"), "wrong-type"),
        (COLLECTION.replace("  master: {name: The master}", "  master: The master"), "wrong-type"),
        (COLLECTION.replace("facts:\n  mail", "facts:\n  - mail"), "wrong-type"),
        (COLLECTION.replace("sources:", "sources: none\nnotes:"), "wrong-type"),
    ],
)
def test_a_broken_collection_does_not_hide_what_is_wrong_with_its_scenarios(
    tmp_path: Path, collection: str, code: str
) -> None:
    write(tmp_path, collection=collection, ferry=scenario().replace("leads-to: calm", "leads-to: clam"))
    loaded = load([tmp_path])
    assert ids(loaded) == []
    found = [line.split(" ")[1] for line in told(loaded)]
    assert code in found
    assert [line for line in told(loaded) if line.startswith("ferry")] == ["ferry.yaml:22 unknown-target"]


def test_a_collection_has_only_its_own_keys(tmp_path: Path) -> None:
    write(tmp_path, collection=COLLECTION + "question: Which?\n", ferry=scenario())
    assert told(load([tmp_path])) == ["collection.yaml:9 unknown-key"]


def test_a_collection_alone_is_checked_too(tmp_path: Path) -> None:
    write(tmp_path, collection=BROKEN)
    assert told(load([tmp_path])) == told(load([tmp_path / "collection.yaml"])) == ["collection.yaml:1 unknown-key"]


# ── neighbours, and scenarios that continue each other


def test_a_scenario_may_continue_in_a_neighbour_that_was_not_asked_for(tmp_path: Path) -> None:
    write(tmp_path, collection=COLLECTION, ferry=scenario("inquiry", "1884"), inquiry=scenario(date="1885"))
    loaded = load([tmp_path / "ferry.yaml"])
    assert (told(loaded), ids(loaded), loaded.scenarios) == ([], ["ferry"], 1)


def test_a_broken_neighbour_is_not_reported_and_can_still_be_continued_in(tmp_path: Path) -> None:
    write(tmp_path, collection=COLLECTION, ferry=scenario("inquiry"), inquiry="title: a: b\n")
    loaded = load([tmp_path / "ferry.yaml"])
    assert (told(loaded), ids(loaded)) == ([], ["ferry"])
    both = load([tmp_path])
    assert (told(both), ids(both), both.scenarios) == (["inquiry.yaml:1 yaml-syntax"], ["ferry"], 2)


def test_a_scenario_with_an_error_is_absent_and_one_with_a_warning_is_there(tmp_path: Path) -> None:
    warned = scenario().replace("        advocates: [Owners]\n", "")
    write(tmp_path, collection=COLLECTION, wrong=scenario().replace("leads-to: calm", "leads-to: clam"), warned=warned)
    loaded = load([tmp_path])
    assert (told(loaded), ids(loaded)) == (
        ["warned.yaml:7 option-without-advocate", "wrong.yaml:22 unknown-target"],
        ["warned"],
    )


@pytest.mark.parametrize(
    ("continues", "cure"),
    [
        ("inquest", "write one of: inquiry, trial"),
        ("inquiri", "write 'inquiry'"),
        ("inquiry.yaml", "write 'inquiry'"),
        ("Inquiry", "write 'inquiry'"),
    ],
)
def test_a_scenario_that_does_not_exist_cannot_be_continued_in(tmp_path: Path, continues: str, cure: str) -> None:
    write(tmp_path, collection=COLLECTION, ferry=scenario(continues), inquiry=scenario(), trial=scenario())
    loaded = load([tmp_path])
    assert told(loaded) == ["ferry.yaml:26 unknown-scenario"]
    assert loaded.problems[0].help == cure
    assert ids(loaded) == ["inquiry", "trial"]


def test_without_a_collection_a_scenario_may_continue_in_a_file_beside_it(tmp_path: Path) -> None:
    alone = CLEAN.replace("    basis: recorded\n", "    basis: recorded\n    continues: inquiry\n")
    write(tmp_path, ferry=alone)
    assert told(load([tmp_path])) == ["ferry.yaml:91 unknown-scenario"]
    write(tmp_path, inquiry="not: [read")
    assert told(load([tmp_path / "ferry.yaml"])) == []


def test_a_collection_has_the_name_of_its_folder_wherever_it_is_named_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "island", collection=COLLECTION, ferry=scenario())
    monkeypatch.chdir(tmp_path / "island")
    assert named(load([Path(".")])) == named(load([Path("ferry.yaml")])) == [("island", "ferry")]


def test_a_scenario_continues_in_a_later_one(tmp_path: Path) -> None:
    write(tmp_path, collection=COLLECTION, ferry=scenario("inquiry", "1884-10"), inquiry=scenario(date="1884-09"))
    loaded = load([tmp_path])
    assert [str(each).splitlines()[0].split(": ", 1)[1] for each in loaded.problems] == [
        "warning[dates-out-of-order]: 'inquiry' is dated 1884-09, before this scenario (1884-10)"
    ]
    assert ids(loaded) == ["inquiry", "ferry"]


def test_scenarios_that_continue_each_other_in_a_circle_are_told_of_each_and_absent(tmp_path: Path) -> None:
    write(
        tmp_path,
        collection=COLLECTION,
        one=scenario("two", "1884"),
        two=scenario("three", "1885"),
        three=scenario("one", "1886"),
        four=scenario("one", "1880"),
    )
    loaded = load([tmp_path])
    assert [each.message for each in loaded.problems] == [
        "outcome 'wreck' continues in 'two', which comes back to 'one'",
        "outcome 'wreck' continues in 'one', which comes back to 'three'",
        "outcome 'wreck' continues in 'three', which comes back to 'two'",
    ]
    assert {each.code for each in loaded.problems} == {"cycle"}
    assert ids(loaded) == ["four"]


# ── files and folders


def test_folders_of_folders_are_read_each_with_its_own_collection(tmp_path: Path) -> None:
    write(
        tmp_path,
        alone=CLEAN,
        island__collection=COLLECTION,
        island__ferry=scenario(),
        island__north__collection=COLLECTION,
        island__north__ferry=scenario(),
        island__notes__alone=CLEAN,
    )
    (tmp_path / "island" / "notes.txt").write_text("not a scenario")
    write(tmp_path / ".hidden", ferry="- broken")
    (tmp_path / "island" / ".ferry.yaml").write_text("- broken")
    loaded = load([tmp_path])
    assert told(loaded) == []
    assert sorted(named(loaded)) == [("", "alone"), ("", "alone"), ("island", "ferry"), ("north", "ferry")]
    assert loaded.scenarios == 4


def test_the_collection_of_a_folder_above_is_not_for_the_folders_in_it(tmp_path: Path) -> None:
    write(tmp_path, collection=COLLECTION, north__ferry=scenario())
    assert {line.split(" ")[1] for line in told(load([tmp_path]))} == {
        "unknown-source",
        "unknown-fact",
        "unknown-actor",
    }


def test_two_files_of_one_name_are_no_two_scenarios(tmp_path: Path) -> None:
    write(tmp_path, collection=COLLECTION, ferry=scenario(), ferry_yml=scenario(), other=scenario())
    loaded = load([tmp_path])
    assert [str(each) for each in loaded.problems] == [
        f"{tmp_path}/ferry.yml:1:1: error[duplicate-scenario]: ferry.yaml has the same name, which is the scenario's id\n"
        "  help: rename one of the two files"
    ]
    assert ids(loaded) == ["other"]


def test_a_file_that_is_asked_for_in_several_ways_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, ferry="title: Too little\n")
    monkeypatch.chdir(tmp_path)
    loaded = load([Path("ferry.yaml"), Path("./ferry.yaml"), tmp_path, Path("..") / tmp_path.name / "ferry.yaml"])
    assert (told(loaded), loaded.scenarios) == (["ferry.yaml:1 missing-key"] * 2, 1)


def test_messages_come_in_the_order_of_files_and_places(tmp_path: Path) -> None:
    wrong = scenario().replace("leads-to: calm", "leads-to: clam").replace("title: The", "titel: The")
    write(tmp_path, collection=COLLECTION, b=wrong, a=wrong)
    assert told(load([tmp_path / "b.yaml", tmp_path])) == [
        "a.yaml:1 unknown-key",
        "a.yaml:22 unknown-target",
        "b.yaml:1 unknown-key",
        "b.yaml:22 unknown-target",
    ]


def test_scenarios_come_in_the_order_of_time_and_undated_ones_last(tmp_path: Path) -> None:
    dates = {"b": "1917-10-25", "a": "1917-10-25", "c": "1917", "d": "", "e": "-0044", "f": "1917-02"}
    write(tmp_path, collection=COLLECTION, **{id: scenario(date=date) for id, date in dates.items()})
    assert ids(load([tmp_path])) == ["e", "c", "f", "a", "b", "d"]


def test_no_paths_are_no_scenarios() -> None:
    assert load([]) == Loaded()


# ── what is read, and what is not ──


def chain(folder: Path, *names: str) -> None:
    """Scenarios each of which continues in the next one."""
    for name, following in zip(names, (*names[1:], ""), strict=True):
        goes_on = f", continues: {following}" if following else ""
        text = f"title: {name}\nquestion: Why?\nnodes:\n  end: {{outcome: So it went, basis: recorded{goes_on}}}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


class Watchful(Desk):
    """A desk that knows which scenarios were taken from it."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    def scenario(self, path: Path) -> FileDraft[Scenario]:
        self.taken.append(path.stem)
        return super().scenario(path)


def test_of_a_collection_only_what_a_scenario_goes_on_in_is_read(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text("title: Harbours\n", encoding="utf-8")
    chain(tmp_path, "ferry", "storm", "wreck")
    chain(tmp_path, "railway", "bridge")
    (tmp_path / "bad.yaml").write_text("[" * 10_000, encoding="utf-8")
    desk = Watchful()
    loaded = load([tmp_path / "ferry.yaml"], desk)
    assert [point.id for point in loaded.points] == ["ferry"]
    assert set(desk.taken) == {"ferry", "storm", "wreck"}


def test_outside_of_a_collection_only_what_was_asked_for_is_read(tmp_path: Path) -> None:
    chain(tmp_path, "ferry", "storm")
    desk = Watchful()
    assert load([tmp_path / "ferry.yaml"], desk).problems == ()
    assert set(desk.taken) == {"ferry"}


def test_a_walk_outside_of_a_collection_reads_what_it_may_come_to(tmp_path: Path) -> None:
    chain(tmp_path, "ferry", "storm", "wreck")
    chain(tmp_path, "railway", "bridge")
    os.mkfifo(tmp_path / "pipe.yaml")
    _, neighbours = find_with_neighbours("ferry", tmp_path)
    assert {point.id for point in neighbours.points} == {"ferry", "storm", "wreck"}
    assert neighbours.problems == ()


def test_a_walk_in_a_collection_has_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text("title: Harbours\n", encoding="utf-8")
    chain(tmp_path, "ferry", "storm")
    chain(tmp_path, "railway")
    _, neighbours = find_with_neighbours("storm", tmp_path)
    assert {point.id for point in neighbours.points} == {"ferry", "storm", "railway"}
