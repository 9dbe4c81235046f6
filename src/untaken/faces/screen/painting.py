"""Documents as paragraphs for the full screen: their words with looks and signs, and none of its own."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from untaken.faces.screen.keys import ARGUMENTS
from untaken.faces.screen.rows import BLANK, Row, row, said
from untaken.history.session import Reveal, Session
from untaken.model import Outcome
from untaken.telling.document import Block, Role
from untaken.telling.phrases import onward, places
from untaken.telling.phrases.claims import LEADS, WHAT_HAPPENED
from untaken.telling.reasons import Depth, claim_blocks
from untaken.telling.walk.account import end_blocks, move_block, reckoning_blocks, step_by_step_blocks, telling_blocks
from untaken.telling.walk.page import argued_blocks, question_block, situation_blocks
from untaken.telling.walk.passage import onward_blocks
from untaken.telling.walk.reckoning import ends, reckon
from untaken.telling.walk.scene import Offer, Scene, scene
from untaken.telling.walk.telling import tell

HAPPENED = "◆"
FOR, AGAINST = "▲", "▼"

_STYLES = {
    Role.NODE: "bold",
    Role.HISTORY: "bold $history",
    Role.STEP: "bold",
    Role.SECTION: "bold",
    Role.PIN: "$quiet",
    Role.QUIET: "$quiet",
    Role.OWNER: "$quiet",
}
_SIGNS = {
    Role.FOR: (FOR, "bold $for"),
    Role.AGAINST: (AGAINST, "bold $against"),
    Role.CLAIM: ("·", "$quiet"),
    Role.HISTORY: (HAPPENED, "bold $history"),
}
_SAID_BY_A_SIGN = set(LEADS.values())


def painted(document: Iterable[Block], margin: str = "") -> Iterator[Row]:
    """The paragraphs of a document, all of them so far from the edge.

    What stands under a heading is set apart by the heading, and need not be further in than it.
    """
    under_heading = 0
    for each in document:
        if not each.indent:
            under_heading = int(each.role is Role.SECTION)
        steps = each.indent - under_heading * bool(each.indent) + (each.role is Role.PIN)
        yield from _painted(each, Content(f"{margin}{'  ' * steps}"))


def _painted(each: Block, margin: Content) -> Iterator[Row]:
    text = _content(each)
    if each.role is Role.TITLE:
        yield heading(each.text)
    elif each.role is Role.NODE and each.lead:
        yield Row(said(each.lead.rstrip(":"), "$quiet"), margin)
        yield Row(text, margin)
    elif each.role in _SIGNS:
        sign, style = _SIGNS[each.role]
        yield Row(text, margin + Content.styled(f"{sign} ", style))
    else:
        if each.role is Role.SECTION:
            yield BLANK
        yield Row(text, margin)


def _content(each: Block) -> Content:
    """The runs of a block in their looks, without words for which a sign stands, or that have a line of their own."""
    hides = each.role is Role.NODE or each.lead in _SAID_BY_A_SIGN
    shown = [run for run in each.runs if not (hides and run.role is Role.LEAD)]
    usual = _STYLES.get(each.role, "")
    return Content("").join(said(run.text, _STYLES.get(run.role, usual)) for run in shown)


def heading(text: str) -> Row:
    """A heading within a page."""
    return row(text.upper(), "bold $quiet")


# What the stages show


def head_rows(scene: Scene, unfolded: bool = False, argued: bool = True) -> Iterator[Row]:
    """The situation, the question that is put here, and, where arguments stand with it, that there is more to read."""
    if scene.is_entrance:
        yield row(scene.question, "italic")
        yield BLANK
    yield from painted(situation_blocks(scene))
    if argued and scene.folded and not unfolded:
        yield row(places.more_to_read(scene.folded), "$quiet")
    if argued and scene.held:
        yield row(places.told_later(scene.held), "$quiet")


def card_rows(card: Offer, depth: Depth, happened: bool = False, pointed: bool = False) -> Iterator[Row]:
    """An option or a branch: its number and label, who wanted it, what speaks for and against it."""
    closed = bool(card.closed)
    lead = Content.assemble(("▸" if pointed else " ", "bold"), (f"{card.number}  ", "$quiet" if closed else "bold"))
    label = said(card.label, "strike $quiet" if closed else "bold")
    yield Row(label, lead)
    margin = " " * lead.cell_length
    if happened:
        style = "bold $history"
        yield row(WHAT_HAPPENED, style, f"{margin}{HAPPENED} ", style)
    yield from closed_rows(card, margin)
    if depth is Depth.PINS or not closed:
        yield from painted(argued_blocks(card, depth, indent=0), margin)


def closed_rows(card: Offer, margin: str) -> Iterator[Row]:
    """Why a way is closed, and who says that this matters; nothing where it is open."""
    for reason in card.closed:
        yield row(places.closed_because(reason), "", margin)
    if card.closed:
        yield from painted((line for each in card.because for line in claim_blocks(each, Depth.CLAIMS, 0)), margin)


def single_way_rows(scene: Scene, unfolded: bool) -> Iterator[Row]:
    """The ways on where one alone is open: the closed ones with what closes them, then that one."""
    for card in (each for each in scene.cards if each.closed):
        yield BLANK
        yield row(card.label, "strike $quiet", f"{card.number}  ", "$quiet")
        yield from closed_rows(card, "   ")
    yield BLANK
    yield row(onward.ONE_WAY, "$quiet")
    for card in (each for each in scene.cards if not each.closed):
        yield row(card.label, "bold", f"{card.number}  ", "bold")
        yield from painted(argued_blocks(card, _depth(unfolded), indent=0), "   ")


def told_rows(session: Session, unfolded: bool) -> Iterator[Row]:
    """What a move is told to have come to: what happened, the verdict, and what is said that was not said before."""
    telling = tell(session.walk, session.told)
    if telling is None:
        return
    yield from painted([move_block(telling)])
    if session.reveal is not Reveal.END:
        yield from painted(telling_blocks(telling, _depth(unfolded), ARGUMENTS.name))


def past_rows(session: Session, has_arrived: bool) -> Iterator[Row]:
    """All that was told on the road so far, from its beginning; not where it stands before that `has_arrived`."""
    for station in session.walk.stations:
        at = session.at(station)
        if station.moves and not isinstance(station.back().here.node, Outcome):
            yield from told_rows(at, unfolded=True)
            yield BLANK
        if isinstance(station.here.node, Outcome) and (has_arrived or station is not session.walk):
            yield from outcome_rows(at, unfolded=True)
            yield BLANK


def outcome_rows(session: Session, unfolded: bool) -> Iterator[Row]:
    """The outcome at which a walk stands; what it rests on only where that may be told."""
    if session.reveal is Reveal.END and not session.walk.is_over:
        yield from painted([question_block(scene(session.walk))])
    else:
        yield from painted(end_blocks(ends(session.walk)[-1], _depth(unfolded)))
    yield from painted(onward_blocks(session.walk, session.tells, _depth(unfolded)))


def end_rows(session: Session, unfolded: bool) -> Iterator[Row]:
    """All that the end of a road has to say: its outcomes, how it differs from history, what spoke against it."""
    walk = session.walk
    for end in ends(walk):
        yield heading(end.turning_point)
        yield from painted(end_blocks(end, _depth(unfolded)))
        yield BLANK
    if session.reveal is Reveal.END:
        yield from painted(step_by_step_blocks(walk))
    yield from painted(reckoning_blocks(reckon(walk), _depth(unfolded)))


def _depth(unfolded: bool) -> Depth:
    return Depth.PINS if unfolded else Depth.CLAIMS
