"""What happened, from turning point to turning point: the road of history, and the facts that it carried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from untaken.history.premises import Facts
from untaken.history.states import DOOR, Machine, State
from untaken.model import Outcome


@dataclass(frozen=True)
class Recorded:
    """The turning points that history came through, in order, and what held when it came to each and left it.

    `origins` has for each fact the turning point in which history established it.
    """

    passed: tuple[str, ...] = ()
    before: Mapping[str, Facts] = field(default_factory=dict)
    after: Mapping[str, Facts] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, machine: Machine) -> "Recorded":
        """What happened in the turning points of a machine, as far as it is marked.

        A turning point to which history never came has, before and after it, what held in history by then.
        """
        before: dict[str, Facts] = {}
        after: dict[str, Facts] = {}
        for begun in machine.beginnings:
            for here, end in _stretches(machine, State((begun, DOOR))):
                before[here.spot[0]], after[here.spot[0]] = here.facts, end.facts
        passed = tuple(id for id in machine.order if id in after)
        last: Facts = frozenset()
        origins: dict[str, str] = {}
        for id in machine.order:
            origins |= {fact: id for fact in after.get(id, last) - before.get(id, last) if fact not in origins}
            last = after.setdefault(id, before.setdefault(id, last))
        return cls(passed, before, after, origins)


def _stretches(machine: Machine, door: State) -> Iterator[tuple[State, State]]:
    """History's way through each turning point after a door: how it stood at its start, and how it stood at its end."""
    waiting: State | None = door
    while waiting is not None and (start := machine.arrive(waiting).state) is not None:
        end = start
        while steps := [way for way in machine.exits(end.spot) if (*end.spot, way.way) in machine.historical]:
            end = machine.step(end, steps[0])
        yield start, end
        id, node = end.spot
        if isinstance(machine.graphs[id].nodes[node], Outcome):
            following = next((way.way for way in machine.exits(end.spot)), None)
        else:
            following = machine.next_in_time.get(id)
        waiting = State((following, DOOR), end.facts) if following is not None else None
