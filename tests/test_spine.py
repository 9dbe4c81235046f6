"""The spine layout: nothing overlaps or strays, the type is as large as promised, and steps give nothing away."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from histories import shipped
from placed_pages import faults
from program import TOP
from scenarios_at_random import turning_points
from torture import TORTURES, tortured
from untaken.checking.loading import load
from untaken.drawing.boxes import Detail
from untaken.drawing.describing import described
from untaken.drawing.lecture import Phase
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.place.own_size import own_size
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.split import spine_pages
from untaken.drawing.placed import Look, PlacedPage, Stroke
from untaken.drawing.sealed import choices, road_to, sealed
from untaken.drawing.sheet import BoxKind
from untaken.drawing.slides.slide import HEIGHT, LEAST, WIDTH
from untaken.drawing.theme import SMALLEST
from untaken.drawing.whole import in_steps, spine_of, whole
from untaken.history.graph import Graph
from untaken.model import Scenario, TurningPoint
from untaken.writing.svg import svg

SHIPPED = shipped()
IDS = [point.id for point in SHIPPED]
QUIETLY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def graph_of(point: TurningPoint) -> Graph:
    return Graph.of(point.scenario)


def page_of(point: TurningPoint, detail: Detail, fit: Fit = Fit.SLIDE) -> PlacedPage:
    sheet = whole(point, graph_of(point), detail)
    return own_size(lambda papers: place(sheet, papers)) if fit is Fit.NONE else place(sheet, PAPERS[fit])


def frames(point: TurningPoint, detail: Detail, fit: Fit = Fit.SLIDE) -> list[PlacedPage]:
    page = place(in_steps(point, graph_of(point), detail), PAPERS[fit])
    return [page.frame(step) for step in range(max(1, len(page.steps)))]


# what a reader sees


@pytest.mark.parametrize("point", SHIPPED, ids=IDS)
def test_nothing_of_a_shipped_scenario_overlaps_strays_or_runs_out(point: TurningPoint) -> None:
    # The other papers differ from these by their sides alone.
    on_all = [(detail, fit) for detail in Detail for fit in (Fit.SLIDE, Fit.A4, Fit.NONE)]
    for detail, fit in {*on_all, *((Detail.SUMMARY, fit) for fit in Fit)}:
        assert faults(page_of(point, detail, fit)) == []


@pytest.mark.parametrize("point", SHIPPED, ids=IDS)
def test_nor_does_anything_in_its_frames_its_parts_and_its_sealed_pictures(point: TurningPoint) -> None:
    graph = graph_of(point)
    found = [*frames(point, Detail.FULL), *frames(point, Detail.OUTLINE, Fit.A4)]
    found += [page for _, page in spine_pages(whole(point, graph, Detail.FULL), PAPERS[Fit.SLIDE])]
    found += [place(sealed(point, graph, Detail.FULL, id), PAPERS[Fit.SLIDE]).frame(0) for id in choices(graph)]

    assert [fault for page in found for fault in faults(page)] == []


@QUIETLY
@given(turning_points(9))
def test_nor_does_anything_of_any_scenario(point: TurningPoint) -> None:
    graph = graph_of(point)
    found = [page_of(point, Detail.FULL), page_of(point, Detail.OUTLINE, Fit.A4), *frames(point, Detail.SUMMARY)[::3]]
    ids = choices(graph)
    found += [place(sealed(point, graph, Detail.FULL, id), PAPERS[Fit.SLIDE]).frame(0) for id in {*ids[:1], *ids[-2:]}]

    assert [fault for page in found for fault in faults(page)] == []


@QUIETLY
@given(turning_points(4), st.integers(0, 60))
def test_a_picture_without_a_page_has_type_of_the_usual_size_however_little_or_much_is_on_it(
    point: TurningPoint, words: int
) -> None:
    sheet = replace(whole(point, graph_of(point), Detail.OUTLINE), foot=("A source of many words " * words,))
    page = own_size(lambda papers: place(sheet, papers))

    # What stands below a drawing may be a tenth smaller: it is pressed in steps.
    assert 12.5 <= page.smallest <= 14 + 1e-6
    assert faults(page) == []


@pytest.mark.parametrize("name", TORTURES)
def test_nor_does_anything_that_an_author_writes_to_break_it(name: str) -> None:
    point = tortured(TORTURES[name])

    assert [fault for detail in Detail for fault in faults(page_of(point, detail))] == []


def smallest(detail: Detail) -> dict[str, float]:
    return {point.id: round(page_of(point, detail).smallest, 2) for point in SHIPPED}


def test_the_type_of_every_outline_has_fourteen_points() -> None:
    assert {id: size for id, size in smallest(Detail.OUTLINE).items() if size < 14} == {}


def test_the_type_of_most_summaries_can_be_read_from_the_back_row_and_of_none_is_it_tiny() -> None:
    sizes = smallest(Detail.SUMMARY)

    assert sum(size >= 12 for size in sizes.values()) >= 0.75 * len(sizes)
    assert {id: size for id, size in sizes.items() if size < 9.8} == {}


def test_the_type_of_all_that_is_known_has_seven_points() -> None:
    assert {id: size for id, size in smallest(Detail.FULL).items() if size < 7} == {}


def test_the_pages_of_a_set_can_be_read_from_the_back_row_and_hold_every_option_and_claim_once() -> None:
    for point in SHIPPED:
        graph = graph_of(point)
        sheet = whole(point, graph, Detail.FULL)
        pages = spine_pages(sheet, PAPERS[Fit.SLIDE])

        assert min(page.smallest for _, page in pages) >= 10
        boxes = [box for _, page in pages for box in page.boxes if len(box.key) == 2 and box.name]
        shown = [box.key for box in boxes if not box.paragraphs()[0].endswith(" (continued)")]
        assert sorted(shown) == sorted(box.id for box in sheet.boxes if len(box.id) == 2)
        assert [page.title for _, page in pages if len(" ".join(box.text for box in page.boxes).split()) < 60] == []
        for part, page in pages:
            texts = {text for box in page.boxes for text in box.paragraphs()}
            assert {paragraph.text for box in part.boxes for paragraph in box.parts} <= texts


def test_how_it_ended_has_no_page_for_itself_on_a_slide() -> None:
    slide = [Paper(WIDTH * SMALLEST / LEAST, HEIGHT * SMALLEST / LEAST)]
    for point in SHIPPED:
        sheet = replace(whole(point, graph_of(point), Detail.OUTLINE), foot=())
        pages = spine_pages(sheet, slide, SMALLEST, SMALLEST)
        alone = [page for part, page in pages if {box.kind for box in part.boxes} == {BoxKind.OUTCOME}]
        assert (point.id, alone) == (point.id, [])
        ids = [box.id for part, _ in pages for box in part.boxes if len(box.id) == 2]
        assert sorted(ids) == sorted(box.id for box in sheet.boxes if len(box.id) == 2)


def with_arguments(count: int) -> TurningPoint:
    """The ferry, with so many arguments for its second option."""
    (ferry,) = load([TOP / "tests" / "example" / "ferry.yaml"]).points
    plain = ferry.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    arguments = [{"for": f"Reason {at} is that nobody who sailed so late came home again."} for at in range(count)]
    plain["nodes"]["harbour"]["options"]["wait"]["arguments"] = arguments
    return replace(ferry, scenario=Scenario.model_validate(plain))


def test_an_option_that_no_page_holds_goes_on_under_its_title() -> None:
    point = with_arguments(90)
    sheet = whole(point, graph_of(point), Detail.FULL)

    pages = spine_pages(sheet, PAPERS[Fit.SLIDE])

    boxes = [box for part, _ in pages for box in part.boxes if box.id == ("harbour", "wait")]
    assert len(boxes) > 1
    assert [box.text for box in boxes] == ["Wait for daylight", *["Wait for daylight (continued)"] * (len(boxes) - 1)]
    assert [part for box in boxes for part in box.parts] == list(sheet.box(("harbour", "wait")).parts)
    assert min(page.smallest for _, page in pages) >= 10
    assert [fault for _, page in pages for fault in faults(page)] == []


# what is laid out where


def test_history_runs_to_the_right_and_its_options_stand_first() -> None:
    for point in SHIPPED:
        graph = graph_of(point)
        page = page_of(point, Detail.SUMMARY)
        places = {box.key: box for box in page.boxes if box.name}
        xs = [places[(id,)].x for id in graph.historical_nodes]

        assert xs == sorted(xs)
        for arc in graph.historical:
            others = [places[arc.tail, each.id] for each in graph.leaving[arc.tail] if each is not arc]
            assert all(places[arc.tail, arc.id].y < other.y for other in others)


def test_every_node_and_option_of_every_scenario_is_drawn_once() -> None:
    for point in SHIPPED:
        graph = graph_of(point)
        drawn = [box.key for box in page_of(point, Detail.OUTLINE).boxes if box.name]

        assert sorted(drawn) == sorted(
            [*((id,) for id in graph.order), *((arc.tail, arc.id) for id in graph.order for arc in graph.leaving[id])]
        )


def test_nothing_on_a_road_not_taken_is_in_the_colour_of_history() -> None:
    for point in SHIPPED:
        steps = {(arc.tail, arc.id) for arc in graph_of(point).historical}
        page = page_of(point, Detail.FULL)

        assert {box.key for box in page.boxes if box.look is Look.CHOSEN and box.key} == steps
        red = {line.head for line in page.connectors if line.stroke is Stroke.HISTORY and len(line.head) == 2}
        assert red == steps


def chain(length: int, history: int) -> TurningPoint:
    """Decisions in a row, of which history took the first so many."""
    nodes: dict[str, object] = {}
    for at in range(length):
        on = {"label": f"On {at}", "leads-to": f"n{at + 1}", "historical": at < history}
        nodes[f"n{at}"] = {
            "decision": f"Question {at}?",
            "options": {"on": on, "off": {"label": "Off", "leads-to": "end"}},
        }
    nodes[f"n{length}"] = {"outcome": "The last", "basis": "recorded" if history == length else "inferred"}
    nodes["end"] = {"outcome": "The end", "basis": "inferred"}
    return TurningPoint.of("chain", Scenario.model_validate({"title": "T", "question": "Q?", "nodes": nodes}))


@pytest.mark.parametrize(
    ("length", "history", "spine"),
    [(4, 4, 5), (4, 0, 5), (4, 1, 5), (3, 1, 2), (2, 1, 2), (2, 0, 1), (1, 0, 1)],
)
def test_where_history_stops_the_spine_goes_on_along_the_longest_road_if_that_is_worth_it(
    length: int, history: int, spine: int
) -> None:
    point = chain(length, history)

    assert len(spine_of(graph_of(point))) == spine
    assert faults(page_of(point, Detail.FULL)) == []


def test_a_long_chain_beside_history_is_placed_in_bounded_time() -> None:
    point = chain(14, 0)
    plain = point.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    plain["nodes"]["first"] = {
        "decision": "Begin?",
        "options": {
            "yes": {"label": "Yes", "leads-to": "n0"},
            "no": {"label": "No", "leads-to": "over", "historical": True},
        },
    }
    plain["nodes"]["over"] = {"outcome": "Over", "basis": "recorded"}
    long = TurningPoint.of("long", Scenario.model_validate(plain | {"start": "first"}))

    page = page_of(long, Detail.FULL)

    assert faults(page) == []
    assert len([box for box in page.boxes if box.look is Look.NEST]) == 1


def test_a_hundred_decisions_in_a_row_are_placed() -> None:
    page = page_of(chain(100, 100), Detail.OUTLINE)

    assert faults(page) == []
    assert len([box for box in page.boxes if box.what == "decision"]) == 100


# steps


@pytest.mark.parametrize("point", SHIPPED, ids=IDS)
def test_a_step_adds_its_part_and_moves_nothing(point: TurningPoint) -> None:
    graph = graph_of(point)
    pages = frames(point, Detail.SUMMARY)
    last = {box.key: (box.x, box.y, box.width, box.height) for box in pages[-1].boxes if box.name}

    for page in pages:
        for box in page.boxes:
            assert not box.name or last[box.key] == (box.x, box.y, box.width, box.height)
    for page, step in zip(pages, pages[-1].steps, strict=True):
        seen = {box.key for box in page.boxes if box.name}
        options = {(step.node, arc.id) for arc in graph.leaving[step.node]}
        assert (step.node,) in seen
        assert (options <= seen) == (step.phase is not Phase.QUESTION)
        chosen = {box.key for box in page.boxes if box.look is Look.CHOSEN and box.key}
        told = step.phase in (Phase.HAPPENED, Phase.CONSEQUENCE)
        assert bool(chosen & options) == told


def test_the_last_frame_shows_every_node_and_option() -> None:
    for point in SHIPPED:
        graph = graph_of(point)
        drawn = {box.key for box in frames(point, Detail.OUTLINE)[-1].boxes if box.name}

        assert drawn == {*((id,) for id in graph.order), *((arc.tail, arc.id) for arc in graph.arcs)}


@QUIETLY
@given(turning_points(7))
def test_before_it_is_told_nothing_of_any_scenario_looks_chosen(point: TurningPoint) -> None:
    graph = graph_of(point)
    for page in frames(point, Detail.SUMMARY):
        told = {step.node for step in page.steps if step.phase is Phase.HAPPENED}
        nested = set(graph.order) - set(spine_of(graph))
        chosen = {box.key[0] for box in page.boxes if box.look is Look.CHOSEN and box.key}

        assert chosen <= told | nested


# before the choice


def moved(point: TurningPoint, node: str, to: str) -> TurningPoint:
    """The scenario in which another option of a decision happened, and nothing that depended on it is known."""
    plain = point.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    steps = {"options", "branches"}
    for key in steps & set(plain["nodes"][node]):
        for id, step in plain["nodes"][node][key].items():
            step["historical"] = id == to
    graph = Graph.of(Scenario.model_validate(plain))
    road = [node, *graph.reachable(plain["nodes"][node][next(iter(steps & set(plain["nodes"][node])))][to]["leads-to"])]
    before = graph_of(point).historical_nodes[: graph_of(point).historical_nodes.index(node)]
    for id, each in plain["nodes"].items():
        if id in before or id == node:
            continue
        for key in steps & set(each):
            for at, step in enumerate(each[key].values()):
                step["historical"] = id in road and at == 0
        if "outcome" in each:
            each["consequences"] = []
            each["basis"] = "inferred"
    return replace(point, scenario=Scenario.model_validate(plain))


def other_histories() -> Iterator[tuple[TurningPoint, TurningPoint, str]]:
    """Each shipped scenario beside one in which something else was chosen at a node that history came through."""
    for point in SHIPPED:
        graph = graph_of(point)
        for arc in graph.historical:
            other = next(each for each in graph.leaving[arc.tail] if each.id != arc.id)
            yield point, moved(point, arc.tail, other.id), arc.tail


@pytest.mark.parametrize("detail", Detail)
def test_a_sealed_picture_is_the_same_whatever_happened(detail: Detail) -> None:
    count = 0
    for point, other, node in other_histories():
        pages = [
            place(sealed(each, graph_of(each), detail, node), PAPERS[Fit.SLIDE]).frame(0) for each in (point, other)
        ]

        assert pages[0] == pages[1]
        assert svg(described(pages[0])) == svg(described(pages[1]))
        count += 1
    assert count > 60


def test_a_sealed_picture_has_what_a_walk_shows_before_the_choice_and_no_more() -> None:
    for point in SHIPPED:
        graph = graph_of(point)
        for id in choices(graph):
            page = place(sealed(point, graph, Detail.FULL, id), PAPERS[Fit.SLIDE]).frame(0)
            said = {text for box in page.boxes for text in box.paragraphs()}
            options = [box for box in page.boxes if box.key[:1] == (id,) and len(box.key) == 2 and box.name]
            titles = [box.paragraphs()[0] for box in options]

            assert sorted(titles) == sorted(" ".join(step.label.split()) for step in graph.nodes[id].steps.values())
            assert {box.look for box in options} == {Look.OPTION}
            hidden = [a.claim for arc in graph.leaving[id] for a in getattr(arc.step, "arguments", ()) if a.hindsight]
            assert not any(claim in text for claim in hidden for text in said)
            road = [arc.tail for arc in road_to(graph, id)]
            assert {box.key[0] for box in page.boxes if box.key} == {*road, id}
