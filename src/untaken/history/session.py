"""A walk as somebody takes it: with its dice, what is told when, and, in a class, the hands that were counted."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from untaken.history.ballot import Ballot
from untaken.history.course import Course
from untaken.history.dice import roll
from untaken.history.moves import Ground, How, Move, Vote
from untaken.history.places import Way
from untaken.history.trail import Trail
from untaken.history.walk import Walk
from untaken.model import Chance, Decision


class Reveal(StrEnum):
    """When what happened is told."""

    ALWAYS = "always"
    """Before anybody has chosen."""
    AFTER = "after"
    """After each choice."""
    END = "end"
    """Where the road ends."""


@dataclass(frozen=True)
class Session:
    """A walk with the manner in which it is taken. Like a walk, it never changes: every step gives a new one.

    `seed` decides the dice; with `asks`, somebody says what falls instead. `ballot` has the hands of a
    class at a decision that is not yet taken; with `hides`, its first count stays secret until the second one is over.
    With `reasons`, whoever decides is asked for them. `room` is the code under which telephones vote, empty where none
    do. `trail` is what was walked besides.
    """

    walk: Walk
    seed: int
    reveal: Reveal = Reveal.AFTER
    asks: bool = False
    votes: bool = False
    hides: bool = False
    reasons: bool = False
    ballot: Ballot = field(default_factory=Ballot)
    trail: Trail = field(default_factory=Trail)
    room: str = ""

    @property
    def told(self) -> bool:
        """Whether what happened is shown before anybody has chosen."""
        return self.reveal is Reveal.ALWAYS

    @property
    def tells(self) -> bool:
        """Whether what happened is told along the road, and not only at its end."""
        return self.reveal is not Reveal.END

    @property
    def rolls(self) -> bool:
        """Whether dice decide what comes next."""
        walk = self.walk
        return isinstance(walk.here.node, Chance) and not (self.asks or walk.is_over or walk.only_way)

    @property
    def counts_hands(self) -> bool:
        """Whether a class decides what comes next, by its hands."""
        walk = self.walk
        return self.votes and isinstance(walk.here.node, Decision) and not (walk.is_over or walk.only_way)

    @property
    def class_size(self) -> int:
        """All hands of the last count that is over; 0 where there was none."""
        votes = [move.vote for move in self.walk.moves if move.vote] + [self.ballot.vote]
        counts = [count for vote in votes for count in (vote.before, vote.after) if count]
        return sum(hands for _, hands in counts[-1]) if counts else 0

    def settle(self, way: Way) -> "Session":
        """The session once a class took a way by its hands, or whoever leads it where they do not decide."""
        vote = self.ballot.vote
        return self.take(way, replace(vote, by_teacher=vote.leading != (way.id,)) if vote.decisive else None)

    def take(self, way: Way, vote: Vote | None = None) -> "Session":
        """The session one move on by an open way that somebody named. Raises ValueError for any other."""
        return self.at(self.walk.take(way, vote=vote))

    def roll(self) -> "Session":
        """The session after the dice have fallen at the chance node at which it stands."""
        throw = self.trail.throws(self.walk.moves)
        walk = self.walk.take(roll(self.walk, self.seed, throw), How.ROLLED)
        return self.at(walk.amended(throw=throw) if throw else walk)

    def because(self, convinced: Ground | None, against: Ground | None) -> "Session":
        """The session in which these are the reasons for its last move, and against it."""
        return replace(self, walk=self.walk.amended(convinced=convinced, against=against))

    def retract(self) -> "Session":
        """The session before the last decision, dice and continuations taken back with it."""
        return self.at(self.walk.retract())

    def redo(self) -> "Session":
        """The session with what was taken back last made again, as it was; the same where there is nothing to redo."""
        walk = self.walk.replayed(self.trail.next_step())
        return self.at(walk) if walk is not self.walk else self

    def again(self) -> "Session":
        """The session at its beginning, on a fresh road; the one on which it stood is among those that were left."""
        started = self.at(self.walk.stations[0])
        return replace(started, trail=self.trail.without_return(self.walk.moves)) if self.walk.moves else started

    def at(self, walk: Walk) -> "Session":
        """This session at another walk; hands counted for a decision belong to that decision alone."""
        return replace(self, walk=walk, ballot=Ballot(), trail=self.trail.after(self.walk.moves, walk.moves))


def followed(course: Course, moves: Iterable[Move]) -> tuple[Walk, tuple[Move, ...]]:
    """The walk of these moves as far as they fit the course, and the moves that no longer do."""
    wanted = tuple(moves)
    walk = Walk(course).replayed(wanted)
    return walk, wanted[len(walk.moves) :]
