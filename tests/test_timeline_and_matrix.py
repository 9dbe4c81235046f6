"""One history along its spine, and two authors side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest

from program import EXAMPLE, TOP, run
from untaken.checking.loading import load
from untaken.drawing.canvas import Orientation, Shape
from untaken.drawing.matrix import matrix_dot
from untaken.drawing.timeline import between, timeline, timeline_dot, timeline_lines
from untaken.history.graph import Graph
from untaken.model import Decision, TurningPoint
from untaken.telling.matrix import Concord, concord, matrix, matrix_lines
from untaken.writing.engine import Engine
from untaken.writing.fitting import Fit, fit

Agrees = Callable[[str, Path], None]
GOLDEN = TOP / "tests" / "golden"


@pytest.fixture(scope="module")
def example() -> tuple[TurningPoint, ...]:
    return load([EXAMPLE]).points


@pytest.fixture(scope="module")
def shipped() -> tuple[TurningPoint, ...]:
    return load([TOP / "scenarios"]).points


def test_the_timeline_in_words(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    words = "\n".join(timeline_lines(timeline("Two harbours", example, ())))
    agrees(words + "\n", GOLDEN / "timeline.txt")


def test_the_timeline_as_dot(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    drawn = timeline_dot(timeline("Two harbours", example, ("The Harbour Book",)), Shape(Orientation.DOWN, 1))
    agrees(drawn, GOLDEN / "timeline.dot")


def test_the_matrix_in_words(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    words = "\n\n".join("\n".join(matrix_lines(matrix(point, Graph.of(point.scenario)))) for point in example)
    agrees(words + "\n", GOLDEN / "matrix.txt")


def test_the_matrix_as_dot(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    point = example[0]
    agrees(matrix_dot(matrix(point, Graph.of(point.scenario)), Shape(Orientation.DOWN, 800)), GOLDEN / "matrix.dot")


def test_all_turning_points_stand_on_the_timeline_in_the_order_of_time(shipped: tuple[TurningPoint, ...]) -> None:
    history = timeline("October", shipped, ())
    assert [each.title for each in history.moments] == [point.scenario.title for point in shipped]
    for moment, point in zip(history.moments, shipped, strict=True):
        decisions = [node for node in point.scenario.nodes.values() if isinstance(node, Decision)]
        labels = sorted(option.label for node in decisions for option in node.options.values())
        assert sorted([*moment.chosen, *moment.roads]) == labels
    with Engine() as engine:
        poster = fit(engine, history, Fit.POSTER)
        boxes = engine.layout(timeline_dot(history, poster.shape)).boxes
    assert poster.smallest >= 10
    columns: dict[int, list[float]] = {}
    for at in range(1, len(shipped) + 1):
        box = boxes[f"moment{at}"]
        columns.setdefault(round(box.x / 200), []).append(box.y)
    for heights in columns.values():
        assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1917", "1917", ["1917-02-23", "1917-10", "1917-10-25"]),
        ("1917-10-20", None, ["1917-10", "1917-10-25", "1918"]),
        (None, "1917-10-24", ["1914", "1917-02-23", "1917-10"]),
        ("1917-03", "1917-09", []),
    ],
)
def test_dates_cut_the_timeline_as_exactly_as_they_are_known(
    example: tuple[TurningPoint, ...], start: str | None, end: str | None, expected: list[str]
) -> None:
    dates = ("1914", "1917-02-23", "1917-10", "1917-10-25", "1918")
    scenario = example[0].scenario
    points = [TurningPoint.of(date, scenario.model_copy(update={"date": date})) for date in dates]
    assert [point.id for point in between(points, start, end)] == expected


def test_the_commands_draw_the_timeline_and_the_matrix(tmp_path: Path) -> None:
    folder = str(EXAMPLE)
    ran = run("timeline", "--scenarios", folder, "-f", "svg,dot", cwd=tmp_path)
    assert (ran.code, ran.paths) == (0, ["output/timeline.svg", "output/timeline.dot"])
    ran = run("render", "ferry", "--view", "matrix", "-f", "svg", "--scenarios", folder, cwd=tmp_path)
    assert (ran.code, ran.paths) == (0, ["output/ferry-matrix.svg"])
    ran = run("render", "--view", "timeline", "-f", "png", "--fit", "poster", "--scenarios", folder, cwd=tmp_path)
    assert (ran.code, ran.paths) == (0, ["output/timeline.png"])
    ran = run("timeline", "--from", "1066", "--to", "1067", "--scenarios", folder, cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("nothing to draw")
    assert run("timeline", "--from", "long ago", cwd=tmp_path).code == 2


def test_each_scenario_of_the_collection_is_compared_on_one_line(shipped: tuple[TurningPoint, ...]) -> None:
    lines = run("compare", "--all", "--plain", cwd=TOP).out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == [point.id for point in shipped]


SIDES = """
title: T
question: Q?
sources:
  one: {type: book, title: One}
  two: {type: book, title: Two}
nodes:
  d:
    decision: D?
    options:
      a:
        label: A
        historical: true
        arguments: [%s]
        leads-to: o
  o: {outcome: O, basis: recorded}
"""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{for: x, cite: {source: one}}, {for: y, cite: {source: two}}", (Concord.AGREE, "A")),
        ("{for: x, cite: {source: one}}, {against: y, cite: {source: two}}", (Concord.DIFFER, "A")),
        ("{for: x, cite: {source: one}}", (Concord.ALONE, "One")),
        ("{for: x, cite: {source: one}}, {for: y, voice: Z, cite: {source: two}}", (Concord.APART, "One and Two")),
    ],
    ids=["both for", "for and against", "only one speaks", "one of them reports another's view"],
)
def test_how_two_sources_stand_to_each_other(tmp_path: Path, arguments: str, expected: tuple[Concord, str]) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(SIDES % arguments, encoding="utf-8")
    (point,) = load([path]).points
    assert concord(point) == expected
