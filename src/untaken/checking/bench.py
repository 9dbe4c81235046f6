"""What the rules judge: a turning point, or the collection that it stands in, laid out with its routes."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from untaken.evidence.quotation import Pin
from untaken.history.graph import Graph
from untaken.model import Citation, Collection, Outcome, Scenario, Step, Tie, TurningPoint, traversal
from untaken.model.traversal import Cited, File, Route
from untaken.reading.marked import HOLE, Finding, correction
from untaken.text.naming import nearest_of_each

Place = tuple[str, str]
"""A node, and an option or branch of it."""


def names_of(place: Place) -> tuple[str, str]:
    """What an author may call it: its id, or `node/id`."""
    return place[1], "/".join(place)


def is_unread(step: Step) -> bool:
    """Whether a step stands for one that could not be read."""
    return step.label == step.leads_to == HOLE


class Held(ABC):
    """A file that the rules judge, with all that it may refer to.

    `others` are the scenarios of the collection by id; `verified` the quotations that are known to stand in their
    sources, None where nobody keeps a record of them.
    """

    others: Mapping[str, Scenario]
    verified: frozenset[Pin] | None

    @property
    @abstractmethod
    def file(self) -> File:
        """What stands in the file."""

    @property
    @abstractmethod
    def declared(self) -> TurningPoint | Collection:
        """Where the sources, actors and facts are that it may name."""

    @cached_property
    def cited(self) -> list[tuple[Route, Cited]]:
        """All that may cite, with its route."""
        return list(traversal.cited(self.file))

    @cached_property
    def citations(self) -> list[tuple[Route, Citation]]:
        """Every citation with its route."""
        return [((*route, "cite", at), citation) for route, each in self.cited for at, citation in enumerate(each.cite)]

    @cached_property
    def ties(self) -> list[tuple[Route, Tie]]:
        """Every tie with its route."""
        return list(traversal.ties(self.file))


@dataclass(frozen=True)
class Shelf(Held):
    """A collection, with the scenarios that it speaks of."""

    collection: Collection
    others: Mapping[str, Scenario]
    verified: frozenset[Pin] | None = None

    @property
    def file(self) -> Collection:
        return self.collection

    @property
    def declared(self) -> Collection:
        return self.collection


Placed = tuple[str, Finding]
"""What was found, and the id of the scenario in whose file; for a collection's own file see `homes.SHARED`."""


@dataclass(frozen=True)
class Whole:
    """A whole history: the turning points of a collection by id, all of them fit for use, and what they share."""

    points: Mapping[str, TurningPoint]
    collection: Collection | None = None


@dataclass(frozen=True)
class Bench(Held):
    """A turning point among the scenarios of its collection, itself one of them."""

    point: TurningPoint
    others: Mapping[str, Scenario]
    verified: frozenset[Pin] | None = None
    expects: bool = True
    """Whether it is asked what its author expects of the roads, which takes its time."""

    @property
    def file(self) -> Scenario:
        return self.point.scenario

    @property
    def declared(self) -> TurningPoint:
        return self.point

    @property
    def scenario(self) -> Scenario:
        return self.point.scenario

    @cached_property
    def steps(self) -> list[tuple[Route, Step]]:
        """Every option and branch with its route."""
        return list(traversal.steps(self.scenario))

    @cached_property
    def places_called(self) -> dict[str, list[Place]]:
        """Every option and branch by each of its names; several may have the same id."""
        found: dict[str, list[Place]] = {}
        for route, _ in self.steps:
            place = (str(route[1]), str(route[-1]))
            for name in dict.fromkeys(names_of(place)):
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def step_names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the options and branches, and their names with the node before them."""
        whole = [names_of((str(route[1]), str(route[-1]))) for route, _ in self.steps]
        return tuple(dict.fromkeys(id for id, _ in whole)), tuple(long for _, long in whole)

    @cached_property
    def cited(self) -> list[tuple[Route, Cited]]:
        """All that may cite, with its route, node by node."""
        place = {id: at for at, id in enumerate(self.scenario.nodes)}

        def position(cited: tuple[Route, Cited]) -> int:
            route = cited[0]
            return place[str(route[1])] if route[0] == "nodes" else len(place)

        return sorted(traversal.cited(self.scenario), key=position)

    @cached_property
    def astray(self) -> int:
        """How many options and branches lead to nobody knows where."""
        known = {*self.scenario.nodes, *self.meant}
        return sum(step.leads_to not in known for _, step in self.steps)

    @cached_property
    def lost_ways(self) -> bool:
        """Whether nobody knows how many steps there are, since a node or all its steps could not be read."""
        nodes = self.scenario.nodes.values()
        lost_steps = (str(route[-1]).startswith(HOLE) and is_unread(step) for route, step in self.steps)
        return any(isinstance(node, Outcome) and node.text == HOLE for node in nodes) or any(lost_steps)

    @property
    def is_whole(self) -> bool:
        """Whether all nodes and steps could be read, and each has its name."""
        nameless = HOLE in self.scenario.nodes or any(route[-1] == HOLE for route, _ in self.steps)
        unread = any(is_unread(step) for _, step in self.steps)
        return bool(self.scenario.nodes) and not (self.lost_ways or nameless or unread)

    @cached_property
    def history(self) -> list[str]:
        """The nodes that marked steps lead to from the start; where two are marked at a node, the first way first."""
        graph = self.graph
        found: dict[str, None] = {}
        stack = [graph.start] if graph.start in graph.nodes else []
        while stack:
            id = stack.pop()
            if id not in found:
                found[id] = None
                stack += [arc.head for arc in reversed(graph.leaving[id]) if arc.step.historical]
        return list(found)

    @cached_property
    def reached(self) -> dict[str, Outcome]:
        """The outcomes that history came to, by its marks."""
        nodes = self.scenario.nodes
        return {id: node for id in self.history if isinstance(node := nodes[id], Outcome)}

    @cached_property
    def open_ends(self) -> list[str]:
        """Where the marks of history stop, if they come to no outcome."""
        leaving = self.graph.leaving
        stops = [id for id in self.history if not any(arc.step.historical for arc in leaving[id])]
        return stops if not self.reached else []

    @cached_property
    def off_history(self) -> set[str]:
        """The nodes that can be reached, and that history surely did not come through."""
        nodes, graph = self.scenario.nodes, self.graph
        perhaps = graph.reachable(*(arc.head for id in self.open_ends for arc in graph.leaving[id]))
        known = {*nodes, *self.meant}
        ways_on = (step.leads_to for id in self.open_ends for step in nodes[id].steps.values())
        if not (self.reached or self.open_ends) or not known.issuperset(ways_on):
            return set()
        return set(graph.reachable(graph.start)).difference(self.history, perhaps)

    def continuations(self, start: str) -> set[str]:
        """All scenarios that a scenario can come to, itself among them."""
        found, waiting = {start}, [start]
        for id in waiting:
            nodes = self.others[id].nodes.values() if id in self.others else ()
            new = {node.continues for node in nodes if isinstance(node, Outcome) and node.continues} - found
            found |= new
            waiting += sorted(new)
        return found

    @cached_property
    def meant(self) -> dict[str, str]:
        """What each misspelt target is taken for, so that one mistake has one message."""
        nodes = self.scenario.nodes
        named = [self.scenario.first, *(step.leads_to for _, step in self.steps)]
        unknown = [name for name in named if name not in nodes]
        # Where a node has lost its name, it is the one that is meant, but for a slip of the pen.
        lost = [name for name in unknown if HOLE in nodes and not correction(name, nodes)]
        return {**nearest_of_each(unknown, nodes), **dict.fromkeys(lost, HOLE)}

    @cached_property
    def ends_first(self) -> bool:
        """Whether the scenario would start at an outcome, though it has something to choose."""
        nodes = self.scenario.nodes
        start = nodes.get(Graph.of(self.scenario, self.meant).start)
        return isinstance(start, Outcome) and any(not isinstance(each, Outcome) for each in nodes.values())

    @cached_property
    def graph(self) -> Graph:
        """The graph; where the scenario would start at an outcome, it starts where its roads seem to begin."""
        graph = Graph.of(self.scenario, self.meant)
        if not self.ends_first:
            return graph
        steps = [id for id, node in self.scenario.nodes.items() if not isinstance(node, Outcome)]
        return replace(graph, start=[*(id for id in graph.unreachable_roots() if id in steps), *steps][0])
