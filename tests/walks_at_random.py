"""Courses and walks at random, for properties that hold for every one.

A course of `courses()` has one or two turning points of one collection, most outcomes of which continue in the next.
A walk of `walks()` may end anywhere: in the midst, at an outcome, where every way is closed.
"""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from scenarios_at_random import turning_points
from untaken.history import Course, How, Vote, Walk
from untaken.history.ballot import Ballot
from untaken.history.moves import Ground
from untaken.history.session import Reveal, Session
from untaken.model import Chance, Decision, Outcome, TurningPoint

GROUNDS = st.none() | st.builds(Ground, st.text(min_size=1), st.text())
IDS = ("crossing", "the-inquiry")


@st.composite
def courses(draw: st.DrawFn, most_nodes: int = 4) -> Course:
    points = draw(st.lists(turning_points(most_nodes), min_size=1, max_size=2))
    ids = draw(st.permutations(IDS))[: len(points)]
    shared = {id: sentence for point in points for id, sentence in point.facts.items()}
    joined = [
        replace(_leading(draw, point, ids[at + 1 : at + 2]), id=id, collection="island", facts=shared)
        for at, (id, point) in enumerate(zip(ids, points, strict=True))
    ]
    return Course.of(joined, draw(st.sampled_from(ids)) if draw(st.booleans()) else "")


def _leading(draw: st.DrawFn, point: TurningPoint, following: Sequence[str]) -> TurningPoint:
    """The turning point with outcomes that mostly continue in the one that follows, if any."""
    nodes = {
        id: node.model_copy(update={"continues": following[0]})
        if isinstance(node, Outcome) and following and draw(st.integers(0, 3))
        else node
        for id, node in point.scenario.nodes.items()
    }
    return replace(point, scenario=point.scenario.model_copy(update={"nodes": nodes}))


@st.composite
def walks(draw: st.DrawFn, most_nodes: int = 4) -> Walk:
    walk = Walk(draw(courses(most_nodes)))
    for _ in range(draw(st.integers(0, 8))):
        open_ways = [way for way in walk.ways if way.is_open]
        if not open_ways:
            break
        walk = walk.take(draw(st.sampled_from(open_ways)), *_manner(draw, walk))
        if draw(st.booleans()):
            walk = walk.amended(convinced=draw(GROUNDS), against=draw(GROUNDS))
    return walk


def _manner(draw: st.DrawFn, walk: Walk) -> tuple[How, Vote | None]:
    node = walk.here.node
    if isinstance(node, Chance):
        return draw(st.sampled_from((How.ROLLED, How.TOLD))), None
    if isinstance(node, Decision) and draw(st.booleans()):
        return How.VOTED, Vote(_hands(draw, walk), _hands(draw, walk), draw(st.booleans()))
    return How.CHOSEN, None


def _ballot(draw: st.DrawFn, walk: Walk) -> Ballot:
    ids = [way.id for way in walk.ways if way.is_open]
    given = draw(st.lists(st.tuples(st.sampled_from(ids), st.integers(0, 300)), max_size=3)) if ids else []
    counts = [_hands(draw, walk) if draw(st.booleans()) else None for _ in range(2)]
    return Ballot(tuple(given), *counts)


def _hands(draw: st.DrawFn, walk: Walk) -> tuple[tuple[str, int], ...]:
    """Hands for all open options, or for none."""
    ids = [way.id for way in walk.ways if way.is_open]
    return tuple((id, draw(st.integers(0, 300))) for id in ids) if draw(st.booleans()) else ()


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    walk = draw(walks())
    votes = draw(st.booleans())
    ballot = _ballot(draw, walk) if votes and isinstance(walk.here.node, Decision) else Ballot()
    begun = Session(walk, draw(st.integers()), draw(st.sampled_from(Reveal)), draw(st.booleans()), votes)
    return replace(
        strolled(draw, begun, draw(st.integers(0, 6))),
        ballot=ballot,
        hides=votes and draw(st.booleans()),
        reasons=draw(st.booleans()),
    )


def strolled(draw: st.DrawFn, session: Session, steps: int) -> Session:
    """The session after somebody went on and back in it, and came to stand where it stood."""
    walk = session.walk
    for _ in range(steps):
        session = stepped(draw, session)
    return session.at(walk)


def stepped(draw: st.DrawFn, session: Session) -> Session:
    """The session after one step: on, back, on again as it was, or to the beginning."""
    ways = [way for way in session.walk.ways if way.is_open]
    steps = [session.retract, session.redo, session.again, *([session.roll] if session.rolls else [])]
    steps += [lambda way=way: session.take(way) for way in ways]  # type: ignore[misc]
    return draw(st.sampled_from(steps))()
