"""A whole turning point on one sheet."""

from dataclasses import dataclass, replace

from untaken.drawing.boxes import YOUR_ROAD, Boxes, Detail
from untaken.drawing.sheet import Box, Link, LinkKind, Sheet, TextRole, words
from untaken.drawing.stepping import stepped
from untaken.history.graph import Arc, Graph
from untaken.model import TurningPoint


@dataclass(frozen=True, slots=True)
class Road:
    """Somebody's road through a scenario.

    The nodes that it came through; its steps, each a node and the id of an option or branch there; how it differs from
    history, in a sentence; and the whole in words, for who listens.
    """

    nodes: frozenset[str]
    steps: frozenset[tuple[str, str]]
    summary: str
    words: str


def whole(point: TurningPoint, graph: Graph, detail: Detail, described: str = "") -> Sheet:
    """The whole scenario, history's options first in each decision; `described` tells it to who listens."""
    boxes = Boxes(point, graph, detail)
    return _sheet(boxes, {id: graph.leaving[id] for id in graph.order}, described)


def in_steps(point: TurningPoint, graph: Graph, detail: Detail) -> Sheet:
    """The whole scenario for showing it step by step: in the order of a walk, and without hindsight."""
    boxes = Boxes(point, graph, detail, told=False)
    sheet = _sheet(boxes, {id: neutral(graph.leaving[id]) for id in graph.order}, "")
    return stepped(replace(sheet, neutral=True))


def neutral(arcs: list[Arc]) -> list[Arc]:
    """Options in the order of the alphabet, as in a walk: the author's often tells first what happened."""
    return sorted(arcs, key=lambda arc: (arc.step.label.casefold(), arc.id))


def with_road(sheet: Sheet, road: Road) -> Sheet:
    """The sheet with somebody's road beside that of history."""
    walked = {(node,) for node in road.nodes} | set(road.steps)
    boxes = tuple(_walked(box) if box.id in walked else box for box in sheet.boxes)
    options = road.steps
    links = tuple(replace(link, walked=link.tail in options or link.head in options) for link in sheet.links)
    context = " ".join(filter(None, (road.summary, sheet.context)))
    described = "\n\n".join(filter(None, (road.words, sheet.words)))
    return replace(sheet, boxes=boxes, links=links, context=context, words=described)


def _walked(box: Box) -> Box:
    ends_here = len(box.id) > 1 or box.basis is not None
    lines = (words(YOUR_ROAD, TextRole.ROAD), *box.lines) if ends_here else box.lines
    return replace(box, walked=True, lines=lines)


def _sheet(boxes: Boxes, leaving: dict[str, list[Arc]], described: str) -> Sheet:
    point, graph = boxes.point, boxes.graph
    spine = spine_of(graph)
    found: list[Box] = []
    links: list[Link] = []
    for id in graph.order:
        found.append(boxes.node(id, id in spine))
        for arc in leaving[id]:
            kind = LinkKind.HISTORY if arc in graph.historical else LinkKind.UNTAKEN
            found.append(boxes.step(arc))
            links += [Link((id,), (id, arc.id), kind), Link((id, arc.id), (arc.head,), kind)]
    scenario = point.scenario
    context = " ".join(" ".join(scenario.background).split()) if boxes.detail is Detail.FULL else ""
    return Sheet(
        scenario.title, scenario.question, context, tuple(found), spine, tuple(links), boxes.sources, described
    )


_WORTH_A_SPINE = 2
"""So many decisions have to lie ahead of where history stops for the spine to go on along the longest road."""


def spine_of(graph: Graph) -> tuple[str, ...]:
    """The nodes that a scenario is laid out along: those of history, and of the longest road from where it stops."""
    history = graph.historical_nodes
    if not history:
        return ()
    ahead = _longest(graph, history[-1])
    return (*history, *ahead[1:]) if sum(bool(graph.leaving[id]) for id in ahead[1:]) >= _WORTH_A_SPINE else history


def _longest(graph: Graph, start: str) -> list[str]:
    """The road from a node on that comes through the most nodes with a choice; of several, the author's first."""
    length: dict[str, int] = {}
    onward: dict[str, str] = {}
    for id in reversed(graph.order):
        heads = [arc.head for arc in graph.leaving[id] if arc.head in length]
        length[id] = bool(heads) + max((length[head] for head in heads), default=0)
        if heads:
            onward[id] = max(heads, key=lambda head: length[head])
    road = [start]
    while road[-1] in onward:
        road.append(onward[road[-1]])
    return road
