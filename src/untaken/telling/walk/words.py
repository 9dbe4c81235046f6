"""What a walk shows, as lines of text: for a face that prints, for help and for reading aloud."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import IntEnum

from untaken.history import How
from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.walk.reasons import Reason
from untaken.telling.walk.reckoning import End, Reckoning
from untaken.telling.walk.road import Growth, Twig
from untaken.telling.walk.scene import Card, Scene
from untaken.telling.walk.telling import Sided, Telling
from untaken.text.naming import counted, sentence_list

WHAT_HAPPENED = "what happened"


class Depth(IntEnum):
    """How much of the arguments is said: nothing, the claims and whose they are, their pins, too."""

    LABELS = 0
    CLAIMS = 1
    PINS = 2


def assumed_words(fact: str) -> str:
    """What a walk that begins in the middle takes for granted where a way depends on it."""
    return f"Taken as given, from before this walk: {fact}"


def deciders_words(scene: Scene) -> str:
    """Who decides here; empty where nobody is named."""
    return f"Who decides: {scene.deciders}." if scene.deciders else ""


def advocates_words(card: Card) -> str:
    """Who wanted the option; empty where nobody is named."""
    return f"Wanted at the time by {card.advocates}." if card.advocates else ""


def silent_words(card: Card) -> str:
    """Which sources say nothing of the option; empty where all do."""
    return f"Silent: {sentence_list(card.silent)}." if card.silent else ""


def head_lines(scene: Scene, context: bool = True) -> Iterator[Block]:
    """Which turning point this is, at its entrance; and at every place the context and the question of the node."""
    if scene.is_entrance:
        yield block(scene.title, Role.TITLE)
        if scene.where:
            yield block(scene.where, Role.QUIET)
        yield block(scene.question)
        yield GAP
    for paragraph in scene.context if context else ():
        yield block(paragraph)
        yield GAP
    yield question_line(scene)
    if scene.deciders:
        yield block(deciders_words(scene))
    elif scene.kind == "Chance":
        yield block("Nobody decides this.")
    for fact in scene.assumed:
        yield block(assumed_words(fact))
    if scene.withheld and context:
        yield block(withheld_words(scene), Role.QUIET)


def question_line(scene: Scene) -> Block:
    """What kind of place it is, when, and its question."""
    when = f", {scene.when}" if scene.when else ""
    return block(f"{scene.kind}{when}: {scene.text}", Role.NODE)


def card_lines(scene: Scene, depth: Depth, history: str = "") -> Iterator[Block]:
    """The ways on, each with its number; that of the id `history` is marked as what happened."""
    for card in scene.cards:
        yield _label(card, card.id == history)
        if not card.closed and depth:
            yield from _card_body(card, depth)


def _label(card: Card, happened: bool) -> Block:
    mark = f" ({WHAT_HAPPENED})" if happened else ""
    closed = f" Closed; {'; '.join(card.closed)}" if card.closed else ""
    return block(f"{card.number}. {card.label}{mark}{'.' if closed else ''}{closed}", Role.STEP)


def _card_body(card: Card, depth: Depth) -> Iterator[Block]:
    if card.advocates:
        yield block(advocates_words(card), indent=1)
    for reason in card.speaking_for:
        yield from reason_lines("For", reason, depth, 1, Role.FOR)
    for reason in card.speaking_against:
        yield from reason_lines("Against", reason, depth, 1, Role.AGAINST)
    if card.silent:
        yield block(silent_words(card), Role.QUIET, 1)


def withheld_words(scene: Scene) -> str:
    """That there are arguments that are not told yet."""
    looks, wait = ("looks", "waits") if scene.withheld == 1 else ("look", "wait")
    return f"{counted(scene.withheld, 'argument')} {looks} back on what happened, and {wait} until it is told."


def reason_lines(name: str, reason: Reason, depth: Depth, indent: int, role: Role = Role.TEXT) -> Iterator[Block]:
    """A claim with its owner, and, at the depth of pins, where it stands."""
    yield block(f"{name}: {reason}", role, indent)
    for pin in reason.pins if depth is Depth.PINS else ():
        yield block(pin, Role.QUIET, indent + 1)


def move_line(telling: Telling) -> Block:
    """What was chosen, or how chance fell, with its word of likelihood where it has one."""
    verb = {How.VOTED: "The class chose", How.ROLLED: "The dice fell", How.TOLD: "It fell"}.get(telling.how, "Chosen")
    likelihood = f" ({telling.likelihood})" if telling.likelihood else ""
    return block(f"{verb}: {telling.chosen}{likelihood}.", Role.STEP)


def telling_lines(telling: Telling, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
    """What happened, the verdict, and what each source says of what was chosen and of what happened."""
    if telling.happened not in ("", telling.chosen):
        yield block(f"What happened: {telling.happened}.", Role.HISTORY)
    yield block(telling.verdict)
    for option in telling.options:
        yield from _sided_lines(option, depth)
    for note in telling.notes:
        yield from reason_lines("Note", note, depth, 0, Role.QUIET)


def _sided_lines(option: Sided, depth: Depth) -> Iterator[Block]:
    mark = f", {WHAT_HAPPENED}" if option.historical else ""
    yield block(f"On “{option.label}”{mark}:")
    for says in option.said:
        if not says.reasons:
            yield block(f"{says.source} is silent.", Role.QUIET, 1)
            continue
        yield block(f"{says.source}:", indent=1)
        for reason in says.reasons:
            # Under its own name, a source need not be named again.
            shown = replace(reason, owner="") if reason.owner == says.source else reason
            yield from reason_lines(f"{reason.side}".capitalize(), shown, depth, 2)


def end_lines(end: End, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
    """An outcome: what it rests on, what followed, and what history had instead."""
    yield block(f"Outcome: {end.text}", Role.NODE)
    yield block(end.basis)
    for consequence in end.consequences:
        yield from reason_lines("Consequence", consequence, depth, 1)
    if end.instead:
        yield block(f"What happened instead: {end.instead}.", Role.HISTORY)


def onward_lines(scene: Scene) -> Iterator[Block]:
    """The turning point in which an outcome continues, if any, and when that is."""
    if scene.kind == "Outcome":
        for card in scene.cards:
            yield block(f"The road goes on in “{card.label}”{f', {card.when}' if card.when else ''}.")


def reckoning_lines(reckoning: Reckoning, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
    """How the road differs from history, what spoke against it, and the sources."""
    yield block("The road and history", Role.TITLE)
    yield block(reckoning.summary)
    yield from _listed(reckoning.left)
    for title, facts in (("Holds on this road alone", reckoning.established), ("Held in history", reckoning.missing)):
        yield from (block(f"{title}: {fact}", indent=1) for fact in facts)
    if reckoning.objections:
        yield GAP
        yield block("What spoke against the road taken", Role.TITLE)
        for each in reckoning.objections:
            yield from reason_lines(f"Against “{each.option}”", each.reason, depth, 1)
    if reckoning.sources:
        yield GAP
        yield block("Sources", Role.TITLE)
        yield from _listed(reckoning.sources)


def _listed(texts: Iterable[str]) -> Iterator[Block]:
    return (block(text, indent=1) for text in texts)


def map_lines(twigs: Iterable[Twig]) -> Iterator[Block]:
    """A map in words: what was taken and what not, and, where that may be told, what happened."""
    for twig in twigs:
        if twig.growth is Growth.TITLE:
            yield block(twig.text, Role.TITLE)
            continue
        is_node = twig.growth in (Growth.NODE, Growth.SEEN)
        mark = f" ({WHAT_HAPPENED})" if twig.happened else ""
        indent = twig.depth + 1 if is_node else max(twig.depth + 1, 2)
        yield block(f"{_sign(twig)}{twig.text}{mark}", Role.NODE if is_node else Role.STEP, indent)


def _sign(twig: Twig) -> str:
    """What a line of the map is, in words."""
    if twig.here:
        return "You are here: "
    if twig.growth is Growth.WAY:
        return "Taken: " if twig.taken else "Not taken: "
    if twig.growth is Growth.NODE:
        return "Then: " if twig.depth else ""
    return {Growth.OPEN: "Open: ", Growth.CLOSED: "Closed: ", Growth.SEEN: "Back to: "}.get(twig.growth, "")
