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
    yield from crowd_heading(crowd)
    for point in crowd.passed:
        yield GAP
        yield from point_document(crowd, point)


def crowd_heading(crowd: Crowd) -> Iterator[Block]:
    """How many walked, and how often history was left."""
    yield block(say.walkers(crowd.walkers), Role.TITLE)
    yield block(say.departures(sum(crowd.left.values()), sum(crowd.returned.values()), crowd.resets))


def point_document(crowd: Crowd, point: TurningPoint) -> Iterator[Block]:
    """The count of one turning point."""
    yield block(point.scenario.title, Role.TITLE)
    for fork in crowd.taken:
        if fork[0] == point.id:
            yield from _fork(crowd, point, fork)
    if silent := unused(crowd, point):
        yield block(silent, Role.QUIET)


def figures(crowd: Crowd, point: TurningPoint) -> Iterator[str]:
    """What is said of a whole turning point: how many walked, how often history was left in it, whom nobody named."""
    yield f"{say.walkers(crowd.walkers)}."
    left = sum(count for ((scenario, _), _), count in crowd.left.items() if scenario == point.id)
    returned = sum(count for (scenario, _), count in crowd.returned.items() if scenario == point.id)
    yield say.departures(left, returned, 0)
    if silent := unused(crowd, point):
        yield silent


def unused(crowd: Crowd, point: TurningPoint) -> str:
    """The sources whose arguments nobody named, in a sentence; empty where there is none, or no reason was named."""
    silent = [point.sources[source].short for source in crowd.unused(point.id)]
    return say.unused(silent) if silent and (crowd.convinced or crowd.against) else ""


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
