"""Hands in words: how many were raised for each option, and how that shifted once the arguments were heard."""

from collections.abc import Iterator, Sequence

from untaken.history import Vote, Way
from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import tallies
from untaken.telling.walk.tally import shift_texts
from untaken.text.wrapping import one_line


def hands_blocks(ways: Sequence[Way], vote: Vote) -> Iterator[Block]:
    """A line for each option for which hands were counted, with the shift where they were counted twice, and who moved
    where that is known."""
    before, after = dict(vote.before), dict(vote.after)
    for way in ways:
        hands = [tally[way.id] for tally in (before, after) if way.id in tally]
        if hands:
            yield block(tallies.hands(one_line(way.label), *hands), Role.STEP, 1)
    for moved in shift_texts(vote, ways):
        yield block(moved, Role.STEP, 1)
