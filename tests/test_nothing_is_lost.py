"""One model, many faces: no node, way, argument, consequence or source is lost in any of them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple

import pytest

from histories import shipped
from test_page import data_of
from untaken.drawing.boxes import Boxes, Detail
from untaken.drawing.notes import notes_sheet
from untaken.drawing.place import PAPERS, Fit
from untaken.drawing.place.split import spine_pages
from untaken.drawing.placed import PlacedPage
from untaken.drawing.slides import lecture
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.model import Outcome, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.handing import handout
from untaken.telling.outline import outline
from untaken.writing.page import page_file
from untaken.writing.page.selection import alone


def told(point: TurningPoint) -> Iterator[str]:
    """What every face has to tell of a turning point."""
    for node in point.scenario.nodes.values():
        yield node.text
        for step in node.steps.values():
            yield step.label
            yield from (each.claim for each in getattr(step, "arguments", ()))
        if isinstance(node, Outcome):
            yield from (each.claim for each in node.consequences)
    yield from (point.sources[id].title for id in cited_sources(point.scenario))


def plain(text: str) -> str:
    """A text with single plain blanks; where it is broken over lines and pages is no matter here."""
    return " ".join(text.replace("\u00a0", " ").replace("\u200b", "").split())


def as_outline(point: TurningPoint) -> str:
    return "\n".join(map(str, outline(point, Graph.of(point.scenario))))


def as_diagram(point: TurningPoint) -> str:
    graph = Graph.of(point.scenario)
    sheets = [whole(point, graph, Detail.FULL), notes_sheet(Boxes(point, graph, Detail.FULL))]
    pages = [page for sheet in sheets if sheet for _, page in spine_pages(sheet, PAPERS[Fit.SLIDE])]
    return "\n".join(paragraphs(page) for page in pages)


def paragraphs(page: PlacedPage) -> str:
    return "\n".join(text for box in page.boxes for text in box.paragraphs())


def as_deck(point: TurningPoint) -> str:
    return "\n".join(part for slide in lecture(point) for part in (paragraphs(slide.page), *map(str, slide.notes)))


def as_handout(point: TurningPoint) -> str:
    return json.dumps(astuple(handout(point, Graph.of(point.scenario))), ensure_ascii=False, default=str)


def as_page(point: TurningPoint) -> str:
    return json.dumps(data_of(page_file(alone(shipped(), point.scenario.title, [point.id]))), ensure_ascii=False)


FACES = {face.__name__.removeprefix("as_"): face for face in (as_outline, as_diagram, as_deck, as_handout, as_page)}


@pytest.mark.parametrize("face", FACES)
def test_no_node_way_argument_consequence_or_source_is_lost(face: str) -> None:
    lost = {point.id: missing(point, FACES[face]) for point in shipped()}
    assert {id: texts for id, texts in lost.items() if texts} == {}


def missing(point: TurningPoint, face: Callable[[TurningPoint], str]) -> list[str]:
    shown = plain(face(point).replace('\\"', '"'))
    return [text for text in dict.fromkeys(map(plain, told(point))) if text not in shown]
