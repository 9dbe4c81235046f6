"""The passage from an outcome to the next question: what does not arise, what is different by now, the way back."""

from collections.abc import Iterator
from itertools import groupby

from untaken.history import Absence, Condition, How, Walk, Way
from untaken.history.changes import Change, departed, news, tied, told_before
from untaken.model import Outcome, TurningPoint
from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.phrases import onward, places, roads
from untaken.telling.reasons import Depth, claim_blocks, tie_reason
from untaken.text.wrapping import one_line


def onward_blocks(walk: Walk, tells: bool = True, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
    """What follows an outcome: what comes back, what does not arise and why, and where the road goes on.

    Without `tells`, nothing gives away whether the road is history's.
    """
    node = walk.here.node
    if not isinstance(node, Outcome):
        return
    yield from _restored_blocks(walk, node, depth)
    if tells:
        yield from _tied_blocks(walk)
    yield from absence_blocks(walk, depth)
    for way in walk.ways:
        yield from _way_blocks(walk, way, node, tells)


def _restored_blocks(walk: Walk, outcome: Outcome, depth: Depth) -> Iterator[Block]:
    """The facts that history brings back."""
    point = walk.here.point
    lost = walk.back().facts
    for tie in outcome.restores:
        if tie.fact not in lost and tie.fact in point.facts:
            yield block(onward.comes_back(one_line(point.facts[tie.fact].holds)))
            if said := tie_reason(point, tie):
                yield from claim_blocks(said, depth, 1)


def _tied_blocks(walk: Walk) -> Iterator[Block]:
    """That nothing later hangs on a departure, and, once on a road, that all else stays as it was."""
    left = departed(walk)
    if walk.here.point.id not in left or not walk.ways:
        return
    said = [] if tied(walk) else [onward.NOTHING_TIED]
    said += [onward.ALL_ELSE] if len(left) == 1 else []
    if said:
        yield block(" ".join(said), Role.QUIET)


def absence_blocks(walk: Walk, depth: Depth) -> Iterator[Block]:
    """The turning points that do not arise after an outcome, those in a row that fail for the same reasons together."""
    for conditions, group in groupby(walk.absent, lambda each: each.deciding):
        absent = list(group)
        yield block(_absent(absent))
        yield from reason_blocks(absent[0].point, conditions, depth)


def _absent(absent: list[Absence]) -> str:
    first, last = absent[0].point.scenario, absent[-1].point.scenario
    reasons = condition_texts(absent[0].deciding)
    if len(absent) == 1:
        return onward.does_not_arise(one_line(first.title), one_line(first.moment), reasons)
    return onward.do_not_arise(one_line(first.title), one_line(last.title), len(absent), reasons)


def _way_blocks(walk: Walk, way: Way, outcome: Outcome, tells: bool) -> Iterator[Block]:
    """The turning point that comes next, or the way back to history."""
    title, when = one_line(way.label), one_line(walk.course.points[way.id].scenario.moment)
    if way.resets:
        yield block(onward.NO_FURTHER)
        yield block(onward.may_rejoin(title, when))
    elif tells and departed(walk) and outcome.continues != way.id:
        yield block(onward.by_the_rule(title, when))
    else:
        yield block(places.goes_on(title, when))


def condition_texts(failing: tuple[Condition, ...]) -> list[str]:
    """Why something is closed or does not arise, each reason in words."""
    return [(places.needs if each.wanted else places.barred_by)(one_line(each.sentence)) for each in failing]


def reason_blocks(
    point: TurningPoint, failing: tuple[Condition, ...], depth: Depth, indent: int = 1
) -> Iterator[Block]:
    """Who says why these facts matter."""
    for each in failing:
        if said := tie_reason(point, each.tie):
            yield from claim_blocks(said, depth, indent)


def difference_blocks(walk: Walk, tells: bool = True) -> Iterator[Block]:
    """What is different by now where a walk comes into a turning point; nothing anywhere else.

    Without `tells`, only what holds on the road, not what held in history.
    """
    if not walk.here.is_entrance or not walk.moves:
        return
    yield from _reset_blocks(walk)
    known = told_before(walk)
    lines = [
        block(text, indent=1, lead=lead)
        for each in news(walk)
        for lead, text in (_still(each) if each in known else _difference(each, tells))
    ]
    if lines:
        yield block(onward.DIFFERENT, Role.SECTION)
        yield from lines
        yield GAP


def _still(change: Change) -> Iterator[tuple[str, str]]:
    """A difference that has been told before, where something depends on it again."""
    if now := one_line(change.fact.holds if change.holds else change.fact.fails):
        yield onward.STILL, now


def _difference(change: Change, tells: bool) -> Iterator[tuple[str, str]]:
    holds, fails = one_line(change.fact.holds), one_line(change.fact.fails)
    now, held = (holds, fails) if change.holds else (fails, holds)
    if not tells:
        yield from [(onward.ON_YOUR_ROAD, now)] if now else []
    elif held:
        yield roads.HELD_IN_HISTORY, onward.with_history(held, now)
    else:
        yield onward.ON_YOUR_ROAD, onward.not_in_history(now)


def _reset_blocks(walk: Walk) -> Iterator[Block]:
    """What was set right where the road was taken back to history."""
    if walk.moves[-1].how is not How.REJOINED:
        return
    facts = [_set_right(walk.here.point, each) for way in walk.back().ways for each in way.resets]
    yield block(onward.rejoined(facts))


def _set_right(point: TurningPoint, condition: Condition) -> str:
    """A fact as it is once it is set right."""
    if condition.wanted:
        return one_line(condition.sentence)
    fails = point.facts[condition.fact].fails if condition.fact in point.facts else None
    return one_line(fails) if fails else onward.no_longer(one_line(condition.sentence))
