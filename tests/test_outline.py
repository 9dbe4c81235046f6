from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from histories import shipped
from scenarios_at_random import turning_points
from untaken.drawing.boxes import JOINT, Detail
from untaken.drawing.sheet import Sheet, TextRole
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.model import Note, TurningPoint
from untaken.model.traversal import citations, claims
from untaken.telling.outline import outline

SHIPPED = {point.id: point for point in shipped()}


def folded(text: str) -> str:
    """A text on one line, without what the outline adds to make a sentence of it: a capital and a full stop."""
    return " ".join(text.split()).removesuffix(".").casefold()


def texts(sheet: Sheet) -> Iterator[str]:
    """Every text of a sheet."""
    yield from (sheet.title, sheet.subtitle, sheet.context, *sheet.foot)
    for box in sheet.boxes:
        yield box.when
        for paragraph in (*box.lines, *box.parts):
            for run in (*paragraph.runs, *filter(None, [paragraph.tail])):
                deciders = run.role in (TextRole.DECIDERS, TextRole.CHANCE_WHEN)
                yield from run.text.split(JOINT) if deciders or run.role is TextRole.QUIET else [run.text]


def missing(point: TurningPoint) -> list[str]:
    """The texts of the full diagram that no line of the outline holds."""
    graph = Graph.of(point.scenario)
    lines = [folded(str(line)) for line in outline(point, graph)]
    sheet = whole(point, graph, Detail.FULL)
    return [text for text in texts(sheet) if not any(folded(text) in line for line in lines)]


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
