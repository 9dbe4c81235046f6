"""What is told once a choice is made: what happened, what each source says of it, and whether the road left history."""

from dataclasses import dataclass

from untaken.history import How, Place, Walk
from untaken.model import Branch, Option, Step, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.walk.reasons import Reason, reason
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Says:
    """What one source says on one option: its arguments; none where it is silent. What cites none comes last."""

    source: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Sided:
    """An option with what each source of the scenario says on it, the silent ones among them."""

    label: str
    historical: bool
    said: tuple[Says, ...]


@dataclass(frozen=True)
class Telling:
    """What a move is told to have come to. `happened` is empty where history never came to this point."""

    chosen: str
    how: How
    happened: str
    verdict: str
    """One sentence: the road is history's, leaves it here, stays away from it, or comes back."""
    options: tuple[Sided, ...]
    """The option that was chosen and the one that happened, one where they are the same; none for chance."""
    notes: tuple[Reason, ...]
    likelihood: str = ""
    """The word of estimative probability, where chance fell in a way that has one."""


def tell(walk: Walk) -> Telling | None:
    """What to tell of the last move of a walk; None at the start, and where it went on to another turning point."""
    if not walk.moves or walk.moves[-1].how is How.WENT_ON:
        return None
    before, move = walk.back().here, walk.moves[-1]
    chosen = before.node.steps[move.way]
    happened = before.history.step if before.history else None
    steps = [chosen] if happened in (chosen, None) else [chosen, happened]
    point = before.point
    return Telling(
        chosen=one_line(chosen.label),
        how=move.how,
        happened=one_line(happened.label) if happened else "",
        verdict=_verdict(before, walk.here, chosen, happened),
        options=tuple(_sided(point, step) for step in steps if isinstance(step, Option)),
        notes=tuple(reason(point, note) for note in before.node.notes),
        likelihood=chosen.likelihood.word.replace("-", " ") if isinstance(chosen, Branch) and chosen.likelihood else "",
    )


def _verdict(before: Place, after: Place, chosen: Step, happened: Step | None) -> str:
    back = " The road comes back to what happened." if after.historical else ""
    if happened is None:
        return f"History never came to this point.{back}"
    if chosen is happened:
        return "So it happened."
    return f"Here the road leaves history.{' But both ways lead to the same point.' if back else ''}"


def _sided(point: TurningPoint, option: Option) -> Sided:
    cited = cited_sources(point.scenario)
    said = tuple(
        Says(
            source.short,
            tuple(reason(point, each) for each in option.arguments if id in {cite.source for cite in each.cite}),
        )
        for id, source in point.sources.items()
        if id in cited
    )
    uncited = tuple(reason(point, each) for each in option.arguments if not each.cite)
    unsaid = (Says("Without a source", uncited),) if uncited else ()
    return Sided(one_line(option.label), option.historical, (*said, *unsaid))
