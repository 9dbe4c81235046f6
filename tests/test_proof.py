"""The proof of reach against a walk by brute force, and what it finds wrong."""

import pytest
from hypothesis import given, settings

from program import EXAMPLE, run
from roads import chains, walks
from untaken.history.graph import Graph
from untaken.history.proof import Proof, findings, prove
from untaken.history.rules import IDLE_CONDITION
from untaken.model import Scenario, TurningPoint
from untaken.reading.marked import Finding


@settings(max_examples=80, deadline=None)
@given(chains())
def test_the_count_is_that_of_a_walk_by_brute_force(points: list[TurningPoint]) -> None:
    proof = prove(points)
    every = list(walks(points))
    assert proof.count.complete == sum(ended for _, _, ended, _ in every)
    lengths = [len(steps) for _, steps, ended, _ in every if ended]
    assert (proof.count.shortest, proof.count.longest) == (min(lengths, default=0), max(lengths, default=0))
    assert set(proof.roads) == {place for places, _, _, _ in every for place in places}
    taken = {step for _, steps, _, _ in every for step in steps}
    reachable = {(id, arc.tail, arc.id) for id, arc in proof.closed if (id, arc.tail) in proof.roads}
    nodes = [(point, node) for point in points for node in Graph.of(point.scenario).order]
    steps = {(point.id, node, step) for point, node in nodes for step in point.scenario.nodes[node].steps}
    assert reachable == {each for each in steps - taken if each[:2] in proof.roads}
    failed = {each for _, _, _, failures in every for each in failures}
    assert {*proof.shut, *proof.absent} == failed
    assert set(proof.stuck) == {places[-1] for places, _, ended, _ in every if not ended}


@settings(max_examples=30, deadline=None)
@given(chains())
def test_each_road_that_is_shown_can_be_walked(points: list[TurningPoint]) -> None:
    every = [(places, steps) for places, steps, _, _ in walks(points)]
    for place, road in prove(points).roads.items():
        assert any(
            place in places and [(id, step) for id, _, step in steps][: len(road)] == list(road)
            for places, steps in every
        )


def locked(condition: str) -> TurningPoint:
    scenario = {
        "title": "T",
        "question": "?",
        "nodes": {
            "start": {
                "decision": "D",
                "options": {
                    "open": {"label": "Open", "leads-to": "end", "historical": True},
                    "shut": {"label": "Shut", "leads-to": "end", condition: ["f"]},
                },
            },
            "end": {"outcome": "O", "basis": "recorded"},
        },
    }
    return TurningPoint.of("t", Scenario.model_validate(scenario))


@pytest.mark.parametrize(("condition", "code"), [("requires", "never-open"), ("unless", "idle-condition")])
def test_an_option_that_nothing_ever_opens_is_an_error(condition: str, code: str) -> None:
    point = locked(condition)
    [(id, finding)] = findings({"t": point}, prove([point]))
    assert (id, finding.code) == ("t", code)
    assert (finding.route, finding.at_key) == (("nodes", "start", "options", "shut"), True)


@pytest.mark.parametrize(("condition", "said"), [("requires", "f"), ("unless", "not f")])
def test_a_scenario_whose_condition_no_road_breaks_is_told_at_the_condition(condition: str, said: str) -> None:
    def scenario(at: int, **more: object) -> TurningPoint:
        option = {"label": "Go", "leads-to": "end", "establishes": ["f"] if condition == "requires" else ["g"]}
        nodes = {"start": {"decision": "D", "options": {"go": option}}, "end": {"outcome": "O", "basis": "recorded"}}
        written = {"title": "T", "question": "?", "date": f"190{at}", "nodes": nodes, **more}
        return TurningPoint.of(f"s{at}", Scenario.model_validate(written), name="island")

    points = {"s1": scenario(1), "s2": scenario(2, **{condition: ["f"]})}
    message = f"'s2' arises on every road: {said} always holds"
    cure = "drop the condition, or let an earlier choice break it"
    finding = Finding((condition,), IDLE_CONDITION, message, cure, at_key=True)
    assert findings(points, prove(list(points.values()))) == [("s2", finding)]


def test_the_count_stays_exact_where_no_walk_could_ever_finish() -> None:
    nodes: dict[str, object] = {
        f"n{at}": {
            "decision": "D",
            "options": {side: {"label": side, "leads-to": f"n{at + 1}"} for side in ("left", "right")},
        }
        for at in range(200)
    }
    nodes["n200"] = {"outcome": "O", "basis": "inferred"}
    point = TurningPoint.of("t", Scenario.model_validate({"title": "T", "question": "?", "nodes": nodes}))
    assert prove([point]).count.complete == 2**200


def test_no_scenarios_have_no_roads() -> None:
    assert prove([]) == Proof()


PROVED = """\
ferry
  harbour: the start
  crossing: sail
  wreck: sail › breaks
  arrival: sail › holds
  mail-lost: wait
inquiry
  inquiry: the start
  ruin: blame
  second-ferry: acquit
  closed, inquiry/blame: the start, after ferry/wait
  closed, inquiry/acquit: the start, after ferry/holds
3 complete roads; 8 of 8 nodes reached
closed on some road: 2 options and branches; not arising: 0
2 scenarios: 1 error, 2 warnings
"""


def test_all_that_a_proof_prints_is_a_road_to_each_node_and_the_count() -> None:
    ran = run("check", ".", "--proof", cwd=EXAMPLE)
    assert (ran.code, ran.out) == (1, PROVED)
    assert ran.err.startswith(
        "inquiry.yaml:10:3: error[stuck-road]: on one road every way out of 'inquiry' is closed: sail › holds\n"
    )
    assert ran.err.count("error[") == 1
