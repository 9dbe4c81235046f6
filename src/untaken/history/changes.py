"""What is different by now: how the facts of a road differ from those of history, and what hangs on that."""

from dataclasses import dataclass

from untaken.history.course import Course
from untaken.history.premises import Facts
from untaken.history.walk import Walk
from untaken.model import Fact


@dataclass(frozen=True)
class Change:
    """A fact that holds on a road and did not hold in history by then, or the reverse."""

    id: str
    fact: Fact
    holds: bool


def changes(walk: Walk) -> tuple[Change, ...]:
    """How the road differs from history where the walk came into the turning point at which it stands."""
    id = walk.here.point.id
    return _compared(walk.course, _entered(walk).facts, walk.course.recorded.before[id])


def news(walk: Walk) -> tuple[Change, ...]:
    """Of the changes those of which something depends here, and those that were none at the last turning point."""
    bearing, known = walk.course.bearing(walk.here.point.id), told_before(walk)
    return tuple(each for each in changes(walk) if each.id in bearing or each not in known)


def told_before(walk: Walk) -> tuple[Change, ...]:
    """How the road differed from history at the turning point before this one."""
    entered = _entered(walk)
    return changes(entered.back()) if entered.moves else ()


def _entered(walk: Walk) -> Walk:
    """The walk where it came into the turning point at which it stands."""
    while walk.moves and walk.moves[-1].how.is_step:
        walk = walk.back()
    return walk


def _compared(course: Course, mine: Facts, theirs: Facts) -> tuple[Change, ...]:
    return tuple(Change(id, fact, id in mine) for id, fact in course.facts.items() if (id in mine) != (id in theirs))


def departed(walk: Walk) -> tuple[str, ...]:
    """The turning points in which a road left history, in order."""
    steps = zip(walk.places, walk.moves, strict=False)
    return tuple(
        dict.fromkeys(
            move.scenario
            for before, move in steps
            if move.how.is_step and before.history is not None and before.history.id != move.way
        )
    )


def tied(walk: Walk) -> tuple[Change, ...]:
    """What a turning point that is over has made different, as far as anything later asks for it.

    What had been different before it began is left out.
    """
    course, id = walk.course, walk.here.point.id
    known = {each.id for each in changes(walk)}
    later = course.machine.order[course.machine.order.index(id) + 1 :]
    asked = frozenset().union(*map(course.bearing, later))
    found = _compared(course, walk.facts, course.recorded.after[id])
    return tuple(each for each in found if each.id in asked and each.id not in known)
