"""Pictures on pages: nothing clipped, the sizes that were promised, and the pages of `--split`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from drawings import Drawing, without_blanks
from program import TOP
from scenarios_at_random import turning_points
from test_diagram import texts
from torture import TORTURES, tortured
from untaken.checking.loading import load
from untaken.drawing.canvas import Orientation, Shape
from untaken.drawing.diagram import names
from untaken.drawing.picture import Card, Detail, Picture, pages, whole
from untaken.evidence.citing import silent_sources
from untaken.history.graph import Graph
from untaken.model import Decision, Option, Outcome, Scenario, TurningPoint
from untaken.writing.engine import Engine, Layout
from untaken.writing.fitting import Fit, Fitted, finest_raster, fit
from untaken.writing.splitting import LEGIBLE, split

FERRY = TOP / "tests" / "example" / "ferry.yaml"
FOUR = ("martov-motion", "brest-litovsk", "nep-or-collectivization", "lenins-warning")
SIZES = {Fit.SLIDE: {(960, 540)}, Fit.A4: {(842, 595), (595, 842)}}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def the_ferry() -> TurningPoint:
    (point,) = load([FERRY]).points
    return point


def shipped(id: str) -> TurningPoint:
    (point,) = load([TOP / "scenarios" / "october-1917" / f"{id}.yaml"]).points
    return point


def picture_of(point: TurningPoint, detail: Detail) -> Picture:
    return whole(point, Graph.of(point.scenario), detail)


def drawn(engine: Engine, page: Fitted[Picture]) -> Drawing:
    return Drawing(engine.draw(page.dot(), "svg"))


def clipped(drawing: Drawing) -> list[str]:
    """What does not lie on the page whole."""
    width, height = drawing.size
    shapes = [str(point) for point in drawing.points if not (0 <= point[0] <= width and 0 <= point[1] <= height)]
    lines = [
        line.text
        for line in drawing.lines
        if line.left < 0 or line.right > width or line.baseline < 0.75 * line.size or line.baseline > height
    ]
    return shapes + lines


def unsaid(drawing: Drawing, picture: Picture) -> list[str]:
    """What the picture says and the drawing does not: Graphviz leaves out what lies off the page."""
    return [text for text in texts(picture) if without_blanks(text) not in drawing.said]


def shown_whole(engine: Engine, page: Fitted[Picture]) -> Drawing:
    """The drawing of a page, after a look at its edges and its type."""
    drawing = drawn(engine, page)
    assert clipped(drawing) == []
    assert unsaid(drawing, page.picture) == []
    assert min(line.size for line in drawing.lines) == pytest.approx(page.smallest, abs=0.01)
    return drawing


@pytest.mark.parametrize("to", Fit)
@pytest.mark.parametrize("detail", Detail)
def test_the_ferry_lies_whole_on_every_kind_of_page(detail: Detail, to: Fit, engine: Engine) -> None:
    drawing = shown_whole(engine, fit(engine, picture_of(the_ferry(), detail), to))

    assert drawing.size in SIZES.get(to, {drawing.size})


@pytest.mark.parametrize("id", FOUR)
def test_at_outline_a_shipped_scenario_fits_a_slide_at_ten_points_or_more(id: str, engine: Engine) -> None:
    page = fit(engine, picture_of(shipped(id), Detail.OUTLINE), Fit.SLIDE)

    assert shown_whole(engine, page).size == (960, 540)
    assert page.smallest >= 10


@pytest.mark.slow
@pytest.mark.parametrize("text", TORTURES.values(), ids=TORTURES)
def test_the_torture_lies_whole_on_a_slide(text: str, engine: Engine) -> None:
    page = fit(engine, picture_of(tortured(text), Detail.OUTLINE), Fit.SLIDE)

    assert shown_whole(engine, page).size == (960, 540)


@settings(max_examples=8)
@given(point=turning_points(most_nodes=5), detail=st.sampled_from(Detail), to=st.sampled_from([Fit.SLIDE, Fit.A4]))
def test_every_picture_lies_whole_on_its_page(engine: Engine, point: TurningPoint, detail: Detail, to: Fit) -> None:
    page = fit(engine, picture_of(point, detail), to)

    assert shown_whole(engine, page).size in SIZES[to]


def test_a_png_of_a_slide_has_1920_by_1080_pixels(engine: Engine, tmp_path: Path) -> None:
    page = fit(engine, picture_of(the_ferry(), Detail.OUTLINE), Fit.SLIDE)
    path = tmp_path / "slide.png"

    path.write_bytes(engine.draw(page.dot(144), "png"))

    with Image.open(path) as image:
        assert image.size == (1920, 1080)


def rows(page: Fitted[Picture], layout: Layout) -> Iterator[list[float]]:
    """The upper edges of the cards of each node, where time runs down the page."""
    _, cards = names(page.picture)
    for head in page.picture.heads:
        boxes = [layout.boxes[cards[card.tail, card.id]] for card in page.picture.cards if card.tail == head.id]
        yield [round(box.y + box.height / 2) for box in boxes]


@cache
def slides(id: str) -> list[Fitted[Picture]]:
    """The pages of `--split`."""
    point = shipped(id)
    with Engine() as engine:
        return split(engine, pages(point, Graph.of(point.scenario)), Fit.SLIDE)


@pytest.mark.parametrize("id", FOUR)
def test_each_page_lies_whole_on_a_slide_with_type_of_fourteen_points_or_more(id: str, engine: Engine) -> None:
    assert {shown_whole(engine, page).size for page in slides(id)} == {(960, 540)}
    assert min(page.smallest for page in slides(id)) >= 14


@pytest.mark.parametrize("id", FOUR)
def test_each_page_says_which_it_is_of_how_many(id: str) -> None:
    ends = [page.picture.subtitle.split(" · ")[-1] for page in slides(id)]

    assert ends == [f"page {at} of {len(ends)}" for at in range(1, len(ends) + 1)]


@pytest.mark.parametrize("id", FOUR)
def test_the_cards_of_a_row_have_one_top_edge(id: str, engine: Engine) -> None:
    edges = [each for page in slides(id) for each in rows(page, engine.layout(page.dot()))]

    assert [each for each in edges if len(set(each)) > 1] == []


@pytest.mark.parametrize("id", FOUR)
def test_the_pages_together_have_every_option_and_branch_once(id: str) -> None:
    point = shipped(id)
    cards = [card for page in slides(id) for card in page.picture.cards if is_step(card, point)]
    begun = [(card.tail, card.id) for card in cards if not card.title.endswith(" (continued)")]

    assert sorted(begun) == sorted((id, step) for id, node in point.scenario.nodes.items() for step in node.steps)


@pytest.mark.parametrize("id", FOUR)
def test_the_pages_together_have_every_claim_and_every_note_once(id: str) -> None:
    shown = Counter(row.text for page in slides(id) for card in page.picture.cards for row in card.rows)

    assert shown == Counter(claims(shipped(id)))


def is_step(card: Card, point: TurningPoint) -> bool:
    return card.tail in point.scenario.nodes and card.id in point.scenario.nodes[card.tail].steps


def claims(point: TurningPoint) -> Iterator[str]:
    """All that the pages of a scenario have to say."""
    yield from (note.note for note in point.scenario.notes)
    for node in point.scenario.nodes.values():
        yield from (note.note for note in node.notes)
        if isinstance(node, Outcome):
            yield from (each.claim for each in node.consequences)
        if isinstance(node, Decision):
            for option in node.options.values():
                yield from (argument.claim for argument in option.arguments)
                yield from silence(point, option)


def silence(point: TurningPoint, option: Option) -> Iterator[str]:
    silent = silent_sources(point, option)
    if silent:
        yield f"{' and '.join(source.short for source in silent)} {'is' if len(silent) == 1 else 'are'} silent"


def with_arguments(count: int) -> TurningPoint:
    """The ferry, with so many arguments for its second option."""
    plain = the_ferry().scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    arguments = [
        {"for": f"Reason number {at} is that nobody who sailed so late came home again."} for at in range(count)
    ]
    plain["nodes"]["harbour"]["options"]["wait"]["arguments"] = arguments
    return replace(the_ferry(), scenario=Scenario.model_validate(plain))


def test_a_card_that_no_page_holds_is_divided_and_goes_on_under_its_title(engine: Engine) -> None:
    point = with_arguments(30)
    choice, *_ = pages(point, Graph.of(point.scenario))

    slides = split(engine, [choice], Fit.SLIDE)

    parts = [card for page in slides for card in page.picture.cards if card.id == "wait"]
    assert len(parts) > 1
    assert {card.title for card in parts[1:]} == {"Wait for daylight (continued)"}
    assert parts[0].title == "Wait for daylight"
    assert [row.text for card in parts for row in card.rows] == [row.text for row in choice.cards[1].rows]
    assert min(page.smallest for page in slides) >= LEGIBLE
    for page in slides:
        shown_whole(engine, page)


def test_a_drawing_for_no_page_has_its_own_size_and_type(engine: Engine) -> None:
    page = fit(engine, picture_of(the_ferry(), Detail.FULL), Fit.NONE)

    assert page.frame.scale == 1
    assert page.smallest == 14


def test_a_png_of_a_huge_drawing_for_no_page_is_less_fine() -> None:
    assert finest_raster(Layout(800, 600, {})) > 144
    assert finest_raster(Layout(30_000, 500, {})) == 72
    assert finest_raster(Layout(40_000, 40_000, {})) == 11


def test_of_two_shapes_the_more_legible_is_kept(engine: Engine) -> None:
    picture = picture_of(the_ferry(), Detail.SUMMARY)

    page = fit(engine, picture, Fit.SLIDE)

    for span in (300.0, 600.0, 1200.0):
        other = replace(page, shape=Shape(Orientation.DOWN, span), heights={})
        assert min(line.size for line in drawn(engine, other).lines) <= page.smallest or clipped(drawn(engine, other))
