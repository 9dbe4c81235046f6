"""A real terminal for a test to type in: a tmux session of its own."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from program import environment

PROMPTS = ("$", "#", "%")


class Terminal:
    """A terminal with a shell in a folder."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self.folder = folder
        self.line = ["tmux", "-f", os.devnull, "-S", str(folder / "socket")]
        size = ["-x", str(columns), "-y", str(rows)]
        env = environment() | {"PS1": "$ "}
        subprocess.run([*self.line, "new-session", "-d", *size, "sh"], cwd=folder, env=env, check=True)

    def type(self, *keys: str) -> None:
        """Press keys, by tmux's names, or type words."""
        subprocess.run([*self.line, "send-keys", *keys], check=True)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        size = ["-x", str(columns), "-y", str(rows)]
        subprocess.run([*self.line, "resize-window", *size], check=True)

    def shown(self, *awaited: str) -> str:
        """All lines so far, once they end with one of these words."""
        return self.when(lambda text: text.rstrip().endswith(awaited), " or ".join(awaited))

    def showing(self, *awaited: str) -> str:
        """All lines so far, once they hold all of these words."""
        return self.when(lambda text: all(words in text for words in awaited), " and ".join(awaited))

    def settled(self, *awaited: str) -> str:
        """The same, once they have stayed as they are for a second: the first picture of a page may lack its bar."""
        text, still = "", 0
        while still < 10:
            before, text = text, self.showing(*awaited)
            still = still + 1 if text == before else 0
            time.sleep(0.1)
        return text

    def showing_often(self, words: str, times: int) -> str:
        """All lines so far, once these words came so many times, and stand at the end."""
        return self.when(lambda text: text.rstrip().endswith(words) and text.count(words) >= times, words)

    def when(self, is_there: Callable[[str], bool], awaited: str) -> str:
        """All lines so far, once they are as awaited and stay so: a screen may be caught while it is painted."""
        text = ""
        for _ in range(600):
            line = [*self.line, "capture-pane", "-p", "-S", "-"]
            before, text = text, subprocess.run(line, capture_output=True, check=True).stdout.decode("utf-8")
            if text == before and is_there(text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"'{awaited}' never came:\n{text}")

    def close(self) -> None:
        """Close the window, as somebody does who has had enough."""
        subprocess.run([*self.line, "kill-server"], check=False, stderr=subprocess.DEVNULL)


@contextmanager
def opened(folder: Path, columns: int, rows: int) -> Iterator[Terminal]:
    """A terminal that stands at its prompt; the test is skipped where there is no tmux."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed here")
    terminal = Terminal(folder, columns, rows)
    try:
        terminal.shown(*PROMPTS)
        yield terminal
    finally:
        terminal.close()
