"""A step of a walk: from where, by which way, how it came about, and the hands that were counted for it."""

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How a move came about."""

    CHOSEN = "chosen"
    """Somebody decided."""
    VOTED = "voted"
    """A class decided by its hands."""
    ROLLED = "rolled"
    """Chance, as the dice fell."""
    TOLD = "told"
    """Chance, as somebody said that it fell."""
    FOLLOWED = "followed"
    """The only way that was open: nobody decided, and no dice were thrown."""
    WENT_ON = "went-on"
    """From an outcome to the turning point that comes next."""
    REJOINED = "rejoined"
    """Back to history, where nothing was left of the road: what was missing was set right."""

    @property
    def is_step(self) -> bool:
        """Whether the move is an option or a branch, and not the way from one turning point to the next."""
        return self not in (How.WENT_ON, How.REJOINED)

    @property
    def is_decided(self) -> bool:
        """Whether somebody made the move; others come about by themselves."""
        return self not in (How.ROLLED, How.WENT_ON, How.FOLLOWED)


Hands = tuple[tuple[str, int], ...]
"""The hands for each option by its id."""
Shift = tuple[str, str, int]
"""The option for which some were at first, the one for which they were at last, and how many they are."""


@dataclass(frozen=True, slots=True)
class Vote:
    """Hands for each option by its id, before the arguments were shown and after; empty where none were counted.

    `by_teacher` says that the hands did not decide, and that whoever leads the class did. `shifts` has who moved, where
    telephones voted, which know it.
    """

    before: Hands = ()
    after: Hands = ()
    by_teacher: bool = False
    shifts: tuple[Shift, ...] = ()

    @property
    def decisive(self) -> tuple[tuple[str, int], ...]:
        """The hands that decide: those counted last."""
        return self.after or self.before

    @property
    def leading(self) -> tuple[str, ...]:
        """The options with the most hands; several where there is a tie, none where no hand was raised."""
        most = max((count for _, count in self.decisive), default=0)
        return tuple(id for id, count in self.decisive if count == most) if most else ()


@dataclass(frozen=True, slots=True)
class Ground:
    """An argument that somebody names as a reason: the option under which it stands, and its claim on one line."""

    way: str
    claim: str


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a walk: from where, and by which option, branch, or, at an outcome, into which turning point.

    `throw` counts how often dice had been thrown at the end of the same road before. `convinced` is the argument that
    convinced whoever decided, `against` the one that spoke against it, where they were named.
    """

    scenario: str
    node: str
    way: str
    how: How = How.CHOSEN
    vote: Vote | None = None
    throw: int = 0
    convinced: Ground | None = None
    against: Ground | None = None
