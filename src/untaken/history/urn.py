"""The votes of a class with telephones: which telephone is for which option, in both counts. No server, no screen."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from untaken.history.moves import Hands, Shift

Slips = Mapping[str, str]
"""The option that each telephone is for, by the ticket that it was given; nothing else is known of it."""


class Lid(StrEnum):
    """Whether votes can be given in the count that is under way."""

    WAITING = "waiting"
    """Not yet."""
    OPEN = "open"
    """Every telephone may vote, and change its vote."""
    CLOSED = "closed"
    """No longer; the votes are counted."""
    ASIDE = "aside"
    """Raised hands are counted instead."""


@dataclass(frozen=True)
class Urn:
    """What telephones have voted at a decision: `slips` in the count that is under way, `before` in the first one once
    that is over. Like a walk it never changes: every vote gives a new one."""

    lid: Lid = Lid.WAITING
    slips: Slips = field(default_factory=dict)
    before: Slips = field(default_factory=dict)

    def opened(self) -> "Urn":
        """The urn into which votes go; those that were given before it was closed stay in it."""
        return replace(self, lid=Lid.OPEN)

    def closed(self) -> "Urn":
        """The urn into which no votes go any more."""
        return replace(self, lid=Lid.CLOSED)

    def waiting(self) -> "Urn":
        """The urn before it is opened."""
        return replace(self, lid=Lid.WAITING)

    def aside(self) -> "Urn":
        """The urn where raised hands are counted instead."""
        return Urn(Lid.ASIDE, before=self.before)

    def voted(self, ticket: str, option: str, options: Collection[str]) -> "Urn | None":
        """The urn with the vote of a telephone in it, instead of the one that it gave before; None where it takes
        none, or where there is no such option."""
        if self.lid is not Lid.OPEN or option not in options:
            return None
        return replace(self, slips={**self.slips, ticket: option})

    def counts(self, options: Sequence[str]) -> Hands:
        """The votes for each of these options in the count that is under way."""
        found = Counter(self.slips.values())
        return tuple((option, found[option]) for option in options)

    def over(self) -> "Urn":
        """The urn once its first count is over, ready for the second one."""
        return Urn(before=self.slips if self.lid is Lid.CLOSED else {})

    def again(self) -> "Urn":
        """The urn with its first count as it was when it was over."""
        return Urn(Lid.CLOSED if self.before else Lid.WAITING, self.before)

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """How many telephones went from which option to which between the counts, or stayed; the most first."""
        if self.lid is not Lid.CLOSED:
            return ()
        both = Counter((self.before[each], self.slips[each]) for each in self.before if each in self.slips)
        return tuple((*ways, number) for ways, number in sorted(both.items(), key=lambda each: (-each[1], each[0])))
