"""A walk by a list of words, without asking: one for each decision and each turn of chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from untaken.history.session import Session
from untaken.history.walk import Refusal, Walk
from untaken.model import Chance, Outcome

ROLL = "roll"
"""The word that lets the dice fall at a chance node."""


@dataclass(frozen=True)
class Stumble:
    """The word that led nowhere: the place in the list, counted from 1, the walk before it, and why."""

    at: int
    word: str
    walk: Walk
    refusal: Refusal


def follow(session: Session, words: Sequence[str]) -> Session | Stumble:
    """The session after all words, or the first word that led nowhere.

    A word is the number, the id or the label of an open way, or, at a chance node, `roll`. An outcome that continues
    goes on by itself while words are left.
    """
    for at, word in enumerate(words, 1):
        session = _gone_on(session)
        moved = _moved(session, word)
        if isinstance(moved, Refusal):
            return Stumble(at, word, session.walk, moved)
        session = moved
    return session


def _gone_on(session: Session) -> Session:
    at_end = isinstance(session.walk.here.node, Outcome) and session.walk.ways
    return session.take(session.walk.ways[0]) if at_end else session


def _moved(session: Session, word: str) -> Session | Refusal:
    way = session.walk.understand(word)
    if not isinstance(way, Refusal):
        return session.take(way)
    rolls = isinstance(session.walk.here.node, Chance) and word.strip().casefold() == ROLL
    return session.roll() if rolls and not session.walk.is_over else way
