"""From turning points to files: pictures, pages, drawings, in several processes where there are several to draw."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from untaken.artifacts import write_whole
from untaken.engine import Engine
from untaken.fitting import Fit, Fitted, fit
from untaken.graph import Graph
from untaken.model import TurningPoint
from untaken.picture import Detail, pages, whole
from untaken.splitting import split
from untaken.svg import finished
from untaken.views.outline import outline


class Format(StrEnum):
    """The files that a drawing can become."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"


PNG_DPI = 144
"""Makes a slide of 1920 × 1080 pixels."""


@dataclass(frozen=True)
class Order:
    """What is to be drawn of each turning point, and where to."""

    folder: Path
    formats: tuple[Format, ...] = (Format.SVG, Format.PNG)
    detail: Detail = Detail.SUMMARY
    fit: Fit = Fit.SLIDE
    split: bool = False


@dataclass(frozen=True)
class Rendered:
    """The files of one page, and its smallest text in points."""

    point: TurningPoint
    files: tuple[Path, ...]
    smallest: float


def render(points: Sequence[TurningPoint], order: Order, processes: int = 1) -> Iterator[list[Rendered]]:
    """Draw every turning point, each as soon as it is ready, in the order given; files are written whole.

    Raises EngineMissing, TooSlow and EngineFault of the engine, and OSError where the disk refuses.
    """
    with ExitStack() as engines:
        own = _one_engine_a_thread(engines)
        with ThreadPoolExecutor(max(1, min(processes, len(points)))) as pool:
            drawn = [pool.submit(_render_one, own, point, order) for point in points]
            try:
                for each in drawn:
                    yield each.result()
            except BaseException:
                # Ending the drawing processes first lets the threads that wait for them end, too.
                pool.shutdown(wait=False, cancel_futures=True)
                engines.close()
                raise


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


def _render_one(own: Callable[[], Engine], point: TurningPoint, order: Order) -> list[Rendered]:
    engine = own()
    graph = Graph.of(point.scenario)
    fitted = (
        split(engine, pages(point, graph), order.fit)
        if order.split
        else [fit(engine, whole(point, graph, order.detail), order.fit)]
    )
    words = "\n".join(map(str, outline(point, graph)))
    drawn = [
        (
            _stem(point, order, at, len(fitted)),
            page,
            {format: _draw(engine, page, format, words) for format in order.formats},
        )
        for at, page in enumerate(fitted, 1)
    ]
    # Nothing is written before everything is drawn: a scenario's pages are all of one making.
    return [_write(point, order, stem, page, files) for stem, page, files in drawn]


def _stem(point: TurningPoint, order: Order, at: int, of: int) -> str:
    """The file's name: the scenario's id, with the detail or the page where it is not the usual drawing."""
    if order.split:
        return f"{point.id}-page-{at:0{len(str(of))}}"
    return point.id if order.detail is Detail.SUMMARY else f"{point.id}-{order.detail}"


def _draw(engine: Engine, page: Fitted, format: Format, words: str) -> bytes:
    if format is Format.DOT:
        return page.dot().encode("utf-8")
    data = engine.draw(page.dot(PNG_DPI if format is Format.PNG else 0), format)
    return finished(data, page.picture.title, words) if format is Format.SVG else data


def _write(point: TurningPoint, order: Order, stem: str, page: Fitted, files: dict[Format, bytes]) -> Rendered:
    paths = []
    for format, data in files.items():
        path = order.folder / f"{stem}.{format}"
        write_whole(path, data)
        paths.append(path)
    return Rendered(point, tuple(paths), page.smallest)
