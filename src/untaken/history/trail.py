"""What was walked besides the road on which a walk stands: nothing that somebody went is forgotten."""

from dataclasses import dataclass

from untaken.history.moves import How, Move

Moves = tuple[Move, ...]

MOST_ROADS = 1_000
"""Of more roads than this that were left, the oldest are forgotten: a file that keeps them has to stay readable."""


@dataclass(frozen=True)
class Trail:
    """`undone` are the moves that were taken back and can be made again, `left` the roads that were left for others."""

    undone: Moves = ()
    left: tuple[Moves, ...] = ()

    def after(self, before: Moves, now: Moves) -> "Trail":
        """The trail of a walk whose moves were `before` and are `now`."""
        if is_same_road(before[: len(now)], now):
            return Trail((*before[len(now) :], *self.undone), self.left)
        on = now[len(before) :]
        is_again = is_same_road(self.undone[: len(on)], on[: len(self.undone)])
        if is_again and is_same_road(now[: len(before)], before):
            return Trail(self.undone[len(on) :], self.left)
        return self.without_return(before)

    def without_return(self, moves: Moves) -> "Trail":
        """The trail of a walk that leaves its road, of these moves, for good: it is one of those that were left."""
        road = (*moves, *self.undone)
        return Trail((), (*self.left, road)[-MOST_ROADS:])

    def throws(self, moves: Moves) -> int:
        """How often the dice were thrown where these moves lead, by those who came there before."""
        at = len(moves)
        roads = [*self.left, (*moves, *self.undone)]
        thrown = [road[at] for road in roads if len(road) > at and is_same_road(road[:at], moves)]
        return max((move.throw + 1 for move in thrown if move.how is How.ROLLED), default=0)

    def next_step(self) -> Moves:
        """The moves that are made again at once: what somebody decided, with what nobody decides after it."""
        first, rest = self.undone[:1], self.undone[1:]
        following = next((at for at, move in enumerate(rest) if move.how.is_decided), len(rest))
        return (*first, *rest[:following])


def is_same_road(one: Moves, other: Moves) -> bool:
    """Whether moves lead over the same ways, however each came about."""
    return len(one) == len(other) and (one == other or all(map(_is_same_way, one, other)))


def _is_same_way(move: Move, other: Move) -> bool:
    return (move.scenario, move.node, move.way) == (other.scenario, other.node, other.way)
