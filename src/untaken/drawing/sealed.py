"""A turning point as it stands before a choice: what was decided by then, and the options, alike, without what came.

The options stand in the order of a walk, with the arguments that a walk shows before a choice. What they lead to
is left out, for that some lead on and others end would tell the answer, too.
"""

from dataclasses import replace

from untaken.drawing.boxes import Boxes, Detail
from untaken.drawing.sheet import Box, Link, LinkKind, Sheet
from untaken.drawing.whole import neutral
from untaken.history.graph import Arc, Graph
from untaken.model import Option, TurningPoint


def sealed(point: TurningPoint, graph: Graph, detail: Detail, at: str) -> Sheet:
    """The sheet of a scenario before the choice at a node. It tells of earlier choices alone what happened."""
    boxes = Boxes(point, graph, detail, told=False, cited=_cited(graph, at))
    road = road_to(graph, at)
    nodes = [*(arc.tail for arc in road), at]
    found: list[Box] = []
    links: list[Link] = []
    for id, arc in zip(nodes, [*road, None], strict=True):
        node = boxes.node(id, on_spine=True)
        found.append(node)
        for way in [arc] if arc else neutral(graph.leaving[id]):
            found.append(_decided(boxes.step(way)) if arc else replace(boxes.step(way), history=False))
            kind = LinkKind.HISTORY if arc in graph.historical else LinkKind.UNTAKEN
            links.append(Link((id,), (id, way.id), kind))
            links += [Link((id, arc.id), (arc.head,), kind)] if arc else []
    scenario = point.scenario
    context = " ".join(" ".join(scenario.background).split()) if detail is Detail.FULL else ""
    return Sheet(
        scenario.title, scenario.question, context, tuple(found), tuple(nodes), tuple(links), boxes.sources,
        neutral=True,
    )  # fmt: skip


def _decided(option: Box) -> Box:
    """An option of an earlier decision: its title says enough."""
    return replace(option, lines=option.lines[:1], parts=())


def _cited(graph: Graph, at: str) -> frozenset[str]:
    """The ids of the sources of what is shown."""
    options = [each for each in graph.nodes[at].steps.values() if isinstance(each, Option)]
    shown = [argument for each in options for argument in each.arguments if not argument.hindsight]
    return frozenset(cite.source for argument in shown for cite in argument.cite)


def road_to(graph: Graph, node: str) -> list[Arc]:
    """The steps from the start to a node: those of history where it came through, else a shortest road."""
    if node in graph.historical_nodes:
        return list(graph.historical[: graph.historical_nodes.index(node)])
    before: dict[str, Arc] = {}
    for id in graph.reachable(graph.start):
        for arc in graph.leaving[id]:
            if arc.head != graph.start:
                before.setdefault(arc.head, arc)
    road: list[Arc] = []
    while node in before:
        road.append(before[node])
        node = before[node].tail
    return road[::-1]


def choices(graph: Graph) -> list[str]:
    """The nodes at which there is something to choose, or to fall, in the order in which they can be reached."""
    return [id for id in graph.order if graph.leaving[id]]
