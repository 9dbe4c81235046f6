"""What the plain face prints where a walk stands, after a move, and where a road ends."""

from collections.abc import Iterable

from untaken.faces.terminal import say, say_lines, say_sentence
from untaken.history.session import Reveal, Session
from untaken.model import Decision, Outcome
from untaken.telling.document import Block, block
from untaken.telling.phrases import places
from untaken.telling.reasons import Depth
from untaken.telling.walk.account import end_blocks, move_block, reckoning_blocks, step_by_step_blocks, telling_blocks
from untaken.telling.walk.page import closed_blocks, entrance_blocks, question_block, situation_blocks, way_blocks
from untaken.telling.walk.passage import onward_blocks
from untaken.telling.walk.reckoning import ends, reckon
from untaken.telling.walk.scene import broken_off, scene
from untaken.telling.walk.telling import tell

TELL_AGAIN = "t"
"""What is typed for all that is told of the last move."""


def show_place(session: Session) -> None:
    """Where the walk stands, whole: the situation and the ways on, or what an outcome came to.

    Of a class that votes, the arguments wait until its hands were counted once.
    """
    node = session.walk.here.node
    if isinstance(node, Outcome):
        _show_outcome(session)
        return
    here = scene(session.walk, session.told, session.tells)
    _paragraph([*entrance_blocks(here), *situation_blocks(here)])
    show_ways(session, Depth.LABELS if session.votes and isinstance(node, Decision) else Depth.CLAIMS)
    if session.walk.is_over:
        _paragraph([block(places.CLOSED_ROUND)])
        show_end(session)


def show_ways(session: Session, depth: Depth = Depth.CLAIMS) -> None:
    """The ways on, with what speaks for and against them."""
    _paragraph(way_blocks(scene(session.walk, session.told), depth, _marked(session)))


def show_question(session: Session) -> None:
    """The question and the names of the ways on."""
    here = scene(session.walk, session.told)
    say_lines([question_block(here), *way_blocks(here, Depth.LABELS, _marked(session))])


def show_move(session: Session, depth: Depth = Depth.CLAIMS) -> None:
    """What the last move was, and, unless that is kept for the end, what is told of it."""
    if telling := tell(session.walk, session.told):
        told = session.tells
        _paragraph([move_block(telling), *(telling_blocks(telling, depth, TELL_AGAIN) if told else ())])


def show_end(session: Session) -> None:
    """What the road came to, and all that was kept for its end."""
    if session.reveal is Reveal.END:
        say_lines(step_by_step_blocks(session.walk))
    _paragraph(reckoning_blocks(reckon(session.walk)))


def show_stop(session: Session) -> None:
    """The end of a road that somebody ends at an outcome, though it could go on."""
    if isinstance(session.walk.here.node, Outcome) and not session.walk.is_over:
        show_end(session)


def show_moves(session: Session) -> None:
    """The whole walk again: where it stood, what each move was, and where it stands now."""
    # The arguments stood on no page: all of them are told with the moves.
    for station in session.walk.stations[:-1]:
        show_move(session.at(station), Depth.ALL)
        if isinstance(station.here.node, Outcome):
            _show_outcome(session.at(station))
        else:
            here = scene(station, tells=session.tells)
            _paragraph([*entrance_blocks(here), *situation_blocks(here, context=False), *closed_blocks(here)])
    show_move(session, Depth.ALL)
    show_place(session)
    show_stop(session)


def show_past(session: Session) -> None:
    """All that was told on the road so far, with where each argument stands."""
    for station in session.walk.stations:
        show_move(session.at(station), Depth.PINS)
        if isinstance(station.here.node, Outcome):
            show_outcome(session.at(station), Depth.PINS)


def is_told(session: Session) -> bool:
    """Whether what happened may be named of the road so far."""
    return session.tells or session.walk.is_over


def _paragraph(blocks: Iterable[Block]) -> None:
    say_lines(blocks)
    say()


def _marked(session: Session) -> str:
    """The id of the way that is shown as what happened."""
    history = session.walk.here.history
    return history.id if history and session.told else ""


def show_outcome(session: Session, depth: Depth = Depth.CLAIMS) -> None:
    """The outcome at which a walk stands, what it rests on only where that may be told, and where the road goes on."""
    walk = session.walk
    say_lines(end_blocks(ends(walk)[-1], depth) if is_told(session) else [question_block(scene(walk))])
    say_lines(onward_blocks(walk, session.tells, depth))
    if broken := broken_off(walk):
        say_sentence(places.broken_off(broken))
    say()


def _show_outcome(session: Session) -> None:
    show_outcome(session)
    if session.walk.is_over:
        show_end(session)
