"""The part of a turning point round one of its nodes, for trees that no page holds."""

from collections.abc import Iterator
from dataclasses import replace

from untaken.drawing.sealed import road_to
from untaken.drawing.sheet import Box, Key, Sheet, TextRole, words
from untaken.history.graph import Arc, Graph
from untaken.telling.phrases import pictures


def around(sheet: Sheet, graph: Graph, node: str, depth: int) -> Sheet:
    """What lies so many steps before a node, on the road to it, and so many after it, on all roads.

    It is laid out along the road through the node. An option that leads to what is left out says how much that is; so
    does the line below the title.
    """
    road = [arc.tail for arc in road_to(graph, node)][-depth:] if depth else []
    after = _after(graph, node, depth)
    drawn = {*road, *after}
    keys: set[Key] = {box.id for box in sheet.boxes if box.node in drawn}
    part = sheet.part(keys)
    return replace(
        part,
        boxes=tuple(_leading_on(box, graph, drawn) for box in part.boxes),
        links=tuple(link for link in part.links if link.head in keys),
        spine=(*road, *_ahead(graph, node, after)),
        subtitle=pictures.drawn_around(graph.nodes[node].text, depth, len(graph.nodes) - len(drawn)),
    )


def _after(graph: Graph, node: str, depth: int) -> dict[str, int]:
    """The nodes at most so many steps after a node, itself among them, with how many these are."""
    found = {node: 0}
    waiting = [node]
    for id in waiting:
        new = [arc.head for arc in graph.leaving[id] if arc.head not in found and found[id] < depth]
        found |= dict.fromkeys(new, found[id] + 1)
        waiting += dict.fromkeys(new)
    return found


def _ahead(graph: Graph, node: str, after: dict[str, int]) -> Iterator[str]:
    """The road from a node on as far as it is drawn: as history went, else by each first option that leads further."""
    yield node
    onward = [arc for arc in graph.leaving[node] if after.get(arc.head, 0) > after[node]]
    if onward:
        yield from _ahead(graph, max(onward, key=lambda arc: _leads(graph, arc)).head, after)


def _leads(graph: Graph, arc: Arc) -> tuple[bool, bool]:
    return arc in graph.historical, bool(graph.leaving[arc.head])


def _leading_on(box: Box, graph: Graph, drawn: set[str]) -> Box:
    """A box; an option that leads to what is not drawn, with how much that is."""
    arc = next((arc for arc in graph.leaving[box.node] if (arc.tail, arc.id) == box.id), None)
    if arc is None or arc.head in drawn:
        return box
    further = len(set(graph.reachable(arc.head)) - drawn)
    return replace(box, lines=(*box.lines, words(pictures.leads_on(further), TextRole.QUIET)))
