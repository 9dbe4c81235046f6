"""Where a walk stands: the situation, the question, who decides, and the ways on. Nothing in it tells what happened."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from untaken.history import Place, Walk, Way
from untaken.history.premises import failing
from untaken.model import Argument, Decision, Option, Outcome, Step
from untaken.model.sources import Source
from untaken.model.traversal import Claim
from untaken.telling.citing import silent_sources
from untaken.telling.document import Block
from untaken.telling.fairness import Measure, arguments
from untaken.telling.phrases import places
from untaken.telling.reasons import Reason, by_side, reason, tie_reason
from untaken.telling.walk.passage import condition_texts, difference_blocks
from untaken.text.naming import sentence_list
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Offer:
    """An option, a branch, or the turning point that comes next, as somebody who has to choose sees it.

    `arguments` has all that may be told, those for it first; `shown` those that stand on the page. `wanted` names who
    wanted it, and `silent` the sources that say nothing of it, both empty where that would hint at what happened.
    `when` is the time of the turning point that comes next, empty for an option and a branch. `closed` has the reasons
    why it cannot be taken, each a sentence; it is empty where it can. `doubted` has what a source only suggests to
    stand against it, and `because` who says why all these facts matter.
    """

    number: int
    id: str
    label: str
    wanted: tuple[str, ...] = ()
    arguments: tuple[Reason, ...] = ()
    shown: tuple[Reason, ...] = ()
    silent: tuple[Source, ...] = ()
    closed: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()
    when: str = ""


@dataclass(frozen=True)
class Scene:
    """The place where a walk stands. `context` is the scenario's where it is entered, and the node's.

    `assumed` has the facts, from before a walk that began in the middle, that open or close a way here. They are said
    here and no earlier: turning points overlap in time, and at the beginning of the walk a fact may still lie ahead.
    `withheld` counts the arguments that would give away what happened, of all ways together: how many each way has
    would be a hint. `different` says what the road has made different from history, where it enters a turning point.
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
    cards: tuple[Offer, ...]
    is_entrance: bool
    assumed: tuple[str, ...]
    withheld: int
    held: int = 0
    """How many arguments wait until the choice is made because another way has fewer, of all ways together."""
    different: tuple[Block, ...] = ()

    @property
    def has_one_way(self) -> bool:
        """Whether a single way is open where somebody or chance would decide."""
        return self.kind != places.OUTCOME and sum(not card.closed for card in self.cards) == 1

    @property
    def folded(self) -> int:
        """How many arguments may be told, but do not stand on the page, of all ways together."""
        return _folded(self.cards)


def scene(walk: Walk, told: bool = False, tells: bool = True) -> Scene:
    """What there is to see where a walk stands; with `told`, what gives away what happened, too.

    Without `tells` nobody has learned yet what happened on the road so far.
    """
    place = walk.here
    scenario, node = place.point.scenario, place.node
    is_entrance = place.id == place.graph.start
    context = (*(scenario.background if is_entrance else ()), *node.background)
    cards = _cards(walk, told)
    return Scene(
        title=one_line(scenario.title),
        when=one_line(scenario.moment_of(node) or scenario.moment),
        where=one_line(scenario.where),
        question=one_line(scenario.question),
        kind=places.kind(node),
        text=one_line(node.text),
        deciders=deciders(place),
        context=tuple(one_line(each) for each in context),
        cards=cards,
        is_entrance=is_entrance,
        assumed=_assumed(walk),
        withheld=0 if told else _looking_back(node.steps.values()),
        held=0 if told else _held(cards, _open_options(walk)),
        different=tuple(difference_blocks(walk, tells)),
    )


def _assumed(walk: Walk) -> tuple[str, ...]:
    steps = walk.here.node.steps.values()
    matters = {fact for step in steps for fact in step.asks} & walk.course.assumed
    return tuple(one_line(fact.holds) for id, fact in walk.here.point.facts.items() if id in matters)


def broken_off(walk: Walk) -> str:
    """The turning point in which an outcome would continue, if it could be read; empty where there is none such."""
    node = walk.here.node
    following = node.continues if isinstance(node, Outcome) else None
    return "" if following is None or following in walk.course.points else following


def sources_here(walk: Walk, told: bool) -> tuple[str, ...]:
    """The references of the sources that speak on the ways on, or on what followed from an outcome.

    Only with `told` those that are cited for what gives away what happened.
    """
    point, node = walk.here.point, walk.here.node
    said: list[Claim] = [*(node.consequences if isinstance(node, Outcome) and told else ())]
    for step in node.steps.values():
        said += arguments(step, told) if isinstance(step, Option) else ()
    cited = {cite.source for each in said for cite in each.cite}
    return tuple(source.reference for id, source in point.sources.items() if id in cited)


def deciders(place: Place) -> str:
    """The names of those who decide here, as one phrase."""
    ids = place.node.deciders if isinstance(place.node, Decision) else ()
    return sentence_list(one_line(place.point.name(each)) for each in ids)


def _folded(cards: Iterable[Offer]) -> int:
    return sum(len(card.arguments) - len(card.shown) for card in cards if not card.closed)


def _looking_back(steps: Iterable[Step]) -> int:
    return sum(argument.hindsight for step in steps if isinstance(step, Option) for argument in step.arguments)


# The ways on


def _cards(walk: Walk, told: bool) -> tuple[Offer, ...]:
    """The ways on; before the choice none of them stands out by what is said of it."""
    node = walk.here.node
    deciders = node.deciders if isinstance(node, Decision) else ()
    options = _open_options(walk)
    measure = Measure(options, frozenset(deciders), told)
    cards = tuple(_argued(walk, _card(walk, way), way.step, measure) for way in walk.ways)
    hides = not told and (_looking_back(node.steps.values()) or _held(cards, options))
    # Silence mostly falls on what did not happen: it is told where all arguments stand on the page.
    return cards if not hides and not _folded(cards) else tuple(replace(card, silent=()) for card in cards)


def _open_options(walk: Walk) -> tuple[Option, ...]:
    return tuple(way.step for way in walk.ways if way.is_open and isinstance(way.step, Option))


def _held(cards: Iterable[Offer], options: Iterable[Option]) -> int:
    """How many arguments wait because another way has fewer."""
    every = sum(len(arguments(option, told=False)) for option in options)
    return every - sum(len(card.arguments) for card in cards if not card.closed)


def _argued(walk: Walk, card: Offer, option: Step | None, measure: Measure) -> Offer:
    """The card of an option with what may be said of it; of a closed one nothing stands on the page."""
    if not isinstance(option, Option):
        return card
    point = walk.here.point
    every = enumerate(by_side(option.arguments))
    # Of a closed way nothing is measured: it cannot be chosen.
    read = {*range(len(option.arguments))} if card.closed else {*measure.allowed(option)}
    said = {at: argued(walk, each) for at, each in every if at in read and (measure.told or not each.hindsight)}
    card = replace(card, arguments=tuple(said.values()))
    if card.closed:
        return card
    return replace(
        card,
        wanted=tuple(one_line(point.name(each)) for each in measure.wanted(option)),
        shown=tuple(said[at] for at in measure.picked(option)),
        silent=tuple(silent_sources(point, option)),
    )


def _card(walk: Walk, way: Way) -> Offer:
    """A way with its name and, where something stands against it, what and why."""
    closed, doubted = (tuple(condition_texts(each)) for each in (way.closed_by, way.warned_by))
    because = (tie_reason(walk.here.point, each.tie) for each in (*way.closed_by, *way.warned_by))
    label = one_line(way.label)
    card = Offer(way.number, way.id, label, closed=closed, doubted=doubted, because=tuple(filter(None, because)))
    if way.step is not None:
        return card
    following = walk.course.points[way.id].scenario
    return replace(card, when=one_line(following.moment))


def argued(walk: Walk, argument: Argument) -> Reason:
    """An argument where a walk stands, marked where the road has taken its ground away."""
    is_fallen = bool(failing(argument, walk.facts, walk.here.point))
    return replace(reason(walk.here.point, argument), is_fallen=is_fallen)


def open_numbers(ways: Iterable[Way]) -> str:
    """The numbers of the open ways, as a prompt names them.

    >>> open_numbers([Way(1, "a", "A"), Way(2, "b", "B"), Way(3, "c", "C")])
    '1-3'
    """
    numbers = [way.number for way in ways if way.is_open]
    unbroken = len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1
    return f"{numbers[0]}-{numbers[-1]}" if unbroken else " or ".join(map(str, numbers))
