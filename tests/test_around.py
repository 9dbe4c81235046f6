"""The part of a tree round one node: what lies near it and no more, laid out as soundly, and said how much is left out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placed_pages import faults
from program import EXAMPLE, run
from scenarios_at_random import turning_points
from test_spine import QUIETLY, SHIPPED, graph_of
from untaken.drawing.around import around
from untaken.drawing.boxes import Detail
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.sheet import Sheet
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint


def near(graph: Graph, node: str, depth: int) -> set[str]:
    """All nodes at most so many steps after a node, found by walking every road."""
    further = [near(graph, arc.head, depth - 1) for arc in graph.leaving[node]] if depth else []
    return {node}.union(*further)


def drawn(sheet: Sheet) -> set[str]:
    return {box.node for box in sheet.boxes}


def part(point: TurningPoint, node: str, depth: int, detail: Detail = Detail.OUTLINE) -> Sheet:
    graph = graph_of(point)
    return around(whole(point, graph, detail), graph, node, depth)


@QUIETLY
@given(turning_points(9), st.data())
def test_it_holds_what_lies_near_and_is_laid_out_as_soundly_as_the_whole(
    point: TurningPoint, data: st.DataObject
) -> None:
    graph = graph_of(point)
    node, depth = data.draw(st.sampled_from(sorted(graph.nodes))), data.draw(st.integers(0, 3))
    sheet = part(point, node, depth)

    assert faults(place(sheet, PAPERS[Fit.SLIDE])) == []
    assert near(graph, node, depth) <= drawn(sheet)
    before = drawn(sheet) - near(graph, node, depth)
    assert len(before) <= depth
    assert all(node in near(graph, each, len(graph.nodes)) for each in before)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_every_node_of_every_shipped_scenario_can_be_looked_at_closely(depth: int) -> None:
    for point in SHIPPED:
        for node in point.scenario.nodes:
            page = place(part(point, node, depth), PAPERS[Fit.SLIDE])
            assert faults(page) == [], (point.id, node)


def test_an_option_that_leads_out_of_the_picture_says_how_much_is_left_out() -> None:
    (brest,) = (point for point in SHIPPED if point.id == "brest-litovsk")
    options = {box.id[1]: box.lines[-1].runs[0].text for box in part(brest, "first-terms", 0).boxes if len(box.id) == 2}
    graph = graph_of(brest)
    further = {arc.id: len(set(graph.reachable(arc.head))) for arc in graph.leaving["first-terms"]}
    assert options == {id: f"leads on to {count} more" for id, count in further.items()}


def test_the_whole_tree_is_what_lies_near_enough() -> None:
    for point in SHIPPED[:6]:
        graph = graph_of(point)
        assert drawn(part(point, graph.start, len(graph.nodes))) == set(graph.nodes)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--focus", "crosing"), "crossing"),
        (("--depth", "1"), "give --focus NODE, too"),
        (("--focus", "crossing", "--view", "matrix"), "--focus"),
        (("--focus", "crossing", "--frames"), "draw one, then the other"),
        (("--focus", "crossing", "--split"), "draw one, then the other"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_had_is_refused_in_words(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    ran = run("render", "ferry", *options, "--scenarios", EXAMPLE, cwd=tmp_path)
    assert (ran.code, words in ran.err) == (2, True), ran.err
