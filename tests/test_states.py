"""The machine that steps through a history, and the diagrams that count its roads, against brute force."""

import shutil
from itertools import chain, combinations
from operator import add
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program import EXAMPLE
from roads import FACTS, chains
from untaken.checking.loading import load
from untaken.history import counting, reach
from untaken.history.counting import count_roads
from untaken.history.diagrams import Diagram, Diagrams, TooMany
from untaken.history.premises import Facts
from untaken.history.proof import findings, prove
from untaken.history.states import DOOR, Machine, State
from untaken.model import Scenario, TurningPoint

SUBSETS = [frozenset(each) for each in chain.from_iterable(combinations(FACTS, size) for size in range(4))]
SOME = st.sampled_from(SUBSETS)


def futures(machine: Machine, state: State) -> list[tuple[str, ...]]:
    """Every road on from a state, as the ways that it takes."""
    found, waiting = [], [((), state)]
    while waiting:
        road, here = waiting.pop()
        ways = machine.ways(here)
        if not ways:
            found.append(road)
        waiting += [((*road, *here.spot, way.way), machine.step(here, way)) for way in ways]  # type: ignore[list-item]
    return sorted(found)


@settings(max_examples=40, deadline=None)
@given(chains(), SOME)
def test_states_that_differ_only_in_facts_that_matter_no_more_have_equal_futures(
    points: list[TurningPoint], facts: Facts
) -> None:
    machine = Machine({point.id: point for point in points})
    for spot in machine.spots:
        state = State(spot, facts)
        assert machine.pared(state).facts <= facts
        assert futures(machine, machine.pared(state)) == futures(machine, state)


def made(diagrams: Diagrams, plan: list[tuple[Facts, Facts, int, Facts]]) -> tuple[Diagram, list[int]]:
    """A diagram put together step by step, and its values by brute force for all subsets of the facts."""
    diagram, values = diagrams.leaf(0), dict.fromkeys(SUBSETS, 0)
    for requires, unless, number, known in plan:
        extra = diagrams.where(requires, unless, diagrams.leaf(number), diagram)
        diagram = diagrams.given(diagrams.merged(diagram, extra, add), known)
        fitting = {facts for facts in SUBSETS if requires <= facts and not unless & facts}
        sums = {facts: before + (number if facts in fitting else before) for facts, before in values.items()}
        values = {facts: sums[facts | known] for facts in SUBSETS}
    return diagram, [values[facts] for facts in SUBSETS]


@given(st.lists(st.tuples(SOME, SOME, st.integers(0, 3), SOME), max_size=5))
def test_a_diagram_has_the_values_that_brute_force_has(plan: list[tuple[Facts, Facts, int, Facts]]) -> None:
    diagrams = Diagrams(FACTS, 100_000)
    diagram, values = made(diagrams, plan)
    assert [diagrams.value(diagram, facts) for facts in SUBSETS] == values


def test_diagrams_give_up_within_their_bounds() -> None:
    with pytest.raises(TooMany):
        made(Diagrams(FACTS, 5), [(frozenset("f"), frozenset("g"), 1, frozenset("h"))])
    facts = [f"f{number}" for number in range(400)]
    diagrams = Diagrams(facts, 100_000)
    with pytest.raises(TooMany):
        diagrams.where(frozenset(facts), frozenset(), diagrams.leaf(1), diagrams.leaf(0))


@settings(max_examples=40, deadline=None)
@given(chains())
def test_what_is_settled_from_the_ends_back_is_what_following_every_road_finds(points: list[TurningPoint]) -> None:
    whole = prove(points)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "BUDGET", 0)
        settled = prove(points)
    assert settled.closed == whole.closed
    assert (set(settled.roads), set(settled.stuck)) == (set(whole.roads), set(whole.stuck))


def by_three_ways() -> TurningPoint:
    """Two outcomes: to one history leads, by the longest road; to the other no road leads but by a departure."""
    stay = {"label": "Stay", "historical": True}
    nodes: dict[str, object] = {
        "start": {"decision": "D", "options": {"leave": _to("far"), "run": _to("end"), "stay": _to("middle") | stay}},
        "middle": {"decision": "D", "options": {"slip": _to("far"), "stay": _to("late") | stay}},
        "late": {"decision": "D", "options": {"turn": _to("late-turn"), "stay": _to("end") | stay}},
        "late-turn": {"decision": "D", "options": {"back": _to("end"), "off": _to("far")}},
        "end": {"outcome": "O", "basis": "recorded"},
        "far": {"outcome": "O", "basis": "inferred"},
    }
    return TurningPoint.of("t", Scenario.model_validate({"title": "T", "question": "?", "nodes": nodes}))


def _to(node: str) -> dict[str, object]:
    return {"label": "L", "leads-to": node}


@pytest.mark.parametrize("budget", [reach.BUDGET, 0])
def test_however_it_is_found_a_road_departs_least_from_history_and_then_is_the_shortest(
    budget: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "BUDGET", budget)
    roads = {node: [choice for _, choice in road] for (_, node), road in prove([by_three_ways()]).roads.items()}
    assert roads == {
        "start": [],
        "middle": ["stay"],
        "late": ["stay", "stay"],
        "late-turn": ["stay", "stay", "turn"],
        "end": ["stay", "stay", "stay"],
        "far": ["leave"],
    }


@settings(max_examples=40, deadline=None)
@given(chains())
def test_roads_counted_from_the_ends_back_are_as_many_as_from_the_beginning(points: list[TurningPoint]) -> None:
    machine = Machine({point.id: point for point in points})
    starts = [State((id, DOOR)) for id in machine.beginnings]
    whole = count_roads(machine, starts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "MOST_STATES", 0)
        assert count_roads(machine, starts) == whole


def keys(count: int) -> TurningPoint:
    """So many doors in a row, each with a key that one may take or leave, and then an option for each key."""
    nodes: dict[str, object] = {
        f"n{at}": {
            "decision": "D",
            "options": {
                "take": {"label": "Take", "leads-to": f"n{at + 1}", "establishes": [f"key{at}"]},
                "leave": {"label": "Leave", "leads-to": f"n{at + 1}"},
            },
        }
        for at in range(count)
    }
    locks = {f"lock{at}": {"label": "L", "leads-to": "end", "requires": [f"key{at}"]} for at in range(count)}
    nodes |= {f"n{count}": {"decision": "D", "options": locks}, "end": {"outcome": "O", "basis": "inferred"}}
    return TurningPoint.of("keys", Scenario.model_validate({"title": "T", "question": "?", "nodes": nodes}))


def test_many_options_that_each_ask_for_a_fact_of_their_own_are_counted_and_told_all_the_same() -> None:
    point = keys(40)
    proof = prove([point])
    assert proof.count.complete == 40 * 2**39
    [(_, finding)] = findings({"keys": point}, proof)
    assert (finding.code, finding.route, finding.at_key) == ("stuck-road", ("nodes", "n40"), True)
    assert proof.stuck == {("keys", "n40"): (("keys", "leave"),) * 40}
    assert len(proof.roads) == 42


def test_a_count_that_is_given_up_says_how_far_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    point = keys(12)
    machine = Machine({"keys": point})
    monkeypatch.setattr(counting, "MOST_STATES", 100)
    assert count_roads(machine, [machine.open("keys")]).complete == 12 * 2**11
    monkeypatch.setattr(counting, "BUDGET", 100)
    given_up = count_roads(machine, [machine.open("keys")])
    assert (given_up.complete, given_up.back_to) == (None, "")


def test_a_count_that_is_given_up_says_the_earliest_turning_point_that_was_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    end = {"outcome": "O", "basis": "recorded"}
    late = {
        "title": "T",
        "question": "?",
        "nodes": {"n": {"decision": "D", "options": {"x": _to("end")}}, "end": end},
    }
    points = {"keys": keys(12), "late": TurningPoint.of("late", Scenario.model_validate(late))}
    monkeypatch.setattr(counting, "MOST_STATES", 1)
    monkeypatch.setattr(counting, "BUDGET", 100)
    assert count_roads(Machine(points), [State((id, DOOR)) for id in points]).back_to == "late"


def test_where_roads_cannot_be_counted_it_is_said_that_nobody_can_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "island")
    file = tmp_path / "island" / "inquiry.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\nexpect: {paths: 7}\n", encoding="utf-8")
    assert [each.code for each in load([file]).problems] == ["expectation-failed"]
    monkeypatch.setattr(counting, "MOST_STATES", 1)
    monkeypatch.setattr(counting, "BUDGET", 3)
    assert [each.code for each in load([file]).problems] == ["uncounted-roads"]
    assert load([file], expects=False).problems == ()
