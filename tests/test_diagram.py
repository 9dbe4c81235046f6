"""Pictures as DOT, and what Graphviz makes of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawings import Drawing, without_blanks
from scenarios_at_random import turning_points
from torture import TORTURES, tortured
from untaken.checking.judging import judge
from untaken.checking.loading import load
from untaken.drawing.diagram import Frame, Orientation, Shape, diagram, names
from untaken.drawing.picture import Detail, Picture, pages, whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.reading.diagnostics import NOTE
from untaken.writing.engine import Box, Engine, Layout

HERE = Path(__file__).parent
SHEET = Frame(text_width=880.0)
"""A page that is as large as what stands on it."""
SHAPES = {Orientation.DOWN: Shape(Orientation.DOWN, 600.0), Orientation.ACROSS: Shape(Orientation.ACROSS, 260.0)}
WEIRD_IDS = (*TORTURES.values(), "<x>", r"\N", "node1", "card2", "node1:n", "cluster_page", "1", '"', "subgraph", "->")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def every_picture(point: TurningPoint) -> list[Picture]:
    graph = Graph.of(point.scenario)
    return [*(whole(point, graph, detail) for detail in Detail), *pages(point, graph)]


def drawn_text(engine: Engine, dot: str) -> str:
    return Drawing(engine.draw(dot, "svg")).said


def texts(picture: Picture) -> Iterator[str]:
    """All that a picture says, each text as it stands in one piece."""
    yield from (picture.title, picture.subtitle, picture.context, "; ".join(picture.sources))
    for head in picture.heads:
        yield from (head.above, head.text, head.below)
    for card in picture.cards:
        yield from (card.title, card.below)
    for row in [row for head in picture.heads for row in head.rows] + [
        row for card in picture.cards for row in card.rows
    ]:
        yield f"{row.text} — {row.owner}" if row.owner else row.text


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize("detail", Detail)
def test_the_ferry_as_dot(detail: Detail, orientation: Orientation, agrees: Callable[[str, Path], None]) -> None:
    (point,) = load([HERE / "example" / "ferry.yaml"]).points
    picture = whole(point, Graph.of(point.scenario), detail)

    dot = diagram(picture, SHAPES[orientation], SHEET, heights={"card1": 90.0, "card2": 90.0})

    agrees(dot, HERE / "golden" / f"ferry-{detail}-{orientation.name.lower()}.dot")


def test_the_example_is_without_a_problem() -> None:
    assert load([HERE / "example"]).problems == ()


@pytest.mark.parametrize("text", TORTURES.values(), ids=TORTURES)
def test_the_torture_is_a_valid_scenario(text: str) -> None:
    point = tortured(text)

    findings = judge(point, {point.id: point.scenario})
    assert [each for each in findings if each.rule.severity is not NOTE] == []


@settings(max_examples=40)
@given(turning_points(), st.sampled_from(Detail), st.sampled_from(Orientation))
def test_every_head_and_every_card_is_one_node(point: TurningPoint, detail: Detail, orientation: Orientation) -> None:
    graph = Graph.of(point.scenario)
    picture = whole(point, graph, detail)
    heads, cards = names(picture)

    dot = diagram(picture, SHAPES[orientation], SHEET)

    assert [head.id for head in picture.heads] == graph.order
    assert [(card.tail, card.id) for card in picture.cards] == [
        (id, step) for id in graph.order for step in graph.nodes[id].steps
    ]
    assert sorted(re.findall(r"^\t\t(\w+) \[label=", dot, re.MULTILINE)) == sorted([*heads.values(), *cards.values()])


@settings(max_examples=40)
@given(turning_points(), st.sampled_from(Detail))
def test_every_card_is_joined_to_the_node_it_comes_from_and_the_one_it_leads_to(
    point: TurningPoint, detail: Detail
) -> None:
    picture = whole(point, Graph.of(point.scenario), detail)
    heads, cards = names(picture)
    joints = [
        joint
        for card in picture.cards
        for joint in (
            (heads[card.tail], cards[card.tail, card.id]),
            (cards[card.tail, card.id], heads[card.head]),
        )
    ]

    dot = diagram(picture, SHAPES[Orientation.DOWN])

    assert re.findall(r"^\t\t(\w+)(?::\w+)? -> (\w+)(?::\w+)? \[", dot, re.MULTILINE) == joints


@pytest.mark.parametrize("id", WEIRD_IDS)
def test_an_id_never_reaches_the_dot(id: str) -> None:
    weird, plain = (every_picture(tortured("some words", id=each)) for each in (id, "plain"))

    for odd, even in zip(weird, plain, strict=True):
        for shape in SHAPES.values():
            assert diagram(odd, shape, SHEET) == diagram(even, shape, SHEET)


@pytest.mark.parametrize("text", TORTURES.values(), ids=TORTURES)
def test_every_word_of_the_torture_is_drawn(text: str, engine: Engine) -> None:
    for picture in every_picture(tortured(text)):
        said = drawn_text(engine, diagram(picture, SHAPES[Orientation.DOWN], SHEET))

        assert [each for each in texts(picture) if without_blanks(each) not in said] == []


@settings(max_examples=25)
@given(point=turning_points(), orientation=st.sampled_from(Orientation))
def test_every_word_of_every_picture_is_drawn(engine: Engine, point: TurningPoint, orientation: Orientation) -> None:
    for picture in every_picture(point):
        said = drawn_text(engine, diagram(picture, SHAPES[orientation], SHEET))

        assert [each for each in texts(picture) if without_blanks(each) not in said] == []


def test_all_tortures_in_every_field_at_once_are_drawn(engine: Engine) -> None:
    point = tortured(" ".join(TORTURES.values()))
    picture = whole(point, Graph.of(point.scenario), Detail.FULL)

    said = drawn_text(engine, diagram(picture, SHAPES[Orientation.DOWN], SHEET))

    assert [each for each in texts(picture) if without_blanks(each) not in said] == []


@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG\r\n"), ("pdf", b"%PDF-1."), ("dot", b"digraph ")])
def test_all_tortures_at_once_become_files_of_every_format(format: str, start: bytes, engine: Engine) -> None:
    point = tortured(" ".join(TORTURES.values()))
    picture = whole(point, Graph.of(point.scenario), Detail.OUTLINE)

    drawn = engine.draw(diagram(picture, SHAPES[Orientation.ACROSS], replace(SHEET, dpi=36)), format)

    assert drawn.startswith(start)


@settings(max_examples=40)
@given(point=turning_points())
def test_options_stand_in_the_authors_order_from_left_to_right(engine: Engine, point: TurningPoint) -> None:
    picture = whole(point, Graph.of(point.scenario), Detail.OUTLINE)

    layout = engine.layout(diagram(picture, SHAPES[Orientation.DOWN]))

    for cards in rows_of_cards(picture, layout):
        assert cards == sorted(cards, key=lambda box: box.x)


@settings(max_examples=40)
@given(point=turning_points())
def test_options_stand_in_the_authors_order_from_top_to_bottom(engine: Engine, point: TurningPoint) -> None:
    picture = whole(point, Graph.of(point.scenario), Detail.OUTLINE)

    layout = engine.layout(diagram(picture, SHAPES[Orientation.ACROSS]))

    for cards in rows_of_cards(picture, layout):
        assert cards == sorted(cards, key=lambda box: -box.y)


def rows_of_cards(picture: Picture, layout: Layout) -> Iterator[list[Box]]:
    """The boxes of the cards of each head, in the author's order."""
    _, cards = names(picture)
    for head in picture.heads:
        yield [layout.boxes[cards[card.tail, card.id]] for card in picture.cards if card.tail == head.id]
