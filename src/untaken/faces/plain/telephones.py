"""A class votes with its telephones, line by line: the teacher opens the vote and closes it, and sees who has voted."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from untaken.faces import Keep
from untaken.faces.ground import is_dark
from untaken.faces.phones.invitation import picture
from untaken.faces.phones.room import Room
from untaken.faces.plain.asking import meanwhile
from untaken.faces.terminal import ask, columns_of_screen, say, say_sentence
from untaken.history.ballot import BACK, SKIP
from untaken.history.session import Session
from untaken.history.urn import Lid
from untaken.telling.phrases import tallies, telephones
from untaken.telling.walk.tally import open_ways


@dataclass
class Usher:
    """Leads one decision's votes. Every vote that comes in is kept at once, whatever is typed meanwhile."""

    room: Room
    keep: Keep
    is_command: Callable[[str], bool]
    _invited: bool = False
    _told: tuple[int, int] = (-1, -1)

    def is_needed(self, session: Session) -> bool:
        """Whether telephones vote, or are about to, and it is not yet closed."""
        urn = session.ballot.urn
        return urn.lid is Lid.OPEN or (urn.lid is Lid.WAITING and not session.ballot.given)

    def invite(self) -> None:
        """Say how telephones come in, with the picture that they read where somebody looks at a screen."""
        if columns_of_screen():
            for line in picture(self.room, is_dark()):
                say(f"  {line}")
        say_sentence(telephones.room(self.room.address, self.room.code))
        self._invited = True

    def attend(self, session: Session) -> tuple[Session, str | None]:
        """The session one step on, and "" where it went on; else a command that somebody typed, None where input has
        ended."""
        if not self._invited:
            self.invite()
        is_open = session.ballot.urn.lid is Lid.OPEN
        self._told = (-1, -1)
        say_sentence(f"{telephones.OPEN if is_open else telephones.WAITING} ({tallies.ASK_HELP}):")
        seen = [session]
        meanwhile(lambda: self._look(seen))
        answer = ask("")
        session = self._caught_up(seen[0])
        word = (answer or "").strip().casefold()
        if answer is None or (self.is_command(word) and not (word in BACK and session.ballot.is_begun)):
            self._help(word)
            return session, answer
        return self._answered(session, word), ""

    def _answered(self, session: Session, word: str) -> Session:
        ballot, is_open = session.ballot, session.ballot.urn.lid is Lid.OPEN
        if word in telephones.HANDS:
            say_sentence(telephones.BY_HANDS)
            after = ballot.by_hands()
        elif word in BACK:
            after = ballot.taken_back()
        elif word == SKIP and not is_open:
            say_sentence(tallies.SKIPPED)
            after = ballot.skipped()
        elif word in telephones.SHOW_CODE:
            self.invite()
            return session
        elif word:
            say_sentence(telephones.NOT_THIS)
            return session
        elif is_open:
            after = ballot.polled(self.room.close(), open_ways(session))
            say_sentence(telephones.closed_with(len(after.urn.slips)))
        else:
            after = ballot.polled(ballot.urn.opened(), open_ways(session))
        return self._kept(session, replace(session, ballot=after))

    def _look(self, seen: list[Session]) -> None:
        """Keep the votes that came in, and say how many they are where that has changed."""
        session = seen[0] = self._caught_up(seen[0])
        now = (len(session.ballot.urn.slips), self.room.present)
        if now != self._told:
            self._told = now
            say_sentence(_state(session, *now))

    def _caught_up(self, session: Session) -> Session:
        """The session with the votes that came in until now."""
        if session.ballot.urn.lid is not Lid.OPEN or self.room.urn == session.ballot.urn:
            return session
        ballot = session.ballot.polled(self.room.urn, open_ways(session))
        return self._kept(session, replace(session, ballot=ballot))

    def _kept(self, before: Session, after: Session) -> Session:
        if after.ballot != before.ballot:
            self.keep(after)
        return after

    def _help(self, word: str) -> None:
        for line in telephones.HELP if word in ("?", "help") else ():
            say_sentence(line)


def _state(session: Session, given: int, present: int) -> str:
    is_open = session.ballot.urn.lid is Lid.OPEN
    return (telephones.open_with if is_open else telephones.waiting)(given, present)
