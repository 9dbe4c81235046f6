"""Serves the page to browsers on this machine: what was drawn, and word of every change. Nothing of the disk."""

import json
import secrets
import socketserver
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from untaken.faces.headers import GUARDED
from untaken.faces.preview.page import ICON, page, policy, summary
from untaken.faces.preview.preview import Preview
from untaken.telling.phrases import previews

HOST = "127.0.0.1"
PORT = 8917
"""The port that is tried first: a bookmark outlives the program."""
_HEARTBEAT = 10.0
"""Seconds after which an idle connection gets a word: so a browser that has gone is noticed."""


class Board:
    """The preview as the browsers see it; a thread puts it up, others wait for the next one.

    `run` tells this run of the program from others, and `again` is the command that starts it.
    """

    def __init__(self, again: str = "untaken watch") -> None:
        self.again = again
        self.run = secrets.token_hex(4)
        self.on_view: Callable[[], None] = lambda: None
        self.preview = Preview()
        self._closed = False
        self._viewers: Counter[str] = Counter()
        self._changed = threading.Condition()

    def show(self, preview: Preview) -> None:
        with self._changed:
            self.preview = preview
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def versions(self) -> Iterator[int | None]:
        """The version that is shown now and then every newer one; None when for a while there was none."""
        seen = -1
        while not self._closed:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self.preview.version != seen, _HEARTBEAT)  # noqa: B023
                now = self.preview.version
            yield now if now != seen else None
            seen = now

    @contextmanager
    def viewer(self, name: str) -> Iterator[None]:
        """While it is open, somebody looks at the scenario of this name."""
        self._viewers[name] += 1
        self.on_view()
        try:
            yield
        finally:
            self._viewers[name] -= 1

    def viewed(self) -> list[str]:
        """The names of the scenarios that somebody looks at; an empty name stands for the one saved last."""
        return [name for name, number in list(self._viewers.items()) if number > 0]


class Server:
    """The server of one board. Raises OSError where the port cannot be had; without one, a free one is found.

    `again` is the command that starts the program. Where another port was found, it names that, for the open pages.
    """

    def __init__(self, again: str, port: int | None = None) -> None:
        self.board = Board(again)
        self._server = _listen(self.board, port)
        found = self._server.server_address[1]
        self.address = f"http://{HOST}:{found}/"
        if port is None and found != PORT:
            self.board.again += f" --port {found}"

    def serve(self) -> None:
        self._server.serve_forever(poll_interval=0.2)

    def close(self) -> None:
        self.board.close()
        self._server.server_close()


class _Listener(socketserver.ThreadingTCPServer):
    """Plain TCP: the server of http.server would ask the network for this machine's name."""

    # Elsewhere than on POSIX this would share the port with another program.
    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True
    block_on_close = False

    def __init__(self, board: Board, port: int) -> None:
        self.board = board
        super().__init__((HOST, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that has gone is nothing to speak of."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _listen(board: Board, port: int | None) -> _Listener:
    if port is not None:
        return _Listener(board, port)
    try:
        return _Listener(board, PORT)
    except OSError:
        return _Listener(board, 0)


class _Handler(BaseHTTPRequestHandler):
    server: _Listener
    server_version = "untaken"
    sys_version = ""
    # Whoever sends what is no request is answered as others are, with a status.
    default_request_version = "HTTP/1.0"
    timeout = 60

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").partition(":")[0]
        if host != HOST:
            # Another name for this machine may be that of a stranger's page, which is to see nothing.
            self._send(f"{previews.one_name(self._address())}\n", "text/plain", status=421)
            return
        try:
            url = urlsplit(self.path)
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        name = parse_qs(url.query).get("at", [""])[0]
        board = self.server.board
        if url.path == "/":
            text = page(board.preview, name, board.run, board.again)
            self._send(text, "text/html", headers={"Content-Security-Policy": policy()})
        elif url.path == "/state.json":
            self._send(json.dumps(summary(board.preview)), "application/json")
        elif url.path == "/events":
            self._events(name)
        elif url.path == "/icon.svg":
            self._send(ICON, "image/svg+xml")
        else:
            self._picture(url.path)

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for the author."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A status in a sentence; nothing of the request comes back."""
        self.close_connection = True
        self._send(f"{HTTPStatus(code).description or HTTPStatus(code).phrase}.\n", "text/plain", status=code)

    def _address(self) -> str:
        return f"http://{HOST}:{self.server.server_address[1]}/"

    def _picture(self, path: str) -> None:
        digest = path.removeprefix("/picture/").removesuffix(".svg")
        found = self.server.board.preview.picture(digest)
        if found is None:
            self._send(f"{previews.NOTHING_HERE}\n", "text/plain", status=404)
            return
        # A drawing that was opened by itself has its style and its typeface inside, and needs nothing else.
        own = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        headers = {"Content-Security-Policy": own, "Cache-Control": "max-age=31536000, immutable"}
        self._send(found.svg, "image/svg+xml", headers=headers)

    def _send(self, body: str | bytes, kind: str, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        data = body.encode("utf-8") if isinstance(body, str) else body
        self.send_response(status)
        charset = "" if kind.startswith("image") else "; charset=utf-8"
        fields = GUARDED | {"Content-Type": kind + charset, "Content-Length": str(len(data))} | dict(headers or {})
        for field, value in fields.items():
            self.send_header(field, value)
        self.end_headers()
        self.wfile.write(data)

    def _events(self, name: str) -> None:
        """Server-sent events: the run and version that are shown, now and after every change."""
        board = self.server.board
        self.send_response(200)
        for field, value in (GUARDED | {"Content-Type": "text/event-stream"}).items():
            self.send_header(field, value)
        self.end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        with board.viewer(name):
            for version in board.versions():
                event = ": still here\n\n" if version is None else f"data: {board.run}.{version}\n\n"
                self.wfile.write(event.encode("ascii"))
                self.wfile.flush()
