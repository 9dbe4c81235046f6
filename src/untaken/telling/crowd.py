"""What a class decided, as a document: where it went at each fork, where it left history, what it found convincing."""

from collections.abc import Iterator

from untaken.history.crowd import Crowd, Fork
from untaken.model import TurningPoint
from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.phrases import crowds as say

_BAR = 20
"""Columns of a bar that stands for all walkers."""


def crowd_document(crowd: Crowd) -> Iterator[Block]:
    """The whole count, by turning point."""
    yield block(say.walkers(crowd.walkers), Role.TITLE)
    yield block(say.departures(sum(crowd.left.values()), sum(crowd.returned.values()), crowd.resets))
    for id in dict.fromkeys(scenario for scenario, _ in crowd.taken):
        point = crowd.points[id]
        yield GAP
        yield block(point.scenario.title, Role.TITLE)
        for fork in crowd.taken:
            if fork[0] == id:
                yield from _fork(crowd, point, fork)
        if crowd.convinced or crowd.against:
            silent = [point.sources[source].short for source in crowd.unused(id)]
            if silent:
                yield block(say.unused(silent), Role.QUIET)


def _fork(crowd: Crowd, point: TurningPoint, fork: Fork) -> Iterator[Block]:
    node = point.scenario.nodes[fork[1]]
    counts = crowd.taken[fork]
    yield block(node.text, Role.NODE, 1)
    for way, step in sorted(node.steps.items(), key=lambda item: (-counts[item[0]], item[1].label.casefold())):
        count = counts[way]
        bar = "█" * round(_BAR * count / crowd.walkers)
        role = Role.HISTORY if step.historical else Role.STEP
        yield block(say.went(count, step.label, bar, step.historical, crowd.left[fork, way]), role, 2)
    if back := crowd.returned[fork]:
        yield block(say.came_back(back), Role.QUIET, 2)
    for reasons, lead in ((crowd.convinced, say.convinced), (crowd.against, say.spoke_against)):
        for ground, count in sorted(reasons.get(fork, {}).items(), key=lambda item: (-item[1], item[0].claim)):
            yield block(lead(count, ground.claim, node.steps[ground.way].label), Role.QUIET, 2)
