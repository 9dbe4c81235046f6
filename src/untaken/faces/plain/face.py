"""The conversation: a question, an answer, what came of it, and so on."""

from collections.abc import Callable
from enum import Enum

from untaken.faces import Keep
from untaken.faces.plain.shown import show_end, show_move, show_place, show_question
from untaken.model import Outcome
from untaken.terminal import ask, say, say_lines
from untaken.views.walk.scene import scene
from untaken.views.walk.words import Depth, card_lines
from untaken.walking import Refusal, divergence
from untaken.walking.session import Session


class _Turn(Enum):
    """What an answer comes to that leads nowhere else."""

    STAY = "stay"
    LEAVE = "leave"


Reply = Session | _Turn


def walk(session: Session, keep: Keep) -> Session:
    """Lead a person on from a session until they leave or input ends."""
    keep(session)
    show_place(session)
    while (answer := ask(_prompt(session))) is not None:
        reply = _reply(session, answer.strip())
        if reply is _Turn.LEAVE:
            _part(session)
            return session
        if isinstance(reply, Session):
            _arrive(session, reply)
            session = reply
            keep(session)
    if not session.walk.is_over:
        say(f"Input has ended. The walk stands at “{scene(session.walk).text}”.")
    return session


def _arrive(before: Session, after: Session) -> None:
    if len(after.walk.moves) > len(before.walk.moves):
        show_move(after)
    show_place(after)


def _part(session: Session) -> None:
    """Whoever stops at an outcome has come to the end of a road, even where it could go on."""
    if isinstance(session.walk.here.node, Outcome) and not session.walk.is_over:
        show_end(session)


def _prompt(session: Session) -> str:
    walk = session.walk
    if walk.is_over:
        return "What now? (b back, r again, h where the road left history, q leave, ? help): "
    if isinstance(walk.here.node, Outcome):
        return f"Enter goes on to “{scene(walk).cards[0].label}” (q leaves, ? for help): "
    if session.rolls:
        return "Enter lets the dice fall (? for help): "
    numbers = [way.number for way in walk.ways if way.is_open]
    shown = f"1-{numbers[-1]}" if len(numbers) == len(walk.ways) > 1 else " or ".join(map(str, numbers))
    return f"{'What falls?' if session.asks else 'Your choice'} ({shown}, ? for help): "


def _reply(session: Session, answer: str) -> Reply:
    command = _COMMANDS.get(answer.casefold())
    if command:
        return command(session)
    if not answer:
        return _entered(session)
    if session.rolls:
        say("Nobody chooses here. Enter lets the dice fall; ? tells what else there is.")
        return _Turn.STAY
    way = session.walk.understand(answer)
    if isinstance(way, Refusal):
        say(f"{way.message[0].upper()}{way.message[1:]}: {way.help}." if way.help else f"{way.message}.")
        return _Turn.STAY
    return session.take(way)


def _entered(session: Session) -> Reply:
    """Enter alone: it goes on where there is one way, and repeats the question where there are several."""
    if session.walk.is_over:
        return _Turn.STAY
    if session.rolls:
        return session.roll()
    if isinstance(session.walk.here.node, Outcome):
        return session.take(session.walk.ways[0])
    show_question(session)
    return _Turn.STAY


def _back(session: Session) -> Reply:
    if session.walk.moves:
        return session.retract()
    say("This is where the walk began.")
    return _Turn.STAY


def _again(session: Session) -> Reply:
    return session.at(session.walk.stations[0])


def _to_departure(session: Session) -> Reply:
    departures = divergence(session.walk).departures
    if not departures:
        say("The road has not left history.")
        return _Turn.STAY
    return session.at(session.walk.stations[session.walk.moves.index(departures[0].move)])


def _leave(session: Session) -> Reply:
    return _Turn.LEAVE


def _arguments(session: Session) -> Reply:
    say_lines(card_lines(scene(session.walk, session.told), Depth.PINS))
    return _Turn.STAY


def _where(session: Session) -> Reply:
    show_place(session)
    return _Turn.STAY


_WORDS: dict[tuple[str, ...], Callable[[Session], Reply]] = {
    ("b", "back"): _back,
    ("r", "again"): _again,
    ("h", "history"): _to_departure,
    ("a", "arguments"): _arguments,
    ("w", "where"): _where,
    ("q", "quit"): _leave,
}
_COMMANDS = {word: command for words, command in _WORDS.items() for word in words}
