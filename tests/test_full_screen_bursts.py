"""Keys and clicks that come faster than the screen: a key twice, a hurried hand, a click while the program starts."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.widget import Widget

from full_screen import USUAL, Player, play, session
from untaken.faces.screen.app import WalkApp
from untaken.faces.screen.cards import Card
from untaken.history import Walk
from untaken.history.session import Reveal, Session


def bursts(begun: Session, *groups: Sequence[str]) -> tuple[list[str], str]:
    """The ways that were taken after some groups of keys, those of each pressed at once, and the kind of the screen."""
    shown = []

    async def script(player: Player) -> None:
        for group in groups:
            await player.burst(*group)
        shown.append(type(player.app.screen).__name__)

    app = play(begun, script, (80, 50))
    assert app.fault is None
    assert Walk(begun.walk.course).replayed(app.session.walk.moves) == app.session.walk
    return ways(app), shown[0]


def ways(app: WalkApp) -> list[str]:
    return [move.way for move in app.session.walk.moves]


@pytest.mark.parametrize(
    ("group", "way"), [("1 1", "appeal"), ("1 2 1", "appeal"), ("down down enter enter", "fight-on")]
)
def test_a_choice_that_is_made_twice_is_made_once(group: str, way: str) -> None:
    assert bursts(session("brest-litovsk"), group.split()) == ([way], "ToldStage")


def test_where_nothing_is_told_between_two_decisions_a_key_twice_decides_only_the_first() -> None:
    begun = session("brest-litovsk", reveal=Reveal.END)
    assert bursts(begun, ["1", "1", "1"]) == (["appeal"], "ChoiceStage")


def test_enter_twice_lets_the_dice_fall_once_and_shows_how_they_fell() -> None:
    taken, shown = bursts(session("brest-litovsk", "appeal", "neither"), ["enter", "enter", "enter"])
    assert (taken[:2], len(taken), shown) == (["appeal", "neither"], 3, "ToldStage")


def test_the_key_that_closes_a_sheet_pressed_twice_leaves_what_lay_under_it() -> None:
    groups = (["1"], ["m"], ["escape", "escape"], ["m"], ["enter", "enter", "enter"])
    assert bursts(session("brest-litovsk"), *groups) == (["appeal"], "ToldStage")


def test_two_clicks_at_once_choose_once() -> None:
    async def script(player: Player) -> None:
        for _ in range(3):
            click(player.app, player.app.screen.query(Card)[0])
        await player.pilot.pause()

    app = play(session("brest-litovsk"), script, (80, 50))
    assert ways(app) == ["appeal"]


def test_a_click_before_the_first_painting_does_nothing() -> None:
    app = WalkApp(session("brest-litovsk"), lambda _: None)
    app.animation_level = "none"

    async def run() -> None:
        async with app.run_test(size=USUAL) as pilot:
            for key in ("1", "enter", "m", "down", "enter"):
                assert app._driver is not None
                app._driver.send_message(events.Key(key, None))
            app._lay(app.session)
            for card in app.screen.query(Card):
                click(app, card)
                click(app, card)
            await pilot.pause()

    asyncio.run(run())
    assert app.fault is None
    assert len(ways(app)) <= 1


def click(app: WalkApp, widget: Widget) -> None:
    """Press and let go a mouse's button over a widget, as a terminal reports it."""
    assert app._driver is not None
    x, y = widget.region.offset
    for event in (events.MouseDown, events.MouseUp):
        app._driver.process_message(event(None, x + 4, y, 0, 0, 1, False, False, False))


KEYS = (
    *(
        "1",
        "2",
        "3",
        "0",
        "enter",
        "enter",
        "enter",
        "down",
        "up",
        "backspace",
        "escape",
        "space",
        "equals_sign",
        "minus",
    ),
    *("m", "s", "a", "p", "f", "b", "e", "r", "h", "t", "question_mark"),
)


@settings(max_examples=12)
@given(st.lists(st.lists(st.sampled_from(KEYS), max_size=8), max_size=6), st.sampled_from(Reveal), st.data())
def test_whatever_is_pressed_however_fast_the_walk_is_one_that_can_be_walked(
    groups: list[list[str]], reveal: Reveal, data: st.DataObject
) -> None:
    asks, votes, hides, reasons = (data.draw(st.booleans()) for _ in range(4))
    begun = session("october-rising", reveal=reveal, asks=asks)
    bursts(replace(begun, votes=votes, hides=hides, reasons=reasons), *groups)
