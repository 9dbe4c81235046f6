"""What can be typed besides an answer, each with its letter and its word."""

from collections.abc import Callable

from untaken.faces.plain.shown import TELL_AGAIN, is_told, show_move, show_outcome, show_past, show_place, show_ways
from untaken.faces.terminal import ask, say_lines, say_sentence
from untaken.history import How, divergence
from untaken.history.session import Session
from untaken.model import Outcome
from untaken.telling.reasons import Depth
from untaken.telling.walk.mapping import map_blocks
from untaken.telling.walk.road import road, whole
from untaken.telling.walk.scene import sources_here

Command = Callable[[Session], Session]
"""Shows something and gives the same session, or gives the one to go on from."""


def _back(session: Session) -> Session:
    if not session.walk.moves:
        say_sentence("This is where the walk began.")
        return session
    return session.retract()


def _forward(session: Session) -> Session:
    moved = session.redo()
    if moved is session:
        say_sentence("Nothing was taken back that could be made again.")
    return moved


def _not_over(session: Session) -> Session:
    """A whole road is not given up for one letter, which may have been meant for help."""
    say_sentence("The road has not ended yet. b goes back, one decision at a time; ? helps.")
    return session


def _again(session: Session) -> Session:
    if not session.walk.moves:
        return _back(session)
    if not session.walk.is_over:
        return _not_over(session)
    answer = ask("Begin again? A saved walk keeps the road that you walked. (y begins, Enter stays): ")
    return session.again() if (answer or "").strip().casefold() in ("y", "yes") else session


def _to_departure(session: Session) -> Session:
    """Back to where the road left history for the first time, once that may be known."""
    departures = divergence(session.walk).departures
    if not is_told(session):
        say_sentence("Where the road left history is told at its end.")
        return session
    if not departures:
        say_sentence("The road has not left history.")
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
        say_sentence("Nothing has been chosen yet.")
    return session


def _past(session: Session) -> Session:
    if session.walk.moves:
        show_past(session)
    else:
        say_sentence("Nothing has been chosen yet.")
    return session


def _sources(session: Session) -> Session:
    told = is_told(session) if isinstance(session.walk.here.node, Outcome) else session.told
    references = sources_here(session.walk, told)
    for reference in references or ("No source is cited here.",):
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
    ("b", "back", _back, "goes back to the last decision."),
    ("f", "forward", _forward, "makes again what b took back."),
    ("a", "arguments", _arguments, "shows all arguments, with the passages that they rest on."),
    (TELL_AGAIN, "told", _told, "tells of the last choice again, all arguments and where they stand."),
    ("p", "past", _past, "tells all of the road so far again."),
    ("s", "sources", _sources, "names the sources that speak here."),
    ("m", "map", _map, "tells the road so far; where it has ended, all roads that there were."),
    ("w", "where", _where, "repeats where you are."),
    ("r", "again", _again, "walks again from the beginning, once the road has ended."),
    ("h", "history", _to_departure, "goes back to where the road left history, once it has ended."),
    ("?", "help", _help, "shows this help."),
)
LEAVING = ("q", "quit", "stop")
HELP = (
    "Type the number of a way, or its name, and press Enter.",
    "Enter alone goes on where nothing is to be chosen; else it repeats the question.",
    *(f"{letter} or {word} {what}" for letter, word, _, what in _KNOWN),
    "q or stop leaves.",
)
COMMANDS = {name: command for letter, word, command, _ in _KNOWN for name in (letter, word)}
