"""A class that votes: the numbers that are given for its hands, one after the other or in lines, until both counts are
over. No screen; every line that is typed gives a new ballot, or a reason why it is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from untaken.history.moves import Hands, Vote
from untaken.history.places import Way
from untaken.history.urn import Lid, Urn
from untaken.text.naming import abridged, counted
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line

MOST_HANDS = 9_999
SKIP = "-"
BACK = ("b", "back")


@dataclass(frozen=True)
class Ballot:
    """The hands of a class at a decision that it has not yet taken.

    `given` has the numbers of the count that is under way, in the order in which they were given, a corrected one
    again. `before` and `after` are the counts that are over, before the arguments and after; None while they are not,
    empty where they were skipped. `urn` has the votes of telephones, where they vote.
    """

    given: Hands = ()
    before: Hands | None = None
    after: Hands | None = None
    urn: Urn = field(default_factory=Urn)

    @property
    def is_over(self) -> bool:
        """Whether both counts are."""
        return self.after is not None

    @property
    def is_begun(self) -> bool:
        """Whether there is anything that could be lost."""
        return bool(self.given) or self.before is not None or self.urn.lid is not Lid.WAITING

    def is_under_way_as(self, other: "Ballot") -> bool:
        """Whether the same count is under way in both, in the same manner, with whatever numbers."""
        return (self.before, self.after, self.urn.lid) == (other.before, other.after, other.urn.lid)

    @property
    def counts(self) -> dict[str, int]:
        """The number that stands for each option that has one, in the count that is under way."""
        return dict(self.given)

    @property
    def vote(self) -> Vote:
        """What both counts come to."""
        return Vote(self.before or (), self.after or (), shifts=self.urn.shifts)

    def total(self) -> int:
        """All hands of the count that is under way."""
        return sum(self.counts.values())

    def missing(self, ways: Sequence[Way]) -> list[Way]:
        """The options that have no number yet."""
        return [way for way in ways if way.id not in self.counts]

    def is_full(self, ways: Sequence[Way]) -> bool:
        """Whether every option has its number."""
        return not self.missing(ways)

    def leading(self, ways: Sequence[Way]) -> list[Way]:
        """The options with the most hands once both counts are over: one where they decide, several in a tie."""
        return [way for way in ways if way.id in self.vote.leading]

    def entered(self, line: str, ways: Sequence[Way], sure: bool = False) -> "Ballot | Trouble":
        """The ballot after a line that was typed while a count is under way.

        It holds numbers; `b`, which takes one back; `-`, which skips the count; or nothing: that finds a full count
        right, and is no hands for the next option only where somebody is `sure` of it.
        """
        word = line.strip()
        if word.casefold() in BACK:
            return self.taken_back()
        if word == SKIP:
            cure = "b takes them back, one after the other"
            return Trouble("numbers were given already", cure) if self.given else self.skipped()
        if word:
            return self.counted(word, ways)
        if self.is_full(ways):
            return self.confirmed(ways)
        if sure:
            return self.counted("0", ways)
        following = self.missing(ways)[0]
        message = f"nothing was written for {following.number}, {one_line(following.label)}"
        return Trouble(message, "Enter once more for no hands, or write their number")

    def counted(self, line: str, ways: Sequence[Way]) -> "Ballot | Trouble":
        """The ballot with the numbers of a line: `40 55 25` for the next options in their order, `2=55` for one."""
        entries = _ENTRY.findall(line)
        if not entries or _ENTRY.sub("", line).strip(_BETWEEN):
            return Trouble(f"'{abridged(line)}' is no number of hands", "write numbers, or 2=55 for one option")
        given = self.given
        for number, hands in entries:
            ballot = replace(self, given=given)
            way = _numbered(int(number), ways) if number else next(iter(ballot.missing(ways)), None)
            if way is None:
                return _no_option(number, self, ways, len(entries))
            if int(hands) > MOST_HANDS:
                return Trouble(f"{abridged(hands)} is more than a class has", f"write at most {MOST_HANDS:,}")
            given = (*given, (way.id, int(hands)))
        return replace(self, given=given)

    def polled(self, urn: Urn, ways: Sequence[Way]) -> "Ballot":
        """The ballot with what telephones have voted so far."""
        return replace(self, urn=urn, given=urn.counts([way.id for way in ways]))

    def by_hands(self) -> "Ballot":
        """The ballot where raised hands are counted from now on; the numbers so far stay."""
        return replace(self, urn=self.urn.aside())

    def taken_back(self) -> "Ballot":
        """The ballot without the number that was given last, or without the votes of telephones, which may go on.

        At the beginning of a count, the ballot with the one before it open again. The same where there is nothing to
        take back.
        """
        if self.is_over:
            return Ballot(self.after or (), self.before, urn=self.urn)
        if self.urn.lid in (Lid.OPEN, Lid.CLOSED):
            return replace(self, given=(), urn=self.urn.waiting())
        if self.given:
            return replace(self, given=self.given[:-1])
        if self.urn.lid is Lid.ASIDE:
            return replace(self, urn=self.urn.waiting())
        return Ballot(self.before, urn=self.urn.again()) if self.before is not None else self

    def confirmed(self, ways: Sequence[Way]) -> "Ballot":
        """The ballot once the count that is under way was found right; every option has its number."""
        return self._with_count(tuple((way.id, self.counts[way.id]) for way in ways))

    def skipped(self) -> "Ballot":
        """The ballot without the count that is under way, of which nothing was given yet."""
        return self._with_count(())

    def _with_count(self, count: Hands) -> "Ballot":
        if self.before is None:
            return Ballot(before=count, urn=self.urn.over())
        return Ballot(before=self.before, after=count, urn=self.urn)


_BETWEEN = " \t,;."
_ENTRY = re.compile(r"(?:(?<![\w=])#?(\d{1,9})\s*[=:]\s*)?(?<![\w-])(\d{1,9})(?![\w=:])", re.ASCII)
"""A number of hands, with or without the number of its option and a sign before it."""


def _numbered(number: int, ways: Sequence[Way]) -> Way | None:
    return next((way for way in ways if way.number == number), None)


def _no_option(number: str, ballot: Ballot, ways: Sequence[Way], entries: int) -> Trouble:
    if number:
        numbers = ", ".join(str(way.number) for way in ways)
        return Trouble(f"there is no option {abridged(number)} to count hands for", f"give one of: {numbers}")
    left = len(ballot.missing(ways))
    if not left:
        return Trouble("every option has its number", "2=55 corrects one, b takes back the last")
    message = f"{counted(entries, 'number')} were written, with {counted(left, 'option')} left to count"
    return Trouble(message, "write the line again")
