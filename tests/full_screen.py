"""The full-screen face of the walk, driven by Textual's pilot: keys and clicks go in, what a reader sees comes out."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from textual import events
from textual._compositor import Compositor
from textual.pilot import Pilot

from histories import shipped
from untaken import Course, Walk
from untaken.faces.phones.room import Room
from untaken.faces.screen.app import WalkApp
from untaken.faces.screen.seen import Seen
from untaken.history.session import Reveal, Session
from untaken.model import TurningPoint

Size = tuple[int, int]
_CHARACTERS = {"space": " ", "equals_sign": "=", "minus": "-"}
"""What a terminal sends with keys that have names of their own."""
USUAL = (80, 24)


def session(
    start: str,
    *answers: str,
    points: tuple[TurningPoint, ...] | None = None,
    reveal: Reveal = Reveal.AFTER,
    asks: bool = False,
    stops: bool = False,
) -> Session:
    """A session at a turning point, some choices on; with `stops` it ends at the first outcome."""
    walk = Walk(Course.of(points or shipped(), start, stops=stops))
    for answer in answers:
        following = walk.choose(answer)
        assert isinstance(following, Walk), following
        walk = following
    return Session(walk, seed=7, reveal=reveal, asks=asks)


class Player:
    """Somebody at the full screen: presses keys, and reads."""

    def __init__(self, app: WalkApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Press keys one after another; what stands on the screen then."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()
        return self.screen

    async def settled(self) -> None:
        """Wait until what is on top can be seen: before that, no key is meant for it."""
        await self.pilot.pause()
        while self.app.is_running and not (isinstance(self.app.screen, Seen) and self.app.screen.is_seen):
            await self.pilot.pause(0.01)

    async def burst(self, *keys: str) -> str:
        """Press keys all at once, as a key that bounces or a hurried hand does; what stands on the screen then."""
        await self.hurry(*keys)
        return self.screen

    async def hurry(self, *keys: str) -> None:
        """The same, without reading."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            driver.send_message(events.Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None)))
        await self.settled()

    async def stand(self, session: Session) -> str:
        """Go to a session; what stands on the screen then."""
        await self.go(session)
        return self.screen

    async def go(self, session: Session) -> None:
        """The same, without reading."""
        self.app._lay(session)
        await self.settled()

    @property
    def screen(self) -> str:
        """The screen as lines of text, all blanks alike and none at the end of a line."""
        lines = (line.text.replace("\N{NO-BREAK SPACE}", " ") for line in self.app.screen._compositor.render_strips())
        return "".join(f"{line.rstrip()}\n" for line in lines)

    @property
    def painted(self) -> list[list[tuple[str, str]]]:
        """The screen as pieces of text, each with its style."""
        return [
            [(piece.text, str(piece.style)) for piece in strip] for strip in self.app.screen._compositor.render_strips()
        ]


@contextmanager
def unpainted() -> Iterator[None]:
    """Without a terminal nobody sees what is painted: a screen is painted where a test reads it, and not before."""

    def unseen(compositor: Compositor, simplify: bool = False) -> None:
        compositor._dirty_regions.clear()

    with (
        patch.object(Compositor, "render_full_update", unseen),
        patch.object(Compositor, "render_partial_update", unseen),
    ):
        yield


def play(
    begun: Session,
    script: Callable[[Player], Awaitable[object]],
    size: Size = USUAL,
    keep: Callable[[Session], None] = lambda session: None,
    is_kept: bool = False,
    dark: bool = True,
    room: Room | None = None,
) -> WalkApp:
    """Open the full screen at a session, let a script play, and return the application."""
    app = WalkApp(begun, keep, is_kept, dark, room)
    app.animation_level = "none"

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            player = Player(app, pilot)
            await player.settled()
            await script(player)

    with unpainted():
        asyncio.run(run())
    return app


def after(begun: Session, *keys: str, size: Size = USUAL) -> str:
    """What stands on the screen after some keys."""
    seen = []

    async def script(player: Player) -> None:
        seen.append(await player.press(*keys))

    play(begun, script, size)
    return seen[0]
