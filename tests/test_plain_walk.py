"""The plain face of the walk: whole conversations, every word that can be typed, votes, and that nothing leaks."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import histories
from program import TOP
from scenarios_at_random import turning_points
from untaken.faces.plain import walk
from untaken.history import Course, Vote, Walk
from untaken.history.ballot import Ballot
from untaken.history.session import Reveal, Session
from untaken.model import Decision, Scenario, Tie, TurningPoint

GOLDEN = TOP / "tests" / "golden" / "walks"
Talk = Callable[[Session, Sequence[str]], str]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """What the plain face prints when these lines are typed; what is typed shows behind its question."""

    def converse(session: Session, typed: Sequence[str]) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        walk(session, lambda _: None)
        return capsys.readouterr().out

    return converse


def island(start: str = "ferry", without: Iterable[str] = (), stops: bool = False) -> Course:
    return Course.of((point for point in histories.island() if point.id not in without), start, stops=stops)


def begun(course: Course, reveal: Reveal = Reveal.AFTER, asks: bool = False, votes: bool = False) -> Session:
    return Session(Walk(course), 1, reveal, asks, votes)


def replies(text: str) -> str:
    """What was printed after the first question."""
    return text.partition("? for help): ")[2]


# Whole conversations


@pytest.mark.parametrize(
    ("name", "session", "typed"),
    [
        ("ferry-as-it-happened", begun(island(), asks=True), ["1", "breaks", "", "The owners", "m", "q"]),
        ("ferry-otherwise", begun(island(stops=True)), ["wait", "m", "h", "1", "b", "q"]),
        (
            "ferry-every-word",
            begun(island()),
            ["", "?", "a", "s", "m", "w", "h", "b", "1", "f", "b", "f", "2", "?", "r", "q"],
        ),
        ("ferry-told-at-the-end", begun(island(), Reveal.END, True), ["1", "h", "1", "m", "s", "", "b", "1", "m"]),
        ("ferry-told-always", begun(island(stops=True), Reveal.ALWAYS, True), ["1", "m", "2"]),
        ("ferry-stops-at-an-outcome", begun(island(), Reveal.END, True), ["1", "1", "stop"]),
    ],
)
def test_a_conversation(
    name: str, session: Session, typed: list[str], talk: Talk, agrees: Callable[[str, Path], None]
) -> None:
    agrees(talk(session, typed), GOLDEN / f"{name}.txt")


@pytest.mark.parametrize(
    ("id", "typed"),
    [
        ("brest-litovsk", ["neither", "appeal", "neither", "", "2", "q"]),
        ("martov-motion", ["1", "a", "1", "1", "1", "m", "q"]),
    ],
)
def test_a_conversation_on_a_shipped_scenario(
    id: str, typed: list[str], talk: Talk, agrees: Callable[[str, Path], None]
) -> None:
    course = Course.of(histories.shipped(), id)
    agrees(talk(begun(course), typed), GOLDEN / f"{id}.txt")


# Answers that lead nowhere


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("3", "There is no way with the number 3; give one of: 1, 2."),
        ("wiat", "'wiat' is none of the ways on from here; write 'wait'."),
        ("x" * 5000, f"'{'x' * 40}…' is none of the ways on from here; write one of: sail, wait."),
        ("\x1b[2J\x07", "'�[2J�' is none of the ways on from here; write one of: sail, wait."),
        ("0", "There is no way with the number 0; give one of: 1, 2."),
        ("-1", "'-1' is none of the ways on from here; write one of: sail, wait."),
        ("h", "The road has not left history."),
        ("b", "This is where the walk began."),
        ("r", "This is where the walk began."),
    ],
)
def test_an_answer_that_leads_nowhere_is_met_with_a_sentence(answer: str, message: str, talk: Talk) -> None:
    shown = answer[:40].replace("\x1b", "�").replace("\x07", "�") + ("…" if len(answer) > 40 else "")
    assert replies(talk(begun(island()), [answer])) == (
        f"{shown}\n{message}\nYour choice (1-2, ? for help): \nInput has ended. The walk stands at “Sail tonight?”.\n"
    )


@pytest.mark.parametrize("letter", ["r", "h"])
def test_no_letter_gives_up_a_road_that_goes_on(letter: str, talk: Talk) -> None:
    """Who types h for help must not lose an hour's walk."""
    course = Course.of(histories.shipped(), "brest-litovsk")
    text = talk(begun(course, asks=True), ["appeal", "revolutionary-war", letter, "1"])
    assert f"{letter}\nThe road has not ended yet. b goes back, one decision at a time; ? helps.\n" in text
    assert "\nIt fell: " in text


def test_nobody_chooses_what_the_dice_decide(talk: Talk) -> None:
    assert "Nobody chooses here. Enter lets the dice fall; ? tells what else there is.\n" in talk(
        begun(island()), ["1", "holds"]
    )


def test_a_closed_way_is_shown_with_the_fact_that_closes_it_and_is_not_taken(talk: Talk) -> None:
    text = talk(begun(island("inquiry", without=["ferry"])), ["blame", "1"])
    assert "2. The owners. Closed; needs: The ferry was lost.\n" in text
    assert replies(text).startswith(
        "blame\n'The owners' is closed: it needs “The ferry was lost.”; choose another way, or go back.\n"
        "Enter goes on (? for help): 1\n"
    )


def test_a_walk_from_the_middle_says_what_it_takes_for_granted_where_a_way_depends_on_it(talk: Talk) -> None:
    assert "\nTaken as given, from before this walk: The ferry was lost.\n" in talk(begun(island("inquiry")), [])
    late = talk(begun(Course.of(histories.shipped(), "nep-or-collectivization")), ["1", "q"])
    first, _, last = late.partition("Decision, 1927 – 1928: ")
    assert "Taken as given" not in first
    assert "\nTaken as given, from before this walk: " in last


def test_a_road_whose_next_turning_point_has_mistakes_ends_with_a_sentence(talk: Talk) -> None:
    text = talk(begun(island(without=["inquiry"]), asks=True), ["1", "1"])
    assert "\nThe road would go on in 'inquiry', which has mistakes: `untaken check` shows them.\n" in text
    assert "\nThe road is history’s own, all 2 steps of it.\n" in text


def test_a_road_on_which_every_way_is_closed_ends_there(talk: Talk) -> None:
    points = [_without_a_way(point) if point.id == "inquiry" else point for point in histories.island()]
    text = talk(begun(Course.of(points, "inquiry"), votes=True), ["1", "q"])
    assert "\nEvery way on is closed. The road ends here.\n\nThe road and history\n" in text
    assert text.endswith(
        "? for help): 1\nThe road has ended. Write b, r, h or q; ? tells what each does.\n" + NOW + "q\n"
    )


NOW = "What now? (b back, r again, h where the road left history, q leave, ? for help): "


def _without_a_way(point: TurningPoint) -> TurningPoint:
    node = point.scenario.nodes["inquiry"]
    assert isinstance(node, Decision)
    options = {
        id: option.model_copy(update={"requires": (Tie(fact="mail-kept"),)}) for id, option in node.options.items()
    }
    nodes = {**point.scenario.nodes, "inquiry": node.model_copy(update={"options": options})}
    return replace(point, scenario=point.scenario.model_copy(update={"nodes": nodes}))


def test_answers_that_lead_nowhere_for_ever_come_to_an_end(talk: Talk) -> None:
    for typed in ([""] * 5000, ["x"] * 5000):
        text = talk(begun(island()), typed)
        assert text.count("Your choice") == 100
        assert text.endswith("\nInput has ended. The walk stands at “Sail tonight?”.\n")


# A class that votes


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("vote-majority", ["12", "19", "", "21 10", "", "", "q"]),
        ("vote-tie", ["-", "2 2", "", "", "owners", "wait", "q"]),
        ("vote-skipped", ["-", "-", "1", "m", "q"]),
        (
            "vote-wrong-words",
            ["many", "-3", "1e9", "10000", "٣", "7", "?", "8 9", "3", "m", "", "4", "5", "no", "", "q"],
        ),
        (
            "vote-corrected",
            ["12 91", "b", "19", "1=21", "b", "", "b", "b", "", "", "", "10 21", "", "b", "1=22", "", "x", "", "q"],
        ),
    ],
)
def test_a_class_votes(name: str, typed: list[str], talk: Talk, agrees: Callable[[str, Path], None]) -> None:
    agrees(talk(begun(island(stops=True), votes=True), typed), GOLDEN / f"{name}.txt")


def test_the_tallies_go_into_the_walk_and_every_number_is_kept_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("12\n19\n\n21\n10\n\n\n"))
    kept: list[Session] = []
    walk(begun(island(), votes=True), kept.append)
    first, second = (("sail", 12), ("wait", 19)), (("sail", 21), ("wait", 10))
    assert [(len(each.walk.moves), each.ballot) for each in kept] == [
        (0, Ballot()),
        (0, Ballot(first[:1])),
        (0, Ballot(first)),
        (0, Ballot(before=first)),
        (0, Ballot(second[:1], first)),
        (0, Ballot(second, first)),
        (0, Ballot(before=first, after=second)),
        (1, Ballot()),
    ]
    assert kept[-1].walk.moves[0].vote == Vote((("sail", 12), ("wait", 19)), (("sail", 21), ("wait", 10)))
    assert kept[-1].walk.moves[0].way == "sail"


def test_a_vote_goes_on_from_a_first_count_that_was_kept(talk: Talk) -> None:
    session = replace(begun(island(), votes=True), ballot=Ballot(before=(("sail", 12), ("wait", 19))))
    text = talk(session, ["1", "2"])
    assert "Hands before" not in text
    assert "2. Wait for daylight: 19 before the arguments, 2 after (-17)\n" in text


def test_a_count_that_broke_off_goes_on_with_the_numbers_that_were_given(talk: Talk) -> None:
    session = replace(begun(island(), votes=True), ballot=Ballot((("sail", 12),)))
    text = talk(session, ["19"])
    assert (
        "1. Sail on the evening tide: 12 hands\n2. Wait for daylight: –\nHands for 2, Wait for daylight (12 so far): 19\n"
        in text
    )


def test_a_first_count_that_is_hidden_is_shown_only_with_the_second(talk: Talk) -> None:
    session = replace(begun(island(), votes=True), hides=True)
    text = talk(session, ["12", "x", "19", "2=18", "b", "?", "", "3 4", "", ""])
    before, _, after = text.partition("Hands after the arguments")
    assert "The numbers stay hidden until the second count is over.\n" in before
    assert before.count("Together 31 hands.\n") == 3
    assert "That is not counted; write numbers, or 2=55 for one option.\n" in before
    assert not re.search(r"12|19|18", before.replace("12 October", ""))
    hidden, _, shown = after.partition("The class has voted:\n")
    assert (
        "1. Sail on the evening tide: 3 hands\n2. Wait for daylight: 4 hands\nTogether 7 hands of a class of 31.\n"
        in hidden
    )
    assert "before" not in hidden
    assert "1. Sail on the evening tide: 12 before the arguments, 3 after (-9)\n" in shown


def test_a_tie_is_the_teacher_s_and_recorded_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for typed, vote in (
        ("-\n2 2\n\nwait\n", Vote((), (("sail", 2), ("wait", 2)), by_teacher=True)),
        ("-\n0 0\n\nwait\n", Vote((), (("sail", 0), ("wait", 0)), by_teacher=True)),
        ("-\n2 3\n\n\n", Vote((), (("sail", 2), ("wait", 3)))),
        ("-\n-\nwait\n", None),
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        [move] = walk(begun(island(), votes=True), lambda _: None).walk.moves
        assert (move.way, move.vote) == ("wait", vote)


@pytest.mark.parametrize("word", ["many", ""])
def test_a_vote_that_gets_no_numbers_comes_to_an_end(word: str, talk: Talk) -> None:
    assert talk(begun(island(), votes=True), [word] * 5000).endswith(
        "Input has ended. The walk stands at “Sail tonight?”.\n"
    )


# Nothing leaks


@st.composite
def two_histories(draw: st.DrawFn) -> tuple[TurningPoint, TurningPoint]:
    """A scenario, and the same with what happened on another road, its options written down in another order."""
    point = draw(turning_points())
    plain = point.scenario.model_dump(mode="json", by_alias=True)
    here: str | None = point.scenario.first
    for node in plain["nodes"].values():
        key = "options" if "decision" in node else "branches"
        for step in node.get(key, {}).values():
            step["historical"] = False
        if key in node:
            node[key] = dict(draw(st.permutations([*node[key].items()])))
        if "outcome" in node:
            node["basis"] = "inferred"
    while here is not None:
        node = plain["nodes"][here]
        steps = node.get("options") or node.get("branches")
        if steps:
            taken = steps[draw(st.sampled_from([*steps]))]
            taken["historical"] = True
        else:
            node["basis"] = "recorded"
        here = taken["leads-to"] if steps else None
    return point, TurningPoint.of(point.id, Scenario.model_validate(plain))


WORDS = st.lists(st.sampled_from(("1", "2", "3", "", "a", "s", "m", "w", "?", "b", "h", "r", "x")), max_size=12)


@given(two_histories(), WORDS, st.sampled_from((Reveal.AFTER, Reveal.END)), st.booleans())
def test_nothing_that_is_shown_before_it_may_be_told_tells_what_happened(
    histories: tuple[TurningPoint, TurningPoint], typed: list[str], reveal: Reveal, votes: bool
) -> None:
    one, other = (_until_it_is_told(each, typed, reveal, votes) for each in histories)
    assert one == other


def _until_it_is_told(point: TurningPoint, typed: list[str], reveal: Reveal, votes: bool) -> str:
    """What is printed until the first choice is made, or, where all is told at the end, until the road ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO("".join(f"{word}\n" for word in typed)))
        patch.setattr("sys.stdout", out := io.StringIO())
        walk(Session(Walk(Course.of([point])), 1, reveal, True, votes), lambda _: None)
    telling = "" if reveal is Reveal.END else "|Chosen: |The class chose: |It fell: |The only way: "
    return re.split(f"\n(?:Outcome: |Every way on is closed{telling})", out.getvalue(), maxsplit=1)[0]
