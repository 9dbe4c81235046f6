"""Hands in words: how many were raised for each option, and how that shifted once the arguments were heard."""

from collections.abc import Iterable, Iterator

from untaken.history import Vote, Way
from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import tallies
from untaken.text.wrapping import one_line


def hands_blocks(ways: Iterable[Way], vote: Vote) -> Iterator[Block]:
    """A line for each option for which hands were counted, with the shift where they were counted twice."""
    before, after = dict(vote.before), dict(vote.after)
    for way in ways:
        hands = [tally[way.id] for tally in (before, after) if way.id in tally]
        if hands:
            yield block(tallies.hands(one_line(way.label), *hands), Role.STEP, 1)
