"""The walk without a screen: what is open, how answers are understood, how a road differs from history."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from untaken.checking.loading import load
from untaken.history import Course, How, Move, Vote, Walk, Way, divergence
from untaken.history.ballot import Ballot
from untaken.history.dice import WEIGHTS, chances, roll
from untaken.history.session import Reveal, Session
from untaken.history.walk import REJOIN
from untaken.model import Chance, Outcome, Scenario, TurningPoint
from untaken.text.trouble import Trouble
from walks_at_random import courses, walks

HERE = Path(__file__).parent
ISLAND = load([HERE / "example"]).points
FERRY, INQUIRY = ISLAND


def island(start: str = "ferry") -> Course:
    return Course.of(ISLAND, start)


def walked(*answers: str, start: str = "ferry") -> Walk:
    """The walk of these answers, each of which has to be understood."""
    walk = Walk(island(start))
    for answer in answers:
        walk = taken(walk, answer)
    return walk


def test_only_who_has_lost_the_road_can_rejoin_it() -> None:
    assert isinstance(Walk(island()).understand(REJOIN), Trouble)


def taken(walk: Walk, answer: str) -> Walk:
    after = walk.choose(answer)
    assert isinstance(after, Walk), after
    return after


def changed(point: TurningPoint, change: Callable[[dict[str, Any]], object]) -> TurningPoint:
    """The turning point with its scenario changed as written."""
    written = point.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    change(written)
    return replace(point, scenario=Scenario.model_validate(written))


# the course


def test_a_course_without_a_start_begins_where_no_other_turning_point_leads() -> None:
    assert Course.of([INQUIRY, FERRY]).start == "ferry"


def test_a_course_has_the_turning_points_of_its_start_s_collection_alone() -> None:
    stranger = replace(FERRY, id="stranger", collection="elsewhere")
    assert list(Course.of([*ISLAND, stranger], "ferry").points) == ["ferry", "inquiry"]
    assert list(Course.of([*ISLAND, stranger], "stranger").points) == ["stranger"]


@pytest.mark.parametrize("points", [(), ISLAND])
def test_there_is_no_course_from_a_turning_point_that_is_not_there(points: tuple[TurningPoint, ...]) -> None:
    with pytest.raises(KeyError, match="fery"):
        Course.of(points, "fery")


def test_there_is_no_course_without_turning_points() -> None:
    with pytest.raises(KeyError):
        Course.of([])


def test_what_history_established_before_the_start_is_assumed() -> None:
    assert (island("ferry").before, island("ferry").assumed) == ((), frozenset())
    assert (island("inquiry").before, island("inquiry").assumed) == (("ferry",), {"ferry-lost"})
    assert Walk(island("inquiry")).facts == {"ferry-lost"}


def test_turning_points_that_history_did_not_come_through_are_not_before() -> None:
    ended = changed(FERRY, lambda scenario: scenario["nodes"]["wreck"].update(ends=True))
    course = Course.of([ended, INQUIRY], "inquiry")
    assert (course.before, course.assumed) == ((), {"ferry-lost"})


def test_turning_points_that_lead_to_each_other_in_a_ring_have_an_end() -> None:
    ring = changed(INQUIRY, lambda scenario: scenario["nodes"]["ruin"].update({"continues": "ferry"}))
    assert Course.of([FERRY, ring], "inquiry").before == ("ferry",)


# ways, and how an answer is understood


def test_ways_stand_in_the_order_of_the_alphabet_and_are_numbered() -> None:
    swapped = changed(
        FERRY,
        lambda scenario: scenario["nodes"]["harbour"].update(
            options=dict(reversed(scenario["nodes"]["harbour"]["options"].items()))
        ),
    )
    for point in (FERRY, swapped):
        ways = Walk(Course.of([point, INQUIRY], "ferry")).ways
        assert [(way.number, way.id) for way in ways] == [(1, "sail"), (2, "wait")]


@pytest.mark.parametrize(
    "answer",
    [
        *("2", " 2 ", "2.", "#2", "# 2", "2)", "02", "wait", "WAIT", "Wait for daylight", "wait  for\tdaylight\n"),
        *("Wait for", "wai", "WAIT FOR D"),
    ],
)
def test_an_option_is_named_by_its_number_its_id_or_its_label(answer: str) -> None:
    way = Walk(island()).understand(answer)
    assert isinstance(way, Way)
    assert way.id == "wait"


def test_the_beginning_of_several_labels_is_none_of_them_unless_one_alone_is_open() -> None:
    def alike(scenario: dict[str, Any]) -> None:
        scenario["facts"] = {"light": "It is light."}
        options = scenario["nodes"]["harbour"]["options"]
        options["sail"]["label"] = "Wait for nobody"
        options["third"] = {**options["wait"], "label": "Wait for ever", "requires": ["light"]}

    walk = Walk(Course.of([changed(FERRY, alike)], "ferry"))
    assert str(walk.understand("wait for")) == "'wait for' begins several ways; give one of: 1, 3"
    assert str(walk.understand("wait for ever")).startswith("'Wait for ever' is closed")
    assert walk.understand("wait for n") == walk.ways[2]


def test_a_label_of_two_lines_is_understood_on_one() -> None:
    two = changed(FERRY, lambda s: s["nodes"]["harbour"]["options"]["wait"].update(label="Wait\n\n for light"))
    way = Walk(Course.of([two], "ferry")).understand("wait for light")
    assert isinstance(way, Way)
    assert way.id == "wait"


def test_of_two_ids_that_differ_in_their_capitals_the_one_that_was_written_is_meant() -> None:
    def alike(scenario: dict[str, Any]) -> None:
        options = scenario["nodes"]["harbour"]["options"]
        scenario["nodes"]["harbour"]["options"] = {"Go": options["sail"], "go": options["wait"]}

    walk = Walk(Course.of([changed(FERRY, alike)], "ferry"))
    assert [way.id for answer in ("Go", "go") if isinstance(way := walk.understand(answer), Way)] == ["Go", "go"]


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ("", "no answer was given; give one of: 1, 2"),
        (" \t", "no answer was given; give one of: 1, 2"),
        ("3", "there is no way with the number 3; give one of: 1, 2"),
        ("9" * 5000, f"there is no way with the number {'9' * 40}…; give one of: 1, 2"),
        ("wiat", "'wiat' is none of the ways on from here; write 'wait'"),
        ("swim", "'swim' is none of the ways on from here; write one of: sail, wait"),
        ("x" * 5000, f"'{'x' * 40}…' is none of the ways on from here; write one of: sail, wait"),
    ],
)
def test_what_is_no_way_on_is_refused_with_those_that_are(answer: str, refusal: str) -> None:
    walk = Walk(island())
    assert str(walk.understand(answer)) == refusal
    assert walk.choose(answer) == walk.understand(answer)


def test_where_the_road_ends_no_answer_leads_on() -> None:
    walk = walked("wait", "inquiry", "acquit")
    assert walk.is_over
    assert str(walk.choose("1")) == "the road ends here; no way leads on; go back, or end the walk"


def test_an_outcome_that_continues_leads_to_the_next_turning_point() -> None:
    walk = walked("sail", "breaks")
    assert [(way.number, way.id, way.label, way.step) for way in walk.ways] == [(1, "inquiry", "The inquiry", None)]
    after = taken(walk, "1")
    assert (after.here.point.id, after.here.id, after.moves[-1].how) == ("inquiry", "inquiry", How.WENT_ON)


def test_an_outcome_that_continues_where_nobody_can_follow_is_an_end() -> None:
    walk = Walk(Course.of([FERRY], "ferry")).replayed(walked("sail", "breaks").moves)
    assert walk.here.id == "wreck"
    assert walk.is_over


def test_a_closed_way_is_refused_with_the_fact_that_is_missing_or_in_the_way() -> None:
    def goes_on(scenario: dict[str, Any]) -> None:
        scenario["nodes"]["arrival"]["continues"] = "inquiry"

    walk = Walk(Course.of([changed(FERRY, goes_on), INQUIRY], "ferry"))
    for answer in ("sail", "holds", "inquiry"):
        walk = taken(walk, answer)
    assert walk.is_over
    assert [str(walk.understand(answer)) for answer in ("blame", "1", "The owners")] == [
        "'The owners' is closed: it needs “The ferry was lost.”; choose another way, or go back",
        "'Nobody' is closed: it is barred by “The mail contract was kept.”; choose another way, or go back",
        "'The owners' is closed: it needs “The ferry was lost.”; choose another way, or go back",
    ]
    assert str(walk.understand("nobdy")) == "the road ends here; no way leads on; go back, or end the walk"
    with pytest.raises(ValueError, match="blame is not open here"):
        walk.take(walk.ways[1])


def test_an_outcome_establishes_its_facts_even_where_it_is_all_there_is() -> None:
    alone = changed(
        FERRY,
        lambda scenario: scenario.update(
            start="end", nodes={"end": {"outcome": "It ends", "basis": "recorded", "establishes": ["ferry-lost"]}}
        ),
    )
    walk = Walk(Course.of([alone], "ferry"))
    assert walk.facts == {"ferry-lost"}
    assert (divergence(walk).facts_gained, divergence(walk).facts_lost) == ((), ())


# going back


def test_retracting_takes_dice_and_continuations_back_with_the_decision() -> None:
    session = Session(Walk(island()), seed=1)
    sailed = session.take(session.walk.ways[0])
    fallen = sailed.at(sailed.walk.take(sailed.walk.ways[0], How.ROLLED))
    inquiry = fallen.take(fallen.walk.ways[0])
    assert [move.how for move in inquiry.walk.moves] == [How.CHOSEN, How.ROLLED, How.WENT_ON]
    assert inquiry.retract().walk == session.walk


def test_retracting_takes_back_only_what_somebody_said_that_fell() -> None:
    told = walked("sail").choose("breaks")
    assert isinstance(told, Walk)
    assert told.retract() == walked("sail")


def test_at_the_start_there_is_nothing_to_take_back() -> None:
    walk = Walk(island())
    assert walk.back() == walk.retract() == walk


@settings(max_examples=25)
@given(walks())
def test_choosing_and_going_back_gives_the_same_walk(walk: Walk) -> None:
    for way in walk.ways:
        if way.is_open:
            after = walk.take(way)
            assert after != walk
            for again in (after, Walk(walk.course, after.moves)):
                assert again.back() == walk
                assert (again.back().here, again.back().facts) == (walk.here, walk.facts)
        else:
            assert isinstance(walk.choose(str(way.number)), Trouble)


@settings(max_examples=25)
@given(walks())
def test_the_same_moves_lead_to_the_same_place(walk: Walk) -> None:
    again = Walk(walk.course).replayed(walk.moves)
    assert again == walk
    assert (again.here, again.facts, again.ways) == (walk.here, walk.facts, walk.ways)
    assert [station.moves for station in walk.stations] == [walk.moves[:at] for at in range(len(walk.moves) + 1)]


@settings(max_examples=25)
@given(walks())
def test_every_way_is_named_by_its_number_and_every_open_one_leads_on(walk: Walk) -> None:
    for way in walk.ways:
        meant = walk.understand(str(way.number))
        assert meant == way if way.is_open else isinstance(meant, Trouble)


@settings(max_examples=25)
@given(walks(), st.text(max_size=20))
def test_any_answer_is_a_way_or_is_refused_with_a_word_and_a_cure(walk: Walk, answer: str) -> None:
    meant = walk.understand(answer)
    if isinstance(meant, Trouble):
        assert meant.message
        assert meant.cure
    else:
        assert meant in walk.ways
        assert meant.is_open


def test_moves_that_do_not_fit_the_place_are_not_made() -> None:
    start = Walk(island())
    wrong = (
        Move("inquiry", "harbour", "sail"),
        Move("ferry", "crossing", "sail"),
        Move("ferry", "harbour", "swim"),
        Move("ferry", "harbour", "sail", How.ROLLED),
        Move("ferry", "harbour", "sail", How.WENT_ON),
    )
    assert [start.replayed((move,)) for move in wrong] == [start] * len(wrong)
    right = Move("ferry", "harbour", "sail", How.VOTED, Vote((), (("sail", 2), ("wait", 1))))
    assert start.replayed((right, Move("ferry", "crossing", "breaks"))).moves == (right,)


# divergence


def historical(walk: Walk) -> Walk | None:
    """The walk along what happened to its end; none where a fact of the start keeps history's own way closed."""
    while not walk.is_over:
        arc = walk.here.history
        way = next(way for way in walk.ways if arc is None or way.id == arc.id)
        if not way.is_open:
            return None
        walk = walk.take(way)
    return walk


@settings(max_examples=25)
@given(courses())
def test_a_walk_along_the_historical_options_reports_no_divergence(course: Course) -> None:
    walk = historical(Walk(course))
    assume(walk is not None)
    assert walk is not None
    found = divergence(walk)
    assert not found
    assert (found.departures, found.steps_away, found.outcomes) == ((), 0, ())
    assert (found.facts_gained, found.facts_lost) == ((), ())


@settings(max_examples=40)
@given(walks())
def test_a_divergence_counts_each_step_away_once_and_names_what_history_did(walk: Walk) -> None:
    found = divergence(walk)
    made = [
        (before, move)
        for before, move in zip(walk.places, walk.moves, strict=False)
        if move.how not in (How.WENT_ON, How.REJOINED)
    ]
    untaken = [move for before, move in made if before.history is None or move.way != before.history.id]

    assert found.steps == len(made)
    assert found.steps_away == len(untaken)
    assert bool(found) == bool(untaken)
    for departure in found.departures:
        assert departure.instead == departure.at.history
        assert departure.instead.id != departure.move.way
        assert departure.steps >= 1
        assert departure.rejoins is None or departure.rejoins.historical
    assert [mine.node for mine, _ in found.outcomes] == [
        place.node for place in walk.places if isinstance(place.node, Outcome) and not place.historical
    ]
    assert all(isinstance(theirs.node, Outcome) and theirs.historical for _, theirs in found.outcomes)
    assert set(found.facts_gained).isdisjoint(found.facts_lost)


def test_a_road_that_leaves_history_for_good() -> None:
    found = divergence(walked("wait"))
    (departure,) = found.departures
    assert (departure.at.id, departure.move.way, departure.instead.id) == ("harbour", "wait", "sail")
    assert (departure.steps, departure.rejoins) == (1, None)
    assert [(mine.id, theirs.id) for mine, theirs in found.outcomes] == [("mail-lost", "wreck")]
    assert (found.facts_gained, found.facts_lost) == ((), ("ferry-lost",))


def test_a_road_whose_chance_alone_fell_otherwise() -> None:
    found = divergence(walked("sail", "holds"))
    assert (found.steps, found.steps_away) == (2, 1)
    assert (found.facts_gained, found.facts_lost) == (("mail-kept",), ("ferry-lost",))


def test_in_the_midst_of_a_turning_point_its_facts_are_not_compared() -> None:
    found = divergence(walked("sail"))
    assert (bool(found), found.facts_gained, found.facts_lost) == (False, (), ())


# dice


def chance(**words: str | None) -> Walk:
    """A walk that stands at a chance node with these branches and their words of likelihood."""
    branches = {
        id: {"label": id, "leads-to": "end", **({"likelihood": word} if word else {})} for id, word in words.items()
    }
    nodes = {"start": {"chance": "?", "branches": branches}, "end": {"outcome": "!", "basis": "inferred"}}
    scenario = Scenario.model_validate({"title": "t", "question": "q", "start": "start", "nodes": nodes})
    return Walk(Course.of([TurningPoint.of("dice", scenario)], "dice"))


def test_a_likelier_word_weighs_more() -> None:
    weights = [chances(chance(a=word, b=None))["a"] for word in WEIGHTS]
    assert weights == sorted(set(weights))
    assert weights == [0.07, 0.3, 0.5, 0.75, 0.93]


def test_branches_without_a_word_share_what_the_others_leave() -> None:
    assert chances(chance(a=None, b=None)) == {"a": 0.5, "b": 0.5}
    assert chances(chance(a="likely", b=None, c=None)) == {"a": 0.75, "b": 0.125, "c": 0.125}
    crowded = chances(chance(a="almost-certain", b="likely", c=None))
    assert crowded["a"] > crowded["b"] > crowded["c"] > 0


@settings(max_examples=25)
@given(walks(), st.integers())
def test_chances_are_those_of_the_open_branches_and_make_one(walk: Walk, seed: int) -> None:
    for station in walk.stations:
        if isinstance(station.here.node, Chance) and not station.is_over:
            weighed = chances(station)
            assert list(weighed) == [way.id for way in station.ways if way.is_open]
            assert sum(weighed.values()) == pytest.approx(1)
            assert min(weighed.values()) > 0
            fallen = roll(station, seed)
            assert fallen.id in weighed
            assert roll(Walk(walk.course, station.moves), seed) == fallen


def test_the_dice_fall_as_often_as_their_chances_say() -> None:
    walk = chance(a="unlikely", b=None)
    fallen = [roll(walk, seed).id for seed in range(2000)]
    assert fallen.count("a") / 2000 == pytest.approx(0.3, abs=0.03)


def test_a_closed_branch_never_falls() -> None:
    point = changed(FERRY, lambda s: s["nodes"]["crossing"]["branches"]["holds"].update(requires=["mail-kept"]))
    walk = taken(Walk(Course.of([point], "ferry")), "sail")
    assert {roll(walk, seed).id for seed in range(50)} == {"breaks"}


# the session


def test_somebody_decides_or_dice_do() -> None:
    start = Session(Walk(island()), seed=1)
    crossing = start.take(start.walk.ways[0])
    assert (start.rolls, crossing.rolls, replace(crossing, asks=True).rolls) == (False, True, False)
    assert crossing.take(crossing.walk.ways[0]).walk.moves[-1].how is How.TOLD
    assert crossing.roll().walk.moves[-1].how is How.ROLLED


def test_hands_counted_at_a_decision_are_forgotten_at_the_next() -> None:
    vote = Vote((("sail", 3), ("wait", 9)), (("sail", 8), ("wait", 4)))
    start = Session(Walk(island()), 1, Reveal.END, votes=True, ballot=Ballot(before=vote.before))
    after = start.take(start.walk.ways[0], vote)
    assert (after.ballot, after.walk.moves[-1].how, after.walk.moves[-1].vote) == (Ballot(), How.VOTED, vote)
