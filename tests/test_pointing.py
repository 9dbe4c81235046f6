"""The arrow keys read a whole text and point at every card of it, on their way down and on their way up."""

from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from full_screen import Player, Size, play, session
from histories import shipped
from untaken.faces.screen.cards import Card
from untaken.faces.screen.pointing import Sight, Stripe, pointed
from untaken.history import Course, Walk
from untaken.history.session import Session
from untaken.model import Decision


@st.composite
def texts(draw: st.DrawFn) -> tuple[int, list[Stripe]]:
    """How many lines a text has, and its cards: a head, then one card under the other, a blank line before each."""
    heights = draw(st.lists(st.integers(1, 40), min_size=1, max_size=6))
    ends = list(accumulate(heights, lambda end, height: end + 1 + height, initial=draw(st.integers(0, 50))))
    return ends[-1], [Stripe(end - height, end) for end, height in zip(ends[1:], heights, strict=True)]


@given(texts(), st.integers(7, 60), st.sampled_from((1, -1)))
def test_one_key_pressed_long_enough_shows_every_line_and_points_at_every_card_in_turn(
    text: tuple[int, list[Stripe]], height: int, step: int
) -> None:
    length, cards = text
    at, top = None, 0 if step > 0 else max(length - height, 0)
    seen, order = set(range(top, top + height)), []
    for _ in range(300):
        at, top = pointed(at, Sight(top, height, length, step), cards)
        assert 0 <= top <= max(length - height, 0)
        seen.update(range(top, top + height))
        if at is not None and order[-1:] != [at]:
            order.append(at)
            assert top <= cards[at].top < top + height or top < cards[at].bottom <= top + height
    assert seen >= set(range(length))
    assert order == list(range(len(cards)))[::step]


def test_who_has_turned_pages_points_at_what_is_in_sight() -> None:
    cards = [Stripe(10, 20), Stripe(21, 31), Stripe(32, 42), Stripe(43, 53)]
    assert pointed(0, Sight(30, 20, 60, 1), cards) == (2, 30)
    assert pointed(None, Sight(22, 20, 60, 1), cards) == (2, 22)
    assert pointed(3, Sight(0, 20, 60, -1), cards) == (0, 0)
    assert pointed(None, Sight(0, 20, 60, -1), cards) == (0, 0)
    assert pointed(None, Sight(0, 8, 60, -1), cards) == (None, 0)


@cache
def decisions() -> tuple[Walk, ...]:
    """A walk to each decision of the shipped scenarios, from the start of its own."""
    return tuple(walk for point in shipped() for walk in _decisions(point.id))


def _decisions(start: str) -> list[Walk]:
    ahead, met = [Walk(Course.of(shipped(), start))], {}
    while ahead:
        walk = ahead.pop()
        if walk.here.point.id == start and walk.here.id not in met:
            met[walk.here.id] = walk
            ahead += [walk.take(way) for way in walk.ways if way.is_open]
    return [walk for walk in met.values() if isinstance(walk.here.node, Decision)]


async def comes_to_the_last(player: Player) -> bool:
    """Whether at most forty presses of the arrow down point at the last card."""
    for _ in range(5):
        await player.hurry(*["down"] * 8)
        if player.app.screen.focused is list(player.app.screen.query(Card))[-1]:
            return True
    return False


@pytest.mark.parametrize(("size", "every"), [((80, 24), 1), ((60, 20), 3), ((100, 30), 3)], ids=str)
def test_an_arrow_alone_comes_to_the_last_way_of_shipped_decisions(size: Size, every: int) -> None:
    # Of all in a window of the usual size; at other sizes each third one tells as much.
    short = []

    async def script(player: Player) -> None:
        for walk in decisions()[::every]:
            await player.go(Session(walk, 7))
            if not await comes_to_the_last(player):
                short.append((walk.here.point.id, walk.here.id))

    play(session("brest-litovsk"), script, size)
    assert short == []
    assert len(decisions()) > 70


def test_arrows_come_back_and_enter_chooses_where_the_page_scrolls() -> None:
    async def script(player: Player) -> None:
        assert "▸3" in await player.press(*["down"] * 12)
        assert "▸2" in await player.press("up")
        await player.press("enter")

    app = play(session("july-days"), script, (60, 20))
    assert [move.way for move in app.session.walk.moves] == [session("july-days").walk.ways[1].id]
