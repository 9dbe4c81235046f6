"""The page on which somebody chooses: the situation, the question, and the ways on."""

from collections.abc import Iterator

from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.phrases import claims, places
from untaken.telling.reasons import Depth, claim_blocks
from untaken.telling.walk.scene import Offer, Scene


def entrance_blocks(scene: Scene) -> Iterator[Block]:
    """Which turning point this is, where a walk comes into it; nothing anywhere else."""
    if scene.is_entrance:
        yield block(scene.title, Role.TITLE)
        if scene.where:
            yield block(scene.where, Role.QUIET)
        yield block(scene.question)
        yield GAP


def situation_blocks(scene: Scene, context: bool = True) -> Iterator[Block]:
    """The context, the question, who decides, what is taken as given, and what waits until the choice is made."""
    for paragraph in scene.context if context else ():
        yield block(paragraph)
        yield GAP
    yield question_block(scene)
    if scene.deciders:
        yield block(places.who_decides(scene.deciders), Role.QUIET)
    elif scene.kind == places.CHANCE:
        yield block(places.NOBODY_DECIDES, Role.QUIET)
    for fact in scene.assumed:
        yield block(places.given(fact), Role.QUIET)
    if scene.withheld and context:
        yield block(places.looking_back(scene.withheld), Role.QUIET)


def question_block(scene: Scene) -> Block:
    """What kind of place it is, when, and its question."""
    return block(scene.text, Role.NODE, lead=places.asked(scene.kind, scene.when))


def way_blocks(scene: Scene, depth: Depth, history: str = "") -> Iterator[Block]:
    """The ways on, each with its number; that of the id `history` is marked as what happened."""
    for card in scene.cards:
        label = places.offered(card.label, card.id == history, card.closed)
        yield block(label, Role.WAY, lead=f"{card.number}.")
        if not card.closed and depth:
            yield from argued_blocks(card, depth)
    if depth is Depth.CLAIMS and scene.folded:
        yield block(places.more_to_read(scene.folded), Role.QUIET)


def argued_blocks(card: Offer, depth: Depth, indent: int = 1) -> Iterator[Block]:
    """What is said of a way: who wanted it, what speaks for and against it, who is silent."""
    if card.wanted:
        yield block(claims.wanted_by(card.wanted), Role.QUIET, indent)
    for reason in card.shown if depth is Depth.CLAIMS else card.arguments:
        yield from claim_blocks(reason, depth, indent)
    if card.silent:
        yield block(claims.silence(card.silent), Role.QUIET, indent)


def onward_blocks(scene: Scene) -> Iterator[Block]:
    """The turning point in which an outcome continues, if any, and when that is."""
    if scene.kind == places.OUTCOME:
        for card in scene.cards:
            yield block(places.goes_on(card.label, card.when))
