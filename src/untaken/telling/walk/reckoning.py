"""What a road came to: its outcome and what that rests on, how it differs from history, and what spoke against it."""

from dataclasses import dataclass

from untaken.history import Departure, Divergence, Place, Walk, divergence
from untaken.model import Argument, Basis, Option, Outcome, Side, TurningPoint
from untaken.model.traversal import Claim
from untaken.telling.citing import basis_in_words
from untaken.telling.phrases import roads
from untaken.telling.reasons import Reason, reason
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class RoadEnd:
    """An outcome that a road had: what it says, its basis as a sentence, what followed or would have, and notes.

    `instead` is what history had, empty where that was the same outcome.
    """

    turning_point: str
    text: str
    basis: str
    historical: bool
    consequences: tuple[Reason, ...]
    notes: tuple[Reason, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class Objection:
    """An argument that spoke against an option on the road."""

    option: str
    reason: Reason


@dataclass(frozen=True)
class Reckoning:
    """The end of a road. `left` has a sentence for each place where it left history; none where it never did."""

    ends: tuple[RoadEnd, ...]
    summary: str
    left: tuple[str, ...]
    established: tuple[str, ...]
    missing: tuple[str, ...]
    objections: tuple[Objection, ...]
    sources: tuple[str, ...]


def reckon(walk: Walk) -> Reckoning:
    """The reckoning of a walk, wherever it stands."""
    differs = divergence(walk)
    facts = walk.course.facts
    return Reckoning(
        ends=ends(walk),
        summary=_summary(differs),
        left=tuple(_left(each) for each in differs.departures),
        established=tuple(one_line(facts[id].holds) for id in differs.facts_gained),
        missing=tuple(one_line(facts[id].holds) for id in differs.facts_lost),
        objections=tuple(_objections(walk)),
        sources=_sources(walk),
    )


def ends(walk: Walk) -> tuple[RoadEnd, ...]:
    """The outcomes that a road came to, in order."""
    instead = {mine.point.id: theirs for mine, theirs in divergence(walk).outcomes}
    return tuple(
        _end(place.point, place.node, instead.get(place.point.id))
        for place in walk.places
        if isinstance(place.node, Outcome)
    )


def _end(point: TurningPoint, outcome: Outcome, instead: Place | None) -> RoadEnd:
    return RoadEnd(
        turning_point=one_line(point.scenario.title),
        text=one_line(outcome.text),
        basis=_basis(point, outcome),
        historical=outcome.basis is Basis.RECORDED,
        consequences=tuple(reason(point, each) for each in outcome.consequences),
        notes=tuple(reason(point, each) for each in outcome.notes),
        instead=one_line(instead.node.text) if instead else "",
    )


def _basis(point: TurningPoint, outcome: Outcome) -> str:
    """What an outcome rests on, as a sentence."""
    if outcome.basis is Basis.RECORDED:
        return roads.IT_HAPPENED
    if outcome.basis is Basis.INFERRED:
        return roads.INFERRED
    return roads.sentence(basis_in_words(point, outcome))


def _summary(differs: Divergence) -> str:
    if not differs.steps:
        return roads.NO_STEP
    if not differs:
        return roads.historys_own(differs.steps)
    return roads.left_history(len(differs.departures), differs.steps_away, differs.steps)


def _left(each: Departure) -> str:
    return roads.departure(
        one_line(each.at.point.scenario.title),
        one_line(each.at.node.steps[each.move.way].label),
        one_line(each.instead.step.label),
        each.steps,
        one_line(each.rejoins.node.text) if each.rejoins else "",
    )


def _objections(walk: Walk) -> list[Objection]:
    found = []
    for place, move in zip(walk.places, walk.moves, strict=False):
        step = place.node.steps.get(move.way)
        if isinstance(step, Option):
            against: list[Argument] = [each for each in step.arguments if each.side is Side.AGAINST]
            found += [Objection(one_line(step.label), reason(place.point, each)) for each in against]
    return found


def _sources(walk: Walk) -> tuple[str, ...]:
    """The references of what is cited at the places that the walk came through, each once."""
    cited: dict[str, str] = {}
    for place in walk.places:
        node = place.node
        said: list[Claim] = [*node.notes, *(node.consequences if isinstance(node, Outcome) else ())]
        said += [each for step in node.steps.values() if isinstance(step, Option) for each in step.arguments]
        ids = {cite.source for each in said for cite in each.cite}
        cited |= {id: source.reference for id, source in place.point.sources.items() if id in ids}
    return tuple(cited.values())
