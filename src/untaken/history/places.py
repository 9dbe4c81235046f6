"""What a walk meets: places, the ways on from them, turning points that do not arise, answers that lead nowhere."""

from dataclasses import dataclass

from untaken.history.graph import Arc, Graph
from untaken.history.premises import Condition
from untaken.model import Chance, Decision, Outcome, Step, TurningPoint


@dataclass(frozen=True)
class Place:
    """A node of a turning point, in the words of the road that came to it."""

    point: TurningPoint
    graph: Graph
    id: str

    @property
    def node(self) -> Decision | Chance | Outcome:
        return self.point.scenario.nodes[self.id]

    @property
    def historical(self) -> bool:
        """Whether history came through here."""
        return self.id in self.graph.historical_nodes

    @property
    def history(self) -> Arc | None:
        """The step that history took from here."""
        return self.graph.history_from.get(self.id)

    @property
    def is_entrance(self) -> bool:
        """Whether the turning point begins here."""
        return self.id == self.graph.start


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: an option, a branch, or, from an outcome, the turning point that comes next. `step` is None then.

    `closed_by` says why it cannot be taken; it is empty where it can. `warned_by` has what a source only suggests to
    stand against it. `resets` has what a way back to history sets right, where nothing is left of the road.
    """

    number: int
    id: str
    label: str
    step: Step | None = None
    closed_by: tuple[Condition, ...] = ()
    warned_by: tuple[Condition, ...] = ()
    resets: tuple[Condition, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.closed_by


@dataclass(frozen=True)
class Absence:
    """A turning point that does not arise on a road, with what it asks for and the road does not have."""

    point: TurningPoint
    failing: tuple[Condition, ...]

    @property
    def deciding(self) -> tuple[Condition, ...]:
        """The first gate of the collection that is shut: nothing behind it can arise; else all that is missing."""
        gates = tuple(each for each in self.failing if each.wanted and each.fact in self.point.gates)
        return gates[:1] or self.failing
