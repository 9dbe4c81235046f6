"""What remains of a walk on paper: an essay-ready record, with citations and how to walk the road again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from untaken.history import Walk
from untaken.history.session import Reveal, Session
from untaken.model import Outcome
from untaken.telling.document import Block, Role, Run, block
from untaken.telling.phrases import papers, roads
from untaken.telling.reasons import Depth
from untaken.telling.walk.account import end_blocks, move_block, reckoning_blocks, telling_blocks
from untaken.telling.walk.hands import hands_blocks
from untaken.telling.walk.motives import named_blocks
from untaken.telling.walk.page import entrance_blocks, question_block, situation_blocks, way_blocks
from untaken.telling.walk.passage import onward_blocks
from untaken.telling.walk.reckoning import ends, reckon
from untaken.telling.walk.repeating import command
from untaken.telling.walk.scene import Scene, scene
from untaken.telling.walk.telling import tell
from untaken.text.wrapping import one_line


def transcript(session: Session, date: str, begun: Sequence[str]) -> list[Block]:
    """The record of a session.

    `date` is the day of the walk, as it is to be read; `begun` are the words of the command that began it. While what
    happened is kept for the end of the road, nothing tells it.
    """
    return list(_Transcript(session).blocks(date, begun))


@dataclass(frozen=True)
class _Transcript:
    session: Session

    @property
    def walk(self) -> Walk:
        return self.session.walk

    @property
    def tells(self) -> bool:
        return self.session.reveal is not Reveal.END or isinstance(self.walk.here.node, Outcome) or self.walk.is_over

    def blocks(self, date: str, begun: Sequence[str]) -> Iterator[Block]:
        titles = [one_line(place.point.scenario.title) for place in self.walk.places]
        yield block(papers.a_walk(titles[0], titles[-1]), Role.TITLE)
        yield block(papers.walked_on(date, self.session.reveal))
        yield from self.road()
        if self.tells:
            yield from reckoning_blocks(reckon(self.walk), Depth.REFERENCES)
        yield block(papers.AGAIN, Role.TITLE)
        yield block(command(self.walk, begun), Role.CODE)
        yield from self.left(begun)

    def left(self, begun: Sequence[str]) -> Iterator[Block]:
        """The roads that were walked before this one and left for it, as far as the scenarios still have them."""
        trail = self.session.trail
        before = [Walk(self.walk.course).replayed(moves) for moves in trail.left]
        roads = [walk for walk in before if walk.moves]
        if roads:
            yield block(papers.LEFT, Role.TITLE)
        for walk in roads:
            yield block(papers.came_to(one_line(walk.here.node.text)))
            yield block(command(walk, begun), Role.CODE)

    def road(self) -> Iterator[Block]:
        """Every place of the road, with what was decided there; numbers count decisions and turns of chance."""
        number, outcomes = 0, iter(ends(self.walk))
        stations = self.walk.stations
        for station, following in zip(stations, (*stations[1:], None), strict=True):
            here = scene(station, told=True)
            yield from entrance_blocks(here)
            if isinstance(station.here.node, Outcome):
                end = next(outcomes)
                if self.tells:
                    yield from end_blocks(end, Depth.REFERENCES)
                    yield from onward_blocks(station, depth=Depth.REFERENCES)
                else:
                    yield block(roads.outcome(end.text), Role.NODE)
                continue
            number += 1
            yield from _place_blocks(here, number)
            if following is None:
                yield block(papers.BROKE_OFF if station.ways else papers.NO_WAY_ON)
            else:
                yield from self.move_blocks(following)

    def move_blocks(self, after: Walk) -> Iterator[Block]:
        """How the last move came about, and what is told of it."""
        vote, telling = after.moves[-1].vote, tell(after)
        if telling is None:
            return
        yield move_block(telling)
        if vote:
            yield from hands_blocks(after.back().ways, vote)
        yield from named_blocks(after)
        if self.tells:
            yield from telling_blocks(telling, Depth.REFERENCES)


def _place_blocks(here: Scene, number: int) -> Iterator[Block]:
    """A place under its question with its number, and the names of the ways that there were."""
    question = question_block(here)
    yield replace(question, runs=(Run(f"{number}. ", Role.LEAD), *question.runs))
    yield from (each for each in situation_blocks(here) if each != question)
    yield from way_blocks(here, Depth.LABELS)
