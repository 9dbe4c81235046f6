"""Draws what is wanted, in processes that can be stopped: what is no longer wanted is given up at once."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from untaken.faces.preview.preview import Failure, Picture
from untaken.model import TurningPoint
from untaken.telling.phrases import previews
from untaken.writing.engine import Engine, EngineFault, TooSlow
from untaken.writing.orders import Order
from untaken.writing.rendering import draw_scenario


@dataclass(frozen=True)
class Task:
    """A scenario to draw, as it stands in its file."""

    path: Path
    point: TurningPoint


Result = Picture | Failure | Exception
"""What came of a task; an exception is a fault of the program or the machine."""


@dataclass(eq=False)
class _Run:
    """A task that a thread has taken on, and the drawing process that it uses once it is there."""

    task: Task
    engine: Engine | None = None
    given_up: bool = False
    late: bool = False

    @property
    def ended(self) -> bool:
        """Whether it was ended before its time."""
        return self.given_up or self.late

    def end(self) -> None:
        if self.engine is not None:
            self.engine.close()


class Drawers:
    """Threads, each with a drawing process of its own, and the list of what they have to draw.

    `tell` hears, in one of the threads, of each task that was not given up what came of it.
    """

    def __init__(self, number: int, order: Order, seconds: float, tell: Callable[[Task, Result], None]) -> None:
        self._order, self._seconds, self._tell = order, seconds, tell
        self._todo: list[Task] = []
        self._runs: list[_Run] = []
        self._closed = False
        # Whoever holds it may end a run's drawing process: no run that is over is in the list.
        self._changed = threading.Condition()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(number)]
        for thread in self._threads:
            thread.start()

    def want(self, tasks: Sequence[Task]) -> None:
        """Draw these in this order, and nothing else."""
        with self._changed:
            for run in self._runs:
                if run.task not in tasks:
                    run.given_up = True
                    run.end()
            running = [run.task for run in self._runs if not run.given_up]
            self._todo = [task for task in tasks if task not in running]
            self._changed.notify_all()

    def close(self) -> None:
        """Give up everything, and end the drawing processes."""
        self._closed = True
        self.want([])
        for thread in self._threads:
            thread.join(10)

    def _work(self) -> None:
        engine: Engine | None = None
        while (run := self._next()) is not None:
            result: Result
            try:
                is_there, engine = engine is not None, engine or Engine(self._seconds)
                self._give(run, engine)
                result = self._draw(run, engine if is_there else engine.__enter__())
            except Exception as error:  # what it means is for the thread to say that can end the program
                result = self._reason(run, error)
            self._over(run, result)
            # A run may be ended in the moment in which it has come to its end.
            if engine is not None and (run.ended or not isinstance(result, Picture)):
                engine.close()
                engine = None
        if engine is not None:
            engine.close()

    def _next(self) -> _Run | None:
        with self._changed:
            self._changed.wait_for(lambda: self._todo or self._closed)
            if self._closed:
                return None
            run = _Run(self._todo.pop(0))
            self._runs.append(run)
            return run

    def _give(self, run: _Run, engine: Engine) -> None:
        """Let a run be ended from now on by ending its drawing process, which may have yet to start."""
        with self._changed:
            run.engine = engine
            if run.given_up:
                raise EngineFault("given up")

    def _draw(self, run: _Run, engine: Engine) -> Picture:
        began = time.monotonic()
        timer = threading.Timer(self._seconds, self._end_late, [run])
        timer.daemon = True
        timer.start()
        try:
            (page,) = draw_scenario(engine, run.task.point, self._order)
        finally:
            timer.cancel()
        seconds = time.monotonic() - began
        return Picture(page.files["svg"], run.task.point, time.strftime("%H:%M:%S"), seconds, page.smallest)

    def _end_late(self, run: _Run) -> None:
        with self._changed:
            if run in self._runs:
                run.late = True
                run.end()

    def _reason(self, run: _Run, error: Exception) -> Result:
        if run.late:
            return Failure(run.task.point, previews.too_slow(self._seconds))
        if isinstance(error, TooSlow):
            return Failure(run.task.point, str(error))
        if isinstance(error, EngineFault):
            return Failure(run.task.point, previews.refused_by_graphviz(str(error)))
        return error

    def _over(self, run: _Run, result: Result) -> None:
        with self._changed:
            self._runs.remove(run)
        if not run.given_up:
            self._tell(run.task, result)
