"""From turning points to files: placed pages, drawings, in several processes where there are several to draw."""

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from types import MappingProxyType

from untaken.drawing.boxes import Detail
from untaken.drawing.place.layouts import USUAL, layout_called
from untaken.drawing.ties import all_ties, ties_of
from untaken.drawing.timeline import between, timeline
from untaken.model import TurningPoint
from untaken.model.traversal import cited_sources
from untaken.writing.artifacts import write_whole
from untaken.writing.booklet import Booklet, BookletPage
from untaken.writing.engine import Engine
from untaken.writing.engine.alone import can_be_ended, ending_late, no_graphviz
from untaken.writing.formats import Format, Stuff, format_called, too_many
from untaken.writing.making import Work, made, placed, written
from untaken.writing.orders import Drawn, Order, Rendered, View
from untaken.writing.scratch import clear_what_was_left


@dataclass(frozen=True)
class _Job:
    """What one drawing process is asked for, and what it shows."""

    name: str
    work: Work

    @cached_property
    def mark(self) -> str:
        """A digest of all that is to be drawn, and how: two jobs of one mark come to the same files."""
        return blake2b(repr(self.work).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def jobs(points: Sequence[TurningPoint], order: Order) -> int:
    """How many steps `render` takes."""
    return len(_jobs(points, order))


def render(
    points: Sequence[TurningPoint],
    order: Order,
    processes: int = 1,
    kept: Mapping[str, Sequence[Rendered]] = MappingProxyType({}),
) -> Iterator[list[Rendered]]:
    """Draw every turning point, each as soon as it is ready, in the order given; files are written whole.

    `kept` has, by their marks, pages whose files are there still: they are not drawn again.

    Raises EngineMissing, TooSlow and EngineFault of the engine, OSError where the disk refuses, and Trouble where more
    than one file is to go into one.
    """
    todo = _jobs(points, order)
    formats = [format_called(name, Stuff.PICTURE) for name in order.formats]
    binding = [each for each in formats if each.binds and not order.apart]
    leaves: list[BookletPage] = []
    known = {} if binding else kept
    with closing(_drawn([job for job in todo if job.mark not in known], order, processes)) as drawn:
        for job in todo:
            if job.mark in known:
                yield [*known[job.mark]]
                continue
            pages = next(drawn)
            # Nothing is written before everything is drawn: a scenario's pages are all of one making.
            is_bound = binding and len(todo) + len(pages) > 2
            _refuse_too_many(len(todo) * len(pages), order, formats)
            leaves += [page.leaf for page in pages if page.leaf and is_bound]
            alone = [each for each in formats if each.binds and not is_bound]
            yield [_write(job, order, page, alone) for page in pages]
    if leaves:
        yield [_bound(Booklet(tuple(leaves), _title(leaves, order)), todo, order, each) for each in binding]


def _drawn(todo: Sequence[_Job], order: Order, processes: int) -> Generator[list[Drawn]]:
    """The pages of each job, in the order given."""
    if can_be_ended() and not needs_graphviz(order):
        clear_what_was_left()
        yield from (_made_here(job) for job in todo)
        return
    with ExitStack() as engines:
        own = _one_engine_a_thread(engines, needs_graphviz(order))
        with ThreadPoolExecutor(max(1, min(processes, len(todo)))) as pool:
            try:
                yield from _as_they_come(_begun(todo, pool, own))
            except BaseException:
                # Ending the drawing processes first lets the threads that wait for them end, too.
                pool.shutdown(wait=False, cancel_futures=True)
                engines.close()
                raise


def _made_here(job: _Job) -> list[Drawn]:
    """A job without Graphviz, made in this process: to start another would take longer than to draw."""
    with ending_late():
        return made(job.work, no_graphviz)


def _begun(
    todo: Sequence[_Job], pool: ThreadPoolExecutor, own: Callable[[], Engine]
) -> Iterator["Future[list[Drawn]]"]:
    """What the drawing processes are asked for: mostly only what Graphviz makes of pages that have their places.

    Those are found here, while the others draw; not where a job that takes too long could not be ended here.
    """
    for job in todo:
        if not can_be_ended():
            yield pool.submit(_made, own, job)
            continue
        with ending_late():
            plates = placed(job.work, lambda *asked: own().draw(*asked))
        yield pool.submit(written, job.work, plates, lambda *asked: own().draw(*asked))


def _as_they_come(begun: Iterator["Future[list[Drawn]]"]) -> Iterator[list[Drawn]]:
    """The results in their order, each as soon as it is there and the next was begun."""
    waiting: deque[Future[list[Drawn]]] = deque()
    for each in begun:
        waiting.append(each)
        while waiting and waiting[0].done():
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _refuse_too_many(count: int, order: Order, formats: Sequence[Format]) -> None:
    """Refuse to write several files into one, unless their format binds them."""
    if order.file and count > 1 and (order.apart or not all(each.binds for each in formats)):
        raise too_many(count, order.file)


def draw_scenario(engine: Engine, point: TurningPoint, order: Order) -> list[Drawn]:
    """The pages of one scenario, in memory. Raises TooSlow and EngineFault of the engine."""
    return _made(lambda: engine, _scenario_job(point, point.id, order))


def needs_graphviz(order: Order) -> bool:
    """Whether Graphviz has to be there: places and SVG are our own, and PDF is set by typst."""
    drawn = any(format_called(name, Stuff.PICTURE).by_graphviz for name in order.formats)
    return drawn or layout_called(order.arranged).by_graphviz


def _jobs(points: Sequence[TurningPoint], order: Order) -> list[_Job]:
    if order.view is View.TIMELINE:
        return [_timeline_job(shown, order)] if (shown := between(points, order.start, order.end)) else []
    if order.view is View.TIES:
        return list(_ties_jobs(points, order))
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
    history = timeline(order.title, points, list(sources.values()), order.before)
    stem = "timeline-before" if order.before else "timeline"
    return _Job("the timeline", Work(history, stem, order))


def _ties_jobs(points: Sequence[TurningPoint], order: Order) -> Iterator[_Job]:
    """The ties of each turning point among all of its collection; or, without those, of a whole collection at once."""
    plain = replace(order, history=())
    if order.history:
        for point, name in zip(points, _names(points), strict=True):
            known = [each for each in order.history if each.collection == point.collection]
            yield _Job(name, Work(ties_of(known, point.id, order.before), _stem(point, name, order), plain))
        return
    collections = dict.fromkeys(point.collection for point in points)
    for collection in collections:
        known = [each for each in points if each.collection == collection]
        name = f"{collection}-ties" if len(collections) > 1 else "ties"
        yield _Job(name, Work(all_ties(known, known[0].history or order.title), name, plain))


def _scenario_job(point: TurningPoint, name: str, order: Order) -> _Job:
    return _Job(name, Work(point, _stem(point, name, order), order))


def _stem(point: TurningPoint, name: str, order: Order) -> str:
    """The file's name: what the drawing is called, with the view, detail or walk where it is not the usual one."""
    # An id can be no file name: the place of the node among all is one.
    at = [str(list(point.scenario.nodes).index(order.at) + 1)] if order.at else []
    return "-".join(
        [name, *_manner(order), *at, *(["walk"] if order.roads else []), *(["class"] if order.crowd else [])]
    )


def _manner(order: Order) -> Iterator[str]:
    """The view, the detail and the like in a file's name, where they are not the usual ones."""
    if order.view in (View.MATRIX, View.TIES):
        yield order.view
    elif order.detail is not Detail.SUMMARY and not (order.split or order.crowd):
        yield order.detail
    if order.arranged != USUAL:
        yield order.arranged
    if order.before:
        yield "before"


def _one_engine_a_thread(engines: ExitStack, graphviz: bool) -> Callable[[], Engine]:
    local = threading.local()
    lock = threading.Lock()

    def own() -> Engine:
        if not hasattr(local, "engine"):
            engine = Engine(without=not graphviz)
            with lock:
                # Known before it starts: whoever ends all engines meanwhile ends this one, too.
                engines.push(engine)
            local.engine = engine.__enter__()
        return local.engine  # type: ignore[no-any-return]

    return own


def _made(own: Callable[[], Engine], job: _Job) -> list[Drawn]:
    found: list[Drawn] = own().make(job.work)
    return found


def _write(job: _Job, order: Order, page: Drawn, alone: Sequence[Format]) -> Rendered:
    """Write the files of a page, in formats that bind pages only those in which it is to stand `alone`."""
    paths = []
    files = dict(page.files)
    if page.leaf:
        pages = Booklet((page.leaf,), page.leaf.title)
        files |= {each.name: each.write(Stuff.BOOKLET, pages) for each in alone}
    for name in order.formats:
        if name in files:
            paths.append(order.file or order.folder / f"{page.name}{format_called(name, Stuff.PICTURE).suffix}")
            write_whole(paths[-1], files[name])
    return Rendered(job.name, tuple(paths), page.smallest, page.strange, mark=job.mark)


def _bound(pages: Booklet, todo: Sequence[_Job], order: Order, format: Format) -> Rendered:
    """All pages in one file."""
    parts = [todo[0].work.stem if len(todo) == 1 else _set_stem(order)]
    parts += ["frames"] if order.frames else ["pages"] if order.split else []
    path = order.file or order.folder / f"{'-'.join(parts)}{format.suffix}"
    write_whole(path, format.write(Stuff.BOOKLET, pages))
    return Rendered("", (path,), min(leaf.smallest for leaf in pages.leaves), pages=len(pages.leaves))


def _title(leaves: Sequence[BookletPage], order: Order) -> str:
    return leaves[0].title if len({leaf.title for leaf in leaves}) == 1 else order.title


def _set_stem(order: Order) -> str:
    """What the file of several turning points is called."""
    return "-".join([order.set_name or "turning-points", *_manner(order)])
