"""History goes on: whole walks through a small history whose turning points hang on each other."""

from pathlib import Path

import pytest

from untaken.checking.loading import load
from untaken.history import Course, How, Walk, divergence
from untaken.history.scripted import follow
from untaken.history.session import Session

ISLES = Path(__file__).parent / "isles"
POINTS = load([ISLES]).points


def walked(*words: str, lesson: str = "", stops: bool = False, start: str = "") -> Walk:
    """The walk of these words, each of which has to lead on."""
    followed = follow(Session(Walk(Course.of(POINTS, start, lesson, stops)), 7), words)
    assert isinstance(followed, Session), followed
    return followed.walk


def passed(walk: Walk) -> list[str]:
    return list(dict.fromkeys(place.point.id for place in walk.places))


HISTORY = ("sail", "breaks", "blame", "together", "let", "leave")


def test_the_small_history_is_sound() -> None:
    assert [each.message for each in load([ISLES]).problems if each.severity.value == "error"] == []


def test_a_walk_along_history_meets_nothing_closed_and_nothing_missing() -> None:
    walk = walked(*HISTORY)
    assert passed(walk) == ["ferry", "inquiry", "pier", "steamer", "bridge"]
    closed = {way.id for station in walk.stations for way in station.ways if not way.is_open}
    # What history closed, it did not take.
    assert closed == {"refuse"}
    found = divergence(walk)
    assert (found.absent, found.facts_gained, found.facts_lost, bool(found)) == ((), (), (), False)


def test_a_turning_point_whose_premise_fails_does_not_arise_and_says_why() -> None:
    walk = walked("wait")
    [absence] = walk.absent
    assert absence.point.id == "inquiry"
    [condition] = absence.failing
    assert (condition.fact, condition.wanted, condition.tie.claim) == (
        "ferry-lost", True, "The sheriff came only because the ferry was lost."
    )  # fmt: skip
    assert [way.id for way in walk.ways] == ["pier"]


def test_a_single_open_way_is_nobody_s_choice() -> None:
    walk = walked("wait", "lease")
    assert [(move.way, move.how) for move in walk.moves[1:]] == [("pier", How.WENT_ON), ("lease", How.FOLLOWED)]
    # It is open with a warning: a source only suggests that it would not be.
    pier = walk.stations[2]
    assert [(way.id, way.is_open, len(way.warned_by)) for way in pier.ways] == [
        ("together", False, 0),
        ("lease", True, 1),
    ]


def test_where_nothing_is_left_a_road_may_rejoin_history_and_no_more_is_set_right_than_that_asks_for() -> None:
    walk = walked("wait", "lease")
    assert walk.is_lost
    assert [each.point.id for each in walk.absent] == ["steamer", "bridge"]
    [way] = walk.ways
    assert [condition.fact for condition in way.resets] == ["pier-common"]
    after = walked("wait", "lease", "rejoin", "let")
    assert after.moves[-2].how is How.REJOINED
    assert "pier-common" in after.facts
    assert "ferry-lost" not in after.facts
    assert divergence(after).resets == 1
    assert [each.point.id for each in divergence(after).absent] == ["inquiry"]


def test_where_a_source_says_so_history_comes_back() -> None:
    assert "owners-ruined" in walked("sail", "breaks", "acquit").facts
    assert passed(walked("sail", "breaks", "acquit", "together", "let", "build"))[-1] == "bridge"


def test_an_outcome_may_be_the_end_of_everything() -> None:
    walk = walked("sail", "breaks", "acquit", "together", "refuse")
    assert (walk.is_over, walk.ways, walk.absent) == (True, (), ())


def test_words_of_other_roads_stand_where_those_of_history_would_be_false() -> None:
    steamer = walked("wait", "lease", "rejoin")
    assert steamer.here.point.id == "steamer"
    assert steamer.here.node.context == "The owners never sold; the crofters pay them a rent."
    assert steamer.here.point.name("master") == "the ferry’s master"
    assert walked("sail", "breaks").here.point.name("master") == "the master’s widow"


def test_a_lesson_leads_through_its_selection_and_passes_the_rest_as_history_did() -> None:
    walk = walked("sail", "breaks", "together", lesson="two-decisions")
    assert passed(walk) == ["ferry", "pier"]
    assert walk.is_over
    assert {"owners-ruined", "widows-heard"} < walk.facts
    assert passed(walked("wait", "lease", lesson="two-decisions")) == ["ferry", "pier"]


def test_what_does_not_arise_is_told_of_the_selection_of_a_lesson_alone() -> None:
    whole, lesson = walked("wait"), walked("wait", lesson="two-decisions")
    assert ([each.point.id for each in whole.absent], lesson.absent) == (["inquiry"], ())


def test_a_walk_may_stop_at_the_first_outcome() -> None:
    assert walked("wait", stops=True).is_over


def test_a_walk_that_begins_where_history_never_was_takes_for_granted_what_that_asks_for() -> None:
    course = Course.of([point for point in POINTS if point.id != "ferry"], "inquiry")
    assert course.assumed == {"ferry-lost"}


@pytest.mark.parametrize("start", [point.id for point in POINTS])
def test_from_every_turning_point_on_history_s_own_road_is_open(start: str) -> None:
    walk = Walk(Course.of(POINTS, start))
    while not walk.is_over:
        history = walk.here.history
        way = next(way for way in walk.ways if history is None or way.id == history.id)
        assert way.is_open
        walk = walk.take(way)
    assert not divergence(walk)
