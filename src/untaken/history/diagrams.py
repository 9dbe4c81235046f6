"""Values that depend on which facts hold, as decision diagrams, in which what is equal stands once.

A diagram asks for one fact after the other, in a fixed order, and comes to a leaf. After Bahar and others, Algebraic
decision diagrams and their applications (1993).
"""

from collections.abc import Callable, Hashable, Iterable

from untaken.history.premises import Facts

Leaf = Hashable
Diagram = int
"""A diagram by its number; equal numbers, equal diagrams."""
DEEPEST = 300
"""No diagram asks for more facts than this on the way to a leaf."""


class TooMany(Exception):
    """More diagrams would be needed than there may be."""


class Diagrams:
    """Makes diagrams over facts, and keeps them. Raises TooMany where there would be more than `most`."""

    def __init__(self, facts: Iterable[str], most: int) -> None:
        self._rank = {fact: at for at, fact in enumerate(facts)}
        self._most = most
        self._nodes: list[tuple[int, Diagram, Diagram]] = []
        """The rank of the fact asked for, where it does not hold, where it does; a leaf has the last rank of all."""
        self._leaves: dict[Diagram, Leaf] = {}
        self._known: dict[Hashable, Diagram] = {}
        self._depth: list[int] = []
        self.work = 0
        """Steps of work so far."""

    def leaf(self, value: Leaf) -> Diagram:
        """The diagram that has this value whatever holds."""
        key = ("leaf", value)
        if key not in self._known:
            self._leaves[self._new(key, (len(self._rank), 0, 0), 0)] = value
        return self._known[key]

    def where(self, requires: Facts, unless: Facts, then: Diagram, otherwise: Diagram) -> Diagram:
        """One diagram where all these facts hold and none of those, else another."""
        if requires & unless:
            return otherwise
        return self._where(
            tuple(sorted((self._rank[each], each in requires) for each in requires | unless)), then, otherwise
        )

    def _where(self, asked: tuple[tuple[int, bool], ...], then: Diagram, otherwise: Diagram) -> Diagram:
        if not asked or then == otherwise:
            return then
        key = ("where", asked, then, otherwise)
        if key not in self._known:
            self._toil()
            first, wanted = asked[0]
            rank = min(first, self._nodes[then][0], self._nodes[otherwise][0])
            later = asked[1:] if rank == first else asked
            sides = [
                self._where(later, self._side(then, rank, holds), self._side(otherwise, rank, holds))
                if rank < first or holds == wanted
                else self._side(otherwise, rank, holds)
                for holds in (False, True)
            ]
            self._known[key] = self._choice(rank, *sides)
        return self._known[key]

    def _side(self, diagram: Diagram, rank: int, holds: bool) -> Diagram:
        """What is left of a diagram once it is known whether the fact of a rank holds, which no fact in it precedes."""
        own, without, with_ = self._nodes[diagram]
        return diagram if own != rank else with_ if holds else without

    def given(self, diagram: Diagram, facts: Facts) -> Diagram:
        """A diagram where these facts are known to hold."""
        ranks = frozenset(self._rank[fact] for fact in facts if fact in self._rank)
        return self._given(diagram, ranks, max(ranks)) if ranks else diagram

    def _given(self, diagram: Diagram, ranks: frozenset[int], last: int) -> Diagram:
        rank, without, with_ = self._nodes[diagram]
        if rank > last:
            return diagram
        key = ("given", diagram, ranks)
        if key not in self._known:
            self._toil()
            on = self._given(with_, ranks, last)
            self._known[key] = on if rank in ranks else self._choice(rank, self._given(without, ranks, last), on)
        return self._known[key]

    def merged(self, one: Diagram, other: Diagram, operation: Callable[[Leaf, Leaf], Leaf]) -> Diagram:
        """The diagram whose value is that of an operation on the values of two."""
        key = (operation, one, other)
        if key in self._known:
            return self._known[key]
        self._toil()
        rank = min(self._nodes[one][0], self._nodes[other][0])
        if rank == len(self._rank):
            found = self.leaf(operation(self._leaves[one], self._leaves[other]))
        else:
            sides = [(self._side(one, rank, holds), self._side(other, rank, holds)) for holds in (False, True)]
            found = self._choice(rank, *(self.merged(*each, operation) for each in sides))
        self._known[key] = found
        return found

    def value(self, diagram: Diagram, facts: Facts) -> Leaf:
        """The value where these facts hold and no others."""
        held = {self._rank[fact] for fact in facts if fact in self._rank}
        while diagram not in self._leaves:
            rank, without, with_ = self._nodes[diagram]
            diagram = with_ if rank in held else without
        return self._leaves[diagram]

    def _choice(self, rank: int, without: Diagram, with_: Diagram) -> Diagram:
        if without == with_:
            return with_
        key = ("choice", rank, without, with_)
        if key not in self._known:
            self._new(key, (rank, without, with_), 1 + max(self._depth[without], self._depth[with_]))
        return self._known[key]

    def _new(self, key: Hashable, node: tuple[int, Diagram, Diagram], depth: int) -> Diagram:
        self._toil()
        if depth > DEEPEST:
            raise TooMany
        self._known[key] = len(self._nodes)
        self._nodes.append(node)
        self._depth.append(depth)
        return self._known[key]

    def _toil(self) -> None:
        self.work += 1
        if self.work > self._most:
            raise TooMany
