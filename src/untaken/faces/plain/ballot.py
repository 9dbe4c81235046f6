"""A class decides by its hands: counted before the arguments are shown and after; the majority has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from untaken.faces import Keep
from untaken.faces.plain.asking import tries
from untaken.faces.plain.shown import show_ways
from untaken.faces.plain.telephones import Usher
from untaken.faces.terminal import ask, columns_of_screen, say, say_lines, say_sentence
from untaken.history import Way
from untaken.history.ballot import BACK, Ballot
from untaken.history.session import Session
from untaken.telling.document import Role, block
from untaken.telling.phrases import asking, tallies, telephones
from untaken.telling.walk.scene import open_numbers
from untaken.telling.walk.tally import bars, open_ways, polls, shift_texts, verdict
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line

WIDEST_BAR = 50


@dataclass(frozen=True)
class Interrupted:
    """An answer that was no number of hands but a command; None where input has ended. `session` holds what counts."""

    session: Session
    answer: str | None


@dataclass
class Clerk:
    """Counts the hands at one decision, or, with an usher, lets telephones vote.

    Commands may come between: every number that was given stays.
    """

    keep: Keep
    is_command: Callable[[str], bool]
    usher: Usher | None = None
    _announced: bool | None = None
    """Whether it was the first count that was announced last; None where none was."""

    def vote(self, session: Session) -> Session | Interrupted:
        """Count on from where the session stands, and take the way that the hands, or the teacher, decide for."""
        sure = False
        for _ in tries():
            if session.ballot.is_over:
                settled = self._settled(session)
                if not isinstance(settled, Ballot):
                    return settled
                session = self._counted(session, settled)
                continue
            self._announce(session)
            if self.usher and self.usher.is_needed(session):
                session, command = self.usher.attend(session)
                if command == "":
                    continue
                return Interrupted(session, command)
            answer = self._ask(session)
            if answer is None or self._is_command(answer, session.ballot):
                _help(answer)
                return Interrupted(session, answer)
            ballot = session.ballot.entered(answer, open_ways(session), sure)
            sure = isinstance(ballot, Trouble) and not answer.strip()
            if isinstance(ballot, Trouble):
                say_sentence(tallies.unread(ballot.cure) if _is_secret(session) else one_line(ballot.sentence))
            else:
                session = self._counted(session, ballot)
        return Interrupted(session, None)

    def _is_command(self, answer: str, ballot: Ballot) -> bool:
        """What takes a number back while there is one is no command of the walk."""
        word = answer.strip().casefold()
        return self.is_command(word) and not (word in BACK and ballot.is_begun)

    def _announce(self, session: Session) -> None:
        """Say once what is counted, with the arguments before the second count."""
        is_first = session.ballot.before is None
        if self._announced is is_first:
            return
        self._announced = is_first
        if not is_first:
            show_ways(session)
        if self.usher and self.usher.is_needed(session):
            say_sentence(f"{telephones.FIRST if is_first else telephones.SECOND}.")
        else:
            say_sentence(f"{tallies.FIRST if is_first else tallies.SECOND}. {tallies.HOW}")
        if is_first and session.hides:
            say_sentence(tallies.KEPT_SECRET)
        if session.ballot.given and session.ballot.missing(open_ways(session)) and not _is_secret(session):
            _show_polls(session)

    def _ask(self, session: Session) -> str | None:
        missing, total = session.ballot.missing(open_ways(session)), session.ballot.total()
        if missing:
            so_far = (
                tallies.so_far(total, session.class_size) if session.ballot.given and not _is_secret(session) else ""
            )
            following = tallies.hands_for(missing[0].number, one_line(missing[0].label))
            return ask(f"{following}{so_far}: ", hidden=_is_secret(session))
        if not _is_secret(session):
            _show_polls(session)
        say_sentence(tallies.together(total, session.class_size))
        return ask(f"{tallies.RIGHT} ({tallies.IF_NOT}, ? for help): ", hidden=_is_secret(session))

    def _counted(self, session: Session, ballot: Ballot) -> Session:
        is_next = ballot.before is not None and session.ballot.before is None
        if (is_next and not ballot.before) or ballot.after == ():
            say_sentence(tallies.SKIPPED)
        counted = replace(session, ballot=ballot)
        self.keep(counted)
        if is_next:
            say()
        return counted

    def _settled(self, session: Session) -> Session | Interrupted | Ballot:
        """What both counts come to, until somebody goes on; or the ballot with its second count open again."""
        ways = open_ways(session)
        leading = session.ballot.leading(ways)
        say()
        say_sentence(f"{tallies.RESULT}:")
        _show_polls(session)
        for moved in shift_texts(session.ballot.vote, ways):
            say_sentence(moved)
        say_sentence(verdict(session.ballot.vote, ways))
        for _ in tries():
            if len(leading) == 1:
                answer = ask(tallies.GO_ON)
            else:
                answer = ask(tallies.which_is_it(open_numbers(leading or ways)))
            if answer is not None and answer.strip().casefold() in BACK:
                return session.ballot.taken_back()
            if answer is None or self.is_command(answer.strip().casefold()):
                _help(answer)
                return Interrupted(session, answer)
            way = _picked(session, answer, leading)
            if way:
                return session.settle(way)
        return Interrupted(session, None)


def _picked(session: Session, answer: str, leading: Sequence[Way]) -> Way | None:
    """The way that the hands decided for, once somebody goes on, or the one that is named; else None, with a word."""
    if len(leading) == 1:
        if not answer.strip():
            return leading[0]
        say_sentence(asking.HANDS_HAVE_DECIDED)
        return None
    way = session.walk.understand(answer)
    if isinstance(way, Way) and way in (leading or session.walk.ways):
        return way
    say_sentence(
        one_line(way.sentence) if isinstance(way, Trouble) else asking.none_of_those(f"“{one_line(way.label)}”")
    )
    return None


def _help(answer: str | None) -> None:
    if answer is not None and answer.strip().casefold() in ("?", "help"):
        for line in tallies.HELP:
            say_sentence(line)


def _is_secret(session: Session) -> bool:
    """Whether the numbers of the count that is under way are not to be seen."""
    return session.hides and session.ballot.before is None


def _show_polls(session: Session) -> None:
    """The numbers that were given so far, with bars on a screen."""
    shown = polls(session)
    width = min(columns_of_screen() - 6, WIDEST_BAR)
    for poll, drawn in zip(shown, bars(shown, max(width, 0)), strict=True):
        say_lines([block(f"{poll.number}. {poll}", Role.STEP)])
        for each in filter(None, drawn if width > 0 else ()):
            say(f"   {each}")
