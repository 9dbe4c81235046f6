"""A session as text that can be kept in a file, and back.

The text is JSON: which turning point the walk began at, its manner, its moves, and a fingerprint of each turning point
that it came through, which tells whether the scenario was changed since. What a scenario says may change freely; nodes,
steps, where they lead and under which facts are what a walk rests on.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from untaken.history.ballot import Ballot
from untaken.history.course import Course
from untaken.history.moves import Ground, How, Move, Vote
from untaken.history.session import Reveal, Session, followed
from untaken.history.trail import Trail
from untaken.history.urn import Lid, Urn
from untaken.model import Outcome, Scenario, Ties, TurningPoint
from untaken.text.trouble import Trouble

FORMAT = 2
READABLE = (1, FORMAT)
"""The formats that can be read: the second one added what was walked besides the road."""

Hands = dict[str, Annotated[int, Field(ge=0)]]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Ballot(_Part):
    given: tuple[tuple[str, Annotated[int, Field(ge=0)]], ...] = ()
    before: Hands | None = None
    after: Hands | None = None
    lid: Lid = Lid.WAITING
    slips: dict[str, str] = Field(default_factory=dict)
    slips_before: dict[str, str] = Field(default_factory=dict)


class _Ground(_Part):
    way: str
    claim: str


class _Move(_Part):
    scenario: str
    node: str
    way: str
    how: How
    before: Hands = Field(default_factory=dict)
    after: Hands = Field(default_factory=dict)
    by_teacher: bool = False
    shifts: tuple[tuple[str, str, Annotated[int, Field(ge=0)]], ...] = ()
    throw: Annotated[int, Field(ge=0)] = 0
    convinced: _Ground | None = None
    against: _Ground | None = None


class _Version(BaseModel):
    untaken_walk: int


class Record(_Part):
    """What a file holds: a session in words of its own, before it is matched with the scenarios there are."""

    untaken_walk: int
    start: str
    collection: str = ""
    lesson: str = ""
    stops: bool = False
    seed: int
    reveal: Reveal
    asks: bool
    votes: bool
    moves: tuple[_Move, ...]
    hides: bool = False
    reasons: bool = False
    room: str = ""
    hands: Hands = Field(default_factory=dict)
    """The first count alone, as the first format had it."""
    ballot: _Ballot = _Ballot()
    undone: tuple[_Move, ...] = ()
    left: tuple[tuple[_Move, ...], ...] = ()
    versions: dict[str, str]


@dataclass(frozen=True)
class Resumed:
    """A kept session at the scenarios that there are now.

    `lost` are the moves that no longer fit, the last ones of the walk; `changed` the scenarios that are not the same.
    """

    session: Session
    lost: tuple[Move, ...] = ()
    changed: tuple[str, ...] = ()


def kept(session: Session) -> str:
    """The text of a session."""
    walk = session.walk
    passed = dict.fromkeys(place.point.id for place in walk.places)
    record = Record(
        untaken_walk=FORMAT,
        start=walk.course.start,
        collection=walk.course.points[walk.course.start].collection,
        lesson=walk.course.lesson,
        stops=walk.course.stops,
        seed=session.seed,
        reveal=session.reveal,
        asks=session.asks,
        votes=session.votes,
        moves=tuple(_written(move) for move in walk.moves),
        hides=session.hides,
        reasons=session.reasons,
        room=session.room,
        ballot=_ballot_written(session.ballot),
        undone=tuple(_written(move) for move in session.trail.undone),
        left=tuple(tuple(_written(move) for move in road) for road in session.trail.left),
        versions={id: fingerprint(walk.course.points[id].scenario) for id in passed},
    )
    return record.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def record(text: str) -> Record | Trouble:
    """What a text says of a session, or why it is none."""
    try:
        version = _Version.model_validate_json(text).untaken_walk
        if version in READABLE:
            return Record.model_validate_json(text)
    except ValidationError as error:
        return _unreadable(text, error)
    return Trouble(
        f"it was saved by another version of untaken (format {version}; this one reads those up to {FORMAT})",
        "update untaken, or begin anew",
    )


def resumed(record: Record, points: Iterable[TurningPoint]) -> Resumed | Trouble:
    """The session of a record at these turning points, as far as its moves still fit."""
    known = list(points)
    own = [each for each in known if each.collection == record.collection] or known
    try:
        course = Course.of(own, record.start, record.lesson, record.stops)
    except KeyError as missing:
        is_lesson = record.lesson and missing.args == (record.lesson,)
        what = f"course '{record.lesson}'" if is_lesson else f"scenario '{record.start}', at which the walk began"
        return Trouble(f"there is no {what}", "name its folder with --scenarios")
    moves = (_read(move) for move in record.moves)
    walk, lost = followed(course, moves)
    ballot = Ballot() if lost else _ballot_read(record, [way.id for way in walk.ways])
    changed = tuple(id for id, version in record.versions.items() if not _is_same(course, id, version))
    undone = () if lost else tuple(_read(move) for move in record.undone)
    trail = Trail(undone, tuple(tuple(_read(move) for move in road) for road in record.left))
    manner = (record.reveal, record.asks, record.votes, record.hides, record.reasons)
    session = Session(walk, record.seed, *manner, ballot, trail, record.room)
    return Resumed(session, lost, changed)


def fingerprint(scenario: Scenario) -> str:
    """A short text that changes whenever a walk through the scenario might; words and their order do not matter."""
    shape = {
        id: [
            type(node).__name__,
            {
                step: [each.leads_to, *map(sorted, (*map(_ids, (each.requires, each.unless)), each.establishes))]
                for step, each in node.steps.items()
            },
            _outcome(node) if isinstance(node, Outcome) else [],
        ]
        for id, node in scenario.nodes.items()
    }
    premise = [_ids(ties) for ties in (scenario.requires, scenario.unless) if ties]
    parts = [scenario.first, shape, *([premise] if premise else [])]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _outcome(node: Outcome) -> list[object]:
    # What came later is told only where it is there: walks that were saved before stay as they were.
    later = [_ids(node.restores), node.ends] if node.restores or node.ends else []
    return [sorted(node.establishes), node.continues, *later]


def _ids(ties: Ties) -> list[str]:
    return [tie.fact for tie in ties]


def _is_same(course: Course, id: str, version: str) -> bool:
    return id in course.points and fingerprint(course.points[id].scenario) == version


def _written(move: Move) -> _Move:
    vote = move.vote or Vote()
    return _Move(
        scenario=move.scenario,
        node=move.node,
        way=move.way,
        how=move.how,
        before=dict(vote.before),
        after=dict(vote.after),
        by_teacher=vote.by_teacher,
        shifts=vote.shifts,
        throw=move.throw,
        convinced=move.convinced and _Ground(way=move.convinced.way, claim=move.convinced.claim),
        against=move.against and _Ground(way=move.against.way, claim=move.against.claim),
    )


def _read(move: _Move) -> Move:
    counts = (tuple(move.before.items()), tuple(move.after.items()))
    vote = Vote(*counts, move.by_teacher, move.shifts) if move.how is How.VOTED else None
    grounds = (_ground(move.convinced), _ground(move.against))
    return Move(move.scenario, move.node, move.way, move.how, vote, move.throw, *grounds)


def _ground(written: _Ground | None) -> Ground | None:
    return Ground(written.way, written.claim) if written else None


def _ballot_written(ballot: Ballot) -> _Ballot:
    before, after = (None if count is None else dict(count) for count in (ballot.before, ballot.after))
    slips, slips_before = dict(ballot.urn.slips), dict(ballot.urn.before)
    return _Ballot(
        given=ballot.given, before=before, after=after, lid=ballot.urn.lid, slips=slips, slips_before=slips_before
    )


def _ballot_read(record: Record, options: Sequence[str]) -> Ballot:
    """The hands that were counted where the walk stands, as far as its options are still there."""
    counts = [record.hands or None, None] if record.hands else [record.ballot.before, record.ballot.after]
    before, after = (None if count is None else _among(count.items(), options) for count in counts)
    there = record.ballot
    slips, slips_before = (_slips_among(each, options) for each in (there.slips, there.slips_before))
    return Ballot(_among(there.given, options), before, after, Urn(there.lid, slips, slips_before))


def _among(count: Iterable[tuple[str, int]], options: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((id, hands) for id, hands in count if id in options)


def _slips_among(slips: dict[str, str], options: Sequence[str]) -> dict[str, str]:
    return {ticket: option for ticket, option in slips.items() if option in options}


def _unreadable(text: str, error: ValidationError) -> Trouble:
    first = error.errors()[0]
    cure = "name a file that --save wrote, or begin anew"
    if first["type"] == "json_invalid":
        broken = "it breaks off in the middle" if "EOF" in first["msg"] else "its text is damaged"
        return Trouble(f"it is no saved walk, or {broken}" if text.strip() else "it is empty", cure)
    where = ".".join(str(part) for part in first["loc"])
    return Trouble(f"it is no saved walk{f': {where!r} is missing or wrong' if where else ''}", cure)
