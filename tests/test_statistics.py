"""Scenarios in numbers: counted by hand on the example, and what is missing is named."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from program import EXAMPLE, TOP, run, screen, uncoloured
from roads import chains, walks
from scenarios_at_random import turning_points
from untaken.checking.loading import load
from untaken.model import Argument, Basis, Option, Outcome, TurningPoint
from untaken.model.traversal import claims, steps
from untaken.telling.statistics import statistics, statistics_document, statistics_json
from untaken.telling.statistics.counts import texts

GOLDEN = TOP / "tests" / "golden"


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """A folder in which `scenarios/` holds the example, with a scenario that has no arguments and a source not cited."""
    folder = tmp_path / "scenarios" / "island"
    shutil.copytree(EXAMPLE, folder)
    (folder / "pier.yaml").write_text(
        "title: The pier\nquestion: Whose is the pier?\nnodes:\n"
        "  sale:\n    decision: Sell it?\n    options:\n"
        "      sell: {label: Sell, historical: true, leads-to: sold}\n      keep: {label: Keep, leads-to: kept}\n"
        "  sold: {outcome: It is sold, basis: recorded}\n  kept: {outcome: It is kept, basis: inferred}\n",
        encoding="utf-8",
    )
    collection = folder / "collection.yaml"
    text = collection.read_text(encoding="utf-8")
    collection.write_text(
        text.replace("\nactors:", "  psalter: {type: book, title: The Psalter}\n\nactors:"), encoding="utf-8"
    )
    return tmp_path


def test_the_ferry_is_counted_as_by_hand() -> None:
    points = load([EXAMPLE]).points
    ferry, inquiry = statistics(points, whole=True).scenarios
    assert (ferry.decisions, ferry.chances, ferry.options, ferry.unargued) == (1, 1, 2, ())
    assert ferry.outcomes == {Basis.RECORDED: 1, Basis.ARGUED: 1, Basis.INFERRED: 1}
    assert (ferry.arguments.in_favour, ferry.arguments.against, ferry.arguments.own) == (3, 1, 2)
    # sail and the storm, sail and no storm, wait
    assert (ferry.roads.paths, ferry.roads.shortest, ferry.roads.longest) == (3, 1, 2)
    # the owners are to blame only where the ferry was lost, as it was
    assert (inquiry.roads.paths, inquiry.roads.shortest, inquiry.roads.longest) == (2, 1, 1)
    assert inquiry.words == len(
        [
            "The",
            "inquiry",
            "Who",
            "pays",
            "for",
            "the",
            "ferry?",
            "Whom",
            "does",
            "the",
            "inquiry",
            "hold",
            "to",
            "blame?",
            "The",
            "owners",
            "Nobody",
            "They",
            "had",
            "promised",
            "the",
            "master’s",
            "place",
            "to",
            "another",
            "if",
            "he",
            "stayed",
            "in",
            "port.",
            "No",
            "seaman",
            "would",
            "have",
            "sailed",
            "unbidden.",
            "The",
            "brothers",
            "sell",
            "what",
            "they",
            "have",
            "A",
            "second",
            "ferry",
            "is",
            "built",
            "The",
            "crofters",
            "bought",
            "the",
            "pier.",
        ]
    )


def test_sources_and_histories_are_counted_as_by_hand() -> None:
    counted = statistics(load([EXAMPLE]).points, whole=True)
    told = [(each.id, each.owner, each.scenarios, each.arguments.in_favour, each.arguments.against, each.arguments.own)
            for each in counted.sources]  # fmt: skip
    assert told == [("harbour-book", "example", 1, 1, 1, 1), ("island-annals", "example", 2, 3, 1, 3)]
    assert [(each.name, each.paths, each.shortest, each.longest) for each in counted.histories] == [
        ("The island ferry", 3, 2, 3)
    ]


@settings(max_examples=60)
@given(turning_points())
def test_every_number_is_that_of_a_plain_count(point: TurningPoint) -> None:
    counted = statistics([point])
    [scenario] = counted.scenarios
    options = [step for _, step in steps(point.scenario) if isinstance(step, Option)]
    arguments = [claim for _, claim in claims(point.scenario) if isinstance(claim, Argument)]
    assert scenario.options == len(options)
    assert scenario.arguments.total == sum(len(option.arguments) for option in options) == len(arguments)
    assert len(scenario.unargued) == sum(not option.arguments for option in options)
    assert sum(scenario.outcomes.values()) == sum(isinstance(node, Outcome) for node in point.scenario.nodes.values())
    assert scenario.decisions + scenario.chances + sum(scenario.outcomes.values()) == len(point.scenario.nodes)
    assert scenario.words == len(" ".join(texts(point.scenario)).split())
    assert [each.id for each in counted.sources] == [*point.sources]
    assert json.loads(statistics_json(counted))["scenarios"][0]["words"] == scenario.words
    assert statistics_document(counted)


@settings(max_examples=50)
@given(chains(alone=True))
def test_roads_are_those_of_a_walk_by_brute_force(points: list[TurningPoint]) -> None:
    *_, last = points
    [alone] = statistics([last]).scenarios
    lengths = [len(taken) for _, taken, ended, _ in walks([last]) if ended]
    roads = (alone.roads.paths, alone.roads.shortest, alone.roads.longest)
    assert roads == (len(lengths), min(lengths, default=0), max(lengths, default=0))


def test_stats_in_a_pipe(island: Path, agrees: Callable[[str, Path], None]) -> None:
    ran = run("stats", cwd=island)
    assert (ran.code, ran.err) == (0, "")
    agrees(ran.out, GOLDEN / "commands" / "stats.txt")


def test_of_one_scenario_of_a_collection_the_others_still_open_and_close_its_roads(island: Path) -> None:
    ran = run("stats", "inquiry", cwd=island)
    assert (ran.code, ran.err) == (0, "")
    assert "\n  roads            2   from the start to an outcome, of 1 step\n" in ran.out
    assert "Trees" not in ran.out


def test_stats_for_programs(island: Path, agrees: Callable[[str, Path], None]) -> None:
    ran = run("stats", "--output-format", "json", cwd=island)
    assert (ran.code, ran.err) == (0, "")
    agrees(ran.out, GOLDEN / "commands" / "stats.json")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("columns", [80, 50])
def test_stats_on_a_terminal(island: Path, columns: int, agrees: Callable[[str, Path], None]) -> None:
    code, text = screen("stats", cwd=island, columns=columns)
    assert code == 0
    shown = uncoloured(text)
    assert max(map(len, shown.splitlines())) <= columns
    agrees(shown, GOLDEN / "screens" / f"stats-{columns}.txt")


def test_a_scenario_with_errors_is_not_counted_and_exits_1(island: Path) -> None:
    (island / "scenarios" / "island" / "pier.yaml").write_text("titel: x\n", encoding="utf-8")
    ran = run("stats", cwd=island)
    assert ran.code == 1
    assert ran.out.startswith("2 scenarios\n")
    assert "error[unknown-key]" in ran.err
