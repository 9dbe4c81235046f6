"""The loop: whatever is saved is read and drawn again, told in the terminal, and put on the page."""

import queue
import signal
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from untaken.checking.finding import find
from untaken.checking.loading import Loaded
from untaken.faces.preview import wording
from untaken.faces.preview.drawers import Drawers, Result, Task
from untaken.faces.preview.folders import Survey, follow, survey
from untaken.faces.preview.links import Strays
from untaken.faces.preview.preview import Failure, Picture, Preview, changed, checked, drawn, in_turn, undrawn, unread
from untaken.faces.preview.server import Board, Server
from untaken.faces.terminal import is_screen, say, show_problems
from untaken.reading.diagnostics import Diagnostic
from untaken.telling.phrases import previews
from untaken.writing.engine import EngineMissing
from untaken.writing.orders import Order

_MOST_SHOWN = 10
"""Of more problems than these at a time only the number is told."""


_PAUSE = 1.0
"""Seconds before the disk is looked at again after that went wrong."""


@dataclass(frozen=True)
class Wish:
    """What is watched, how it is drawn, and by how many processes, each stopped after so many seconds."""

    names: Sequence[str]
    folder: Path
    order: Order
    processes: int = 1
    seconds: float = 30.0


def watch(wish: Wish, server: Server, loaded: Loaded, open_browser: bool = False) -> None:
    """Show what was loaded, and then what is saved, until Ctrl-C or the system ends it.

    Raises EngineMissing where nothing can be drawn.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    loop = _Loop(wish, server.board)
    ended = threading.Event()
    look = partial(survey, wish.names, wish.folder)
    threads = [
        threading.Thread(target=call, daemon=True)
        for call in (partial(loop.guarded, server.serve), partial(loop.follow, look, ended))
    ]
    try:
        loop.begin(loaded, server.address)
        for thread in threads:
            thread.start()
        if open_browser and not webbrowser.open(server.address):
            say(previews.NO_BROWSER, error=True)
        loop.run()
    except KeyboardInterrupt:
        if is_screen():
            # The terminal has written ^C, and stays on its line.
            say()
        say(previews.ENDED, at_once=True)
    finally:
        ended.set()
        loop.close()
        server.close()


class _Loop:
    """What the threads have to tell comes to one of them, which alone changes the preview and prints."""

    def __init__(self, wish: Wish, board: Board) -> None:
        self._wish, self._board = wish, board
        self._preview = Preview()
        self._news: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._unread = threading.Event()
        self._since = 0.0
        self._over: list[Path] = []
        self._spoken: set[Path] = set()
        self._strays = Strays(wish.folder)
        order = replace(wish.order, formats=("svg",))
        self._drawers = Drawers(wish.processes, order, wish.seconds, self._told)
        board.on_view = lambda: self._news.put(self._plan)

    def begin(self, loaded: Loaded, address: str) -> None:
        """Say what is watched and where it is shown, and what was found in it."""
        say(wording.watching(checked(self._preview, loaded), self._wish.folder))
        say(address, at_once=True)
        self._take(loaded)

    def run(self) -> None:
        """Heed all news, until an exception ends it."""
        while True:
            # Without a limit, Windows would not let Ctrl-C through.
            with suppress(queue.Empty):
                self._news.get(timeout=1)()

    def saved(self) -> None:
        """Something may have been saved. Any thread may call it."""
        if not self._unread.is_set():
            self._unread.set()
            self._news.put(self._read)

    def guarded(self, call: Callable[[], None]) -> None:
        """Make a call, in another thread; what it raises ends the loop."""
        try:
            call()
        except Exception as error:  # raised again where it is seen
            self._news.put(partial(_raise, error))

    def follow(self, look: Callable[[], Survey], ended: threading.Event) -> None:
        """Heed every save until `ended`, in another thread; what goes wrong with that is told, and it begins anew."""
        while not ended.is_set():
            try:
                follow(look, self.saved, ended)
            except Exception as error:  # whatever it is, the next save may find it mended
                self._news.put(partial(self._missed, error))
                ended.wait(_PAUSE)

    def close(self) -> None:
        self._drawers.close()

    def _told(self, task: Task, result: Result) -> None:
        self._news.put(partial(self._drawn, task, result))

    def _read(self) -> None:
        self._unread.clear()
        try:
            loaded = find(self._wish.names, self._wish.folder)
        except Exception as error:  # the author goes on writing, and the last good picture stays
            self._missed(error)
        else:
            self._take(loaded)

    def _missed(self, error: Exception) -> None:
        """Say once that what was saved could not be read."""
        before, words = self._preview, previews.unread(previews.fault(error))
        self._show(unread(before, words))
        if self._preview != before:
            self._say(words)

    def _take(self, loaded: Loaded) -> None:
        before, after = self._preview, checked(self._preview, self._strays.kept_back(loaded))
        if after.version == before.version:
            return
        if not before.waiting:
            self._since = time.monotonic()
        self._show(after)
        lines, problems = wording.report(before, after)
        for line in lines:
            self._say(line)
        _show_few(problems)
        fresh = {each.path for each in changed(before, after)}
        self._spoken = self._spoken | fresh if lines else self._spoken - fresh
        self._plan()
        self._finish()

    def _drawn(self, task: Task, result: Result) -> None:
        if isinstance(result, EngineMissing):
            _raise(result)
        elif isinstance(result, Exception):
            self._show(undrawn(self._preview, task.path, Failure(task.point, previews.fault(result))))
        elif isinstance(result, Picture):
            self._show(drawn(self._preview, task.path, result))
        else:
            self._show(undrawn(self._preview, task.path, result))
        self._over.append(task.path)
        self._finish()

    def _finish(self) -> None:
        """Tell what was drawn, as soon as nothing is left to draw."""
        if self._preview.waiting or not self._over:
            return
        over = [each for each in self._preview.watched if (each.path in self._over and not each.stale) or each.failed]
        seconds = time.monotonic() - self._since
        if len(over) == 1 and over[0].picture:
            seconds = over[0].picture.seconds
        for line in wording.finished(over, seconds, spoken=any(each.path in self._spoken for each in over)):
            self._say(line)
        self._over = []

    def _plan(self) -> None:
        todo = in_turn(self._preview, self._board.viewed())
        self._drawers.want([Task(each.path, each.point) for each in todo if each.point])

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self._board.show(preview)

    @staticmethod
    def _say(line: str) -> None:
        say(f"{time.strftime('%H:%M:%S')}  {line}", at_once=True)


def _raise(error: Exception) -> None:
    raise error


def _show_few(problems: Sequence[Diagnostic]) -> None:
    show_problems(problems[:_MOST_SHOWN])
    if len(problems) > _MOST_SHOWN:
        say(previews.more_problems(len(problems) - _MOST_SHOWN), error=True)
