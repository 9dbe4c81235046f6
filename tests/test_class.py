"""What a class decided: saved walks counted, broken, foreign and double files left out by name."""

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from histories import shipped
from placed_pages import faults
from program import EXAMPLE, TOP, run
from untaken.drawing.boxes import Detail
from untaken.drawing.crowded import crowded
from untaken.drawing.describing import described
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.placed import PlacedPage, Stroke
from untaken.drawing.sheet import Sheet
from untaken.drawing.whole import whole
from untaken.history import Course, Walk
from untaken.history.crowd import crowd
from untaken.history.divergence import divergence
from untaken.history.graph import Graph
from untaken.history.keeping import kept
from untaken.history.moves import Ground
from untaken.history.session import Session
from untaken.model import Decision, Option, Side
from untaken.telling.crowd import crowd_document
from untaken.text.wrapping import one_line
from untaken.writing.class_page import class_page

POINTS = shipped()


def walked(seed: int) -> Walk:
    """A student who decides at random in the decisions of Martov's night, and mostly says why."""
    chance = random.Random(seed)
    walk = Walk(Course.of(POINTS, "martov-motion", stops=True))
    while not walk.is_over:
        walk = walk.take(chance.choice([way for way in walk.ways if way.is_open]))
        walk = walk.amended(**{name: reason(walk, chance, name) for name in ("convinced", "against")})
    return walk


def reason(walk: Walk, chance: random.Random, name: str) -> Ground | None:
    """One of the arguments that were read before the last choice, for what was chosen or against it; often none."""
    move = walk.moves[-1]
    option = walk.course.points[move.scenario].scenario.nodes[move.node].steps[move.way]
    assert isinstance(option, Option)
    read = [
        each for each in option.arguments if (each.side is Side.FOR) == (name == "convinced") and not each.hindsight
    ]
    if not read or chance.random() < 0.3:
        return None
    return Ground(move.way, one_line(chance.choice(read).claim))


WALKS = [walked(seed) for seed in range(30)]


def test_every_walker_is_counted_once_at_every_fork_that_he_came_through() -> None:
    found = crowd(WALKS)
    assert found.walkers == 30
    for fork, counts in found.taken.items():
        assert sum(counts.values()) == sum(any(m.node == fork[1] for m in walk.moves) for walk in WALKS)
    assert sum(found.left.values()) == sum(len(divergence(walk).departures) for walk in WALKS)


def test_there_is_nothing_to_count_in_no_walks() -> None:
    with pytest.raises(ValueError, match="there are no walks to count"):
        crowd([])


def test_thirty_walks_are_counted_and_what_is_none_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "walks"
    folder.mkdir()
    for seed, walk in enumerate(WALKS):
        (folder / f"{seed:02}.json").write_text(kept(Session(walk, seed)), encoding="utf-8")
    (folder / "double.json").write_text((folder / "03.json").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    os.mkfifo(folder / "pipe.json")
    ran = run("class", "walks", "--scenarios", str(TOP / "scenarios"), cwd=tmp_path)
    assert ran.code == 0
    assert "walks/double.json: left out: the same walk as walks/03.json\n" in ran.err
    assert "walks/broken.json: left out: it is no saved walk, or it breaks off in the middle\n" in ran.err
    assert "walks/pipe.json: left out: it is no ordinary file\n" in ran.err
    first = crowd(WALKS).taken["martov-motion", "motion"]
    lines = ran.out.splitlines()
    assert lines[0] == "30 walks counted"
    at = lines.index("  Who should govern after the rising?")
    shown = sorted(int(line.split()[0]) for line in lines[at + 1 : at + 3])
    assert shown == sorted(first.values())


def test_a_walk_through_another_collection_is_named_and_left_out(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "one")
    shutil.copytree(TOP / "tests" / "isles", tmp_path / "scenarios" / "two")
    for name, start in (("a", "one/ferry"), ("b", "two/ferry"), ("c", "one/ferry")):
        run("walk", start, "--choose", "2" if name == "c" else "1", "--save", f"{name}.json", cwd=tmp_path)
    ran = run("class", "a.json", "b.json", "c.json", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "b.json: left out: a walk through other turning points than a.json\n")
    assert ran.out.startswith("2 walks counted\n")


def test_where_no_file_is_a_walk_it_is_said_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "essay.json").write_text("{}", encoding="utf-8")
    ran = run("class", "essay.json", "--scenarios", str(TOP / "scenarios"), cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.endswith(
        "error: none of these files is a walk\nhelp: save walks with `untaken walk --save FILE`, and name them\n"
    )


def folder_of(walks: list[Walk], folder: Path) -> Path:
    """A folder with these walks, each in a file of its own."""
    folder.mkdir()
    for seed, walk in enumerate(walks):
        (folder / f"{seed:02}.json").write_text(kept(Session(walk, seed)), encoding="utf-8")
    return folder


def drawn() -> tuple[Sheet, PlacedPage]:
    point = next(point for point in POINTS if point.id == "martov-motion")
    graph = Graph.of(point.scenario)
    sheet = crowded(whole(point, graph, Detail.OUTLINE), point, graph, crowd(WALKS))
    return sheet, place(sheet, PAPERS[Fit.SLIDE])


def test_thirty_students_as_text_and_as_a_picture(agrees: Callable[[str, Path], None]) -> None:
    _, page = drawn()
    told = "\n".join(map(str, crowd_document(crowd(WALKS))))
    agrees(f"{told}\n\n{described(page).words}\n", TOP / "tests" / "golden" / "class.txt")


def test_the_more_went_a_way_the_wider_it_is_drawn_and_nothing_on_the_picture_overlaps() -> None:
    sheet, page = drawn()
    assert faults(page) == []
    assert page.smallest >= 9.8
    found = crowd(WALKS)
    for link in sheet.links:
        node, way = link.head if len(link.head) > 1 else link.tail
        assert link.went == found.taken["martov-motion", node][way]
    pens = {line.pen / page.scale for line in page.connectors if line.tail and line.stroke is not Stroke.AXIS}
    assert {round(pen, 6) for pen in pens} <= {round(link.weight, 6) for link in sheet.links}
    by_number = sorted((link.went or 0, link.weight) for link in sheet.links)
    assert by_number == sorted(by_number, key=lambda each: each[1])


def test_a_road_that_nobody_went_is_dashed_unless_history_went_it() -> None:
    point = next(point for point in POINTS if point.id == "martov-motion")
    graph = Graph.of(point.scenario)
    ratified = [walk for walk in WALKS if walk.moves[0].way == "ratify"]
    page = place(crowded(whole(point, graph, Detail.OUTLINE), point, graph, crowd(ratified)), PAPERS[Fit.SLIDE])
    strokes = {line.head: line.stroke for line in page.connectors if line.tail == ("motion",) and len(line.head) > 1}
    assert strokes == {("motion", "ratify"): Stroke.CROWD, ("motion", "adopt"): Stroke.HISTORY_CROWD}
    assert Stroke.UNTAKEN in {line.stroke for line in page.connectors if line.tail == ("moderates",)}


def test_a_class_is_drawn_and_told_in_every_format(tmp_path: Path) -> None:
    folder_of(WALKS[:6], tmp_path / "walks")
    line = ("class", "walks", "--scenarios", str(TOP / "scenarios"))
    for options, files in (
        (("-f", "svg,png,pdf"), [f"output/martov-motion-class.{each}" for each in ("svg", "png", "pdf")]),
        (("-o", "here.svg"), ["here.svg"]),
        (("-o", "class.html"), ["class.html"]),
        (("-f", "md,svg", "-o", "both/"), ["both/class.md", "both/martov-motion-class.svg"]),
    ):
        ran = run(*line, *options, cwd=tmp_path)
        assert (ran.code, ran.paths) == (0, files), ran.err
        assert all((tmp_path / file).stat().st_size for file in files)


def test_no_text_of_a_scenario_becomes_markup_in_the_page_of_a_class() -> None:
    point = next(point for point in POINTS if point.id == "martov-motion")
    evil = "<script>alert(1)</script><img src=x>"
    nodes = {
        id: node.model_copy(update={"decision": f"{node.text} {evil}"}) if isinstance(node, Decision) else node
        for id, node in point.scenario.nodes.items()
    }
    other = replace(point, scenario=point.scenario.model_copy(update={"title": evil, "nodes": nodes}))
    page = class_page(replace(crowd(WALKS), points={"martov-motion": other}))
    assert evil not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 8
    assert "<script" not in page
    assert "<img" not in page
    # Nothing is asked of a network, and the typeface of all pictures stands in it once.
    assert "default-src 'none'" in page
    assert not re.search(r"<[^>]*(href|src)=|url\((?!data:)", page)
    assert page.count("@font-face") == page.split("</style>")[1].count("@font-face")
