"""A class votes on the full screen: numbers are typed, corrected, hidden; nothing is lost, and the teacher breaks ties."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from full_screen import USUAL, Player, Size, play, session
from histories import island
from program import TOP
from untaken.faces.screen.choice import ChoiceStage
from untaken.faces.screen.overlays import OverlaySheet, Question
from untaken.faces.screen.tally import HearingStage, ResultStage, TallyStage
from untaken.history import Vote
from untaken.history.ballot import Ballot
from untaken.history.session import Session

GOLDEN = TOP / "tests" / "golden" / "walk"
FIRST, SECOND = (("sail", 12), ("wait", 19)), (("sail", 21), ("wait", 10))


def voting(*answers: str, hides: bool = False, ballot: Ballot | None = None) -> Session:
    begun = session("ferry", *answers, points=island())
    return replace(begun, votes=True, hides=hides, ballot=ballot or Ballot())


@pytest.mark.parametrize("size", [USUAL, (60, 20)], ids=str)
def test_a_class_counts_hears_counts_again_and_sees_what_it_came_to(
    size: Size, agrees: Callable[[str, Path], None]
) -> None:
    shown: dict[str, str] = {}

    async def script(player: Player) -> None:
        shown["vote-first"] = await player.press(*"12 19")
        shown["vote-right"] = await player.press("enter")
        shown["vote-heard"] = await player.press("enter")
        assert isinstance(player.app.screen, HearingStage)
        shown["vote-second"] = await player.press("enter", *"21", "enter")
        shown["vote-result"] = await player.press(*"10", "enter", "enter")
        assert isinstance(player.app.screen, ResultStage)
        assert player.app.session.walk.moves == ()
        await player.press("m", "escape", "1")
        assert "The hands have decided." in player.screen
        await player.press("enter")

    app = play(voting(), script, size)
    [move] = app.session.walk.moves
    assert (move.way, move.vote) == ("sail", Vote(FIRST, SECOND))
    for name, screen in shown.items():
        agrees(screen, GOLDEN / f"{name}-{size[0]}x{size[1]}.txt")


def test_every_number_is_kept_at_once_and_other_keys_lose_none() -> None:
    kept: list[Session] = []

    async def script(player: Player) -> None:
        await player.press(*"12", "enter", "m")
        assert isinstance(player.app.screen, OverlaySheet)
        await player.press("escape", "question_mark", "escape", "t", "t", "s", "a", "k", "j", "pagedown")
        assert "Sail on the evening tide: 12 hands" in player.screen
        await player.press("q")
        assert isinstance(player.app.screen, Question)
        await player.press("escape", *"19", "enter", "enter")

    play(voting(), script, keep=kept.append)
    assert [each.ballot for each in kept] == [
        Ballot(),
        Ballot(FIRST[:1]),
        Ballot(FIRST),
        Ballot(before=FIRST),
    ]


def test_numbers_are_corrected_and_taken_back_and_the_first_count_is_opened_again() -> None:
    async def script(player: Player) -> None:
        await player.press(*"12 91", "enter", *"2=19", "enter")
        assert player.app.session.ballot.counts == dict(FIRST)
        await player.press("b")
        assert player.app.session.ballot.counts == {"sail": 12, "wait": 91}
        await player.press("backspace")
        assert player.app.session.ballot.counts == {"sail": 12}
        await player.press(*"199", "backspace", "enter", "enter", "enter")
        assert isinstance(player.app.screen, TallyStage)
        await player.press("b")
        assert player.app.session.ballot.counts == dict(FIRST)
        await player.press("enter", "enter", *"1 2", "enter", "enter")
        assert isinstance(player.app.screen, ResultStage)
        await player.press("b")
        assert player.app.session.ballot == Ballot((("sail", 1), ("wait", 2)), FIRST)

    play(voting(), script)


def test_nothing_typed_is_no_hands_only_once_that_is_sure() -> None:
    async def script(player: Player) -> None:
        screen = await player.press("enter")
        assert "Nothing was written for 1, Sail on the evening tide; Enter once more for" in screen
        assert player.app.session.ballot == Ballot()
        await player.press("x", "enter")
        assert player.app.session.ballot == Ballot((("sail", 0),))

    play(voting(), script)


def test_what_is_no_number_gets_a_word_and_takes_nothing() -> None:
    async def script(player: Player) -> None:
        assert "'3=' is no number of hands" in await player.press(*"3=", "enter")
        assert "is no number" not in await player.press("1")
        assert "There is no option 1" not in await player.press("enter")
        assert "There is no option 5 to count hands for; give one of: 1, 2." in await player.press(*"5=1", "enter")
        assert player.app.session.ballot == Ballot((("sail", 1),))

    play(voting(), script)


def test_a_hidden_first_count_is_never_on_the_screen_before_the_second_is_over() -> None:
    async def script(player: Player) -> None:
        seen = [
            await player.press(key)
            for key in (*"37", "enter", *"48", "enter", "m", "escape", "enter", "enter", *"1 2", "enter")
        ]
        assert not any("37" in screen or "48" in screen or "█ " in screen for screen in seen[:-1])
        assert "Together 3 hands of a class of 85." in " ".join(seen[-1].split())
        assert "Sail on the evening tide: 37 before the arguments, 1 after (-36)" in await player.press("enter")

    play(voting(hides=True), script)


@pytest.mark.parametrize(("hands", "key", "vote"), [("2 2", "2", (2, 2)), ("0 0", "2", (0, 0))])
def test_where_the_hands_do_not_decide_the_teacher_does_and_it_is_recorded(
    hands: str, key: str, vote: tuple[int, int]
) -> None:
    async def script(player: Player) -> None:
        await player.press("minus", "enter", "enter", *hands, "enter", "enter")
        assert "the teacher decides." in " ".join(player.screen.split())
        await player.press("enter", "3")
        assert player.app.session.walk.moves == ()
        assert "The hands did not decide; the teacher chose: Wait for daylight." in await player.press(key)

    [move] = play(voting(), script).session.walk.moves
    assert move.vote == Vote((), tuple(zip(("sail", "wait"), vote, strict=True)), by_teacher=True)


def test_a_count_that_broke_off_goes_on_where_it_was() -> None:
    async def given(player: Player) -> None:
        assert "Sail on the evening tide: 12 hands" in player.screen
        assert "Hands for 2, Wait for daylight (12 so far):" in player.screen

    async def heard(player: Player) -> None:
        assert isinstance(player.app.screen, HearingStage)

    async def over(player: Player) -> None:
        assert isinstance(player.app.screen, ResultStage)

    play(voting(ballot=Ballot(FIRST[:1])), given)
    play(voting(ballot=Ballot(before=FIRST)), heard)
    play(voting(ballot=Ballot(before=FIRST, after=SECOND)), over)


def test_before_anything_is_counted_backspace_goes_back_a_decision() -> None:
    async def script(player: Player) -> None:
        await player.press("backspace")
        assert [move.way for move in player.app.session.walk.moves] == ["sail"]

    play(voting("sail", "breaks", "inquiry"), script)


def test_chance_is_no_matter_of_hands() -> None:
    async def script(player: Player) -> None:
        assert not isinstance(player.app.screen, ChoiceStage | TallyStage)

    play(voting("sail"), script)
