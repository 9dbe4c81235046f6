"""How to walk a road again: the words that `--choose` takes."""

import shlex
from collections.abc import Sequence

from untaken.history import How, Walk, Way
from untaken.history.scripted import names
from untaken.history.walk import REJOIN


def choices(walk: Walk) -> tuple[str, ...]:
    """A word for each decision and each turn of chance on a road, in order; they lead over the same road.

    A word is an id where one can be typed and means this way, else the number of the way. What comes by itself needs no
    word.
    """
    words: list[str] = []
    for station, move in reversed(list(zip(walk.stations, walk.moves, strict=False))):
        if move.how is How.REJOINED:
            words.append(REJOIN)
        elif station.only_way is None and move.how.is_step:
            words.append(_word(station, move.way))
        elif words and station.only_way and names(words[-1], station):
            # Else the word that is meant for a later way would be taken for one here.
            words.append(_word(station, move.way))
    return tuple(reversed(words))


def _word(station: Walk, id: str) -> str:
    meant = station.understand(id)
    typed = id.isprintable() and not set(id) & set(", `") and isinstance(meant, Way) and meant.id == id
    return id if typed else next(str(way.number) for way in station.ways if way.id == id)


def command(walk: Walk, begun: Sequence[str]) -> str:
    """The command that walks a road again; `begun` are the words that began it: `untaken walk ferry`."""
    chosen = choices(walk)
    return shlex.join([*begun, *(["--choose", ",".join(chosen)] if chosen else [])])
