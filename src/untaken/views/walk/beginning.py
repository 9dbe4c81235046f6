"""What a walk takes as given: facts of history before its beginning, where its first turning point depends on them."""

from untaken.views.walk.reasons import one_line
from untaken.walking import Walk


def assumed(walk: Walk) -> tuple[str, ...]:
    """The facts that opened or closed a way in the first turning point before anybody moved, in the author's order.

    Only a walk that has not begun yet has any: they are said once.
    """
    if walk.moves:
        return ()
    point = walk.here.point
    steps = [step for node in point.scenario.nodes.values() for step in node.steps.values()]
    matters = {fact for step in steps for fact in (*step.requires, *step.unless)}
    return tuple(one_line(point.facts[id]) for id in point.facts if id in matters & walk.course.assumed)
