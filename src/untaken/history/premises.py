"""What turning points, ways and arguments ask of a road, and which of it fails there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from untaken.model import Conditional, Outcome, Tie, TurningPoint
from untaken.model.traversal import conditionals, steps

Facts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A tie that fails on a road: its fact is wanted and missing, or it is there and stands in the way.

    `sentence` says the fact as it is where it holds.
    """

    tie: Tie
    sentence: str
    wanted: bool

    @property
    def fact(self) -> str:
        return self.tie.fact


def stated(conditional: Conditional) -> tuple[Facts, Facts]:
    """The facts that it needs, and those that it excludes; not those of ties that a source only suggests."""
    return (
        frozenset(tie.fact for tie in conditional.requires if not tie.implied),
        frozenset(tie.fact for tie in conditional.unless if not tie.implied),
    )


def failing(
    conditional: Conditional, facts: Facts, point: TurningPoint, implied: bool = False
) -> tuple[Condition, ...]:
    """The ties that fail where these facts hold: those that a source states, or those that one only suggests."""
    known = point.facts
    ties = [(tie, True) for tie in conditional.requires] + [(tie, False) for tie in conditional.unless]
    return tuple(
        Condition(tie, known[tie.fact].holds if tie.fact in known else tie.fact, wanted)
        for tie, wanted in ties
        if tie.implied is implied and (tie.fact in facts) is not wanted
    )


def premise(point: TurningPoint, order: Sequence[str], points: Mapping[str, TurningPoint]) -> Conditional:
    """What a turning point asks for in order to arise: its own ties, and the gates of its collection that lie before.

    A gate is asked for by all that is later than the turning point that settles its fact; where that one settles
    nothing of the kind itself, by it as well.
    """
    gates = [
        gate.tie(fact)
        for fact, gate in point.gates.items()
        if gate.from_ in points and _is_behind(point.id, gate.from_, fact, order, points)
    ]
    scenario = point.scenario
    known = {tie.fact for tie in scenario.requires}
    return Conditional(
        requires=(*scenario.requires, *(tie for tie in gates if tie.fact not in known)), unless=scenario.unless
    )


def _is_behind(id: str, gate: str, fact: str, order: Sequence[str], points: Mapping[str, TurningPoint]) -> bool:
    at, stands = order.index(id), order.index(gate)
    return at > stands or (at == stands and fact not in settled(points[gate]))


def settled(point: TurningPoint) -> Facts:
    """The facts that some road through a turning point establishes."""
    scenario = point.scenario
    established: Iterable[str] = (fact for _, step in steps(scenario) for fact in step.establishes)
    outcomes = (node for node in scenario.nodes.values() if isinstance(node, Outcome))
    return frozenset(established).union(*(arrival(node) for node in outcomes))


def arrival(outcome: Outcome) -> Facts:
    """What an outcome establishes, and what it brings back."""
    return frozenset((*outcome.establishes, *(tie.fact for tie in outcome.restores)))


def bears_on(point: TurningPoint) -> Facts:
    """All facts that anything in a turning point asks about: its own ties, its ways, its arguments, its words."""
    asking = (each.asks for _, each in conditionals(point.scenario))
    return frozenset(fact for asks in asking for fact in asks)
