"""A real browser without a window, told over a pipe what to do: opens pages, runs script in them, takes pictures."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import RawIOBase
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from program import eventually

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here")
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--no-first-run", "--remote-debugging-pipe",
)  # fmt: skip


class Tab:
    """One page of the browser, over the Chrome DevTools Protocol: messages of JSON with a zero byte behind each."""

    def __init__(self, say: int, hear: RawIOBase) -> None:
        self._say, self._hear = say, hear
        self._numbers = count(1)
        self._rest = b""
        self._session: str | None = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """The answer to one request."""
        number = next(self._numbers)
        request = {"id": number, "method": method, "params": params}
        if self._session:
            request["sessionId"] = self._session
        os.write(self._say, json.dumps(request).encode() + b"\0")
        while (message := self._message()).get("id") != number:
            pass
        assert "error" not in message, message
        return dict(message["result"])

    def open(self, address: str) -> None:
        self.ask("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page, None where it fails."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def until(self, script: str) -> None:
        """Wait until an expression in the page is true."""
        is_true = eventually(lambda: self.run(script), 60)
        assert is_true, f"{script}\n{self.run('document.documentElement.outerHTML')}"

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            chunk = self._hear.read(65536)
            assert chunk, "the browser has ended"
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(line))


def _high(descriptor: int) -> int:
    """A copy with a large number: the protocol is spoken on 3 and 4, which a pipe may have at first."""
    copy = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 100)
    os.close(descriptor)
    return copy


@contextmanager
def browser(*options: str) -> Iterator[Tab]:
    """A browser with one empty page."""
    assert CHROMIUM is not None
    ours_in, theirs_out = map(_high, os.pipe())
    theirs_in, ours_out = map(_high, os.pipe())
    line = f'exec 3<&{theirs_in} 4>&{theirs_out} {theirs_in}<&- {theirs_out}>&-; exec "$0" "$@"'
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        child = subprocess.Popen(
            ["bash", "-c", line, CHROMIUM, *_QUIET, f"--user-data-dir={profile}", *options],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            with os.fdopen(ours_in, "rb", buffering=0) as hear:
                yield Tab(ours_out, hear)
        finally:
            os.close(ours_out)
            child.kill()
            child.wait()
