"""The ties of a history: what each turning point asks of those before it, and which of them can settle that."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from untaken.history.premises import settled
from untaken.history.states import Machine
from untaken.model import Conditional, Decision, Option, Outcome, Scenario, Tie, TurningPoint
from untaken.model.variants import Varied


class Knot(StrEnum):
    """What of a turning point hangs on a fact."""

    PREMISE = "premise"
    """Whether it arises."""
    GATE = "gate"
    """Whether it arises, as every turning point after a gate of the collection."""
    WAY = "way"
    """Whether an option or a branch is open."""
    REASON = "reason"
    """Whether an argument holds."""
    WORDS = "words"
    """How it is told."""
    RETURN = "return"
    """An outcome brings the fact back, whatever the road was."""


@dataclass(frozen=True)
class Thread:
    """A tie, with the turning point that it holds to and what of it hangs on it.

    `what` is the label of an option, branch or outcome, or the claim of an argument; it is empty for a premise. `under`
    is for an argument the label of its option. `origins` are the earlier turning points that can settle the fact; none
    where it is settled in the same one alone.
    """

    point: TurningPoint
    knot: Knot
    tie: Tie
    wanted: bool
    what: str = ""
    under: str = ""
    origins: tuple[str, ...] = ()


def threads(machine: Machine) -> tuple[Thread, ...]:
    """All ties of a history, turning point by turning point in the order of time."""
    settling = {id: settled(machine.points[id]) for id in machine.order}
    found: list[Thread] = []
    for at, id in enumerate(machine.order):
        earlier = machine.order[:at]
        for knot, tie, wanted, what, under in _ties(machine, machine.points[id]):
            origins = tuple(each for each in earlier if tie.fact in settling[each])
            found.append(Thread(machine.points[id], knot, tie, wanted, what, under, origins))
    return tuple(found)


_Found = tuple[Knot, Tie, bool, str, str]


def _ties(machine: Machine, point: TurningPoint) -> Iterator[_Found]:
    scenario = point.scenario
    own = {tie.fact for tie in scenario.requires}
    gates = (tie for tie in machine.premises[point.id].requires if tie.fact not in own)
    yield from ((Knot.GATE, tie, True, "", "") for tie in gates)
    yield from _asked(Knot.PREMISE, scenario)
    yield from _worded(scenario, "")
    for node in scenario.nodes.values():
        yield from _worded(node, node.text)
        for step in node.steps.values():
            yield from _asked(Knot.WAY, step, step.label)
            for argument in step.arguments if isinstance(step, Option) else ():
                yield from _asked(Knot.REASON, argument, argument.claim, step.label)
        if isinstance(node, Outcome):
            yield from ((Knot.RETURN, tie, True, node.text, "") for tie in node.restores)


def _worded(noun: Scenario | Decision | Varied, what: str) -> Iterator[_Found]:
    for variant in noun.otherwise:
        yield from _asked(Knot.WORDS, variant, what)


def _asked(knot: Knot, asking: Conditional, what: str = "", under: str = "") -> Iterator[_Found]:
    yield from ((knot, tie, True, what, under) for tie in asking.requires)
    yield from ((knot, tie, False, what, under) for tie in asking.unless)
