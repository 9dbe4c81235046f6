"""The rules on small scenarios: what each says, and where it keeps silent."""

from itertools import pairwise
from pathlib import Path

import pytest

from untaken.checking.catalogue import JUDGES, JUDGES_OF_COLLECTIONS
from untaken.checking.judging import judge
from untaken.checking.loading import load
from untaken.history.proof import findings, prove
from untaken.model import Scenario, TurningPoint
from untaken.reading.decoding import decode
from untaken.reading.yaml import read_text

HEAD = "title: t\nquestion: q\n"
ALL_DISCIPLINE = """\
acknowledge:
  option-without-argument: A small scenario.
  option-without-advocate: A small scenario.
  only-history-viable: A small scenario.
"""


def found(nodes: str, head: str = "") -> list[tuple[str, str]]:
    """Code and message of every error, and of warnings but those about arguments and advocates."""
    tree = read_text(f"{HEAD}{head}nodes:\n{nodes}", "x.yaml").tree
    assert tree is not None
    decoded = decode(tree, Scenario)
    assert decoded.model is not None
    point = TurningPoint.of("x", decoded.model)
    silent = ("option-without-argument", "option-without-advocate", "only-history-viable")
    told = [each for each in judge(point, {"x": decoded.model}) if not decoded.follows_up(each)]
    return [(each.code, each.message) for each in (*decoded.findings, *told) if each.code not in silent]


def codes(nodes: str, head: str = "") -> list[str]:
    return [code for code, _ in found(nodes, head)]


def decision(id: str, **options: str) -> str:
    """A decision; an option whose target begins with ! is what happened."""
    lines = [f"  {id}:", "    decision: What now?", "    options:"]
    for name, target in options.items():
        mark = ", historical: true" if target.startswith("!") else ""
        lines.append(f"      {name}: {{label: Go, leads-to: {target.lstrip('!')}{mark}}}")
    return "\n".join(lines) + "\n"


def outcome(id: str, basis: str = "inferred", *more: str) -> str:
    return "".join(f"{line}\n" for line in (f"  {id}:", "    outcome: That is that.", f"    basis: {basis}", *more))


SOUND = decision("a", go="!b", stay="c") + outcome("b", "recorded") + outcome("c")


def test_a_sound_scenario_has_no_finding() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize("judge", [*JUDGES, *JUDGES_OF_COLLECTIONS], ids=lambda judge: judge.__module__)
def test_every_judge_says_what_it_asks(judge: object) -> None:
    assert (judge.__doc__ or "").strip()


# ── targets


def test_one_misspelt_target_is_no_reason_to_call_its_node_unreachable() -> None:
    assert codes(SOUND.replace("leads-to: c", "leads-to: cc")) == ["unknown-target"]


def test_a_target_that_is_like_no_node_excuses_one_unreachable_node() -> None:
    nodes = SOUND.replace("leads-to: c", "leads-to: somewhere")
    assert codes(nodes) == ["unknown-target"]
    assert codes(nodes + outcome("d")) == ["unreachable-node", "unknown-target"]


def test_many_nodes_are_not_all_named_as_a_cure() -> None:
    many = "".join(outcome(f"node{at}") for at in range(13))
    tree = read_text(HEAD + "nodes:\n" + decision("a", go="!zzz") + many, "x.yaml").tree
    assert tree is not None
    scenario = decode(tree, Scenario).model
    assert scenario is not None
    cures = [each.help for each in judge(TurningPoint.of("x", scenario), {}) if each.code == "unknown-target"]
    assert cures == ["write the id of one that is there, or add a node 'zzz'"]


def test_a_misspelt_start_is_taken_for_the_one_that_was_meant() -> None:
    assert codes(SOUND, "start: aa\n") == ["unknown-target"]


# ── the tree


def test_an_island_of_nodes_has_one_message_at_the_node_that_the_others_hang_on() -> None:
    island = decision("d", on="e") + decision("e", on="f", back="e2") + outcome("f") + outcome("e2")
    assert found(SOUND + island) == [("unreachable-node", "no road from the start leads to node 'd'")]


def test_two_islands_have_a_message_each() -> None:
    assert codes(SOUND + outcome("d") + outcome("e")) == ["unreachable-node"] * 2


def test_nodes_that_lead_in_a_circle_are_an_island_and_a_cycle() -> None:
    assert codes(SOUND + decision("d", on="e") + decision("e", on="d")) == ["cycle", "unreachable-node"]


def test_a_cycle_is_told_with_the_road_that_it_takes() -> None:
    nodes = decision("a", go="!b") + decision("b", on="!c", back="a") + outcome("c", "recorded")
    assert found(nodes) == [("cycle", "'back' leads back: a → b → a")]


def test_of_a_long_cycle_the_ends_are_told() -> None:
    names = [f"n{at}" for at in range(20)]
    ring = "".join(decision(one, go=f"!{other}") for one, other in pairwise(names))
    messages = [message for code, message in found(ring + decision("n19", back="!n0")) if code == "cycle"]
    assert messages == ["'back' leads back: n0 → n1 → n2 → … → n18 → n19 → n0"]


def test_each_arc_that_closes_a_cycle_has_a_message() -> None:
    nodes = decision("a", go="!b", other="c") + outcome("b", "recorded") + decision("c", one="a", two="c", three="d")
    assert codes(nodes + outcome("d")) == ["cycle", "cycle"]


# ── what happened


def test_where_the_mark_is_missing_only_that_is_said() -> None:
    nodes = decision("a", go="b", stay="c") + outcome("b", "recorded") + outcome("c")
    assert found(nodes) == [("no-historical-path", "what happened at 'a' is not marked")]


def test_where_the_mark_is_missing_what_lies_on_no_possible_way_is_still_judged() -> None:
    nodes = (
        decision("a", go="!b", stay="c")
        + decision("b", one="d", two="e")
        + outcome("c", "recorded")
        + outcome("d", "recorded")
        + outcome("e")
    )
    assert codes(nodes) == ["no-historical-path", "recorded-off-path"]


def test_of_two_marks_the_recorded_outcome_says_which_is_right() -> None:
    nodes = decision("a", go="!b", stay="!c") + outcome("b", "recorded") + outcome("c")
    assert codes(nodes) == ["two-historical-paths"]


def test_a_cycle_by_a_misspelt_name_is_none_and_those_behind_it_are_told() -> None:
    nodes = decision("harbour", go="!quayside") + decision("quayside", on="!mole-end", back="harbor")
    nodes += decision("mole-end", rest="!calm", round="quayside") + outcome("calm", "recorded")
    assert [each for each in found(nodes) if each[0] == "cycle"] == [
        ("cycle", "'round' leads back: quayside → mole-end → quayside")
    ]


def test_two_marks_of_which_one_comes_to_an_end_need_no_more_marks() -> None:
    nodes = decision("a", go="!b", stay="!c") + outcome("b", "recorded") + decision("c", one="d", two="e")
    assert codes(nodes + outcome("d") + outcome("e")) == ["two-historical-paths"]


def test_an_outcome_that_is_recorded_where_history_came_by_no_road_is_only_unreachable() -> None:
    assert codes(SOUND + outcome("d", "recorded")) == ["unreachable-node"]


def test_a_history_that_runs_in_a_circle_says_nothing_of_outcomes() -> None:
    nodes = decision("a", go="!b", stay="c") + decision("b", back="!a") + outcome("c", "recorded")
    assert codes(nodes) == ["cycle"]


def test_a_history_that_leads_nowhere_leaves_all_ends_open() -> None:
    nodes = decision("a", go="!somewhere", stay="c") + outcome("c", "recorded")
    assert codes(nodes) == ["unknown-target"]


def test_history_that_came_to_an_argued_outcome_has_one_message() -> None:
    assert codes(SOUND.replace("recorded", "argued")) == ["history-not-recorded"]


# ── time


def dated(nodes: str, **dates: str) -> str:
    for id, date in dates.items():
        nodes = nodes.replace(f"  {id}:\n", f"  {id}:\n    date: {date}\n")
    return nodes


ROAD = decision("a", go="!b") + decision("b", go="!c", stay="d") + outcome("c", "recorded") + outcome("d")


@pytest.mark.parametrize(
    "dates",
    [
        {"a": "1917", "b": "1917", "c": "1917"},
        {"a": "1917", "c": "1917-02"},
        {"a": "1917-02", "b": "1917", "c": "1917-03-01"},
        {"a": "-0044", "b": "-0031", "c": "0014"},
        {"c": "1917", "d": "1916"},
    ],
)
def test_time_that_runs_forward_is_in_order(dates: dict[str, str]) -> None:
    assert found(dated(ROAD, **dates)) == []


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ({"a": "1917", "b": "1916"}, "'b' is dated 1916, before 'a' (1917), which leads to it"),
        ({"a": "1917", "c": "1916"}, "'c' is dated 1916, before 'a' (1917), which leads to it"),
        ({"a": "-0031", "b": "-0044"}, "'b' is dated -0044, before 'a' (-0031), which leads to it"),
        (
            {"a": "1916", "b": "1920", "c": "1917", "d": "1918"},
            "'b' is dated 1920, after 'c' (1917), to which it leads",
        ),
    ],
)
def test_a_date_out_of_order_has_one_message_at_the_date_that_is_wrong(dates: dict[str, str], message: str) -> None:
    assert found(dated(ROAD, **dates)) == [("dates-out-of-order", message)]


def test_a_step_back_in_a_cycle_is_not_also_a_step_back_in_time() -> None:
    nodes = decision("a", go="!b") + decision("b", on="!c", back="a") + outcome("c", "recorded")
    assert codes(dated(nodes, a="1917", b="1918")) == ["cycle"]


# ── references


def test_a_plain_name_needs_no_declaration_and_what_looks_like_an_id_does() -> None:
    nodes = SOUND.replace(
        "decision: What now?", "decision: What now?\n    deciders: [Lenin, the party, master, left-srs]"
    )
    assert found(nodes, "actors: {master: {name: The master}}\n") == [
        ("unknown-actor", "no actor is called 'left-srs'")
    ]


def test_what_is_declared_nowhere_is_said_once_with_the_number_of_places() -> None:
    more = ("    consequences:", *["      - {claim: So it was., cite: {source: book, section: One}}"] * 3)
    nodes = SOUND.replace(outcome("c"), outcome("c", "argued", *more))
    assert [each for each in found(nodes) if each[0] != "single-source"] == [
        ("unknown-source", "no source is called 'book'; 2 other places name it, too")
    ]
    listed = "sources: {book: {type: book, title: B, sections: [Two]}, log: {type: book, title: L}}\n"
    assert ("unknown-section", "'book' has no section 'One'; 2 other places name it, too") in found(nodes, listed)
    unlisted = "sources: {book: {type: book, title: B}}\n"
    assert ("unknown-section", "'book' lists no sections, but 3 citations name one") in found(nodes, unlisted)


# ── what a proof finds


def test_a_road_on_which_every_way_is_closed_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        HEAD
        + ALL_DISCIPLINE
        + "facts: {early: It was early., late: It was late.}\nnodes:\n"
        + decision("a", go="!b", wait="b")
        .replace("leads-to: b, historical", "establishes: [early], leads-to: b, historical")
        .replace("leads-to: b}", "establishes: [late], leads-to: b}")
        + decision("b", sail="!c", turn="d")
        .replace("leads-to: c", "requires: [early], leads-to: c")
        .replace("leads-to: d", "requires: [early, late], leads-to: d")
        + outcome("c", "recorded")
        + outcome("d"),
        encoding="utf-8",
    )
    points = {point.id: point for point in load([path]).points}
    assert [(id, each.route, each.code, each.message) for id, each in findings(points, prove([*points.values()]))] == [
        ("x", ("nodes", "b", "options", "turn"), "never-open", "no combination of earlier choices ever opens 'turn'"),
        ("x", ("nodes", "b"), "stuck-road", "on one road every way out of 'b' is closed: wait"),
    ]


@pytest.mark.parametrize(
    ("count", "road"),
    [
        (7, "n0 → n1 → n2 → n3 → n4 → n5 → n6 → n0"),
        (8, "n0 → n1 → n2 → … → n6 → n7 → n0"),
    ],
)
def test_a_long_way_back_is_told_by_its_ends(count: int, road: str) -> None:
    ring = "".join(decision(f"n{at}", on=f"n{(at + 1) % count}", off="!end") for at in range(count))
    told = [message for code, message in found(ring + outcome("end", "recorded")) if code == "cycle"]
    assert told == [f"'on' leads back: {road}"]
