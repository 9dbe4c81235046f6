"""Somebody's road drawn beside the historical one."""

import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from placed_pages import faults
from program import EXAMPLE, Ran, run
from test_walking import island, walked
from untaken.drawing.boxes import Detail
from untaken.drawing.palette import LIGHT
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.placed import Look, Stroke
from untaken.drawing.road import trace
from untaken.drawing.whole import Road, whole, with_road
from untaken.history import How, Walk
from untaken.history.graph import Graph
from untaken.history.keeping import kept
from untaken.history.session import Session
from untaken.writing.plain import plain_dot
from untaken.writing.svg import svg
from walks_at_random import walks

HERE = Path(__file__).parent
WALKED = (Stroke.ROAD, Stroke.HISTORY_ROAD)


def drawn(walk: Walk) -> str:
    """The turning point at which a walk began, with its road, as DOT."""
    point = walk.places[0].point
    sheet = whole(point, Graph.of(point.scenario), Detail.SUMMARY)
    return plain_dot(with_road(sheet, trace(walk)[point.collection, point.id]))


def test_a_road_that_leaves_history_as_dot(agrees: Callable[[str, Path], None]) -> None:
    agrees(drawn(walked("sail", "holds")), HERE / "golden" / "ferry-walk.dot")


def test_a_road_says_where_it_left_history_and_where_it_ended() -> None:
    walk = walked("sail", "holds")
    assert trace(walk) == {
        ("example", "ferry"): Road(
            frozenset({"harbour", "crossing", "arrival"}),
            frozenset({("harbour", "sail"), ("crossing", "holds")}),
            "Your road left history with “It holds off”, where history has “It breaks”.",
            "Your road: “Sail on the evening tide”, then “It holds off”. It ended in “The mails arrive in time”. "
            "Your road left history with “It holds off”, where history has “It breaks”.",
        )
    }


def test_a_road_through_several_turning_points_is_told_in_each() -> None:
    roads = trace(walked("sail", "breaks", "inquiry", "acquit"))
    assert [(key, road.summary) for key, road in roads.items()] == [
        (("example", "ferry"), "Your road is history’s own here."),
        (("example", "inquiry"), "Your road left history with “Nobody”, where history has “The owners”."),
    ]


def test_a_road_on_which_nobody_moved_is_its_beginning() -> None:
    (road,) = trace(Walk(island())).values()
    assert (road.nodes, road.steps) == ({"harbour"}, frozenset())
    assert road.words == "It broke off at “Sail tonight?”. Your road is history’s own here."


@settings(max_examples=20)
@given(walks())
def test_every_step_of_a_road_has_its_mark_and_its_line_and_no_other_has(walk: Walk) -> None:
    for (collection, id), road in trace(walk).items():
        point = next(place.point for place in walk.places if place.point.id == id)
        assert point.collection == collection
        sheet = with_road(whole(point, Graph.of(point.scenario), Detail.OUTLINE), road)
        moves = [move for move in walk.moves if move.scenario == id and move.how is not How.WENT_ON]
        assert {box.id for box in sheet.boxes if box.walked and len(box.id) > 1} == {(m.node, m.way) for m in moves}
        assert len(road.steps) == len(moves)
        assert len(road.nodes) == len([place for place in walk.places if place.point.id == id])
        page = place(sheet, PAPERS[Fit.SLIDE])
        assert faults(page) == []
        into = {line.head for line in page.connectors if line.stroke in WALKED and len(line.head) > 1}
        assert into == set(road.steps)


def test_a_picture_without_a_road_has_no_trace_of_one() -> None:
    point = walked().here.point
    page = place(whole(point, Graph.of(point.scenario), Detail.FULL), PAPERS[Fit.SLIDE])
    drawn = svg(page).decode()
    assert LIGHT.road not in drawn
    assert "your road" not in drawn.lower()
    assert not {Look.WALKED, Look.CHOSEN_WALKED} & {box.look for box in page.boxes}


# the command


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder with the example, and in `walk.json` a walk through both of its turning points."""
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "example")
    walk = walked("sail", "breaks", "inquiry", "acquit")
    (tmp_path / "walk.json").write_text(kept(Session(walk, 1)), encoding="utf-8")
    return tmp_path


def test_render_draws_a_road_in_all_that_the_walk_came_through(saved: Path) -> None:
    ran = run("render", "--walk", "walk.json", "-f", "dot,svg", cwd=saved)
    assert (ran.code, ran.err) == (0, "")
    assert ran.paths == [f"output/{id}-walk.{format}" for id in ("ferry", "inquiry") for format in ("dot", "svg")]
    root = ElementTree.parse(saved / "output" / "inquiry-walk.svg").getroot()
    description = root.find("{http://www.w3.org/2000/svg}desc")
    assert description is not None
    assert (description.text or "").splitlines()[0] == (
        "Your road: “Nobody”. It ended in “A second ferry is built”. "
        "Your road left history with “Nobody”, where history has “The owners”."
    )


def test_render_draws_a_road_in_the_scenario_that_is_named_on_pages_too(saved: Path) -> None:
    ran = run("render", "ferry", "--walk", "walk.json", "-f", "dot", "--split", cwd=saved)
    assert (ran.code, ran.err) == (0, "")
    assert ran.paths == ["output/ferry-walk-page-1.dot", "output/ferry-walk-page-2.dot"]
    first, second = ((saved / path).read_text(encoding="utf-8") for path in ran.paths)
    assert "Your road is history’s own here." in first
    assert "Your road is history’s own here." not in second


def test_a_scenario_that_the_walk_did_not_come_through_is_refused(saved: Path) -> None:
    (saved / "walk.json").write_text(kept(Session(walked("wait"), 1)), encoding="utf-8")
    assert run("render", "inquiry", "--walk", "walk.json", cwd=saved) == Ran(
        2, "", "error: walk.json: the walk in it did not come through 'inquiry'\nhelp: it came through ferry\n"
    )


def test_a_road_through_a_scenario_that_was_changed_is_drawn_as_far_as_it_fits(saved: Path) -> None:
    path = saved / "scenarios" / "example" / "ferry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("breaks: {", "storms: {"), encoding="utf-8")
    before = (saved / "walk.json").read_bytes()
    ran = run("render", "--walk", "walk.json", "-f", "dot", cwd=saved)
    assert (ran.code, ran.paths) == (0, ["output/ferry-walk.dot"])
    assert ran.err == (
        "warning: walk.json: the scenario 'ferry' was changed since; the first move still fits, and the walk stands "
        "there\n"
    )
    assert ((saved / "walk.json").read_bytes(), (saved / "walk.json~").exists()) == (before, False)


def test_a_road_is_drawn_on_a_tree_alone_and_from_a_saved_walk_alone(saved: Path) -> None:
    ran = run("render", "--walk", "walk.json", "--view", "timeline", cwd=saved)
    assert ran == Ran(
        2,
        "",
        "error: --walk does not go with --view timeline: a road runs through a tree\nhelp: leave one of them out\n",
    )
    assert run("render", "--walk", "scenarios/example/ferry.yaml", cwd=saved) == Ran(
        2,
        "",
        "error: scenarios/example/ferry.yaml: it is no saved walk, or its text is damaged\n"
        "help: name a file that --save wrote, or begin anew\n",
    )
