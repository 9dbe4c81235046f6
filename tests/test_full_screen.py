"""The full screen of the walk, whole, at fixed sizes; and what every key, the mouse and the window do there."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from full_screen import USUAL, Player, Size, after, play, session
from histories import island
from program import TOP
from untaken import load
from untaken.faces.screen.choice import ChoiceStage
from untaken.faces.screen.listing import Pointable
from untaken.faces.screen.overlays import OverlaySheet, Question
from untaken.faces.screen.pages import EndStage, ToldStage
from untaken.history import How
from untaken.history.session import Reveal, Session

GOLDEN = TOP / "tests" / "golden" / "walk"
Agrees = Callable[[str, Path], None]


def tour(begun: Session, size: Size, agrees: Agrees, **stops: tuple[str, ...]) -> None:
    """Compare whole screens: the name of each stop is its golden file's, its keys lead there from the stop before."""
    seen: dict[str, str] = {}

    async def script(player: Player) -> None:
        for name, keys in stops.items():
            seen[name] = await player.press(*keys)

    play(begun, script, size)
    for name, screen in seen.items():
        assert max(map(len, screen.splitlines())) <= size[0]
        assert len(screen.splitlines()) == size[1]
        agrees(screen, GOLDEN / f"{name.replace('_', '-')}-{size[0]}x{size[1]}.txt")


# Whole screens


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=str)
def test_a_decision_what_happened_and_the_end_at_every_size(size: Size, agrees: Agrees) -> None:
    begun = session("brest-litovsk", stops=True)
    tour(begun, size, agrees, brest=(), brest_told=("1", "enter", "2"), brest_end=("enter",))


def test_a_lecturer_s_road_through_chance(agrees: Agrees) -> None:
    tour(session("brest-litovsk", "appeal", "neither"), USUAL, agrees, dice=(), dice_fell=("enter",))
    asked = session("brest-litovsk", "appeal", "neither", asks=True)
    tour(asked, USUAL, agrees, asked=("down",), asked_told=("enter",))


def test_arguments_sources_map_and_help_lie_over_the_text(agrees: Agrees) -> None:
    tour(
        session("martov-motion"),
        (80, 24),
        agrees,
        martov_pointed=("j",),
        martov_pins=("a",),
        martov_sources=("s",),
        martov_map=("escape", "m"),
        martov_help=("escape", "question_mark"),
        martov_told_sources=("escape", "1", "s"),
    )


def test_nep_or_collectivization_with_history_shown_from_the_start(agrees: Agrees) -> None:
    tour(session("nep-or-collectivization", reveal=Reveal.ALWAYS), (100, 30), agrees, nep=("end",))


def test_an_outcome_leads_into_the_next_turning_point(agrees: Agrees) -> None:
    begun = session("october-rising")
    history = [arc.id for arc in begun.walk.here.graph.historical]
    stand = session("october-rising", *history)
    tour(stand, USUAL, agrees, onward=(), onward_stopped=("e",), onward_next=("backspace", "enter"))


def test_what_happened_is_kept_for_the_end_where_that_is_wished(agrees: Agrees) -> None:
    begun = session("brest-litovsk", reveal=Reveal.END, stops=True)
    tour(begun, (80, 40), agrees, kept_for_the_end=("1", "1"), kept_fell=("enter",))
    tour(begun, (80, 60), agrees, kept_told=("1", "2"))


# Keys


def test_arrows_and_letters_point_and_enter_chooses_what_is_pointed_at() -> None:
    async def script(player: Player) -> None:
        for keys, number in ((("down",), 1), (("j",), 2), (("up",), 1), (("down", "down"), 3), (("k",), 2)):
            await player.press(*keys)
            assert f"▸{number}  " in player.screen
        await player.press("enter")
        assert isinstance(player.app.screen, ToldStage)

    app = play(session("brest-litovsk", "appeal"), script, (80, 60))
    assert [move.way for move in app.session.walk.moves] == ["appeal", "sign-now"]


def test_enter_alone_chooses_nothing() -> None:
    async def script(player: Player) -> None:
        screen = await player.press("enter", "enter")
        assert "Point at a way with the arrow keys, or press its number." in screen

    assert play(session("brest-litovsk"), script).session.walk.moves == ()


def test_a_single_way_that_is_open_is_told_and_enter_goes_on_by_it() -> None:
    async def script(player: Player) -> None:
        assert "Closed; " in player.screen
        assert "Enter goes on" in player.screen
        assert not player.app.screen.query(Pointable)
        await player.press("down", "a", "a")
        assert player.app.session.walk.moves == ()
        await player.press("enter")
        assert isinstance(player.app.screen, ToldStage)

    begun = session("inquiry", points=tuple(point for point in island() if point.id == "inquiry"))
    assert begun.walk.only_way
    [move] = play(begun, script).session.walk.moves
    assert (move.way, move.how) == ("acquit", How.FOLLOWED)


def test_a_number_that_no_way_has_gets_a_word() -> None:
    screen = after(session("brest-litovsk"), "7")
    assert "There is no way with the number 7; give one of: 1, 2." in screen


def test_arrows_read_a_long_text_before_they_point_beyond_it() -> None:
    async def script(player: Player) -> None:
        tops = []
        while "▸1" not in player.screen:
            await player.press("down")
            tops.append(player.screen.splitlines()[2])
        assert len(tops) > 2
        await player.press("home")
        assert player.screen.splitlines()[2].strip().startswith("Should Soviet Russia")
        await player.press("end")
        assert "Silent" in player.screen or "2  Fight on in defence" in player.screen
        await player.press("pageup", "pageup", "pageup")
        assert player.screen.splitlines()[2].strip().startswith("Should Soviet Russia")
        await player.press("pagedown")
        assert not player.screen.splitlines()[2].strip().startswith("Should Soviet Russia")

    play(session("brest-litovsk"), script, (60, 14))


def test_backspace_takes_back_the_choice_with_what_chance_brought() -> None:
    async def script(player: Player) -> None:
        await player.press("1", "enter", "1", "enter", "enter")
        assert [move.how for move in player.app.session.walk.moves] == ["chosen", "chosen", "rolled"]
        await player.press("backspace")
        assert [move.way for move in player.app.session.walk.moves] == ["appeal"]
        assert "Accept Germany’s peace terms?" in player.screen
        screen = await player.press("backspace", "backspace")
        assert "This is where the walk began." in screen

    assert play(session("brest-litovsk"), script).session.walk.moves == ()


def test_from_the_end_one_goes_again_or_to_where_the_road_left_history() -> None:
    async def script(player: Player) -> None:
        await player.press("2", "enter")
        assert isinstance(player.app.screen, EndStage)
        await player.press("h")
        assert [move.way for move in player.app.session.walk.moves] == ["appeal"]
        await player.press("2", "enter", "r")
        assert isinstance(player.app.screen, Question)
        assert "Begin again? The road that you walked is kept" in player.screen
        await player.press("escape")
        assert isinstance(player.app.screen, EndStage)
        await player.press("r", "enter")
        assert player.app.session.walk.moves == ()
        assert isinstance(player.app.screen, ChoiceStage)
        await player.press("h", "r", "e")
        assert isinstance(player.app.screen, ChoiceStage)

    play(session("brest-litovsk", "appeal", stops=True), script)


def test_leaving_asks_only_where_moves_would_be_lost() -> None:
    async def lost(player: Player) -> None:
        await player.press("1", "q")
        assert isinstance(player.app.screen, Question)
        assert "Leave the walk? It is kept nowhere." in player.screen
        await player.press("escape")
        assert isinstance(player.app.screen, ToldStage)
        await player.press("q", "enter")
        assert player.app.is_running is False or player.app._exit

    async def kept(player: Player) -> None:
        await player.press("1", "q")
        assert not isinstance(player.app.screen, Question)

    play(session("brest-litovsk"), lost)
    play(session("brest-litovsk"), kept, is_kept=True)


def test_what_was_told_can_be_read_again_and_nothing_is_taken_back() -> None:
    async def script(player: Player) -> None:
        told = await player.press("1")
        await player.press("enter")
        assert "Chosen: Appeal to all" not in player.screen
        again = await player.press("p", "home")
        assert isinstance(player.app.screen, OverlaySheet)
        assert "Chosen: Appeal to all" in again
        assert "So it happened." in told
        assert "So it happened." in again
        await player.press("escape")
        assert [move.way for move in player.app.session.walk.moves] == ["appeal"]

    play(session("brest-litovsk"), script)


def test_where_the_end_tells_all_what_was_told_before_tells_no_more_than_it_did() -> None:
    async def script(player: Player) -> None:
        await player.press("1", "p")
        assert "Chosen: Appeal to all" in player.screen
        assert "happened" not in player.screen

    play(session("brest-litovsk", reveal=Reveal.END), script)


def test_what_was_taken_back_is_made_again() -> None:
    async def script(player: Player) -> None:
        assert "f forward" not in await player.press("1", "enter")
        await player.press("backspace")
        assert "f forward" in player.screen
        await player.press("f")
        assert [move.way for move in player.app.session.walk.moves] == ["appeal"]
        assert "Accept Germany’s peace terms?" in player.screen
        assert "Nothing was taken back that could be made again." in await player.press("f")

    play(session("brest-litovsk"), script)


def test_of_more_than_nine_ways_digits_point_and_enter_chooses(tmp_path: Path) -> None:
    taken = {5: ", historical: true"}
    ways = ((n, taken.get(n, "")) for n in range(1, 13))
    options = "".join(f"      way-{n:02}: {{label: Way {n:02}, leads-to: end{mark}}}\n" for n, mark in ways)
    text = "title: Twelve\nquestion: Which?\nnodes:\n  fork:\n    decision: Which way?\n    options:\n"
    (tmp_path / "twelve.yaml").write_text(f"{text}{options}  end: {{outcome: The end, basis: recorded}}\n")
    points = tuple(load([tmp_path / "twelve.yaml"]).points)

    async def script(player: Player) -> None:
        first = await player.press("1")
        assert "▸1  Way 01" in first
        assert "Enter chooses 1; a further digit may follow." in first
        second = await player.press("2")
        assert "▸12  Way 12" in second
        assert "Enter chooses 12." in second
        assert "▸7  Way 07" in await player.press("7")
        assert "There is no way with the number 0" in await player.press("0")
        await player.press("1", "1", "enter")

    assert [move.way for move in play(session("twelve", points=points), script).session.walk.moves] == ["way-11"]


@pytest.mark.parametrize(("size", "all_named"), [(USUAL, True), ((60, 20), False), ((40, 12), False)], ids=str)
def test_the_end_names_its_keys_and_the_hint_to_scroll_is_the_last_to_go(size: Size, all_named: bool) -> None:
    async def script(player: Player) -> None:
        keys = "  ".join(player.screen.splitlines()[-2:])
        assert "↑↓ scroll" in keys
        names = ("Backspace back", "r again", "h where", "a pins", "s sources", "m map", "? help", "q leave", "p past")
        assert all(name in keys for name in names) or not all_named

    road = [arc.id for arc in session("brest-litovsk").walk.here.graph.historical]
    play(session("brest-litovsk", "fight-on"), stopped(script), size)
    play(session("brest-litovsk", *road[:0]), script_of_choice, (40, 12))


async def script_of_choice(player: Player) -> None:
    assert "↑↓ move" in player.screen.splitlines()[-1]


def stopped(script: Callable[[Player], Awaitable[object]]) -> Callable[[Player], Awaitable[object]]:
    """The script once the walk was ended at an outcome that goes on."""

    async def ended(player: Player) -> None:
        await player.press("e")
        await script(player)

    return ended


def test_the_dice_roll_until_somebody_has_seen_enough() -> None:
    async def script(player: Player) -> None:
        player.app.animation_level = "full"
        screen = await player.press("enter")
        assert len(player.app.session.walk.moves) == 2
        while "▸ " not in screen:
            await player.pilot.pause(0.02)
            screen = player.screen
        await player.press("enter")
        assert isinstance(player.app.screen, ToldStage)

    app = play(session("brest-litovsk", "appeal", "neither"), script)
    assert app.session.walk == session("brest-litovsk", "appeal", "neither").roll().walk


def test_light_and_dark_change_places() -> None:
    async def script(player: Player) -> None:
        dark = player.painted
        await player.press("t")
        assert player.painted != dark
        await player.press("t")
        assert player.painted == dark

    play(session("brest-litovsk"), script)


def test_every_new_session_is_handed_on_at_once() -> None:
    kept: list[Session] = []

    async def script(player: Player) -> None:
        await player.press("1", "enter", "1", "enter", "enter", "backspace")

    play(session("brest-litovsk"), script, keep=kept.append)
    assert [[move.way for move in each.walk.moves] for each in kept] == [
        [],
        ["appeal"],
        ["appeal", "neither"],
        ["appeal", "neither", "revolt"],
        ["appeal"],
    ]


# Mouse and window


def test_the_first_click_points_and_only_the_second_one_chooses() -> None:
    async def script(player: Player) -> None:
        cards = list(player.app.screen.query("Card"))
        await player.pilot.click(cards[1])
        assert "▸2" in player.screen
        assert player.app.session.walk.moves == ()
        await player.pilot.click(cards[0])
        assert player.app.session.walk.moves == ()
        await player.pilot.click(cards[0])
        await player.pilot.pause()
        assert isinstance(player.app.screen, ToldStage)

    app = play(session("brest-litovsk"), script, (80, 50))
    assert [move.way for move in app.session.walk.moves] == ["appeal"]


def test_the_keys_below_can_be_clicked_and_the_wheel_scrolls() -> None:
    async def script(player: Player) -> None:
        top = player.screen.splitlines()[2]
        await player.pilot._post_mouse_events([_wheel()], "#text")
        await player.pilot.pause()
        assert player.screen.splitlines()[2] != top
        at = player.screen.splitlines()[-1].index("? help")
        await player.pilot.click("#keys", offset=(at, 0))
        await player.pilot.pause()
        assert isinstance(player.app.screen, OverlaySheet)

    play(session("brest-litovsk"), script)


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


def test_a_window_that_is_too_small_says_so_and_recovers(agrees: Agrees) -> None:
    async def script(player: Player) -> None:
        before = await player.press("down", "down")
        await player.pilot.resize_terminal(20, 5)
        await player.pilot.pause()
        agrees(player.screen, GOLDEN / "too-small-20x5.txt")
        await player.press("1", "enter", "m", "question_mark", "backspace")
        assert player.app.session.walk.moves == ()
        await player.pilot.resize_terminal(*USUAL)
        await player.pilot.pause()
        assert player.screen == before

    play(session("brest-litovsk"), script)


def test_a_window_that_shrinks_under_the_map_shows_no_map_beside_the_text_once_it_is_closed() -> None:
    async def script(player: Player) -> None:
        await player.press("m")
        await player.pilot.resize_terminal(60, 20)
        await player.pilot.pause()
        assert "you are here" in player.screen
        assert "you are here" not in await player.press("escape")

    play(session("brest-litovsk"), script, (120, 40))


def test_leaving_is_asked_and_answered_even_in_a_tiny_window(agrees: Agrees) -> None:
    async def script(player: Player) -> None:
        agrees(await player.press("1", "q"), GOLDEN / "leaving-20x5.txt")

    play(session("brest-litovsk", "appeal"), script, (20, 5))


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
def test_a_map_that_is_longer_than_the_window_shows_where_one_stands(size: Size) -> None:
    async def script(player: Player) -> None:
        beginning = "REFORM OR REVOLUTION"
        assert ("▸ you are here" in player.screen) is (size == (100, 30))
        assert beginning not in player.screen
        assert "▸ you are here" in await player.press("m")
        assert "▸ Keep the concessions or crush" in player.screen
        assert beginning not in player.screen
        assert beginning in await player.press("home")

    road = (
        *("workers-party", "rupture", "party-underground", "professionals", "free-debate"),
        *("soviet-of-1905", "govern"),
    )
    play(session("reform-or-revolution", *road), script, size)


@pytest.mark.parametrize(
    ("reveal", "manner"),
    [
        (Reveal.ALWAYS, "What happened is shown all along, with the sign ◆."),
        (Reveal.AFTER, "Decide first; what happened is told afterwards. The ways stand"),
        (Reveal.END, "Decide first; what happened is told at the end of the road. The ways"),
    ],
)
def test_the_help_says_when_what_happened_is_told(reveal: Reveal, manner: str) -> None:
    async def script(player: Player) -> None:
        assert manner in await player.press("question_mark")

    play(session("brest-litovsk", reveal=reveal), script)


def test_who_types_fast_chooses_what_was_pointed_at() -> None:
    async def script(player: Player) -> None:
        await player.pilot.press("down", "down", "enter")
        await player.pilot.pause()

    app = play(session("brest-litovsk"), script, (80, 50))
    assert [move.way for move in app.session.walk.moves] == ["fight-on"]


def test_a_window_that_grows_shows_the_map() -> None:
    async def script(player: Player) -> None:
        assert "you are here" not in player.screen
        await player.pilot.resize_terminal(120, 50)
        await player.pilot.pause()
        assert "you are here" in player.screen

    play(session("brest-litovsk"), script)


def test_before_the_choice_more_can_be_read_of_no_way_than_of_another_and_the_rest_is_told_after_it() -> None:
    async def script(player: Player) -> None:
        assert "more arguments are told after the choice." in player.screen
        shown = player.screen.count("▲") + player.screen.count("▼")
        pinned = await player.press("a")
        assert "“" in pinned
        assert pinned.count("▲") + pinned.count("▼") == shown
        assert " new)" in await player.press("a", "1")

    play(session("nep-or-collectivization"), script, (120, 80))
