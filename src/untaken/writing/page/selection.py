"""What a page holds: a course, the turning points of it that are told, and those at which a walk may begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untaken.history import Course
from untaken.history.premises import Facts
from untaken.history.states import State
from untaken.model import TurningPoint


@dataclass(frozen=True)
class Book:
    """A course as a page tells it.

    `told` are the ids of its turning points, in the order of time; at each of them a walk may begin.
    """

    title: str
    course: Course
    told: tuple[str, ...]

    def assumed(self, start: str) -> Facts:
        """What holds where a walk begins at a turning point."""
        return self.course.machine.reset(start, self.course.recorded.before[start])

    def begun(self, start: str) -> State:
        """The state at the beginning of a walk."""
        return self.course.machine.open(start, self.assumed(start))


def alone(points: Iterable[TurningPoint], title: str, ids: Sequence[str]) -> Book:
    """Turning points among all of their collection, each walked for itself, as far as its first outcome."""
    course = Course.of(points, ids[0], stops=True)
    told = tuple(id for id in course.machine.order if id in ids)
    return Book(title, course, told)


def whole_history(points: Iterable[TurningPoint], title: str, lesson: str = "") -> Book:
    """All turning points of a collection, or those of a lesson: a walk goes on from one to the next.

    Raises KeyError where there is no such lesson.
    """
    course = Course.of(points, lesson=lesson)
    machine = course.machine
    told = tuple(id for id in machine.order if machine.selected is None or id in machine.selected)
    return Book(title, course, told)
