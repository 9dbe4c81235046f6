"""The hands of a class as they are counted, and what they come to: numbers, bars, and a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from untaken.history import Vote, Way
from untaken.history.session import Session
from untaken.telling.phrases import tallies, telephones
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Poll:
    """An option with the hands that were counted for it; None where none were, or none yet.

    `is_due` says that the second count is under way and has not come to it.
    """

    number: int
    label: str
    before: int | None
    after: int | None
    is_due: bool = False

    def __str__(self) -> str:
        if self.is_due and self.before is not None:
            return tallies.due(self.label, self.before)
        return tallies.hands(self.label, self.before, self.after)


def open_ways(session: Session) -> list[Way]:
    """The options for which hands are counted."""
    return [way for way in session.walk.ways if way.is_open]


def polls(session: Session) -> tuple[Poll, ...]:
    """The options with their hands in the count that is under way, or, where both are over, in both.

    A first count that is kept secret is not among them before the second one is over.
    """
    ballot = session.ballot
    before, after = dict(ballot.before or ()), dict(ballot.after or ())
    if ballot.before is None:
        before = ballot.counts
    elif not ballot.is_over:
        before, after = ({} if session.hides else before), ballot.counts
    is_second = ballot.before is not None and not ballot.is_over
    return tuple(
        Poll(way.number, one_line(way.label), before.get(way.id), after.get(way.id), is_second and way.id not in after)
        for way in open_ways(session)
    )


def verdict(vote: Vote, ways: Sequence[Way]) -> str:
    """What the hands come to: an option that has it, a tie, or nothing."""
    hands = dict(vote.decisive)
    labels = [one_line(way.label) for way in ways if way.id in vote.leading]
    if not labels:
        return tallies.NO_HANDS
    most = max(hands.values())
    return tallies.decided(labels[0], most, sum(hands.values())) if len(labels) == 1 else tallies.tie(labels, most)


def shift_texts(vote: Vote, ways: Sequence[Way]) -> Iterator[str]:
    """Who moved from which option to which between two votes by telephone, or stayed: a line each, the most first."""
    labels = {way.id: one_line(way.label) for way in ways}
    known = [(labels[a], labels[b], number) for a, b, number in vote.shifts if a in labels and b in labels]
    if known:
        yield f"{telephones.MOVED}:"
    for source, target, number in known:
        stays = telephones.stayed(number, source)
        yield stays if source == target else telephones.moved(number, source, target)


def bars(shown: Sequence[Poll], width: int) -> list[tuple[str, ...]]:
    """For each option a bar for each of its counts, the most hands `width` cells long, any hand at least one.

    The bar of a first count is light where there is a second one.

    >>> bars([Poll(1, "Sail", 4, 8), Poll(2, "Wait", 4, 0)], 8)
    [('░░░░', '████████'), ('░░░░', '')]
    """
    most = max((count for poll in shown for count in (poll.before, poll.after) if count), default=1)
    return [tuple(_bar(count, most, width, sign) for count, sign in _signed(poll)) for poll in shown]


def _signed(poll: Poll) -> list[tuple[int, str]]:
    first = "█" if poll.after is None and not poll.is_due else "░"
    return [(count, sign) for count, sign in ((poll.before, first), (poll.after, "█")) if count is not None]


def _bar(hands: int, most: int, width: int, sign: str) -> str:
    return sign * max(round(width * hands / most), min(hands, 1))
