"""Serves a room to the telephones of a class: one address, one code, and what each telephone has to show."""

import secrets
import socketserver
import sys
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from untaken.faces.headers import GUARDED
from untaken.faces.phones.page import entrance, heading, main, page, policy
from untaken.faces.phones.room import Room
from untaken.telling.phrases import telephones

PORT = 8918
"""The port that is tried first: telephones find the room again after the program was ended."""
MOST_CONNECTIONS = 1_000
_HEARTBEAT = 10.0
"""Seconds after which an idle connection gets a word: so a telephone that has gone is noticed."""
_COOKIE = "ticket"
_LONGEST_BODY = 1_000


class RoomServer:
    """The server of a room, at one address of this machine. Raises OSError where it cannot be had.

    Without a port the usual one is taken, or, where that is in use, a free one.
    """

    def __init__(self, room: Room, host: str, port: int | None = None) -> None:
        self.room = room
        self._server = _listen(room, host, port)
        room.address = f"http://{self._server.name}/"

    def serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    def close(self) -> None:
        """Let all telephones go; whoever serves in another thread has come to an end then."""
        self.room.end()
        self._server.shutdown()
        self._server.server_close()


class _RoomListener(socketserver.ThreadingTCPServer):
    """Plain TCP: the server of http.server would ask the network for this machine's name."""

    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True
    block_on_close = False
    # A whole class comes at once.
    request_queue_size = 256

    def __init__(self, room: Room, host: str, port: int) -> None:
        self.room = room
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)
        super().__init__((host, port), _TelephoneHandler)
        self.name = f"{host}:{self.server_address[1]}"

    def process_request(self, request: object, client_address: object) -> None:
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)  # type: ignore[arg-type]
        else:
            self.shutdown_request(request)  # type: ignore[arg-type]

    def process_request_thread(self, request: object, client_address: object) -> None:
        try:
            super().process_request_thread(request, client_address)  # type: ignore[arg-type]
        finally:
            self._free.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """A telephone that has gone is nothing to speak of."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _listen(room: Room, host: str, port: int | None) -> _RoomListener:
    if port is not None:
        return _RoomListener(room, host, port)
    try:
        return _RoomListener(room, host, PORT)
    except OSError:
        return _RoomListener(room, host, 0)


class _TelephoneHandler(BaseHTTPRequestHandler):
    server: _RoomListener
    server_version = "untaken"
    sys_version = ""
    timeout = 20

    def do_GET(self) -> None:
        path = self._path()
        if path is None:
            return
        if path == "/":
            self._enter()
        elif self._has_code(path):
            self._inside(path.split("/")[2:])

    def do_POST(self) -> None:
        path = self._path()
        if path is None or not self._has_code(path):
            return
        fields = self._fields()
        if path.split("/")[2:] != ["vote"] or fields is None or not {"vote", "option"} <= fields.keys():
            self._malformed()
            return
        ticket = self._ticket()
        room = self.server.room
        if not room.is_known(ticket):
            self._show(ticket, telephones.NO_COOKIE, HTTPStatus.FORBIDDEN)
        elif not room.vote(ticket, fields["vote"], fields["option"]):
            self._show(ticket, telephones.TOO_LATE, HTTPStatus.CONFLICT)
        elif self._wants_part():
            self._show(ticket)
        else:
            self._send("", HTTPStatus.SEE_OTHER, headers={"Location": f"/{room.code}"})

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What http.server finds wrong with a request is malformed, whatever it is."""
        # A request line that cannot be read counts as one of HTTP/0.9, which would get no status.
        self.request_version = "HTTP/1.0"
        self._malformed()

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is the teacher's."""

    def _path(self) -> str | None:
        """The path that is asked for, without its end slash; None where it is none of ours, and that was said."""
        name = self.server.name
        host = self.headers.get("Host")
        if host is None:
            self._malformed()
            return None
        if host not in (name, name.removesuffix(":80")):
            # Another name for this machine may be that of a stranger's page, which is to see nothing.
            self._send(telephones.only_name(f"http://{name}/"), HTTPStatus.MISDIRECTED_REQUEST, "text/plain")
            return None
        if self.headers.get("Origin", f"http://{name}") != f"http://{name}":
            self._send(telephones.only_name(f"http://{name}/"), HTTPStatus.FORBIDDEN, "text/plain")
            return None
        try:
            return urlsplit(self.path).path.rstrip("/") or "/"
        except ValueError:
            self._malformed()
            return None

    def _has_code(self, path: str) -> bool:
        """Whether a path begins with the code of the room; where not, the code is asked for."""
        given = path.split("/")[1].upper()
        is_right = secrets.compare_digest(given.encode("utf-8", "replace"), self.server.room.code.encode())
        if not is_right:
            self._ask_code(HTTPStatus.FORBIDDEN, telephones.NO_SUCH_CODE)
        return is_right

    def _enter(self) -> None:
        code = parse_qs(urlsplit(self.path).query).get("code", [""])[0].strip()
        if not code:
            self._ask_code()
        elif self._has_code(f"/{code}"):
            self._send("", HTTPStatus.SEE_OTHER, headers={"Location": f"/{self.server.room.code}"})

    def _ask_code(self, status: HTTPStatus = HTTPStatus.OK, word: str = "") -> None:
        self._send(page(telephones.ENTER, entrance(word), listens=False), status)

    def _inside(self, rest: list[str]) -> None:
        if rest == ["events"]:
            self._events()
            return
        if rest == ["main"]:
            self._show(self._ticket())
            return
        if rest:
            self._malformed()
            return
        ticket = self.server.room.admit(self._ticket())
        if ticket is None:
            self._ask_code(HTTPStatus.SERVICE_UNAVAILABLE, telephones.FULL)
            return
        cookie = f"{_COOKIE}={ticket}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax"
        self._show(ticket, headers={"Set-Cookie": cookie}, whole=True)

    def _show(
        self,
        ticket: str,
        word: str = "",
        status: HTTPStatus = HTTPStatus.OK,
        headers: Mapping[str, str] | None = None,
        whole: bool = False,
    ) -> None:
        """Send what a telephone has to show: as a whole page, or, to the script of a page, what belongs into it."""
        shown = self.server.room.seen(ticket)
        part = main(self.server.room.code, shown, word)
        is_part = not whole and (self._wants_part() or self.command == "GET")
        self._send(part if is_part else page(heading(shown), part, listens=True), status, headers=headers)

    def _wants_part(self) -> bool:
        return self.headers.get("Accept") == "text/x-part"

    def _ticket(self) -> str:
        try:
            cookie = SimpleCookie(self.headers.get("Cookie", ""))
        except CookieError:
            return ""
        return cookie[_COOKIE].value if _COOKIE in cookie else ""

    def _fields(self) -> dict[str, str] | None:
        """The fields of a form; None where there is none, or it is too long."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit() and int(length[:9]) <= _LONGEST_BODY):
            return None
        try:
            text = self.rfile.read(int(length)).decode("utf-8")
            fields = parse_qs(text, keep_blank_values=True, strict_parsing=True, max_num_fields=5)
        except ValueError:
            return None
        return {name: values[0] for name, values in fields.items()}

    def _events(self) -> None:
        """Server-sent events: that there is something else to show, now and after every change."""
        ticket = self._ticket()
        if not self.server.room.is_known(ticket):
            self._send(telephones.NO_COOKIE, HTTPStatus.FORBIDDEN, "text/plain")
            return
        self.send_response(HTTPStatus.OK)
        for field, value in (_HEADERS | {"Content-Type": "text/event-stream"}).items():
            self.send_header(field, value)
        self.end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        with self.server.room.listening(ticket):
            for version in self.server.room.versions(_HEARTBEAT):
                event = ": still here\n\n" if version is None else f"data: {version}\n\n"
                self.wfile.write(event.encode("ascii"))
                self.wfile.flush()

    def _malformed(self) -> None:
        self.close_connection = True
        self._send(telephones.MALFORMED, HTTPStatus.BAD_REQUEST, "text/plain")

    def _send(
        self, body: str, status: HTTPStatus, kind: str = "text/html", headers: Mapping[str, str] | None = None
    ) -> None:
        data = body.encode("utf-8")
        self.send_response(status)
        fields = _HEADERS | {"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(data))}
        for field, value in (fields | dict(headers or {})).items():
            self.send_header(field, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


_HEADERS = {**GUARDED, "Content-Security-Policy": policy()}
