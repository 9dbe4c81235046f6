"""What a road came to: its outcome and what that rests on, how it differs from history, and what spoke against it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from untaken.history import Departure, Divergence, How, Place, Walk, divergence
from untaken.history.chapters import Chapter, chapters
from untaken.history.dice import together
from untaken.history.moves import Ground, Move
from untaken.model import Basis, Branch, Chance, Option, Outcome, Side, TurningPoint
from untaken.model.traversal import Claim
from untaken.telling.citing import basis_in_words
from untaken.telling.phrases import roads
from untaken.telling.reasons import Reason, reason
from untaken.telling.walk.motives import named_argument
from untaken.telling.walk.scene import argued
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
    question: str = ""
    """The editor's, for a class."""
    likelihood: str = ""
    """How likely it was on this road, in a sentence, where all its turns of chance have a word."""

    @property
    def is_unsaid(self) -> bool:
        """Whether no source says what would have followed."""
        return not self.historical and not self.consequences


@dataclass(frozen=True)
class Spoken:
    """An argument that spoke for an option on the road, or against it; or, named at another choice, on that option."""

    option: str
    reason: Reason
    chosen: str = ""


@dataclass(frozen=True)
class Reckoning:
    """The end of a road. `left` has a sentence for each place where it left history; none where it never did."""

    ends: tuple[RoadEnd, ...]
    summary: str
    left: tuple[str, ...]
    established: tuple[str, ...]
    missing: tuple[str, ...]
    grounds: tuple[Spoken, ...]
    objections: tuple[Spoken, ...]
    sources: tuple[str, ...]
    chapters: tuple[Chapter, ...] = ()
    """Of a road through several turning points, all of them; `left` is empty then."""
    convinced: tuple[Spoken, ...] = ()
    """What whoever walked named as convincing, each under the choice that it was named for."""
    doubted: tuple[Spoken, ...] = ()
    """And what they named against it."""
    is_long: bool = False
    """Whether what spoke for and against the road is told turning point by turning point, and nowhere else."""


_MANY_STEPS = 6
"""Of a road with more steps than this only those are reasoned about that left history."""


def reckon(walk: Walk) -> Reckoning:
    """The reckoning of a walk, wherever it stands."""
    differs = divergence(walk)
    facts = walk.course.facts
    told = chapters(walk)
    is_short = len(told) == 1 and not told[0].votes
    is_long = len(told) > 1 and differs.steps > _MANY_STEPS
    return Reckoning(
        ends=ends(walk),
        summary=_summary(differs),
        left=tuple(_left(each) for each in differs.departures) if is_short else (),
        established=tuple(one_line(facts[id].holds) for id in differs.facts_gained),
        missing=tuple(one_line(facts[id].holds) for id in differs.facts_lost),
        grounds=() if is_long else _spoke(walk, differs, Side.FOR),
        objections=() if is_long else _spoke(walk, differs, Side.AGAINST),
        sources=_sources(walk),
        chapters=() if is_short else told,
        convinced=_named(walk, lambda move: move.convinced),
        doubted=_named(walk, lambda move: move.against),
        is_long=is_long,
    )


def ends(walk: Walk) -> tuple[RoadEnd, ...]:
    """The outcomes that a road came to, in order."""
    instead = {mine.point.id: theirs for mine, theirs in divergence(walk).outcomes}
    return tuple(
        replace(_end(place.point, place.node, instead.get(place.point.id)), likelihood=_likelihood(walk, place.point))
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
        question=one_line(outcome.question),
    )


def _likelihood(walk: Walk, point: TurningPoint) -> str:
    """How likely the end of a turning point was on a road through it; empty where a turn of chance has no word."""
    fallen = [
        station.here.node.steps[move.way]
        for station, move in zip(walk.stations, walk.moves, strict=False)
        if station.here.point.id == point.id and isinstance(station.here.node, Chance) and move.how is not How.FOLLOWED
    ]
    words = [step.likelihood.word for step in fallen if isinstance(step, Branch) and step.likelihood]
    if not words or len(words) < len(fallen):
        return ""
    return roads.how_likely(together(words).replace("-", " "), len(words))


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


def _spoke(walk: Walk, differs: Divergence, side: Side) -> tuple[Spoken, ...]:
    """What spoke on a side of the road.

    For it, of the steps by which it left history; against it, of all, but of many steps, too, of those alone, and one
    argument each.
    """
    found = []
    is_long = differs.steps > _MANY_STEPS
    left = {each.move for each in differs.departures}
    for station, move in zip(walk.stations, walk.moves, strict=False):
        step = station.here.node.steps.get(move.way)
        if isinstance(step, Option) and (move in left or (side is Side.AGAINST and not is_long)):
            said = [argued(station, each) for each in step.arguments if each.side is side]
            shown = said[:1] if is_long else said
            found += [Spoken(one_line(step.label), each) for each in shown]
    return tuple(found)


def _named(walk: Walk, ground: Callable[[Move], Ground | None]) -> tuple[Spoken, ...]:
    """The arguments that were named for the choices of a road, as far as the scenarios still have them."""
    found = []
    for station, move in zip(walk.stations, walk.moves, strict=False):
        named, steps = ground(move), station.here.node.steps
        said = named_argument(station, named) if named else None
        if named and said:
            found.append(Spoken(one_line(steps[named.way].label), said, one_line(steps[move.way].label)))
    return tuple(found)


def _sources(walk: Walk) -> tuple[str, ...]:
    """The references of what is cited at the places that the walk came through, each once."""
    cited: dict[str, str] = {}
    for place in walk.places:
        node = place.node
        said: list[Claim] = [*node.notes, *(node.consequences if isinstance(node, Outcome) else ())]
        said += [each for step in node.steps.values() if isinstance(step, Option) for each in step.arguments]
        given = [step.likelihood for step in node.steps.values() if isinstance(step, Branch) and step.likelihood]
        ids = {cite.source for each in (*said, *given) for cite in each.cite}
        cited |= {id: source.reference for id, source in place.point.sources.items() if id in ids}
    return tuple(cited.values())
