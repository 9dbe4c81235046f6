"""The page on which somebody chooses: the situation, the question, and the ways on."""

from collections.abc import Iterator

from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.phrases import claims, onward, places
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
    yield from scene.different
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
        yield from _offer_blocks(card, depth, history)
        if not card.closed and depth:
            yield from argued_blocks(card, depth)
    if scene.has_one_way:
        yield block(onward.ONE_WAY, Role.QUIET)
    if depth is Depth.CLAIMS and scene.folded:
        yield block(places.more_to_read(scene.folded), Role.QUIET)
    if depth and scene.held:
        yield block(places.told_later(scene.held), Role.QUIET)


def closed_blocks(scene: Scene) -> Iterator[Block]:
    """The ways on that are closed, and why."""
    for card in scene.cards:
        if card.closed:
            yield from _offer_blocks(card, Depth.CLAIMS)


def _offer_blocks(card: Offer, depth: Depth, history: str = "") -> Iterator[Block]:
    """A way on under its number; where it is closed, why, and who says so."""
    yield block(places.offered(card.label, card.id == history, card.closed), Role.WAY, lead=f"{card.number}.")
    if card.closed:
        yield from _because_blocks(card, depth)


def argued_blocks(card: Offer, depth: Depth, indent: int = 1) -> Iterator[Block]:
    """What is said of a way: what makes it doubtful, who wanted it, what speaks for and against it, who is silent."""
    if card.doubted:
        yield block(onward.suggested(card.doubted), Role.QUIET, indent)
        yield from _because_blocks(card, depth, indent + 1)
    if card.wanted:
        yield block(claims.wanted_by(card.wanted), Role.QUIET, indent)
    for reason in card.shown if depth is Depth.CLAIMS else card.arguments:
        yield from claim_blocks(reason, depth, indent)
    if card.silent:
        yield block(claims.silence(card.silent), Role.QUIET, indent)


def _because_blocks(card: Offer, depth: Depth, indent: int = 1) -> Iterator[Block]:
    """Who says why the facts matter that close a way or make it doubtful."""
    for reason in card.because:
        yield from claim_blocks(reason, depth, indent)
