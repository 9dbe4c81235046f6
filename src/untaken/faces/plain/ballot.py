"""A class decides by its hands: counted before the arguments are shown and after; the majority has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from untaken.faces import Keep
from untaken.faces.plain.asking import tries
from untaken.faces.plain.shown import show_ways
from untaken.faces.terminal import ask, say, say_lines
from untaken.history import Refusal, Vote, Way
from untaken.history.ballot import Ballot
from untaken.history.session import Session
from untaken.telling.walk.hands import hands_blocks
from untaken.telling.walk.scene import open_numbers
from untaken.text.naming import abridged, counted, sentence_list
from untaken.text.wrapping import one_line

MOST_HANDS = 9_999
SKIP = "-"
Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Interrupted:
    """An answer that was no number of hands but a command; None where input has ended. `session` holds what counts."""

    session: Session
    answer: str | None


def vote(session: Session, keep: Keep, is_command: Callable[[str], bool]) -> Session | Interrupted:
    """Count the hands at a decision, and take the way that they decide for. A first count that is there is kept."""
    clerk = _Clerk(session, keep, is_command)
    return clerk.vote()


@dataclass
class _Clerk:
    session: Session
    keep: Keep
    is_command: Callable[[str], bool]

    @property
    def ways(self) -> list[Way]:
        return [way for way in self.session.walk.ways if way.is_open]

    def vote(self) -> Session | Interrupted:
        if not self.session.ballot.before:
            before = self._tally("before the arguments")
            if isinstance(before, Interrupted):
                return before
            self.session = replace(self.session, ballot=Ballot(before=before))
            self.keep(self.session)
            say()
        show_ways(self.session)
        after = self._tally("after the arguments")
        if isinstance(after, Interrupted):
            return after
        return self._decided(Vote(self.session.ballot.before or (), after))

    def _tally(self, when: str) -> Tally | Interrupted:
        """Hands for each open option; empty where the count is skipped."""
        say(f"Hands {when}. Type a number for each option; {SKIP} skips this count, ? helps.")
        counts: list[tuple[str, int]] = []
        for way in self.ways:
            hands = self._hands(way)
            if isinstance(hands, Interrupted):
                return hands
            if hands is None:
                say("This count is skipped.")
                return ()
            counts.append((way.id, hands))
        return tuple(counts)

    def _hands(self, way: Way) -> int | Interrupted | None:
        """The hands for an option; None where the count is to be skipped."""
        for _ in tries():
            answer = ask(f"Hands for {way.number}, {one_line(way.label)}: ")
            typed = (answer or "").strip()
            if answer is None or self.is_command(typed):
                return Interrupted(self.session, answer)
            if typed in ("", SKIP):
                return None
            if typed.isascii() and typed.isdigit() and int(typed[:9]) <= MOST_HANDS and len(typed) < 9:
                return int(typed)
            say(f"'{abridged(typed)}' is no number of hands. Write one from 0 to {MOST_HANDS}, or {SKIP} to skip.")
        return Interrupted(self.session, None)

    def _decided(self, ballot: Vote) -> Session | Interrupted:
        say_lines(hands_blocks(self.ways, ballot))
        leading = [way for way in self.ways if way.id in ballot.leading]
        if len(leading) == 1:
            return self.session.take(leading[0], ballot)
        if leading:
            hands = counted(dict(ballot.decisive)[leading[0].id], "hand")
            say(f"A tie between {sentence_list(one_line(way.label) for way in leading)}, {hands} each.")
        else:
            say("No hand was counted.")
        way = self._picked(leading or self.ways)
        if isinstance(way, Interrupted):
            return way
        return self.session.take(way, ballot if ballot.decisive else None)

    def _picked(self, among: Sequence[Way]) -> Way | Interrupted:
        """The way that whoever leads the class picks, where the hands do not decide."""
        for _ in tries():
            answer = ask(f"Which is it? ({open_numbers(among)}, ? for help): ")
            if answer is None or self.is_command(answer.strip()):
                return Interrupted(self.session, answer)
            way = self.session.walk.understand(answer)
            if isinstance(way, Way) and way in among:
                return way
            say(one_line(way.sentence) if isinstance(way, Refusal) else f"“{one_line(way.label)}” is not one of those.")
        return Interrupted(self.session, None)
