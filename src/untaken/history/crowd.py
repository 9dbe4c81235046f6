"""What a class decided: many walks through the same turning points, counted. No names, only numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from untaken.history.divergence import divergence
from untaken.history.moves import Ground
from untaken.history.walk import Walk
from untaken.model import Option, TurningPoint

Fork = tuple[str, str]
"""A turning point and a node of it."""


@dataclass(frozen=True)
class Crowd:
    """Walks counted, by the forks that they came through in the order of time.

    `taken` has for each fork how many walkers took which way; `left` how many left history there by which way, and
    `returned` how many came back to it. `convinced` and `against` have the arguments that were named. `resets` counts
    how often a road was taken back to history.
    """

    walkers: int
    points: Mapping[str, TurningPoint]
    taken: Mapping[Fork, Counter[str]]
    left: Counter[tuple[Fork, str]]
    returned: Counter[Fork]
    convinced: Mapping[Fork, Counter[Ground]]
    against: Mapping[Fork, Counter[Ground]]
    resets: int = 0

    @property
    def passed(self) -> tuple[TurningPoint, ...]:
        """The turning points that somebody came through, in the order of time."""
        return tuple(self.points[id] for id in dict.fromkeys(scenario for scenario, _ in self.taken))

    def unused(self, id: str) -> tuple[str, ...]:
        """The sources that argue in a turning point and that no walker named as a reason there."""
        point = self.points[id]
        options = [s for node in point.scenario.nodes.values() for s in node.steps.values() if isinstance(s, Option)]
        arguments = [argument for option in options for argument in option.arguments]
        named = {
            ground.claim
            for reasons in (self.convinced, self.against)
            for (scenario, _), grounds in reasons.items()
            if scenario == id
            for ground in grounds
        }
        cited = {cite.source for argument in arguments for cite in argument.cite}
        used = {c.source for each in arguments if " ".join(each.claim.split()) in named for c in each.cite}
        return tuple(id for id in point.sources if id in cited - used)


def crowd(walks: Iterable[Walk]) -> Crowd:
    """Count walks through one collection. Raises ValueError for none."""
    every = list(walks)
    if not every:
        raise ValueError("there are no walks to count")
    course = every[0].course
    order = {id: number for number, id in enumerate(course.points)}
    taken: dict[Fork, Counter[str]] = {}
    convinced: dict[Fork, Counter[Ground]] = {}
    against: dict[Fork, Counter[Ground]] = {}
    left: Counter[tuple[Fork, str]] = Counter()
    returned: Counter[Fork] = Counter()
    resets = 0
    for walk in every:
        for move in walk.moves:
            fork = (move.scenario, move.node)
            if move.how.is_step:
                taken.setdefault(fork, Counter())[move.way] += 1
            for reasons, ground in ((convinced, move.convinced), (against, move.against)):
                if ground:
                    reasons.setdefault(fork, Counter())[ground] += 1
        difference = divergence(walk)
        resets += difference.resets
        for each in difference.departures:
            left[(each.at.point.id, each.at.id), each.move.way] += 1
            if each.rejoins:
                returned[each.rejoins.point.id, each.rejoins.id] += 1
    ordered = dict(sorted(taken.items(), key=lambda item: order.get(item[0][0], len(order))))
    return Crowd(len(every), course.points, ordered, left, returned, convinced, against, resets)
