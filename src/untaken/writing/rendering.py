"""From turning points to files: pictures, pages, drawings, in several processes where there are several to draw."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from untaken.drawing.picture import Detail, Road, pages, whole, with_road
from untaken.drawing.timeline import between, timeline, timeline_lines
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.matrix import by_decision, matrix
from untaken.telling.outline import outline
from untaken.writing.artifacts import write_whole
from untaken.writing.engine import Engine
from untaken.writing.fitting import Fit, Fitted, fit
from untaken.writing.splitting import split
from untaken.writing.svg import finished


class Format(StrEnum):
    """The files that a drawing can become."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"


PNG_DPI = 144
"""Makes a slide of 1920 × 1080 pixels."""


class View(StrEnum):
    """What is drawn: each scenario as a tree, or its options against its sources, or all scenarios along one spine."""

    TREE = "tree"
    MATRIX = "matrix"
    TIMELINE = "timeline"


@dataclass(frozen=True)
class Order:
    """What is to be drawn of each turning point, and where to."""

    folder: Path = Path("output")
    formats: tuple[Format, ...] = (Format.SVG, Format.PNG)
    detail: Detail = Detail.SUMMARY
    fit: Fit = Fit.SLIDE
    split: bool = False
    view: View = View.TREE
    title: str = "Timeline"
    start: str | None = None
    end: str | None = None
    roads: Mapping[tuple[str, str], Road] = field(default_factory=dict)
    """Somebody's road through a turning point, by its collection and id."""


@dataclass(frozen=True)
class Rendered:
    """The files of one page, what they show, a scenario's id mostly, and their smallest text in points."""

    name: str
    files: tuple[Path, ...]
    smallest: float


@dataclass(frozen=True)
class Drawn:
    """One page before it is written: the name of its files, what is in them, and its smallest text in points."""

    name: str
    files: Mapping[Format, bytes]
    smallest: float


@dataclass(frozen=True)
class _Job:
    """What one drawing process is asked for: the pages, the name of their files, and the words for who listens."""

    name: str
    stem: str
    pages: Callable[[Engine], Sequence[Fitted[Any]]]
    words: str


def jobs(points: Sequence[TurningPoint], order: Order) -> int:
    """How many steps `render` takes."""
    return len(_jobs(points, order))


def render(points: Sequence[TurningPoint], order: Order, processes: int = 1) -> Iterator[list[Rendered]]:
    """Draw every turning point, each as soon as it is ready, in the order given; files are written whole.

    Raises EngineMissing, TooSlow and EngineFault of the engine, and OSError where the disk refuses.
    """
    todo = _jobs(points, order)
    with ExitStack() as engines:
        own = _one_engine_a_thread(engines)
        with ThreadPoolExecutor(max(1, min(processes, len(todo)))) as pool:
            drawn = [pool.submit(_render_one, own, job, order) for job in todo]
            try:
                for each in drawn:
                    yield each.result()
            except BaseException:
                # Ending the drawing processes first lets the threads that wait for them end, too.
                pool.shutdown(wait=False, cancel_futures=True)
                engines.close()
                raise


def _jobs(points: Sequence[TurningPoint], order: Order) -> list[_Job]:
    if order.view is View.TIMELINE:
        return [_timeline_job(shown, order)] if (shown := between(points, order.start, order.end)) else []
    return [_scenario_job(point, name, order) for point, name in zip(points, _names(points), strict=True)]


def _names(points: Sequence[TurningPoint]) -> list[str]:
    """What each drawing is called: its scenario's id, behind the collection's where several have the same.

    A number tells apart what is still alike, as are two scenarios that stand alone in folders of their own.
    """
    ids = [point.id for point in points]
    names: list[str] = []
    for point in points:
        alone = ids.count(point.id) == 1 or not point.collection
        wished = name = point.id if alone else f"{point.collection}-{point.id}"
        number = 1
        while name in names or (name != point.id and name in ids):
            number += 1
            name = f"{wished}-{number}"
        names.append(name)
    return names


def _timeline_job(points: Sequence[TurningPoint], order: Order) -> _Job:
    cited = {id for point in points for id in cited_sources(point.scenario)}
    sources = {id: source.reference for point in points for id, source in point.sources.items() if id in cited}
    history = timeline(order.title, points, list(sources.values()))
    return _Job(
        "the timeline", "timeline", lambda engine: [fit(engine, history, order.fit)], "\n".join(timeline_lines(history))
    )


def _scenario_job(point: TurningPoint, name: str, order: Order) -> _Job:
    graph = Graph.of(point.scenario)
    road = order.roads.get((point.collection, point.id))
    words = [*([road.words, ""] if road else []), *map(str, outline(point, graph))]
    return _Job(name, _stem(name, order), lambda engine: _fitted(engine, point, graph, order), "\n".join(words))


def _fitted(engine: Engine, point: TurningPoint, graph: Graph, order: Order) -> Sequence[Fitted[Any]]:
    if order.view is View.MATRIX:
        parts = by_decision(matrix(point, graph)) if order.split else [matrix(point, graph)]
        return [fit(engine, part, order.fit) for part in parts]
    road = order.roads.get((point.collection, point.id))
    pictures = pages(point, graph) if order.split else [whole(point, graph, order.detail)]
    if road:
        # How the road differs from history is said once.
        later = replace(road, summary="")
        pictures = [with_road(picture, later if at else road) for at, picture in enumerate(pictures)]
    return split(engine, pictures, order.fit) if order.split else [fit(engine, pictures[0], order.fit)]


def _stem(name: str, order: Order) -> str:
    """The file's name: what the drawing is called, with the view, detail or walk where it is not the usual one."""
    if order.view is View.MATRIX:
        return f"{name}-matrix"
    detailed = name if order.detail is Detail.SUMMARY or order.split else f"{name}-{order.detail}"
    return f"{detailed}-walk" if order.roads else detailed


def _one_engine_a_thread(engines: ExitStack) -> Callable[[], Engine]:
    local = threading.local()
    lock = threading.Lock()

    def own() -> Engine:
        if not hasattr(local, "engine"):
            engine = Engine().__enter__()
            with lock:
                engines.push(engine)
            local.engine = engine
        return local.engine  # type: ignore[no-any-return]

    return own


def _render_one(own: Callable[[], Engine], job: _Job, order: Order) -> list[Rendered]:
    # Nothing is written before everything is drawn: a scenario's pages are all of one making.
    return [_write(job, order, page) for page in _drawn(own(), job, order)]


def draw_scenario(engine: Engine, point: TurningPoint, order: Order) -> list[Drawn]:
    """The pages of one scenario, in memory. Raises TooSlow and EngineFault of the engine."""
    return _drawn(engine, _scenario_job(point, point.id, order), order)


def _drawn(engine: Engine, job: _Job, order: Order) -> list[Drawn]:
    fitted = job.pages(engine)
    names = [
        f"{job.stem}-page-{at:0{len(str(len(fitted)))}}" if order.split else job.stem
        for at in range(1, len(fitted) + 1)
    ]
    return [
        Drawn(name, {format: _draw(engine, page, format, job.words) for format in order.formats}, page.smallest)
        for name, page in zip(names, fitted, strict=True)
    ]


def _draw(engine: Engine, page: Fitted[Any], format: Format, words: str) -> bytes:
    if format is Format.DOT:
        return page.dot().encode("utf-8")
    data = engine.draw(page.dot(PNG_DPI if format is Format.PNG else 0), format)
    return finished(data, page.picture.title, words) if format is Format.SVG else data


def _write(job: _Job, order: Order, page: Drawn) -> Rendered:
    paths = []
    for format, data in page.files.items():
        path = order.folder / f"{page.name}.{format}"
        write_whole(path, data)
        paths.append(path)
    return Rendered(job.name, tuple(paths), page.smallest)
