"""What can be typed besides an answer, each with its letter and its word."""

from collections.abc import Callable

from untaken.faces.plain.shown import TELL_AGAIN, is_told, show_move, show_outcome, show_past, show_place, show_ways
from untaken.faces.terminal import ask, say_lines, say_sentence
from untaken.history import How, divergence
from untaken.history.session import Session
from untaken.model import Outcome
from untaken.telling.phrases import asking
from untaken.telling.reasons import Depth
from untaken.telling.walk.mapping import map_blocks
from untaken.telling.walk.road import road, whole
from untaken.telling.walk.scene import sources_here

Command = Callable[[Session], Session]
"""Shows something and gives the same session, or gives the one to go on from."""


def _back(session: Session) -> Session:
    if not session.walk.moves:
        say_sentence(asking.BEGAN_HERE)
        return session
    return session.retract()


def _forward(session: Session) -> Session:
    moved = session.redo()
    if moved is session:
        say_sentence(asking.NOTHING_TO_MAKE_AGAIN)
    return moved


def _not_over(session: Session) -> Session:
    """A whole road is not given up for one letter, which may have been meant for help."""
    say_sentence(asking.NOT_OVER)
    return session


def _again(session: Session) -> Session:
    if not session.walk.moves:
        return _back(session)
    if not session.walk.is_over:
        return _not_over(session)
    answer = ask(asking.BEGIN_AGAIN)
    return session.again() if (answer or "").strip().casefold() in ("y", "yes") else session


def _to_departure(session: Session) -> Session:
    """Back to where the road left history for the first time, once that may be known."""
    departures = divergence(session.walk).departures
    if not is_told(session):
        say_sentence(asking.TOLD_AT_THE_END)
        return session
    if not departures:
        say_sentence(asking.NEVER_LEFT)
        return session
    if not session.walk.is_over:
        return _not_over(session)
    return session.at(session.walk.stations[session.walk.moves.index(departures[0].move)])


def _arguments(session: Session) -> Session:
    if isinstance(session.walk.here.node, Outcome):
        show_outcome(session, Depth.PINS)
    else:
        show_ways(session, Depth.PINS)
    return session


def _told(session: Session) -> Session:
    """All that is told of the last choice, what stood on the page before it, too."""
    walk = session.walk
    while walk.moves and walk.moves[-1].how not in (How.CHOSEN, How.VOTED):
        walk = walk.back()
    if walk.moves:
        show_move(session.at(walk), Depth.PINS)
    else:
        say_sentence(asking.NOTHING_CHOSEN)
    return session


def _past(session: Session) -> Session:
    if session.walk.moves:
        show_past(session)
    else:
        say_sentence(asking.NOTHING_CHOSEN)
    return session


def _sources(session: Session) -> Session:
    told = is_told(session) if isinstance(session.walk.here.node, Outcome) else session.told
    references = sources_here(session.walk, told)
    for reference in references or (asking.NOTHING_CITED,):
        say_sentence(reference)
    return session


def _map(session: Session) -> Session:
    walk = session.walk
    say_lines(map_blocks(whole(walk) if walk.is_over else road(walk, session.reveal)))
    return session


def _where(session: Session) -> Session:
    show_place(session)
    return session


def _help(session: Session) -> Session:
    for line in HELP:
        say_sentence(line)
    return session


_KNOWN: tuple[tuple[str, str, Command, str], ...] = (
    ("b", "back", _back, asking.BACK),
    ("f", "forward", _forward, asking.FORWARD),
    ("a", "arguments", _arguments, asking.ARGUMENTS),
    (TELL_AGAIN, "told", _told, asking.TOLD),
    ("p", "past", _past, asking.PAST),
    ("s", "sources", _sources, asking.SOURCES),
    ("m", "map", _map, asking.MAP),
    ("w", "where", _where, asking.WHERE),
    ("r", "again", _again, asking.AGAIN),
    ("h", "history", _to_departure, asking.HISTORY),
    ("?", "help", _help, asking.HELP),
)
LEAVING = ("q", "quit", "stop")
HELP = (
    *asking.HOW_TO_ANSWER,
    *(asking.word(letter, word, what) for letter, word, _, what in _KNOWN),
    asking.HOW_TO_LEAVE,
)
COMMANDS = {name: command for letter, word, command, _ in _KNOWN for name in (letter, word)}
