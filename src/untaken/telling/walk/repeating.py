"""How to walk a road again: the words that `--choose` takes."""

import shlex
from collections.abc import Sequence

from untaken.history import How, Walk, Way


def choices(walk: Walk) -> tuple[str, ...]:
    """A word for each decision and each turn of chance on a road, in order; they lead over the same road.

    A word is an id where one can be typed and means this way, else the number of the way. Going on from an outcome
    needs no word.
    """
    steps = zip(walk.stations, walk.moves, strict=False)
    return tuple(_word(station, move.way) for station, move in steps if move.how is not How.WENT_ON)


def _word(station: Walk, id: str) -> str:
    meant = station.understand(id)
    typed = id.isprintable() and not set(id) & set(", `") and isinstance(meant, Way) and meant.id == id
    return id if typed else next(str(way.number) for way in station.ways if way.id == id)


def command(walk: Walk, begun: Sequence[str]) -> str:
    """The command that walks a road again; `begun` are the words that began it: `untaken walk ferry`."""
    chosen = choices(walk)
    return shlex.join([*begun, *(["--choose", ",".join(chosen)] if chosen else [])])
