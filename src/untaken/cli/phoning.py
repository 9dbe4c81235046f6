"""The room of `walk --phones`: opened at an address of this machine for as long as the walk lasts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from untaken.cli.keeping import Keeper
from untaken.faces import Keep
from untaken.faces.terminal import say_sentence
from untaken.history.session import Session
from untaken.history.urn import Lid
from untaken.telling.phrases import telephones
from untaken.text.trouble import Trouble

if TYPE_CHECKING:
    from untaken.faces.phones.room import Room
    from untaken.faces.phones.server import RoomServer


@dataclass(frozen=True)
class Exchange:
    """Whether telephones vote, and where they are served: at an address of this machine, found where none is named, and
    at a port."""

    are_wanted: bool = False
    address: str = ""
    port: int | None = None

    def of(self, session: Session) -> Session:
        """The session with the code of its room; where no telephones vote, raised hands go on from what they voted."""
        if not self.are_wanted:
            ballot = session.ballot
            is_under_way = ballot.urn.lid in (Lid.OPEN, Lid.CLOSED) and not ballot.is_over
            return replace(session, ballot=ballot.by_hands()) if is_under_way else session
        from untaken.faces.phones.room import new_code

        return session if session.room else replace(session, room=new_code())


@contextmanager
def served(exchange: Exchange, session: Session, keeper: Keeper) -> "Iterator[tuple[Room | None, Keep]]":
    """The room, where one is wanted, and what takes each new session: the keeper, and then the room.

    Raises Trouble where no address can be had.
    """
    if not exchange.are_wanted:
        yield None, keeper
        return
    from untaken.faces.phones.room import Room

    room = Room(session.room)
    server = _opened(exchange, room)

    def keep(after: Session) -> None:
        keeper(after)
        room.follow(after)

    room.follow(session)
    threading.Thread(target=server.serve, daemon=True).start()
    say_sentence(telephones.served(room.address))
    try:
        yield room, keep
    finally:
        server.close()


def _opened(exchange: Exchange, room: "Room") -> "RoomServer":
    from untaken.faces.phones.invitation import own_address
    from untaken.faces.phones.server import RoomServer

    host = exchange.address or own_address()
    if not host:
        raise Trouble("this machine is in no network", "join one, or leave --phones out: hands can be raised")
    try:
        return RoomServer(room, host, exchange.port)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        cure = "name another with --address HOST:PORT, or leave it out: one is found"
        raise Trouble(f"telephones cannot be served at {host}: {why}", cure) from None
