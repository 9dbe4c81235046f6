"""A session as text and back: the same session, as far as the scenarios are the same, and a word where they are not."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_walking import FERRY, INQUIRY, ISLAND, changed, island, taken, walked
from untaken.history import Course, How, Vote, Walk
from untaken.history.ballot import Ballot
from untaken.history.keeping import Record, Resumed, fingerprint, kept, record, resumed
from untaken.history.session import Reveal, Session
from untaken.model import TurningPoint
from untaken.text.trouble import Trouble
from walks_at_random import sessions

BALLOT = Ballot(given=(("sail", 8), ("sail", 9)), before=(("sail", 3), ("wait", 9)))
VOTE = Vote((("sail", 3), ("wait", 9)), (("sail", 8), ("wait", 4)))


def voted() -> Session:
    start = Session(Walk(island()), seed=7, votes=True)
    return start.take(start.walk.ways[0], VOTE).take(start.take(start.walk.ways[0], VOTE).walk.ways[0])


TEXT = """\
{
  "untaken_walk": 2,
  "start": "ferry",
  "collection": "example",
  "seed": 7,
  "reveal": "after",
  "asks": false,
  "votes": true,
  "moves": [
    {
      "scenario": "ferry",
      "node": "harbour",
      "way": "sail",
      "how": "voted",
      "before": {
        "sail": 3,
        "wait": 9
      },
      "after": {
        "sail": 8,
        "wait": 4
      }
    },
    {
      "scenario": "ferry",
      "node": "crossing",
      "way": "breaks",
      "how": "told"
    }
  ],
  "versions": {
    "ferry": "%s"
  }
}
"""


def read(text: str) -> Record:
    found = record(text)
    assert isinstance(found, Record), found
    return found


def again(text: str, *points: TurningPoint) -> Resumed:
    found = resumed(read(text), points or ISLAND)
    assert isinstance(found, Resumed), found
    return found


def test_a_session_is_kept_as_a_text_that_a_person_can_read() -> None:
    assert kept(voted()) == TEXT % fingerprint(FERRY.scenario)


@settings(max_examples=40)
@given(sessions())
def test_keeping_and_resuming_gives_the_same_session(session: Session) -> None:
    found = resumed(read(kept(session)), session.walk.course.points.values())
    assert found == Resumed(session)
    assert kept(found.session) == kept(session)


@settings(max_examples=25)
@given(sessions(), st.data())
def test_a_text_cut_anywhere_is_a_word_or_the_same_session(session: Session, data: st.DataObject) -> None:
    text = kept(session)
    whole = text.encode()
    for _ in range(10):
        cut = whole[: data.draw(st.integers(0, len(whole)))].decode(errors="replace")
        found = record(cut)
        if isinstance(found, Record):
            assert cut.strip() == text.strip()
        else:
            assert found.message in ("it is empty", "it is no saved walk, or it breaks off in the middle")
            assert found.cure == "name a file that --save wrote, or begin anew"


CURE = "name a file that --save wrote, or begin anew"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it is empty"),
        (" \n", "it is empty"),
        ("title: The ferry", "it is no saved walk, or its text is damaged"),
        ("[]", "it is no saved walk"),
        ("7", "it is no saved walk"),
        ("{}", "it is no saved walk: 'untaken_walk' is missing or wrong"),
        ('{"untaken_walk": "new"}', "it is no saved walk: 'untaken_walk' is missing or wrong"),
        ('{"untaken_walk": 1}', "it is no saved walk: 'start' is missing or wrong"),
        ("[" * 100_000, "it is no saved walk, or its text is damaged"),
        ('"\\ud800"', "it is no saved walk, or its text is damaged"),
    ],
    ids=range(10),
)
def test_what_is_no_saved_walk_is_told_so(text: str, message: str) -> None:
    assert record(text) == Trouble(message, CURE)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda kept: kept.update(reveal="never"), "reveal"),
        (lambda kept: kept["moves"][0].update(how="guessed"), "moves.0.how"),
        (lambda kept: kept["moves"][0]["before"].update(sail=-1), "moves.0.before.sail"),
        (lambda kept: kept.update(colour="red"), "colour"),
        (lambda kept: kept.pop("seed"), "seed"),
    ],
    ids=range(5),
)
def test_what_is_wrong_in_a_saved_walk_is_named(change: Callable[[dict[str, Any]], object], where: str) -> None:
    written = json.loads(kept(voted()))
    change(written)
    assert record(json.dumps(written)) == Trouble(f"it is no saved walk: '{where}' is missing or wrong", CURE)


def test_a_walk_of_a_later_format_is_told_so_whatever_is_in_it() -> None:
    later = '{"untaken_walk": 3, "a_new_key": []}'
    message = "it was saved by another version of untaken (format 3; this one reads those up to 2)"
    assert record(later) == Trouble(message, "update untaken, or begin anew")


def test_a_walk_of_the_first_format_can_be_read() -> None:
    text = kept(voted())
    assert again(text.replace('"untaken_walk": 2', '"untaken_walk": 1')).session == voted()
    first_count = kept(Session(Walk(island()), 1, votes=True)).replace(
        '"untaken_walk": 2', '"untaken_walk": 1,"hands": {"sail": 3, "wait": 9}'
    )
    assert again(first_count).session.ballot == Ballot(before=(("sail", 3), ("wait", 9)))


def test_a_walk_through_scenarios_that_are_not_here_is_told_so() -> None:
    message = "there is no scenario 'ferry', at which the walk began"
    cure = "name its folder with --scenarios"
    assert resumed(read(kept(voted())), [INQUIRY]) == Trouble(message, cure)
    assert resumed(read(kept(voted())), []) == Trouble(message, cure)


def test_a_walk_is_resumed_in_its_own_collection_where_two_have_a_scenario_of_its_name() -> None:
    other = replace(FERRY, collection="another")
    session = Session(Walk(Course.of(ISLAND, "ferry")), 1)
    assert again(kept(session), other, *ISLAND).session == session
    assert again(kept(session), other).session.walk.here.point == other


def test_a_scenario_whose_words_were_changed_is_the_same() -> None:
    words = changed(FERRY, lambda scenario: scenario["nodes"]["harbour"]["options"]["wait"].update(label="Stay"))
    found = again(kept(voted()), words, INQUIRY)
    assert (found.lost, found.changed) == ((), ())
    assert found.session.walk.moves == voted().walk.moves


def test_of_a_scenario_that_was_changed_the_moves_that_still_fit_are_made() -> None:
    def renamed(scenario: dict[str, Any]) -> None:
        branches = scenario["nodes"]["crossing"]["branches"]
        branches["storm"] = branches.pop("breaks")

    found = again(kept(voted()), changed(FERRY, renamed), INQUIRY)
    assert found.changed == ("ferry",)
    assert [move.way for move in found.session.walk.moves] == ["sail"]
    assert [move.way for move in found.lost] == ["breaks"]
    assert found.session.seed == 7


def test_a_decision_that_became_chance_is_not_passed_by_a_vote() -> None:
    def left_to_chance(scenario: dict[str, Any]) -> None:
        harbour = scenario["nodes"]["harbour"]
        branches = {
            id: {key: value for key, value in option.items() if key in ("label", "leads-to", "historical")}
            for id, option in harbour["options"].items()
        }
        scenario["nodes"]["harbour"] = {"chance": harbour["decision"], "branches": branches}

    found = again(kept(voted()), changed(FERRY, left_to_chance), INQUIRY)
    assert (found.session.walk.moves, len(found.lost), found.changed) == ((), 2, ("ferry",))


def test_a_scenario_that_was_taken_away_ends_the_walk_before_it() -> None:
    session = Session(walked("sail", "breaks", "inquiry", "blame"), 1)
    found = again(kept(session), FERRY)
    assert [move.way for move in found.session.walk.moves] == ["sail", "breaks"]
    assert ([move.way for move in found.lost], found.changed) == (["inquiry", "blame"], ("inquiry",))


def test_hands_that_were_counted_are_kept_and_forgotten_where_the_walk_no_longer_stands_there() -> None:
    session = replace(Session(Walk(island()), 1, votes=True, hides=True), ballot=BALLOT)
    assert again(kept(session)).session == session
    passed = replace(Session(walked("sail", "breaks"), 1, Reveal.END), ballot=Ballot((("blame", 3),)))
    assert again(kept(passed)).session.ballot == Ballot()


# the fingerprint


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.update(title="Another", context="Other", when="Later"),
        lambda s: s["nodes"]["harbour"]["options"]["sail"].update(arguments=[], advocates=[], label="Go"),
        lambda s: s["nodes"]["harbour"].update(notes=[]),
        lambda s: s.update(nodes=dict(reversed(s["nodes"].items()))),
        lambda s: s["nodes"]["harbour"].update(options=dict(reversed(s["nodes"]["harbour"]["options"].items()))),
    ],
    ids=["words", "arguments", "notes", "order of nodes", "order of options"],
)
def test_words_and_their_order_leave_the_fingerprint_as_it_is(change: Callable[[dict[str, Any]], object]) -> None:
    assert fingerprint(changed(FERRY, change).scenario) == fingerprint(FERRY.scenario)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.update(start="crossing"),
        lambda s: s["nodes"].pop("arrival"),
        lambda s: s["nodes"]["harbour"]["options"].update(stay=s["nodes"]["harbour"]["options"].pop("wait")),
        lambda s: s["nodes"]["harbour"]["options"]["wait"].update({"leads-to": "arrival"}),
        lambda s: s["nodes"]["harbour"]["options"]["wait"].update(requires=["mail-kept"]),
        lambda s: s["nodes"]["harbour"]["options"]["wait"].update(unless=["mail-kept"]),
        lambda s: s["nodes"]["harbour"]["options"]["wait"].update(establishes=["mail-kept"]),
        lambda s: s["nodes"]["wreck"].update(establishes=["ferry-lost"]),
        lambda s: s["nodes"]["wreck"].pop("continues"),
    ],
    ids=range(9),
)
def test_what_a_walk_rests_on_changes_the_fingerprint(change: Callable[[dict[str, Any]], object]) -> None:
    assert fingerprint(changed(FERRY, change).scenario) != fingerprint(FERRY.scenario)


def test_the_moves_of_a_resumed_walk_go_on_as_they_would_have() -> None:
    walk = taken(Walk(island()), "sail")
    session = Session(walk, seed=3)
    assert again(kept(session)).session.roll() == session.roll()
    assert session.roll().walk.moves[-1].how is How.ROLLED
