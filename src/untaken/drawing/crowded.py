"""What a class decided, on the picture of a turning point: the more took a road, the wider it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from untaken.drawing.sheet import Box, BoxKind, Key, Link, Paragraph, Sheet, TextRole, TextRun, words
from untaken.history.crowd import Crowd
from untaken.history.graph import Graph
from untaken.history.moves import Ground
from untaken.model import TurningPoint
from untaken.telling.crowd import figures
from untaken.telling.phrases import crowds as say
from untaken.telling.phrases.claims import behind

_NARROWEST, _WIDEST = 0.3, 2.0
"""How wide the road of one walker and that of all are, beside a usual one."""


def crowded(sheet: Sheet, point: TurningPoint, graph: Graph, crowd: Crowd) -> Sheet:
    """The sheet with how many went each way, who left history and came back, and which reasons were named.

    It is made from an outline: of the arguments those are shown that somebody named.
    """
    counts = _Counts(point, graph, crowd)
    return replace(
        sheet,
        boxes=tuple(counts.box(box) for box in sheet.boxes),
        links=tuple(counts.link(link) for link in sheet.links),
        context=" ".join(figures(crowd, point)),
    )


class _Counts:
    def __init__(self, point: TurningPoint, graph: Graph, crowd: Crowd) -> None:
        self._crowd, self._point, self._graph = crowd, point.id, graph
        self._nowhere: Counter[str] = Counter()

    def box(self, box: Box) -> Box:
        node = box.node
        if len(box.id) > 1:
            lines = (*box.lines, *self._option(node, box.id[1]))
            return replace(box, lines=lines, parts=tuple(self._reasons(node, box.id[1])))
        if box.kind is BoxKind.OUTCOME:
            return replace(box, lines=(*box.lines, words(say.came_to_this(self._arrived(node)), TextRole.ROAD)))
        back = self._crowd.returned[self._point, node]
        role = TextRole.CHANCE_WHEN if box.kind is BoxKind.CHANCE else TextRole.DECIDERS
        return replace(box, lines=(words(say.came_back(back), role), *box.lines)) if back else box

    def link(self, link: Link) -> Link:
        """A link as wide as many went that way; one that nobody went stays as it is, unless history did."""
        went = self._went(link.tail if len(link.tail) > 1 else link.head)
        return replace(link, weight=_NARROWEST + (_WIDEST - _NARROWEST) * went / self._crowd.walkers, went=went)

    def _taken(self, node: str) -> Counter[str]:
        return self._crowd.taken.get((self._point, node), self._nowhere)

    def _went(self, option: Key) -> int:
        return self._taken(option[0])[option[1]]

    def _arrived(self, outcome: str) -> int:
        arcs = (arc for arcs in self._graph.leaving.values() for arc in arcs)
        return sum(self._taken(arc.tail)[arc.id] for arc in arcs if arc.head == outcome)

    def _option(self, node: str, way: str) -> Iterator[Paragraph]:
        taken = self._taken(node)
        yield words(say.of_all(taken[way], taken.total()), TextRole.ROAD)
        if left := self._crowd.left[(self._point, node), way]:
            yield words(say.left_here(left), TextRole.QUIET)

    def _reasons(self, node: str, way: str) -> Iterator[Paragraph]:
        for named, mark, told in (
            (self._crowd.convinced, TextRun("▲", TextRole.FOR), say.by_so_many),
            (self._crowd.against, TextRun("▼", TextRole.AGAINST), say.against_for),
        ):
            grounds: Counter[Ground] = named.get((self._point, node), Counter())
            for ground, count in sorted(grounds.items(), key=lambda each: (-each[1], each[0].claim)):
                if ground.way == way:
                    tail = TextRun(behind(told(count)), TextRole.OWNER)
                    yield Paragraph((TextRun(ground.claim, TextRole.CLAIM),), mark, tail)
