"""What the plain face prints where a walk stands, after a move, and where a road ends."""

from collections.abc import Iterable

from untaken.faces.terminal import say, say_lines
from untaken.history.session import Reveal, Session
from untaken.history.walk import Walk
from untaken.model import Decision, Outcome
from untaken.telling.document import Block, Role, block
from untaken.telling.walk.reckoning import ends, reckon
from untaken.telling.walk.scene import broken_off, scene
from untaken.telling.walk.telling import tell
from untaken.telling.walk.words import (
    Depth,
    card_lines,
    end_lines,
    head_lines,
    move_line,
    onward_lines,
    question_line,
    reckoning_lines,
    telling_lines,
)


def show_place(session: Session) -> None:
    """Where the walk stands, whole: the situation and the ways on, or what an outcome came to.

    Of a class that votes, the arguments wait until its hands were counted once.
    """
    node = session.walk.here.node
    if isinstance(node, Outcome):
        _show_outcome(session)
        return
    _paragraph(head_lines(scene(session.walk, session.told)))
    show_ways(session, Depth.LABELS if session.votes and isinstance(node, Decision) else Depth.CLAIMS)
    if session.walk.is_over:
        _paragraph([block("Every way on is closed. The road ends here.")])
        show_end(session)


def show_ways(session: Session, depth: Depth = Depth.CLAIMS) -> None:
    """The ways on, with what speaks for and against them."""
    _paragraph(card_lines(scene(session.walk, session.told), depth, _marked(session)))


def show_question(session: Session) -> None:
    """The question and the names of the ways on."""
    here = scene(session.walk, session.told)
    say_lines([question_line(here), *card_lines(here, Depth.LABELS, _marked(session))])


def show_move(session: Session) -> None:
    """What the last move was, and, unless that is kept for the end, what is told of it."""
    if telling := tell(session.walk):
        told = session.reveal is not Reveal.END
        _paragraph([move_line(telling), *(telling_lines(telling) if told else ())])


def show_end(session: Session) -> None:
    """What the road came to, and all that was kept for its end."""
    if session.reveal is Reveal.END:
        _show_all(session.walk)
    _paragraph(reckoning_lines(reckon(session.walk)))


def show_stop(session: Session) -> None:
    """The end of a road that somebody ends at an outcome, though it could go on."""
    if isinstance(session.walk.here.node, Outcome) and not session.walk.is_over:
        show_end(session)


def show_moves(session: Session) -> None:
    """The whole walk again: where it stood, what each move was, and where it stands now."""
    for station in session.walk.stations[:-1]:
        show_move(session.at(station))
        if isinstance(station.here.node, Outcome):
            _show_outcome(session.at(station))
        else:
            _paragraph(head_lines(scene(station), context=False))
    show_move(session)
    show_place(session)
    show_stop(session)


def is_told(session: Session) -> bool:
    """Whether what happened may be named of the road so far."""
    return session.reveal is not Reveal.END or session.walk.is_over


def _paragraph(lines: Iterable[Block]) -> None:
    say_lines(lines)
    say()


def _marked(session: Session) -> str:
    """The id of the way that is shown as what happened."""
    history = session.walk.here.history
    return history.id if history and session.told else ""


def _show_outcome(session: Session) -> None:
    walk = session.walk
    told = is_told(session)
    say_lines(end_lines(ends(walk)[-1]) if told else [question_line(scene(walk))])
    say_lines(onward_lines(scene(walk)))
    if broken := broken_off(walk):
        say(broken)
    say()
    if walk.is_over:
        show_end(session)


def _show_all(walk: Walk) -> None:
    """What would have been told along the road."""
    _paragraph([block("What happened, step by step", Role.TITLE)])
    for station in walk.stations:
        if telling := tell(station):
            _paragraph([move_line(telling), *telling_lines(telling)])
        if isinstance(station.here.node, Outcome) and not station.is_over:
            _paragraph(end_lines(ends(station)[-1]))
