"""A placed page as Graphviz draws it, and a sheet as the plain graph that an author can edit."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from drawings import Drawing, tag
from histories import shipped
from placed_pages import faults
from program import TOP, run
from torture import TORTURES, tortured
from untaken.checking.loading import load
from untaken.drawing.boxes import Detail
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.place.elbows import elbow
from untaken.drawing.place.paper import finest_raster
from untaken.drawing.place.split import spine_pages
from untaken.drawing.place.tree import tree_page
from untaken.drawing.placed import Look, Placed, PlacedPage, Shape
from untaken.drawing.structure import Structure
from untaken.drawing.whole import in_steps, whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.writing.engine import Engine
from untaken.writing.fixed import fixed_dot
from untaken.writing.making import FIXED
from untaken.writing.plain import plain_dot

HERE = Path(__file__).parent
WEIRD_IDS = (*TORTURES.values(), "<x>", r"\N", "node1", "card2", "node1:n", "cluster_page", "1", '"', "subgraph", "->")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def example(id: str) -> TurningPoint:
    (point,) = load([TOP / "tests" / "example" / f"{id}.yaml"]).points
    return point


def page_of(point: TurningPoint, detail: Detail, fit: Fit = Fit.SLIDE) -> PlacedPage:
    return place(whole(point, Graph.of(point.scenario), detail), PAPERS[fit])


def drawn(engine: Engine, page: PlacedPage) -> Drawing:
    """What Graphviz makes of a page: its SVG has the same lines as its PNG and PDF."""
    return Drawing(engine.draw(fixed_dot(page), "svg", FIXED))


@pytest.mark.parametrize("detail", Detail)
def test_the_ferry_as_plain_dot(detail: Detail, agrees: Callable[[str, Path], None]) -> None:
    point = example("ferry")

    agrees(plain_dot(whole(point, Graph.of(point.scenario), detail)), HERE / "golden" / f"ferry-{detail}.dot")


@pytest.mark.parametrize("text", [*TORTURES.values(), *WEIRD_IDS])
def test_graphviz_lays_out_a_plain_graph_whatever_an_author_writes(text: str, engine: Engine) -> None:
    point = tortured(text, id=text)
    sheet = whole(point, Graph.of(point.scenario), Detail.FULL)

    arranged = engine.arrange(plain_dot(sheet))

    assert len(arranged.centers) == len(sheet.boxes)
    assert len(arranged.courses) == len(sheet.links)


@pytest.mark.parametrize("name", TORTURES)
def test_graphviz_draws_every_run_of_a_placed_page_where_it_was_set(name: str, engine: Engine) -> None:
    page = page_of(tortured(TORTURES[name]), Detail.FULL)

    texts = re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"', engine.draw(fixed_dot(page), "svg", FIXED).decode())

    scale = re.search(r'viewport="[\d.]+,[\d.]+,([\d.]+),', fixed_dot(page))
    assert scale
    smaller = float(scale.group(1))
    placed = {
        (run.x, line.baseline) for box in page.boxes for line in box.lines for run in line.runs if run.text.strip()
    }
    found = [(float(x) * smaller, page.height + float(y) * smaller) for x, y in texts]
    assert len(found) >= len(placed)
    for x, baseline in placed:
        assert any(abs(x - left) < 1.5 and abs(baseline - down) < 1.0 for left, down in found)


def test_a_png_of_a_slide_has_the_dots_of_a_projector(engine: Engine) -> None:
    data = engine.draw(fixed_dot(page_of(example("ferry"), Detail.SUMMARY), 144), "png", FIXED)

    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (1920, 1080)


def test_a_png_of_a_huge_page_is_less_fine() -> None:
    assert finest_raster(800, 600) > 144
    assert finest_raster(30_000, 500) == 72
    assert finest_raster(40_000, 40_000) == 11


def test_a_frame_has_no_trace_of_what_is_hidden(engine: Engine) -> None:
    point = example("ferry")
    page = place(in_steps(point, Graph.of(point.scenario), Detail.SUMMARY), PAPERS[Fit.SLIDE])

    text = fixed_dot(page.frame(0))

    assert "Sail tonight?" in text
    assert not re.search("evening tide|daylight|breaks|holds off|lost in the narrows", text)


def test_the_classic_tree_of_every_scenario_is_sound_and_holds_every_box_and_every_link(engine: Engine) -> None:
    for point in shipped():
        graph = Graph.of(point.scenario)
        for sheet in (whole(point, graph, Detail.SUMMARY), in_steps(point, graph, Detail.OUTLINE)):
            asked: list[str] = []

            page = tree_page(
                sheet, PAPERS[Fit.SLIDE], lambda dot, asked=asked: asked.append(dot) or engine.arrange(dot)
            )

            # A graph of boxes is placed in milliseconds: several widths are tried, and either way.
            assert len(asked) == len(set(asked)) <= 6
            assert faults(page) == []
            drawn = {box.key for box in page.boxes if box.what not in ("pill", "disc")}
            assert drawn >= {box.id for box in sheet.boxes}
            # What several ways lead to is drawn once; the others say so in words.
            pills = [box.key for box in page.boxes if box.what == "pill"]
            links = {(link.tail, link.head) for link in sheet.links if link.tail not in pills}
            assert {(line.tail, line.head) for line in page.connectors if line.tail} == links
            assert sorted(pills) == sorted(Structure(sheet).rejoining)


def test_branches_of_a_tree_leave_as_a_comb_and_turn_before_the_next_level() -> None:
    def box(x: float, y: float) -> Placed:
        return Placed((), "box", Shape.RECTANGLE, Look.OPTION, x, y, 100, 40)

    tail, head = box(0, 0), box(200, 80)

    assert elbow(tail, head, True, True) == ((50, 40), (50, 64), (250, 64), (250, 80))
    assert elbow(tail, head, True, False) == ((64, 40), (64, 69), (250, 69), (250, 80))
    assert elbow(tail, box(3, 80), True, False) == ((53, 40), (53, 80))
    assert elbow(tail, head, False, True) == ((100, 20), (184, 20), (184, 100), (200, 100))


def test_before_a_choice_a_tree_has_the_same_room_for_every_option(engine: Engine) -> None:
    (point,) = [point for point in shipped() if point.id == "lenins-warning"]
    sheet = in_steps(point, Graph.of(point.scenario), Detail.OUTLINE)

    page = tree_page(sheet, PAPERS[Fit.SLIDE], engine.arrange)

    heights = {(len(box.lines), round(box.height)) for box in page.boxes if box.what == "option"}
    pills = {box.key for box in page.boxes if box.what == "pill"}
    assert pills == set(Structure(sheet).rejoining)
    assert pills
    assert len(heights) == len(dict(heights))


def test_a_png_carries_its_words_and_its_white_is_white(tmp_path: Path) -> None:
    ran = run("render", "ferry", "-f", "png,svg", "--scenarios", TOP / "tests" / "example", cwd=tmp_path)
    assert ran.code == 0
    words = Drawing((tmp_path / "output" / "ferry.svg").read_bytes()).root.find(tag("desc"))
    assert words is not None

    with Image.open(tmp_path / "output" / "ferry.png") as image:
        image.load()
        assert image.text == {"Title": "The ferry and the storm", "Description": words.text}
        assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
        assert image.size == (1920, 1080)


@pytest.mark.parametrize("fit", [Fit.SLIDE, Fit.POSTER])
def test_graphviz_draws_every_shipped_scenario_however_long_its_dashed_lines_are(fit: Fit, engine: Engine) -> None:
    for point in load([TOP / "scenarios"]).points:
        sheet = whole(point, Graph.of(point.scenario), Detail.OUTLINE)
        for _, page in [(sheet, place(sheet, PAPERS[fit])), *spine_pages(sheet, PAPERS[fit])]:
            assert engine.draw(fixed_dot(page), "pdf", FIXED).startswith(b"%PDF")


def test_a_border_of_dots_may_be_as_long_as_it_has_to(engine: Engine) -> None:
    box = Placed((), "outcome", Shape.POINTED, Look.INFERRED, 10, 10, 900, 300, tip=7, pen=0.4)
    page = PlacedPage(960, 540, (box,), (), "", "", scale=0.4)

    drawn = engine.draw(fixed_dot(page), "svg", FIXED)

    assert drawn.count(b"<path") > 1000
