"""One history along its spine, and two authors side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest

import histories
from placed_pages import faults
from program import EXAMPLE, TOP, run
from untaken.checking.loading import load
from untaken.drawing.place import PAPERS, Fit, Paper
from untaken.drawing.place.moments import timeline_page
from untaken.drawing.place.split import LEGIBLE
from untaken.drawing.place.table import matrix_page
from untaken.drawing.timeline import between, timeline, timeline_lines, timeline_sheet
from untaken.drawing.timeline_pages import timeline_pages
from untaken.history.graph import Graph
from untaken.model import Decision, TurningPoint
from untaken.telling.matrix import Concord, concord, matrix, matrix_lines
from untaken.writing.plain import matrix_dot, plain_dot

Agrees = Callable[[str, Path], None]
GOLDEN = TOP / "tests" / "golden"


@pytest.fixture(scope="module")
def example() -> tuple[TurningPoint, ...]:
    return histories.island()


@pytest.fixture(scope="module")
def shipped() -> tuple[TurningPoint, ...]:
    return histories.shipped()


def test_the_timeline_in_words(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    words = "\n".join(timeline_lines(timeline("Two harbours", example, ())))
    agrees(words + "\n", GOLDEN / "timeline.txt")


def test_the_timeline_as_dot(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    drawn = plain_dot(timeline_sheet(timeline("Two harbours", example, ("The Harbour Book",))))
    agrees(drawn, GOLDEN / "timeline.dot")


def test_the_matrix_in_words(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    words = "\n\n".join("\n".join(matrix_lines(matrix(point, Graph.of(point.scenario)))) for point in example)
    agrees(words + "\n", GOLDEN / "matrix.txt")


def test_the_matrix_as_dot(example: tuple[TurningPoint, ...], agrees: Agrees) -> None:
    point = example[0]
    agrees(matrix_dot(matrix(point, Graph.of(point.scenario))), GOLDEN / "matrix.dot")


def test_all_turning_points_stand_on_the_timeline_in_the_order_of_time(shipped: tuple[TurningPoint, ...]) -> None:
    history = timeline("October", shipped, ())
    assert [each.title for each in history.moments] == [point.scenario.title for point in shipped]
    for moment, point in zip(history.moments, shipped, strict=True):
        decisions = [node for node in point.scenario.nodes.values() if isinstance(node, Decision)]
        labels = sorted(option.label for node in decisions for option in node.options.values())
        assert sorted([*moment.chosen, *moment.roads]) == labels
    poster = timeline_page(timeline_sheet(history), PAPERS[Fit.POSTER])
    assert poster.smallest >= 12
    titles = [box for box in poster.boxes if box.what == "turning point"]
    assert [box.text for box in titles] == [" ".join(moment.title.split()) for moment in history.moments]
    assert [(box.x, box.y) for box in titles] == sorted((box.x, box.y) for box in titles)


@pytest.mark.parametrize("fit", [Fit.SLIDE, Fit.A4, Fit.POSTER])
def test_nothing_on_a_timeline_overlaps_or_strays(fit: Fit, shipped: tuple[TurningPoint, ...]) -> None:
    for points, before in ((shipped, False), (shipped[:9], True), (shipped[:1], False)):
        sheet = timeline_sheet(timeline("October", points, ("A book",), before))

        assert faults(timeline_page(sheet, PAPERS[fit])) == []


def test_on_slides_a_timeline_goes_on_over_as_few_pages_as_can_be_read(shipped: tuple[TurningPoint, ...]) -> None:
    history = timeline("October", between(shipped, "1917", "1918"), ("A book",))

    pages = timeline_pages(history, PAPERS[Fit.SLIDE], LEGIBLE)

    assert min(page.smallest for _, page in pages) >= LEGIBLE
    assert [fault for _, page in pages for fault in faults(page)] == []
    titles = [box.text for _, page in pages for box in page.boxes if box.what == "turning point"]
    assert titles == [moment.title for moment in history.moments]
    assert [sheet.subtitle.split(": ")[0] for sheet, _ in pages] == [
        f"1917 – 1918 · {at} of {len(pages)}" for at, _ in enumerate(pages, 1)
    ]
    assert 2 < len(pages) < 6
    assert len(timeline_pages(timeline("October", shipped[:2], ()), PAPERS[Fit.SLIDE], LEGIBLE)) == 1


def test_the_pages_of_a_sealed_timeline_are_sealed(shipped: tuple[TurningPoint, ...]) -> None:
    pages = timeline_pages(timeline("October", shipped[:9], (), before=True), PAPERS[Fit.SLIDE], LEGIBLE)

    sheet, page = pages[-1]
    assert len(pages) > 1
    assert [box.key for box in page.boxes if box.key == (sheet.spine[-1], "chosen")] == []
    assert [box.key for box in page.boxes if box.key == (sheet.spine[-1], "road 0")] != []


@pytest.mark.parametrize("fit", [Fit.SLIDE, Fit.A4, Fit.POSTER])
def test_nothing_in_a_matrix_runs_out_of_its_cell(fit: Fit, shipped: tuple[TurningPoint, ...]) -> None:
    for point in shipped:
        page = matrix_page(matrix(point, Graph.of(point.scenario)), PAPERS[fit], "")

        assert faults(page) == []


def test_no_word_of_a_matrix_is_broken_however_narrow_the_page(shipped: tuple[TurningPoint, ...]) -> None:
    for point in shipped:
        found = matrix(point, Graph.of(point.scenario))
        narrow = matrix_page(found, [Paper(300, 900)], "")
        words = {word for line in found.lines for cell in line.cells for claim in cell for word in claim.text.split()}

        shown = {word for box in narrow.boxes for line in box.lines for run in line.runs for word in run.text.split()}

        assert words <= shown


def test_the_last_turning_point_of_a_sealed_timeline_is_not_decided(example: tuple[TurningPoint, ...]) -> None:
    sealed = timeline("Two harbours", example, (), before=True)

    assert sealed.moments[:-1] == timeline("Two harbours", example, ()).moments[:-1]
    last = sealed.moments[-1]
    decision = next(node for node in example[-1].scenario.nodes.values() if isinstance(node, Decision))
    assert (last.chosen, last.outcome) == ((), "")
    assert list(last.roads) == sorted(option.label for option in decision.options.values())


def test_a_sealed_matrix_has_one_decision_in_neutral_order_and_no_history(shipped: tuple[TurningPoint, ...]) -> None:
    for point in shipped:
        graph = Graph.of(point.scenario)
        for id in (each for each in graph.order if isinstance(graph.nodes[each], Decision)):
            found = matrix(point, graph, before=id)
            labels = [line.option for line in found.lines]
            arguments = [a for option in graph.nodes[id].steps.values() for a in getattr(option, "arguments", ())]
            hidden = {argument.claim for argument in arguments if argument.hindsight}

            assert labels == sorted(labels, key=str.casefold)
            assert not any(line.historical for line in found.lines)
            assert not hidden & {claim.text for line in found.lines for cell in line.cells for claim in cell}


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
    assert ran.err.startswith("warning: nothing to draw")
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
