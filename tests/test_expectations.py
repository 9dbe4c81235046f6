"""What an author expects under `expect`: judged as a walk by brute force would, whatever went before.

The messages stand in `cases`.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import EXAMPLE
from roads import FACTS, chains, walks
from untaken.checking.judging import judge
from untaken.checking.loading import load
from untaken.model import Fact, TurningPoint
from untaken.model.expecting import Expectations

Road = tuple[list[str], list[str], bool]
"""The nodes that a road comes to, its choices as `node/id`, and whether it ends at an outcome."""


def failed(point: TurningPoint, **expect: object) -> list[str]:
    """The places under `expect` of what a scenario that stands alone does not hold."""
    scenario = point.scenario.model_copy(update={"expect": Expectations.model_validate(expect)})
    told = judge(
        replace(point, scenario=scenario, facts=dict.fromkeys(FACTS, Fact(holds="A fact."))), {point.id: scenario}
    )
    return [" ".join(map(str, each.route[1:])) for each in told if each.route[0] == "expect"]


def roads(point: TurningPoint) -> list[Road]:
    """Every road through a scenario that stands alone."""
    return [
        ([node for _, node in places], [f"{node}/{step}" for _, node, step in steps], ended)
        for places, steps, ended, _ in walks([point])
    ]


def complete(point: TurningPoint) -> list[Road]:
    return [road for road in roads(point) if road[2]]


ALONE = chains(alone=True).map(lambda points: points[-1])
WALKABLE = ALONE.filter(complete)


@given(WALKABLE)
def test_what_a_walk_by_brute_force_finds_can_be_expected(point: TurningPoint) -> None:
    walked = complete(point)
    expect = {"outcomes": list({nodes[-1] for nodes, _, _ in walked}), "paths": len(walked)}
    assert failed(point, **expect, reaches={nodes[-1]: choices for nodes, choices, _ in walked}) == []


@given(WALKABLE, st.data())
def test_nothing_else_can_be_expected(point: TurningPoint, data: st.DataObject) -> None:
    walked = complete(point)
    wrong = data.draw(st.integers(1, 99).filter(lambda number: number != len(walked)))
    assert failed(point, paths=wrong) == ["paths"]
    assert failed(point, outcomes=list({nodes[-1] for nodes, _, _ in walked})[1:]) == ["outcomes"]
    nodes, choices, _ = data.draw(st.sampled_from(walked))
    assert failed(point, reaches={nodes[-1]: choices[:-1]}) == [f"reaches {nodes[-1]}"]
    assert failed(point, reaches={nodes[-1]: [*choices, choices[0]]}) == [f"reaches {nodes[-1]} {len(choices)}"]


@given(ALONE, st.data())
def test_a_step_is_closed_after_choices_where_roads_come_to_it_and_none_takes_it(
    point: TurningPoint, data: st.DataObject
) -> None:
    walked = roads(point)
    _, choices, _ = data.draw(st.sampled_from(walked))
    begun = choices[: data.draw(st.integers(0, len(choices)))]
    node, step = data.draw(st.sampled_from([(node, step) for node, step in _steps(point)]))
    onward = [road for road in walked if road[1][: len(begun)] == begun]
    come_to = any(node in nodes[len(begun) :] for nodes, _, _ in onward)
    taken = any(f"{node}/{step}" in took[len(begun) :] for _, took, _ in onward)
    name = f"{node}/{step}"
    assert failed(point, closed={name: begun}) == ([] if come_to and not taken else [f"closed {name}"])


def _steps(point: TurningPoint) -> list[tuple[str, str]]:
    """The options of the nodes that a road can come to, were all options open."""
    found: list[tuple[str, str]] = []
    waiting = [point.scenario.first]
    for node in waiting:
        for id, step in point.scenario.nodes[node].steps.items():
            found.append((node, id))
            if step.leads_to not in waiting:
                waiting.append(step.leads_to)
    return found


# Across scenarios, and with other mistakes

EXPECTED = """
expect:
  outcomes: [ruin, second-ferry]
  paths: 2
  reaches:
    ruin: [blame]
    second-ferry: [inquiry/acquit]
"""


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """The example, with what its second scenario expects when history has gone before it."""
    folder = tmp_path / "island"
    shutil.copytree(EXAMPLE, folder)
    with (folder / "inquiry.yaml").open("a", encoding="utf-8") as file:
        file.write(EXPECTED)
    return folder


def told(paths: Sequence[Path]) -> list[str]:
    return [f"{each.span.path.rsplit('/')[-1]} {each.code}: {each.message}" for each in load(paths).problems]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_history_established_in_earlier_scenarios_holds_at_the_start(island: Path) -> None:
    assert told([island]) == []
    assert told([island / "inquiry.yaml"]) == []


def test_history_goes_on_from_a_scenario_to_the_next_in_time_without_being_told_to(island: Path) -> None:
    change(island / "ferry.yaml", "    continues: inquiry\n", "")
    assert told([island]) == []


def test_of_a_scenario_that_starts_nowhere_nothing_is_expected(island: Path) -> None:
    change(island / "inquiry.yaml", "start: inquiry", "start: at the very beginning")
    assert told([island]) == [
        "inquiry.yaml unknown-target: the scenario starts at 'at the very beginning', which is not a node"
    ]


def test_an_expectation_fails_when_history_before_it_is_changed(island: Path) -> None:
    change(island / "ferry.yaml", "establishes: [ferry-lost]", "establishes: [mail-kept]")
    assert told([island]) == [
        "inquiry.yaml expectation-failed: every road to outcome 'ruin' is closed",
        "inquiry.yaml expectation-failed: every road to outcome 'second-ferry' is closed",
        "inquiry.yaml expectation-failed: 0 roads lead from the start to an outcome, not 2",
        "inquiry.yaml expectation-failed: option 'blame' is closed here: 'ferry-lost' is not established",
        "inquiry.yaml expectation-failed: option 'acquit' is closed here: 'mail-kept' is established",
    ]


def test_a_scenario_that_cannot_be_read_is_no_reason_for_an_expectation_to_fail(island: Path) -> None:
    (island / "ferry.yaml").write_text("title: [", encoding="utf-8")
    assert [each.split(":")[0] for each in told([island])] == ["ferry.yaml yaml-syntax"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("leads-to: ruin", "leads-to: runi", "unknown-target"),
        ("leads-to: ruin", "leads-to: inquiry", "cycle"),
        ("requires: [ferry-lost]", "requires: [ferry-lsot]", "unknown-fact"),
        ("        leads-to: second-ferry\n", "", "missing-key"),
    ],
)
def test_what_follows_from_another_mistake_is_not_told(island: Path, old: str, new: str, code: str) -> None:
    change(island / "inquiry.yaml", old, new)
    assert code in {each.split()[1].rstrip(":") for each in told([island])}
    assert [each for each in told([island]) if "expectation" in each] == []


def test_misspelt_names_are_told_beside_other_mistakes(island: Path) -> None:
    change(island / "inquiry.yaml", "leads-to: ruin", "leads-to: runi")
    change(island / "inquiry.yaml", "outcomes: [ruin,", "outcomes: [riun,")
    assert told([island]) == [
        "inquiry.yaml unknown-target: option 'blame' leads to 'runi', which is not a node",
        "inquiry.yaml unknown-expectation: no outcome is called 'riun'",
    ]


def test_a_scenario_in_which_every_road_goes_in_a_circle_is_judged_to_the_end(island: Path) -> None:
    change(island / "ferry.yaml", "leads-to: mail-lost", "leads-to: harbour")
    assert "ferry.yaml cycle: 'wait' leads back: harbour → harbour" in told([island])
