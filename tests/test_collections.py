"""From paths to turning points: which files are read, what is shared, and what keeps a scenario out."""

from pathlib import Path

import pytest

from untaken.checking.loading import Loaded, load

SOUND = """title: {title}
question: Q?
date: {date}
nodes:
  start:
    decision: D?
    options:
      go:
        label: Go
        historical: true
        advocates: [Somebody]
        arguments:
          - {{for: x, cite: {{source: book}}}}
          - {{against: y, cite: {{source: annals}}}}
        leads-to: end
      stay:
        label: Stay
        advocates: [Somebody]
        arguments:
          - {{for: x, cite: {{source: book}}}}
          - {{against: y, cite: {{source: annals}}}}
        leads-to: other
  end: {{outcome: E, basis: recorded{continues}}}
  other: {{outcome: O, basis: inferred}}
"""
SOURCES = "sources:\n  book: {type: book, title: Book}\n  annals: {type: book, title: Annals}\n"
COLLECTION = f"title: Harbours\n{SOURCES}"


def write(path: Path, title: str = "T", date: str = "1884", continues: str = "", more: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    said = f", continues: {continues}" if continues else ""
    path.write_text(SOUND.format(title=title, date=date, continues=said) + more, encoding="utf-8")
    return path


def codes(loaded: Loaded) -> list[str]:
    return [f"{Path(each.span.path).name} {each.code}" for each in loaded.problems]


def ids(loaded: Loaded) -> list[str]:
    return [point.id for point in loaded.points]


@pytest.fixture
def harbours(tmp_path: Path) -> Path:
    folder = tmp_path / "harbours"
    folder.mkdir()
    (folder / "collection.yaml").write_text(COLLECTION, encoding="utf-8")
    return folder


def test_scenarios_of_a_collection_share_its_sources_and_come_in_the_order_of_time(harbours: Path) -> None:
    write(harbours / "inquiry.yaml", date="1885-03")
    write(harbours / "ferry.yaml", date="1884-10-12")
    loaded = load([harbours])
    assert (ids(loaded), codes(loaded)) == (["ferry", "inquiry"], [])
    assert [point.history for point in loaded.points] == ["Harbours", "Harbours"]


def test_a_scenario_without_a_collection_is_complete_in_itself(tmp_path: Path) -> None:
    loaded = load([write(tmp_path / "ferry.yaml", more=SOURCES)])
    assert (ids(loaded), codes(loaded)) == (["ferry"], [])


def test_folders_of_collections_and_both_endings_are_read_and_hidden_files_are_not(
    tmp_path: Path, harbours: Path
) -> None:
    write(harbours / "ferry.yml")
    write(tmp_path / "alone" / "quay.yaml", more=SOURCES)
    write(harbours / ".backup.yaml")
    (harbours / "notes.txt").write_text("no scenario", encoding="utf-8")
    assert sorted(ids(load([tmp_path]))) == ["ferry", "quay"]


def test_two_files_of_one_name_are_both_absent(harbours: Path) -> None:
    write(harbours / "ferry.yaml")
    write(harbours / "ferry.yml")
    loaded = load([harbours])
    assert (ids(loaded), codes(loaded)) == ([], ["ferry.yml duplicate-scenario"])


def test_an_error_in_the_collection_is_reported_once_and_keeps_all_its_scenarios_out(harbours: Path) -> None:
    (harbours / "collection.yaml").write_text(
        COLLECTION.replace("title: Harbours", "titel: Harbours"), encoding="utf-8"
    )
    write(harbours / "ferry.yaml")
    write(harbours / "inquiry.yaml")
    loaded = load([harbours])
    assert (ids(loaded), codes(loaded)) == ([], ["collection.yaml unknown-key"])


def test_a_broken_neighbour_that_was_not_asked_for_is_not_reported(harbours: Path) -> None:
    ferry = write(harbours / "ferry.yaml", continues="inquiry", date="1884")
    (harbours / "inquiry.yaml").write_text("title: [", encoding="utf-8")
    loaded = load([ferry])
    assert (ids(loaded), codes(loaded)) == (["ferry"], [])


def test_a_scenario_may_not_continue_in_one_that_is_not_there(harbours: Path) -> None:
    write(harbours / "ferry.yaml", continues="inqiry")
    write(harbours / "inquiry.yaml")
    (problem,) = load([harbours]).problems
    assert (problem.code, problem.help) == ("unknown-scenario", "write 'inquiry'")


def test_a_chain_of_scenarios_may_not_come_back(harbours: Path) -> None:
    write(harbours / "ferry.yaml", continues="inquiry")
    write(harbours / "inquiry.yaml", continues="ferry")
    assert set(codes(load([harbours]))) == {"ferry.yaml cycle", "inquiry.yaml cycle"}


def test_time_does_not_run_backward_from_a_scenario_to_the_next(harbours: Path) -> None:
    write(harbours / "ferry.yaml", date="1885", continues="inquiry")
    write(harbours / "inquiry.yaml", date="1884-10")
    loaded = load([harbours])
    assert codes(loaded) == ["ferry.yaml dates-out-of-order"]
    assert sorted(ids(loaded)) == ["ferry", "inquiry"]


def test_a_file_that_is_named_twice_is_loaded_once(harbours: Path) -> None:
    ferry = write(harbours / "ferry.yaml")
    assert ids(load([ferry, harbours, ferry])) == ["ferry"]
