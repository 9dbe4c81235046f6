"""Where a walk stands: the situation, the question, who decides, and the ways on. Nothing in it tells what happened."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from untaken.evidence.citing import silent_sources
from untaken.history import Place, Walk, Way
from untaken.model import Chance, Decision, Option, Outcome, Side, Step
from untaken.model.traversal import Claim
from untaken.telling.walk.reasons import Reason, reasons
from untaken.text.naming import sentence_list
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Card:
    """An option, a branch, or the turning point that comes next, as somebody who has to choose sees it.

    `when` is the time of the turning point that comes next, empty for an option and a branch. `closed` has the reasons
    why it cannot be taken, each a sentence; it is empty where it can.
    """

    number: int
    id: str
    label: str
    advocates: str = ""
    speaking_for: tuple[Reason, ...] = ()
    speaking_against: tuple[Reason, ...] = ()
    silent: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    when: str = ""


@dataclass(frozen=True)
class Scene:
    """The place where a walk stands. `context` is the scenario's where it is entered, and the node's.

    `assumed` has the facts, from before a walk that began in the middle, that open or close a way here. They are said
    here and no earlier: turning points overlap in time, and at the beginning of the walk a fact may still lie ahead.
    `withheld` counts the arguments that would give away what happened, of all ways together: how many each way has
    would be a hint. So would the sources that are silent on a way: while something is withheld, no card names any.
    """

    title: str
    when: str
    where: str
    question: str
    kind: str
    """Decision, Chance or Outcome."""
    text: str
    deciders: str
    context: tuple[str, ...]
    cards: tuple[Card, ...]
    is_entrance: bool
    assumed: tuple[str, ...]
    withheld: int


def scene(walk: Walk, told: bool = False) -> Scene:
    """What there is to see where a walk stands; with `told`, what gives away what happened, too."""
    place = walk.here
    scenario, node = place.point.scenario, place.node
    is_entrance = place.id == place.graph.start
    context = (scenario.context if is_entrance else None, node.context)
    withheld = 0 if told else _looking_back(node.steps.values())
    return Scene(
        title=one_line(scenario.title),
        when=one_line(scenario.moment_of(node) or scenario.moment),
        where=one_line(scenario.where),
        question=one_line(scenario.question),
        kind=kind(place),
        text=one_line(node.text),
        deciders=deciders(place),
        context=tuple(one_line(each) for each in context if each),
        cards=tuple(_card(walk, way, told, names_silent=not withheld) for way in walk.ways),
        is_entrance=is_entrance,
        assumed=_assumed(walk),
        withheld=withheld,
    )


def _assumed(walk: Walk) -> tuple[str, ...]:
    steps = walk.here.node.steps.values()
    matters = {fact for step in steps for fact in step.asks} & walk.course.assumed
    return tuple(one_line(fact.holds) for id, fact in walk.here.point.facts.items() if id in matters)


def broken_off(walk: Walk) -> str:
    """Why a road ends where its outcome continues: a sentence, empty where it does not so end."""
    node = walk.here.node
    following = node.continues if isinstance(node, Outcome) else None
    if following is None or following in walk.course.points:
        return ""
    return f"The road would go on in '{following}', which has mistakes: `untaken check` shows them."


def sources_here(walk: Walk, told: bool) -> tuple[str, ...]:
    """The references of the sources that speak on the ways on, or on what followed from an outcome.

    Only with `told` those that are cited for what gives away what happened.
    """
    point, node = walk.here.point, walk.here.node
    said: list[Claim] = [*(node.consequences if isinstance(node, Outcome) and told else ())]
    arguments = [each for step in node.steps.values() if isinstance(step, Option) for each in step.arguments]
    said += [each for each in arguments if told or not each.hindsight]
    cited = {cite.source for each in said for cite in each.cite}
    return tuple(source.reference for id, source in point.sources.items() if id in cited)


def kind(place: Place) -> str:
    """Decision, Chance or Outcome."""
    return {Decision: "Decision", Chance: "Chance", Outcome: "Outcome"}[type(place.node)]


def deciders(place: Place) -> str:
    """The names of those who decide here, as one phrase."""
    ids = place.node.deciders if isinstance(place.node, Decision) else ()
    return sentence_list(one_line(place.point.name(each)) for each in ids)


def _looking_back(steps: Iterable[Step]) -> int:
    return sum(argument.hindsight for step in steps if isinstance(step, Option) for argument in step.arguments)


def _card(walk: Walk, way: Way, told: bool, names_silent: bool) -> Card:
    point, step = walk.here.point, way.step
    closed = tuple(f"{'needs' if each.wanted else 'barred by'}: {one_line(each.sentence)}" for each in way.closed_by)
    card = Card(way.number, way.id, one_line(way.label), closed=closed)
    if step is None:
        following = walk.course.points[way.id].scenario
        return replace(card, when=one_line(following.moment))
    if not isinstance(step, Option):
        return card
    return replace(
        card,
        advocates=sentence_list(one_line(point.name(each)) for each in step.advocates),
        speaking_for=reasons(point, step, Side.FOR, told),
        speaking_against=reasons(point, step, Side.AGAINST, told),
        silent=tuple(each.short for each in silent_sources(point, step)) if names_silent else (),
    )


def open_numbers(ways: Iterable[Way]) -> str:
    """The numbers of the open ways, as a prompt names them.

    >>> open_numbers([Way(1, "a", "A"), Way(2, "b", "B"), Way(3, "c", "C")])
    '1-3'
    """
    numbers = [way.number for way in ways if way.is_open]
    unbroken = len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1
    return f"{numbers[0]}-{numbers[-1]}" if unbroken else " or ".join(map(str, numbers))
