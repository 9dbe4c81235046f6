"""Which argument convinced, and which spoke against: asked after a choice, kept, told, and never in the way."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from full_screen import USUAL, Player, Size, play, session
from histories import island
from program import TOP
from test_walking import FERRY, changed, walked
from untaken.faces.plain import walk
from untaken.faces.screen.motives import MotiveStage
from untaken.faces.screen.pages import ToldStage
from untaken.faces.screen.tally import ResultStage
from untaken.history import Course, Walk
from untaken.history.moves import Ground, How
from untaken.history.session import Reveal, Session
from untaken.model import Option, Side
from untaken.telling.walk.motives import motives_of, named_blocks
from untaken.text.wrapping import one_line
from walks_at_random import walks

GOLDEN = TOP / "tests" / "golden"
WAITED = Ground("sail", "The passengers had waited two days already.")
CONTRACT = Ground("sail", "The mail contract is lost if the ferry is a day late.")
GLASS = Ground("sail", "The glass had fallen all afternoon.")
WEATHER = Ground("wait", "No ferry had crossed in such weather and come back.")
Talk = Callable[[Session, Sequence[str]], tuple[str, Session]]


def asking(*answers: str, **manner: object) -> Session:
    return replace(session("ferry", *answers, points=island()), reasons=True, **manner)  # type: ignore[arg-type]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """What the plain face prints when these lines are typed, and the session that it returns."""

    def converse(begun: Session, typed: Sequence[str]) -> tuple[str, Session]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        ended = walk(begun, lambda _: None)
        return capsys.readouterr().out, ended

    return converse


def named(ended: Session) -> tuple[Ground | None, Ground | None]:
    move = ended.walk.moves[0]
    return move.convinced, move.against


# What can be named


def test_what_speaks_against_the_other_options_speaks_for_the_choice() -> None:
    convincing, opposing = motives_of(walked("wait"), told=False)
    assert [motive.ground for motive in convincing] == [WEATHER, GLASS]
    assert [motive.lead for motive in convincing] == ["", "Against “Sail on the evening tide”:"]
    assert {motive.ground for motive in opposing} == {CONTRACT, WAITED}


@settings(max_examples=25)
@given(walks())
def test_only_what_could_be_read_before_the_choice_can_be_named_and_each_argument_once(walk: Walk) -> None:
    for station in walk.stations:
        if station.moves and station.moves[-1].how in (How.CHOSEN, How.VOTED):
            options = station.back().here.node.steps
            told = [
                (id, one_line(argument.claim), (argument.side is Side.FOR) is (id == station.moves[-1].way))
                for id, option in options.items()
                if isinstance(option, Option)
                for argument in option.arguments
                if not argument.hindsight
            ]
            found = [
                (motive.ground.way, motive.ground.claim, not at)
                for at, side in enumerate(motives_of(station, told=False))
                for motive in side
            ]
            assert sorted(found) == sorted(told)


def test_what_was_named_is_told_with_its_citation_and_as_it_was_where_the_scenario_has_it_no_more() -> None:
    after = walked("wait").amended(convinced=WEATHER, against=WAITED)
    assert [str(block) for block in named_blocks(after)] == [
        "What convinced: No ferry had crossed in such weather and come back. — the ferry’s master, in Campbell "
        "(Campbell, Annals of the Island, 1884, “none that came home”)",
        "What spoke against it: The passengers had waited two days already. "
        "(Campbell, Annals of the Island, 1884, “two days on the quay”)",
    ]
    bare = changed(FERRY, lambda s: s["nodes"]["harbour"]["options"]["wait"].pop("arguments"))
    again = Walk(Course.of([bare], "ferry")).replayed(after.moves)
    assert str(next(iter(named_blocks(again)))) == f"What convinced: {WEATHER.claim}"


# Line by line


def test_a_conversation_with_reasons(talk: Talk, agrees: Callable[[str, Path], None]) -> None:
    text, ended = talk(asking(asks=True), ["2", "2", "x", "9", "1", "q"])
    assert named(ended) == (GLASS, CONTRACT)
    agrees(text, GOLDEN / "walks" / "ferry-reasons.txt")


def test_enter_names_none_and_a_command_goes_on(talk: Talk) -> None:
    assert named(talk(asking(), ["2", "", "", "q"])[1]) == (None, None)
    text, ended = talk(asking(), ["2", "1", "m", "q"])
    assert named(ended) == (WEATHER, None)
    assert "Taken: Wait for daylight" in text
    assert talk(asking(), ["2", "b", "q"])[1].walk.moves == ()
    assert talk(asking(), ["2"])[1].walk.moves[0].way == "wait"


def test_chance_has_no_reasons_and_what_is_made_again_keeps_its_own(talk: Talk) -> None:
    text, ended = talk(asking(asks=True), ["1", "2", "1", "2", "b", "b", "f", "f", "q"])
    assert text.count("Which argument convinced you?") == 1
    assert named(ended) == (WAITED, GLASS)


def test_without_the_wish_nobody_is_asked(talk: Talk) -> None:
    assert "convinced" not in talk(replace(asking(), reasons=False), ["2", "q"])[0]


# On the full screen


@pytest.mark.parametrize("size", [USUAL, (60, 20)], ids=str)
def test_reasons_are_asked_between_the_choice_and_what_is_told(size: Size, agrees: Callable[[str, Path], None]) -> None:
    shown: dict[str, str] = {}

    async def script(player: Player) -> None:
        shown["reasons-for"] = await player.press("2", "down", "down")
        assert isinstance(player.app.screen, MotiveStage)
        shown["reasons-against"] = await player.press("enter", "up")
        await player.press("2")
        assert isinstance(player.app.screen, ToldStage)

    kept: list[Session] = []
    app = play(asking(), script, size, keep=kept.append)
    assert named(app.session) == (GLASS, WAITED)
    assert [len(each.walk.moves) for each in kept] == [0, 1, 1, 1]
    for name, screen in shown.items():
        agrees(screen, GOLDEN / "walk" / f"{name}-{size[0]}x{size[1]}.txt")


def test_enter_alone_names_none_and_other_keys_work() -> None:
    async def script(player: Player) -> None:
        await player.press("2", "7")
        assert "There is no argument with the number 7." in player.screen
        await player.press("m", "escape", "enter", "enter")
        assert isinstance(player.app.screen, ToldStage)
        await player.press("backspace", "2", "backspace")
        assert player.app.session.walk.moves == ()

    play(asking(), script)


def test_a_class_is_asked_for_its_reasons_and_the_end_can_still_tell_all() -> None:
    async def script(player: Player) -> None:
        await player.press("minus", "enter", "enter", *"1 2", "enter", "enter")
        assert isinstance(player.app.screen, ResultStage)
        assert "Which argument convinced the class?" in await player.press("enter")
        assert "Which one spoke against it?" in await player.press("1")
        assert not isinstance(player.app.screen, MotiveStage) or await player.press("enter")

    app = play(asking(votes=True, reveal=Reveal.END), script)
    assert app.session.walk.moves[0].how is How.VOTED
    assert app.session.walk.moves[0].convinced == WEATHER
