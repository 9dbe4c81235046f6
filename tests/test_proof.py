"""The proof of reach against a walk by brute force, and what it finds wrong."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untaken.graph import Graph
from untaken.model import Outcome, Scenario, TurningPoint
from untaken.proof import Facts, Proof, findings, is_open, prove

FACTS = ("f", "g", "h")


@st.composite
def chains(draw: st.DrawFn) -> list[TurningPoint]:
    """Two or three small scenarios of decisions, each of which may continue in a later one, with facts at random."""
    ids = [f"s{number}" for number in range(draw(st.integers(1, 3)))]
    return [_scenario(draw, id, ids[at + 1 :]) for at, id in enumerate(ids)]


def _scenario(draw: st.DrawFn, id: str, later: Sequence[str]) -> TurningPoint:
    count = draw(st.integers(1, 3))
    outcomes = draw(st.integers(1, 2))
    nodes: dict[str, object] = {}
    some_facts = st.lists(st.sampled_from(FACTS), max_size=2, unique=True)
    for number in range(count):
        heads = [f"n{each}" for each in range(number + 1, count)] + [f"o{each}" for each in range(outcomes)]
        options = {
            f"x{each}": {
                "label": "X",
                "leads-to": draw(st.sampled_from(heads)),
                "establishes": draw(some_facts),
                "requires": draw(st.lists(st.sampled_from(FACTS), max_size=1)),
                "unless": draw(st.lists(st.sampled_from(FACTS), max_size=1)),
            }
            for each in range(draw(st.integers(1, 3)))
        }
        nodes[f"n{number}"] = {"decision": "D", "options": options}
    for number in range(outcomes):
        outcome: dict[str, object] = {"outcome": "O", "basis": "inferred", "establishes": draw(some_facts)}
        if later and draw(st.booleans()):
            outcome["continues"] = draw(st.sampled_from(list(later)))
        nodes[f"o{number}"] = outcome
    scenario = Scenario.model_validate({"title": id, "question": "?", "start": "n0", "nodes": nodes})
    return TurningPoint.of(id, scenario)


def walks(points: Sequence[TurningPoint]) -> Iterator[tuple[list[tuple[str, str]], list[tuple[str, str, str]], bool]]:
    """Every road: the places it comes to, the steps that it takes, and whether it comes to an end or is stuck."""
    by_id = {point.id: point for point in points}
    continued = {
        node.continues for point in points for node in point.scenario.nodes.values() if isinstance(node, Outcome)
    }

    def go(id: str, node_id: str, facts: Facts, places: list, steps: list) -> Iterator[tuple[list, list, bool]]:  # type: ignore[type-arg]
        places = [*places, (id, node_id)]
        node = by_id[id].scenario.nodes[node_id]
        if isinstance(node, Outcome):
            if node.continues:
                start = by_id[node.continues].scenario.first
                yield from go(node.continues, start, facts | set(node.establishes), places, steps)
            else:
                yield places, steps, True
            return
        passable = [(step_id, step) for step_id, step in node.steps.items() if is_open(step, facts)]
        if not passable:
            yield places, steps, False
        for step_id, step in passable:
            took = [*steps, (id, node_id, step_id)]
            yield from go(id, step.leads_to, facts | set(step.establishes), places, took)

    for point in points:
        if point.id not in continued:
            yield from go(point.id, point.scenario.first, frozenset(), [], [])


@settings(max_examples=80, deadline=None)
@given(chains())
def test_the_count_is_that_of_a_walk_by_brute_force(points: list[TurningPoint]) -> None:
    proof = prove(points)
    every = list(walks(points))
    assert proof.complete == sum(ended for _, _, ended in every)
    assert set(proof.roads) == {place for places, _, _ in every for place in places}
    taken = {step for _, steps, _ in every for step in steps}
    reachable = {(id, arc.tail, arc.id) for id, arc in proof.closed if (id, arc.tail) in proof.roads}
    nodes = [(point, node) for point in points for node in Graph.of(point.scenario).order]
    steps = {(point.id, node, step) for point, node in nodes for step in point.scenario.nodes[node].steps}
    assert reachable == {each for each in steps - taken if each[:2] in proof.roads}
    assert set(proof.stuck) == {places[-1] for places, _, ended in every if not ended}


@settings(max_examples=30, deadline=None)
@given(chains())
def test_each_road_that_is_shown_can_be_walked(points: list[TurningPoint]) -> None:
    every = [(places, steps) for places, steps, _ in walks(points)]
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


@pytest.mark.parametrize(("condition", "codes"), [("requires", ["never-open"]), ("unless", [])])
def test_an_option_that_nothing_ever_opens_is_an_error(condition: str, codes: list[str]) -> None:
    point = locked(condition)
    assert [finding.code for _, finding in findings({"t": point}, prove([point]))] == codes


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
    assert prove([point]).complete == 2**200


def test_no_scenarios_have_no_roads() -> None:
    assert prove([]) == Proof()
