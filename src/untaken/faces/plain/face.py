"""The conversation: a question, an answer, what came of it, and so on."""

from enum import Enum

from untaken.faces import Keep
from untaken.faces.phones.room import Room
from untaken.faces.plain.asking import tries
from untaken.faces.plain.ballot import Clerk
from untaken.faces.plain.commands import COMMANDS, LEAVING
from untaken.faces.plain.motives import name_reasons
from untaken.faces.plain.shown import show_move, show_place, show_question, show_stop
from untaken.faces.plain.telephones import Usher
from untaken.faces.terminal import ask, say, say_sentence
from untaken.history.session import Session
from untaken.model import Chance, Outcome
from untaken.telling.phrases import asking
from untaken.telling.walk.motives import is_asked
from untaken.telling.walk.scene import open_numbers, scene
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line


class _Ending(Enum):
    """Why a conversation is over."""

    LEFT = "left"
    NO_INPUT = "no input"


def walk(session: Session, keep: Keep, room: Room | None = None) -> Session:
    """Lead a person on from a session until they leave or input ends; telephones vote where there is a room."""
    usher = Usher(room, keep, _is_command) if room else None
    keep(session)
    show_place(session)
    pending = None
    while isinstance(moved := _moved(session, keep, usher, pending), Session):
        # Kept before it is shown: whoever reads of a move can rely on it.
        keep(moved)
        pending = None
        if moved.reasons and _is_choice(session, moved):
            moved, pending = name_reasons(moved, _is_command)
            keep(moved)
        say()
        if len(moved.walk.moves) > len(session.walk.moves):
            show_move(moved)
        show_place(moved)
        session = moved
    if moved is _Ending.LEFT:
        show_stop(session)
    elif not session.walk.is_over:
        say_sentence(asking.input_ended(scene(session.walk).text))
    return session


def _is_choice(before: Session, after: Session) -> bool:
    """Whether somebody has just chosen, and made nothing again that was taken back."""
    is_longer = len(after.walk.moves) > len(before.walk.moves)
    return is_longer and is_asked(after.walk) and after.walk.moves[-1] not in before.trail.undone


def _moved(session: Session, keep: Keep, usher: Usher | None = None, pending: str | None = None) -> Session | _Ending:
    """Put questions until an answer moves the walk or ends it; a `pending` answer was given already."""
    clerk = Clerk(keep, _is_command, usher)
    for _ in tries():
        if session.counts_hands and pending is None:
            voted = clerk.vote(session)
            if isinstance(voted, Session):
                return voted
            session, answer = voted.session, voted.answer
        else:
            answer = ask(_prompt(session)) if pending is None else pending
        pending = None
        if answer is None:
            break
        word = answer.strip()
        if word.casefold() in LEAVING:
            return _Ending.LEFT
        moved = _replied(session, word)
        if moved is not session:
            return moved
    return _Ending.NO_INPUT


def _is_command(word: str) -> bool:
    return word.casefold() in COMMANDS or word.casefold() in LEAVING


def _prompt(session: Session) -> str:
    walk = session.walk
    if walk.is_over:
        return asking.WHAT_NOW
    if walk.is_lost:
        return asking.REJOIN
    if isinstance(walk.here.node, Outcome):
        return asking.GO_ON
    if walk.only_way:
        return asking.ONLY_WAY
    if session.rolls:
        return asking.ROLL
    question = asking.what_falls if isinstance(walk.here.node, Chance) else asking.your_choice
    return question(open_numbers(walk.ways))


def _replied(session: Session, word: str) -> Session:
    """The session after an answer; the same one where the answer moves nothing."""
    command = COMMANDS.get(word.casefold())
    if command:
        return command(session)
    if not word:
        return _entered(session)
    if session.walk.is_over:
        say_sentence(asking.OVER)
        return session
    if session.rolls:
        say_sentence(asking.NOBODY_CHOOSES)
        return session
    way = session.walk.understand(word)
    if isinstance(way, Trouble):
        say_sentence(one_line(way.sentence))
        return session
    return session.take(way)


def _entered(session: Session) -> Session:
    """Enter alone: it goes on where there is one way, and repeats the question where there are several."""
    if session.walk.is_over:
        return session
    if session.rolls:
        return session.roll()
    if isinstance(session.walk.here.node, Outcome):
        return session.take(session.walk.ways[0])
    if session.walk.only_way:
        return session.take(session.walk.only_way)
    show_question(session)
    return session
