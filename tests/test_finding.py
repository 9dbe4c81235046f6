import shutil
from pathlib import Path

import pytest

from program import EXAMPLE
from untaken.checking.finding import files_of, find
from untaken.checking.homes import shipped


@pytest.fixture
def island(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that we are in; `scenarios/` in it holds the example as the collection `island`."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    monkeypatch.chdir(tmp_path)
    return Path("scenarios")


def found(*names: str, folder: Path) -> list[str]:
    """What is found under these names, without a problem."""
    loaded = find(names, folder)
    assert loaded.problems == ()
    return [f"{point.collection}/{point.id}" for point in loaded.points]


def test_without_a_name_all_are_found(island: Path) -> None:
    assert found(folder=island) == ["island/ferry", "island/inquiry"]


@pytest.mark.parametrize(
    "name",
    [
        "inquiry",
        "island/inquiry",
        "scenarios/island/inquiry.yaml",
        "./scenarios/../scenarios/island/inquiry.yaml",
    ],
)
def test_a_name_is_an_id_or_collection_and_id_or_a_path(island: Path, name: str) -> None:
    assert found(name, folder=island) == ["island/inquiry"]


def test_an_absolute_path_and_an_id_may_name_the_same_scenario(island: Path) -> None:
    path = str(Path("scenarios/island/ferry.yaml").resolve())
    assert found("inquiry", path, "ferry", folder=island) == ["island/ferry", "island/inquiry"]


def test_a_folder_may_be_named_too(island: Path) -> None:
    assert found("scenarios/island", folder=Path("nowhere")) == ["island/ferry", "island/inquiry"]


def test_an_id_stands_for_a_file_where_nothing_here_is_called_so(island: Path) -> None:
    Path("inquiry").touch()
    named = [Path("ferry"), Path("island/ferry"), Path("inquiry"), Path("nowhere")]
    ferry = island / "island" / "ferry.yaml"
    assert files_of(named, island) == [ferry, ferry, Path("inquiry"), Path("nowhere")]


def test_an_id_is_found_although_a_file_or_folder_of_its_name_is_here(island: Path) -> None:
    Path("ferry").mkdir()
    Path("inquiry").touch()
    assert found("ferry", "inquiry", folder=island) == ["island/ferry", "island/inquiry"]


def test_one_id_in_two_collections_finds_both_and_with_the_collection_one(island: Path) -> None:
    shutil.copytree(island / "island", island / "skerry")
    assert found("ferry", folder=island) == ["island/ferry", "skerry/ferry"]
    assert found("skerry/ferry", folder=island) == ["skerry/ferry"]


def test_the_folder_may_be_a_single_file(island: Path) -> None:
    assert found("ferry", folder=island / "island" / "ferry.yaml") == ["island/ferry"]


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("fery", "write 'ferry'"),
        ("FERRY", "write 'ferry'"),
        ("island/fery", "write 'island/ferry'"),
        ("inq", "write 'inquiry'"),
        ("railway", "write one of: ferry, inquiry"),
        ("collection", "write one of: ferry, inquiry"),
        ("", "write one of: ferry, inquiry"),
    ],
)
def test_an_unknown_id_is_reported_with_the_nearest_name(island: Path, name: str, cure: str) -> None:
    loaded = find([name], island)
    assert loaded.points == ()
    assert [str(each) for each in loaded.problems] == [
        f"error[unknown-scenario]: no scenario in scenarios is called '{name}'\n  help: {cure}"
    ]


def test_a_scenario_with_errors_has_an_id_still(island: Path) -> None:
    Path("scenarios/island/ferry.yaml").write_text("title: [", encoding="utf-8")
    for name in ("ferry", "island/ferry", "scenarios/island/ferry.yaml"):
        loaded = find([name], island)
        assert (loaded.points, [each.code for each in loaded.problems]) == ((), ["yaml-syntax"])


def test_mistakes_in_scenarios_that_nobody_named_are_not_reported(island: Path) -> None:
    Path("scenarios/island/ferry.yaml").write_text("title: [", encoding="utf-8")
    assert found("inquiry", folder=island) == ["island/inquiry"]


def test_mistakes_in_the_collection_are_reported_whatever_is_named(island: Path) -> None:
    Path("scenarios/island/collection.yaml").write_text("title: [", encoding="utf-8")
    assert [each.code for each in find(["inquiry"], island).problems] == ["yaml-syntax"]


def test_a_folder_that_is_not_there_is_the_only_problem(island: Path) -> None:
    assert [str(each) for each in find(["ferry", "fery"], Path("nowhere")).problems] == [
        "nowhere:1:1: error[unreadable-file]: there is no such file"
    ]


def test_the_program_brings_a_collection_along() -> None:
    assert (shipped() / "october-1917" / "collection.yaml").is_file()
