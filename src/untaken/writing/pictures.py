"""The pages of one turning point, or of many along one timeline, ready for any writer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from untaken.drawing.around import around
from untaken.drawing.boxes import Boxes, Detail
from untaken.drawing.crowded import crowded
from untaken.drawing.describing import described
from untaken.drawing.notes import notes_sheet
from untaken.drawing.place.between import ties_pages
from untaken.drawing.place.layouts import layout_called
from untaken.drawing.place.moments import timeline_page
from untaken.drawing.place.own_size import own_size
from untaken.drawing.place.paper import PAPERS, Fit, Paper
from untaken.drawing.place.spine import spine_page
from untaken.drawing.place.split import LEGIBLE, spine_pages
from untaken.drawing.place.strands import all_ties_page
from untaken.drawing.place.table import matrix_page
from untaken.drawing.place.tree import Arrange
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sealed import choices, sealed
from untaken.drawing.sheet import Sheet
from untaken.drawing.stepping import at_step
from untaken.drawing.theme import Theme
from untaken.drawing.ties import TiesSheet
from untaken.drawing.timeline import Timeline, timeline_sheet
from untaken.drawing.timeline_pages import timeline_pages
from untaken.drawing.whole import in_steps, whole, with_road
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.telling.matrix import Matrix, by_decision, matrix
from untaken.telling.outline import outline
from untaken.writing.orders import Order, View
from untaken.writing.plain import matrix_dot, plain_dot


@dataclass(frozen=True)
class Plate:
    """A placed page, and the plain graph that `-f dot` writes in its place."""

    page: PlacedPage
    dot: Callable[[Theme], str]


def timeline_pictures(timeline: Timeline, order: Order) -> list[Plate]:
    """A timeline on a poster, or on as many smaller pages as keep it legible."""
    if order.fit in (Fit.POSTER, Fit.NONE):
        sheet = timeline_sheet(timeline)
        return [Plate(_fitted(order.fit, lambda papers: timeline_page(sheet, papers)), partial(plain_dot, sheet))]
    pages = timeline_pages(timeline, PAPERS[order.fit], LEGIBLE)
    return [Plate(page, partial(plain_dot, part)) for part, page in pages]


def ties_pictures(ties: TiesSheet, order: Order) -> list[Plate]:
    """The page of all ties, or as many as keep those of one turning point legible."""
    sheet = ties.sheet
    if not ties.center:
        return [Plate(_fitted(order.fit, lambda papers: all_ties_page(sheet, papers)), partial(plain_dot, sheet))]
    if order.fit is Fit.NONE:
        pages = [(sheet, own_size(lambda papers: ties_pages(sheet, papers)[0][1]))]
    else:
        pages = ties_pages(sheet, PAPERS[order.fit], LEGIBLE)
    told = [(part, described(page) if sheet.neutral else page) for part, page in pages]
    return [Plate(page, partial(plain_dot, part)) for part, page in told]


def scenario_pictures(point: TurningPoint, order: Order, arrange: Arrange) -> list[Plate]:
    """The pages of one scenario; `arrange` asks `dot` for places where a tree is wanted."""
    graph = Graph.of(point.scenario)
    if order.view is View.MATRIX:
        return [_matrix(each, point, graph, order) for each in _matrices(point, graph, order)]
    if order.before:
        sheet = sealed(point, graph, order.detail, order.at or next(iter(choices(graph)), graph.start))
        page = _fitted(order.fit, lambda papers: spine_page(sheet, papers)).frame(0)
        return [Plate(described(page), partial(plain_dot, sheet))]
    if order.frames:
        return list(_frames(in_steps(point, graph, order.detail), order.fit))
    if order.split:
        return list(_pages(point, graph, order))
    sheet = _with_road(whole(point, graph, order.detail, _in_words(point, graph)), point, order)
    if order.crowd:
        sheet = crowded(sheet, point, graph, order.crowd)
    if order.focus:
        sheet = around(sheet, graph, order.focus, order.depth)
    return [Plate(_fitted(order.fit, lambda papers: _placed(sheet, papers, order, arrange)), partial(plain_dot, sheet))]


def _placed(sheet: Sheet, papers: Sequence[Paper], order: Order, arrange: Arrange) -> PlacedPage:
    return layout_called(order.arranged).place(sheet, papers, arrange)


def _fitted(fit: Fit, place: Callable[[Sequence[Paper]], PlacedPage]) -> PlacedPage:
    return own_size(place) if fit is Fit.NONE else place(PAPERS[fit])


def _frames(sheet: Sheet, fit: Fit) -> Iterator[Plate]:
    """The page at each step: everything at the same place in all of them."""
    page = _fitted(fit, lambda papers: spine_page(sheet, papers))
    for step in range(len(sheet.steps)):
        yield Plate(described(page.frame(step)), partial(_frame_dot, sheet, step))


def _frame_dot(sheet: Sheet, step: int, theme: Theme) -> str:
    return plain_dot(at_step(sheet, step), theme)


def _pages(point: TurningPoint, graph: Graph, order: Order) -> Iterator[Plate]:
    """The whole on as many pages as it needs, and one for the notes."""
    words = _in_words(point, graph)
    sheets = [_with_road(whole(point, graph, Detail.FULL, words), point, order)]
    notes = notes_sheet(Boxes(point, graph, Detail.FULL))
    sheets += [replace(notes, words=words)] if notes else []
    papers = PAPERS[order.fit]
    for sheet in sheets:
        for part, page in spine_pages(sheet, papers):
            yield Plate(page, partial(plain_dot, part))


def _with_road(sheet: Sheet, point: TurningPoint, order: Order) -> Sheet:
    road = order.roads.get((point.collection, point.id))
    return with_road(sheet, road) if road else sheet


def _in_words(point: TurningPoint, graph: Graph) -> str:
    return "\n".join(map(str, outline(point, graph)))


def _matrices(point: TurningPoint, graph: Graph, order: Order) -> list[Matrix]:
    if order.before:
        at = order.at or next(iter(choices(graph)), graph.start)
        return [matrix(point, graph, before=at)]
    return by_decision(matrix(point, graph)) if order.split else [matrix(point, graph)]


def _matrix(found: Matrix, point: TurningPoint, graph: Graph, order: Order) -> Plate:
    words = "" if order.before else _in_words(point, graph)
    page = _fitted(order.fit, lambda papers: matrix_page(found, papers, words))
    return Plate(described(page) if order.before else page, partial(matrix_dot, found))
