"""What was walked besides the road: taken back, made again as it was, walked anew; and nothing of it forgotten."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_walking import island
from untaken.history import How, Walk
from untaken.history.moves import Move
from untaken.history.session import Session
from untaken.history.trail import MOST_ROADS, Trail
from walks_at_random import courses, stepped


def ferry(seed: int = 7) -> Session:
    return Session(Walk(island()), seed)


def taken(session: Session, *ways: str) -> Session:
    for id in ways:
        session = session.take(next(way for way in session.walk.ways if way.id == id))
    return session


def ways(moves: tuple[Move, ...]) -> list[str]:
    return [move.way for move in moves]


def test_what_is_taken_back_can_be_made_again_as_it_was() -> None:
    fallen = taken(ferry(), "sail").roll()
    back = fallen.retract()
    assert (ways(back.walk.moves), ways(back.trail.undone)) == ([], ways(fallen.walk.moves))
    assert back.redo() == fallen
    assert back.redo().redo() == fallen


def test_each_redo_goes_to_the_next_decision() -> None:
    ended = taken(ferry(), "sail", "breaks", "inquiry", "acquit")
    assert [move.how for move in ended.walk.moves] == [How.CHOSEN, How.TOLD, How.WENT_ON, How.CHOSEN]
    stands = [ended, ended.retract(), ended.retract().retract(), ended.at(ended.walk.stations[0])]
    assert [ways(stand.walk.moves) for stand in stands[:3]] == [
        ["sail", "breaks", "inquiry", "acquit"],
        ["sail", "breaks", "inquiry"],
        ["sail"],
    ]
    assert [stand.redo() for stand in stands[1:]] == [ended, stands[1], stands[2]]


def test_another_choice_leaves_the_road_that_was_taken_back() -> None:
    session = taken(ferry(), "sail", "breaks").retract().retract()
    assert ways(session.trail.undone) == ["sail", "breaks"]
    waits = taken(session, "wait")
    assert (waits.trail.undone, [ways(road) for road in waits.trail.left]) == ((), [["sail", "breaks"]])
    assert waits.redo() == waits


def test_the_same_choice_walks_the_road_that_was_taken_back() -> None:
    session = taken(taken(ferry(), "sail", "breaks").retract().retract(), "sail")
    assert (ways(session.trail.undone), session.trail.left) == (["breaks"], ())


def test_beginning_again_leaves_the_road_and_takes_nothing_back() -> None:
    ended = taken(ferry(), "wait")
    again = ended.again()
    assert (again.walk.moves, again.trail.undone) == ((), ())
    assert [ways(road) for road in again.trail.left] == [["wait"]]
    assert again.again() == again


@pytest.mark.parametrize("begins_again", [False, True])
def test_who_walks_the_same_road_again_meets_fresh_throws_that_depend_on_nothing_but_their_number(
    begins_again: bool,
) -> None:
    falls = []
    session = ferry()
    for throw in range(40):
        session = taken(session, "sail").roll()
        assert session.walk.moves[-1].throw == throw
        falls.append(session.walk.moves[-1].way)
        session = session.again() if begins_again else session.retract()
    # 'Unlikely' is 30 of a hundred.
    assert 5 < falls.count("holds") < 20
    assert falls[0] == taken(ferry(), "sail").roll().walk.moves[-1].way


def test_redo_throws_no_dice() -> None:
    session = taken(ferry(), "sail").roll()
    for _ in range(5):
        assert session.retract().redo() == session
        session = session.retract().redo()


@settings(max_examples=60)
@given(courses(), st.data())
def test_no_road_that_somebody_walked_is_forgotten(course: object, data: st.DataObject) -> None:
    session = Session(Walk(course), 1)  # type: ignore[arg-type]
    walked = set()
    for _ in range(data.draw(st.integers(0, 12))):
        session = stepped(data.draw, session)
        walked.add(tuple((move.scenario, move.node, move.way) for move in session.walk.moves))
    known = [*session.trail.left, (*session.walk.moves, *session.trail.undone)]
    roads = [[(move.scenario, move.node, move.way) for move in road] for road in known]
    assert [road for road in walked if not any(each[: len(road)] == list(road) for each in roads)] == []


def test_of_very_many_roads_the_oldest_are_forgotten() -> None:
    trail = Trail()
    for number in range(MOST_ROADS + 5):
        trail = trail.without_return((Move("ferry", "harbour", str(number)),))
    assert [road[0].way for road in (trail.left[0], trail.left[-1])] == ["5", str(MOST_ROADS + 4)]
