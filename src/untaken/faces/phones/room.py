"""The room in which a class votes by telephone: where the walk stands, and the votes that come in from many threads.

What is voted is a pure value, the urn; the room lets one thread after the other exchange it.
"""

import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from untaken.history.moves import Move
from untaken.history.session import Session
from untaken.history.urn import Lid, Urn
from untaken.telling.walk.slate import Slate, slate

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Those that nobody takes for another."""
LENGTH = 5
MOST_TELEPHONES = 2_000


def new_code() -> str:
    """A code that nobody guesses within a lesson: of thirty million."""
    return "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))


@dataclass(frozen=True)
class TelephoneView:
    """What one telephone shows: the slate, the name of the vote on it, and the option that it has voted for."""

    slate: Slate
    vote: str = ""
    mine: str = ""


@dataclass(eq=False)
class Room:
    """A room under a code. `version` grows whenever telephones have something else to show."""

    code: str
    address: str = ""
    version: int = 0
    _slate: Slate = field(default_factory=Slate)
    _urn: Urn = field(default_factory=Urn)
    _at: tuple[tuple[Move, ...], bool] = ((), False)
    _tickets: set[str] = field(default_factory=set)
    _present: Counter[str] = field(default_factory=Counter)
    _is_over: bool = False
    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _votes: int = 0
    _changed: threading.Condition = field(default_factory=threading.Condition)

    # The teacher's side

    def follow(self, session: Session) -> None:
        """Show telephones where a session stands. Votes that came in meanwhile stay."""
        shown, ballot = slate(session), session.ballot
        at = (session.walk.moves, ballot.before is None)
        with self._changed:
            if at != self._at:
                self._votes += 1
            if at != self._at or not (ballot.urn.lid is self._urn.lid is Lid.OPEN):
                self._urn = ballot.urn
            self._tickets |= {*ballot.urn.slips, *ballot.urn.before}
            if at != self._at or shown != self._slate:
                self.version += 1
                self._changed.notify_all()
            self._at, self._slate = at, shown

    def close(self) -> Urn:
        """The votes of the count that was under way; none comes in any more."""
        with self._changed:
            self._urn = self._urn.closed()
            return self._urn

    @property
    def urn(self) -> Urn:
        """The votes so far."""
        return self._urn

    @property
    def present(self) -> int:
        """How many telephones are listening, or have voted."""
        with self._changed:
            return len({*self._urn.slips, *(ticket for ticket, number in self._present.items() if number > 0)})

    def end(self) -> None:
        """Let all telephones go."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    # The telephones' side

    def admit(self, ticket: str) -> str | None:
        """The ticket of a telephone, a new one where it has none that was given out here; None in a full room."""
        with self._changed:
            if ticket in self._tickets:
                return ticket
            if len(self._tickets) >= MOST_TELEPHONES:
                return None
            new = secrets.token_urlsafe(12)
            self._tickets.add(new)
            return new

    def is_known(self, ticket: str) -> bool:
        """Whether a ticket was given out here."""
        return ticket in self._tickets

    def seen(self, ticket: str) -> TelephoneView:
        """What a telephone shows now."""
        with self._changed:
            return TelephoneView(self._slate, self._name, self._urn.slips.get(ticket, ""))

    def vote(self, ticket: str, vote: str, option: str) -> bool:
        """Put the vote of a telephone into the urn; False where that vote takes none, or not this one."""
        with self._changed:
            options = [each.id for each in self._slate.options]
            voted = self._urn.voted(ticket, option, options) if vote == self._name else None
            if voted is not None:
                self._urn = voted
            return voted is not None

    @property
    def _name(self) -> str:
        """The name of the vote that is shown: none that comes later, or after the program began anew, has it."""
        return f"{self._run}.{self._votes}"

    @contextmanager
    def listening(self, ticket: str) -> Iterator[None]:
        """While it is open, a telephone is there."""
        with self._changed:
            self._present[ticket] += 1
        try:
            yield
        finally:
            with self._changed:
                self._present[ticket] -= 1

    def versions(self, seconds: float) -> Iterator[int | None]:
        """The version that is shown now, and then every newer one; None when for so long there was none."""
        seen = -1
        while not self._is_over:
            with self._changed:
                self._changed.wait_for(lambda: self._is_over or self.version != seen, seconds)  # noqa: B023
                now = self.version
            yield now if now != seen else None
            seen = now
