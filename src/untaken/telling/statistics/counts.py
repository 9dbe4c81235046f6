"""What is counted, and how."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from untaken.history.counting import RoadCount
from untaken.history.graph import Graph
from untaken.history.premises import Facts
from untaken.history.proof import count_all, count_from, facts_before
from untaken.model import Argument, Basis, Chance, Decision, Note, Option, Outcome, Scenario, Side, TurningPoint
from untaken.model.traversal import claims, steps


@dataclass(frozen=True)
class Arguments:
    """How many arguments speak for and against options, and how many are the cited author's own, not an actor's."""

    in_favour: int = 0
    against: int = 0
    own: int = 0

    @classmethod
    def of(cls, arguments: Iterable[Argument]) -> "Arguments":
        all_of_them = list(arguments)
        in_favour = sum(each.side is Side.FOR for each in all_of_them)
        own = sum(each.voice is None for each in all_of_them)
        return cls(in_favour, len(all_of_them) - in_favour, own)

    @property
    def total(self) -> int:
        return self.in_favour + self.against

    @property
    def reported(self) -> int:
        """Those of an actor, which a source reports."""
        return self.total - self.own


@dataclass(frozen=True)
class Roads:
    """How many complete roads lead from a beginning to an end, and how many steps the shortest and longest take.

    `paths` is None where they are too many to be counted.
    """

    name: str
    paths: int | None
    shortest: int
    longest: int


@dataclass(frozen=True)
class Counts:
    """One scenario in numbers. `roads` are those through it alone, with what history established before it."""

    id: str
    collection: str
    title: str
    decisions: int
    chances: int
    outcomes: Mapping[Basis, int]
    options: int
    unargued: tuple[str, ...]
    """The ids of options without an argument, each as `node/option`."""
    arguments: Arguments
    words: int
    roads: Roads


@dataclass(frozen=True)
class SourceCounts:
    """What one source contributes; an argument that cites several sources counts for each."""

    id: str
    owner: str
    """The collection that declares it, or the scenario that stands alone."""
    reference: str
    scenarios: int
    arguments: Arguments


@dataclass(frozen=True)
class Statistics:
    """Scenarios in numbers, in their order; their sources, as they are declared; the histories that they make up."""

    scenarios: tuple[Counts, ...]
    sources: tuple[SourceCounts, ...]
    histories: tuple[Roads, ...] = ()

    @property
    def cited(self) -> list[SourceCounts]:
        return [each for each in self.sources if each.scenarios]

    @property
    def uncited(self) -> list[SourceCounts]:
        return [each for each in self.sources if not each.scenarios]


def statistics(points: Sequence[TurningPoint], known: Iterable[TurningPoint] = (), whole: bool = False) -> Statistics:
    """The numbers of these scenarios; `known` are the others of their collections, which may go before them.

    With `whole`, also the roads through each collection, from scenario to scenario.
    """
    collections: dict[str, dict[str, TurningPoint]] = {}
    for point in (*points, *known):
        collections.setdefault(point.collection, {}).setdefault(point.id, point)
    before = {name: facts_before(each) if name else {} for name, each in collections.items()}
    counts = [_counts(point, before[point.collection].get(point.id, frozenset())) for point in points]
    histories = [_history(list(each.values())) for name, each in collections.items() if name and whole]
    return Statistics(tuple(counts), tuple(_sources(points)), tuple(histories))


def _counts(point: TurningPoint, facts: Facts) -> Counts:
    nodes = point.scenario.nodes.values()
    options = [(route, step) for route, step in steps(point.scenario) if isinstance(step, Option)]
    bases = [node.basis for node in nodes if isinstance(node, Outcome)]
    return Counts(
        point.id,
        point.collection,
        " ".join(point.scenario.title.split()),
        sum(isinstance(node, Decision) for node in nodes),
        sum(isinstance(node, Chance) for node in nodes),
        {basis: bases.count(basis) for basis in Basis},
        len(options),
        tuple(f"{route[1]}/{route[-1]}" for route, option in options if not option.arguments),
        Arguments.of(argument for _, option in options for argument in option.arguments),
        sum(len(text.split()) for text in texts(point.scenario)),
        _roads(point, facts),
    )


def _roads(point: TurningPoint, facts: Facts) -> Roads:
    return _counted(point.id, count_from(point, Graph.of(point.scenario).start, facts))


def _history(points: Sequence[TurningPoint]) -> Roads:
    return _counted(points[0].history, count_all(points))


def _counted(name: str, count: RoadCount) -> Roads:
    return Roads(name, count.complete, count.shortest, count.longest)


def _sources(points: Iterable[TurningPoint]) -> Iterator[SourceCounts]:
    """Every declared source, whether or not it is cited."""
    by_owner: dict[str, list[TurningPoint]] = {}
    for point in points:
        by_owner.setdefault(point.collection or point.id, []).append(point)
    for owner, owned in by_owner.items():
        sources = {id: source for point in owned for id, source in point.sources.items()}
        for id, source in sources.items():
            citing = [
                [claim for _, claim in claims(point.scenario) if any(cite.source == id for cite in claim.cite)]
                for point in owned
            ]
            arguments = (claim for found in citing for claim in found if isinstance(claim, Argument))
            yield SourceCounts(id, owner, source.reference, sum(map(bool, citing)), Arguments.of(arguments))


def texts(scenario: Scenario) -> Iterator[str]:
    """What a scenario says in its author's own words: no quotation, no name, no date, nothing of its sources."""
    yield from (scenario.title, scenario.question, *scenario.background)
    for node in scenario.nodes.values():
        yield from (node.text, *node.background)
        yield from (step.label for step in node.steps.values())
    for _, claim in claims(scenario):
        yield claim.note if isinstance(claim, Note) else claim.claim
