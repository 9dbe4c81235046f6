from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from scenarios_at_random import turning_points
from untaken.checking.homes import shipped
from untaken.checking.loading import load
from untaken.drawing.picture import JOINT, Detail, Picture, whole
from untaken.history.graph import Graph
from untaken.model import Note, TurningPoint
from untaken.model.traversal import citations, claims
from untaken.telling.outline import outline

SHIPPED = {point.id: point for point in load([shipped()]).points}


def folded(text: str) -> str:
    """A text on one line, without what the outline adds to make a sentence of it: a capital and a full stop."""
    return " ".join(text.split()).removesuffix(".").casefold()


def texts(picture: Picture) -> Iterator[str]:
    """Every text of a picture."""
    yield from (picture.title, picture.subtitle, picture.context, *picture.sources)
    for head in picture.heads:
        yield from (head.text, head.below)
        yield from head.above.split(JOINT)
    for item in (*picture.heads, *picture.cards):
        for row in item.rows:
            yield from (row.text, row.owner)
    for card in picture.cards:
        yield card.title
        yield from card.below.split(JOINT)


def missing(point: TurningPoint) -> list[str]:
    """The texts of the full diagram that no line of the outline holds."""
    graph = Graph.of(point.scenario)
    lines = [folded(str(line)) for line in outline(point, graph)]
    picture = whole(point, graph, Detail.FULL)
    return [text for text in texts(picture) if not any(folded(text) in line for line in lines)]


@given(turning_points())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_text_of_the_full_diagram_is_in_the_outline(point: TurningPoint) -> None:
    assert missing(point) == []


@pytest.mark.parametrize("id", SHIPPED)
def test_every_text_of_the_full_diagram_of_a_shipped_scenario_is_in_its_outline(id: str) -> None:
    assert missing(SHIPPED[id]) == []


@given(turning_points())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_line_of_an_outline_is_one_line(point: TurningPoint) -> None:
    for line in outline(point, Graph.of(point.scenario)):
        assert len(line.text.splitlines()) <= 1
        assert "\t" not in line.text


@given(turning_points())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_outline_numbers_every_node_and_says_where_every_step_leads(point: TurningPoint) -> None:
    graph = Graph.of(point.scenario)
    lines = [line.text for line in outline(point, graph)]
    for number, id in enumerate(graph.order, 1):
        text = " ".join(graph.nodes[id].text.split())
        assert any(line.startswith(f"{number}. ") and line.endswith(f": {text}") for line in lines)
        assert lines.count(f"Leads to {number}, {text}") == len(graph.arriving[id])


@given(turning_points())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_outline_holds_every_circumstance_claim_and_quotation(point: TurningPoint) -> None:
    graph = Graph.of(point.scenario)
    lines = [folded(str(line)) for line in outline(point, graph)]
    nodes = [graph.nodes[id] for id in graph.order]
    told = [text for node in nodes for text in (node.when, node.context)]
    told += [claim.note if isinstance(claim, Note) else claim.claim for _, claim in claims(point.scenario)]
    told += [each.quote for _, each in citations(point.scenario)]
    assert [text for text in told if text and not any(folded(text) in line for line in lines)] == []
