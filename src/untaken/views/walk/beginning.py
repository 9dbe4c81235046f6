"""What a walk that begins in the middle takes as given: facts of history, said where ways depend on them."""

from untaken.views.walk.reasons import one_line
from untaken.walking import Walk


def assumed(walk: Walk) -> tuple[str, ...]:
    """The facts from before the walk that open or close a way where it stands, in the order of their declaration.

    They are said here and no earlier: turning points overlap in time, and at its beginning a fact may still lie ahead.
    """
    point, steps = walk.here.point, walk.here.node.steps.values()
    matters = {fact for step in steps for fact in (*step.requires, *step.unless)} & walk.course.assumed
    return tuple(one_line(sentence) for id, sentence in point.facts.items() if id in matters)
