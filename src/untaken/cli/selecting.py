"""Which turning points a lecture, a handout or a page is made of: those that are named, a course, or all."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find, find_with_neighbours
from untaken.checking.homes import home
from untaken.cli.ending import Halted, errors_of, exit_code
from untaken.cli.whereabouts import home_of, no_course
from untaken.faces.terminal import show_problems
from untaken.model import TurningPoint
from untaken.reading.diagnostics import Diagnostic
from untaken.text.trouble import Trouble

Named = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SCENARIO]...", help="Ids or paths; or --course, or --all.", show_default=False),
]
InCourse = Annotated[
    str | None,
    typer.Option("--course", metavar="NAME", help="A course; `untaken list` names them.", show_default=False),
]
Every = Annotated[bool, typer.Option("--all", help="All scenarios.")]


@dataclass(frozen=True)
class Selection:
    """Turning points in the order of time, under one title; and what was wrong in their files."""

    points: tuple[TurningPoint, ...]
    title: str
    problems: tuple[Diagnostic, ...]
    known: tuple[TurningPoint, ...] = ()
    """All turning points of their collections."""

    def history_of(self, point: TurningPoint) -> list[TurningPoint]:
        """The turning points of the same collection; none for a scenario that stands alone."""
        return [each for each in self.known if point.collection and each.collection == point.collection]

    @property
    def exit_code(self) -> int:
        """What a command ends with that did its work on them."""
        return exit_code(self.problems)


def beside(names: list[str], folder: Path | None) -> tuple[TurningPoint, ...]:
    """The turning points of these names with all others of their collections."""
    # Which folder that is was said when they themselves were read.
    where = home(folder).folder
    every = [point for name in names for point in find_with_neighbours(name, where)[1].points]
    return tuple({(point.collection, point.id): point for point in every}.values())


def selected(names: list[str] | None, course: str | None, every: bool, folder: Path | None) -> Selection:
    """The turning points that are asked for. Says what is wrong in their files.

    Raises Trouble where nothing is asked for or two things are, and where nothing is to be had.
    """
    asked = sum(map(bool, (names, course, every)))
    if asked != 1:
        message = "names, --course and --all do not go together" if asked else "no scenario is named"
        raise Trouble(message, "name scenarios, or a course with --course, or take --all")
    loaded = find(names or [], home_of(folder, names or []))
    if not loaded.points:
        raise Halted(loaded.problems)
    show_problems(errors_of(loaded.problems))
    points = in_course(loaded.points, course) if course else loaded.points
    if not points:
        raise Trouble(f"no scenario of the course '{course}' is fit for use", "`untaken check` says what is wrong")
    lesson = points[0].courses.get(course or "")
    title = lesson.title if lesson else points[0].scenario.title if len(points) == 1 else points[0].history
    known = beside(names, folder) if names else loaded.points
    return Selection(points, title or points[0].scenario.title, loaded.problems, known)


def in_course(points: tuple[TurningPoint, ...], course: str) -> tuple[TurningPoint, ...]:
    """Those of the turning points through which a course leads. Raises Trouble where none is called so."""
    known = {id: lesson for point in points for id, lesson in point.courses.items()}
    if course not in known:
        raise no_course(course, known)
    return tuple(point for point in points if point.id in known[course].scenarios)
