"""A scenario as a graph: steps in the author's order, what is reachable, cycles, what happened."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from untaken.model import Chance, Decision, Outcome, Scenario, Step


@dataclass(frozen=True, slots=True)
class Arc:
    """One option or branch as a way from a node to the next."""

    tail: str
    id: str
    head: str
    step: Step


@dataclass(frozen=True)
class Graph:
    """The nodes of a scenario and the arcs between them. A step to a node that does not exist makes no arc."""

    nodes: Mapping[str, Decision | Chance | Outcome]
    start: str
    arcs: tuple[Arc, ...]

    @classmethod
    def of(cls, scenario: Scenario, targets: Mapping[str, str] | None = None) -> "Graph":
        """The graph of a scenario; `targets` says what a misspelt target is taken for."""
        meant = {**{node: node for node in scenario.nodes}, **(targets or {})}
        arcs = tuple(
            Arc(tail, id, meant[step.leads_to], step)
            for tail, node in scenario.nodes.items()
            for id, step in node.steps.items()
            if step.leads_to in meant
        )
        return cls(scenario.nodes, meant.get(scenario.first, ""), arcs)

    @cached_property
    def leaving(self) -> dict[str, list[Arc]]:
        """The arcs that leave each node, in the author's order."""
        leaving: dict[str, list[Arc]] = {id: [] for id in self.nodes}
        for arc in self.arcs:
            leaving[arc.tail].append(arc)
        return leaving

    def reachable(self, *starts: str) -> list[str]:
        """The nodes that can be reached from any of `starts`, they among them, nearest first."""
        found: dict[str, None] = {}
        self._spread(found, starts)
        return list(found)

    def _spread(self, found: dict[str, None], starts: Iterable[str]) -> None:
        """Add to `found` all that can be reached from `starts` without passing what it holds."""
        waiting = [start for start in dict.fromkeys(starts) if start in self.nodes and start not in found]
        found.update(dict.fromkeys(waiting))
        for id in waiting:
            for arc in self.leaving[id]:
                if arc.head not in found:
                    found[arc.head] = None
                    waiting.append(arc.head)

    def unreachable_roots(self) -> list[str]:
        """The fewest nodes, in the author's order, from which all can be reached that cannot be from the start."""
        found = dict.fromkeys(self.reachable(self.start))
        lost = [id for id in self.nodes if id not in found]
        roots = set()
        # Of nodes that lead to each other, and to which no other leads, this order has the one first that began it.
        for id in self._ordered(lost):
            if id not in found:
                roots.add(id)
                self._spread(found, [id])
        return [id for id in lost if id in roots]

    def cycles(self) -> list[list[Arc]]:
        """Roads that come back to where they began, one for each arc that closes one."""
        return list(find_cycles(self.nodes, lambda id: [(arc, arc.head) for arc in self.leaving[id]]))

    @cached_property
    def order(self) -> list[str]:
        """All nodes that can be reached, each after all those that lead to it, otherwise in the author's order."""
        return self._ordered([self.start])

    def _ordered(self, starts: Iterable[str]) -> list[str]:
        entered: set[str] = set()
        done: list[str] = []
        stack = [(start, False) for start in starts if start in self.nodes][::-1]
        while stack:
            id, finished = stack.pop()
            if finished:
                done.append(id)
            elif id not in entered:
                entered.add(id)
                stack.append((id, True))
                stack.extend((arc.head, False) for arc in self.leaving[id])
        return done[::-1]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each node in this order, from 1."""
        return {id: number for number, id in enumerate(self.order, 1)}

    @cached_property
    def history_from(self) -> dict[str, Arc]:
        """The arc that history took from each node that it came through."""
        return {arc.tail: arc for arc in self.historical}

    @cached_property
    def historical(self) -> tuple[Arc, ...]:
        """The arcs of what happened, from the start on, as far as they are marked without a doubt."""
        path: list[Arc] = []
        here = self.start
        passed = set()
        while here in self.nodes and here not in passed:
            passed.add(here)
            marked = [arc for arc in self.leaving[here] if arc.step.historical]
            if len(marked) != 1:
                break
            path.append(marked[0])
            here = marked[0].head
        return tuple(path)

    @cached_property
    def historical_nodes(self) -> tuple[str, ...]:
        """The nodes that history came through, in order."""
        return (self.start, *(arc.head for arc in self.historical)) if self.start in self.nodes else ()

    @cached_property
    def arriving(self) -> dict[str, list[Arc]]:
        """The arcs that lead to each node, in the author's order."""
        arriving: dict[str, list[Arc]] = {id: [] for id in self.nodes}
        for arc in self.arcs:
            arriving[arc.head].append(arc)
        return arriving


Way = TypeVar("Way")


def find_cycles(nodes: Iterable[str], leaving: Callable[[str], Iterable[tuple[Way, str]]]) -> Iterator[list[Way]]:
    """For each way that leads back into the road that it continues, the ways of that road from there on.

    `leaving` gives the ways out of a node, each with the node that it leads to. No recursion: a road may be long.
    """
    finished: set[str] = set()
    for start in nodes:
        if start in finished:
            continue
        place = {start: 0}
        road = [(start, iter(leaving(start)))]
        ways: list[Way] = []
        while road:
            here, rest = road[-1]
            step = next(rest, None)
            if step is None:
                finished.add(here)
                del place[here]
                road.pop()
                del ways[-1:]
            elif step[1] in place:
                yield [*ways[place[step[1]] :], step[0]]
            elif step[1] not in finished:
                place[step[1]] = len(road)
                road.append((step[1], iter(leaving(step[1]))))
                ways.append(step[0])
