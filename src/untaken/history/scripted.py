"""A walk by a list of words, without asking: one for each decision and each turn of chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from untaken.history.places import Way
from untaken.history.session import Session
from untaken.history.walk import Walk
from untaken.model import Chance, Outcome
from untaken.text.trouble import Trouble

ROLL = "roll"
"""The word that lets the dice fall at a chance node."""


@dataclass(frozen=True)
class ScriptFault:
    """The word that led nowhere: the place in the list, counted from 1, the walk before it, and why."""

    at: int
    word: str
    walk: Walk
    refusal: Trouble


def follow(session: Session, words: Sequence[str]) -> Session | ScriptFault:
    """The session after all words, or the first word that led nowhere.

    A word is the number, the id or the label of an open way, or, at a chance node, `roll`; where nothing is left of the
    road, `rejoin`. Where a single way is open the walk goes on by itself, and after an outcome while words are left.
    """
    for at, word in enumerate(words, 1):
        gone_on = _gone_on(session, word)
        moved = _moved(gone_on, word)
        if isinstance(moved, Trouble) and gone_on is not session:
            # It was meant for the way that the walk would have taken by itself, by its number.
            meant = _moved(session, word)
            moved = moved if isinstance(meant, Trouble) else meant
        if isinstance(moved, Trouble):
            return ScriptFault(at, word, gone_on.walk, moved)
        session = moved
    while words and (way := session.walk.only_way):
        session = session.take(way)
    return session


def _gone_on(session: Session, word: str) -> Session:
    """The session where the next word is wanted: past outcomes and single ways, unless the word names a way there."""
    while (way := _by_itself(session.walk)) is not None and not names(word, session.walk):
        session = session.take(way)
    return session


def _by_itself(walk: Walk) -> Way | None:
    """The way that a walk takes without a word."""
    if isinstance(walk.here.node, Outcome):
        return walk.ways[0] if walk.ways and not walk.is_lost else None
    return walk.only_way


def names(word: str, walk: Walk) -> bool:
    """Whether a word is the id or the label of an option or a branch where a walk stands, open or closed."""
    return any(
        way.step is not None and word.strip().casefold() in (way.id.casefold(), way.label.casefold())
        for way in walk.ways
    )


def _moved(session: Session, word: str) -> Session | Trouble:
    way = session.walk.understand(word)
    if not isinstance(way, Trouble):
        return session.take(way)
    rolls = isinstance(session.walk.here.node, Chance) and word.strip().casefold() == ROLL
    return session.roll() if rolls and not session.walk.is_over else way
