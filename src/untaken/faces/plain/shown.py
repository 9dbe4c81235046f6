"""What the plain face prints where a walk stands, after a move, and where a road ends."""

from untaken.model import Outcome
from untaken.terminal import say, say_lines
from untaken.views.walk.reckoning import ends, reckon
from untaken.views.walk.scene import scene
from untaken.views.walk.telling import tell
from untaken.views.walk.words import (
    Depth,
    card_lines,
    end_lines,
    head_lines,
    move_line,
    question_line,
    reckoning_lines,
    telling_lines,
)
from untaken.walking.session import Reveal, Session
from untaken.walking.walk import Walk


def show_place(session: Session, depth: Depth = Depth.CLAIMS) -> None:
    """Where the walk stands, whole: the situation and the ways on, or what an outcome came to."""
    if isinstance(session.walk.here.node, Outcome):
        _show_outcome(session)
        return
    here = scene(session.walk, session.told)
    say()
    say_lines(head_lines(here))
    say()
    say_lines(card_lines(here, depth, _marked(session)))
    say()


def show_question(session: Session) -> None:
    """The question and the names of the ways on."""
    here = scene(session.walk, session.told)
    say_lines([question_line(here), *card_lines(here, Depth.LABELS, _marked(session))])


def show_move(session: Session) -> None:
    """What the last move was, and, unless that is kept for the end, what is told of it."""
    telling = tell(session.walk)
    if telling is None:
        return
    say()
    say_lines([move_line(telling)])
    if session.reveal is not Reveal.END:
        say_lines(telling_lines(telling))


def show_end(session: Session) -> None:
    """What the road came to, and all that was kept for its end."""
    if session.reveal is Reveal.END:
        _show_all(session.walk)
    say()
    say_lines(reckoning_lines(reckon(session.walk)))
    say()


def _marked(session: Session) -> str:
    """The id of the way that is shown as what happened."""
    history = session.walk.here.history
    return history.id if history and session.told else ""


def _show_outcome(session: Session) -> None:
    say()
    walk = session.walk
    if session.reveal is Reveal.END and not walk.is_over:
        say_lines([question_line(scene(walk))])
        return
    say_lines(end_lines(ends(walk)[-1]))
    if walk.is_over:
        show_end(session)


def _show_all(walk: Walk) -> None:
    """What would have been told along the road."""
    for station in walk.stations:
        if telling := tell(station):
            say()
            say_lines([move_line(telling), *telling_lines(telling)])
