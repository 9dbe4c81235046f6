"""The turning points that a walk leads through, by what the user named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from untaken.checking.finding import find, find_with_neighbours
from untaken.cli.ending import Halted, errors_of
from untaken.cli.whereabouts import home_of, no_course
from untaken.faces.terminal import ask, has_keyboard, is_screen, say_sentence, show_problems
from untaken.history import Course
from untaken.model import TurningPoint
from untaken.text.naming import counted, sentence_list
from untaken.text.trouble import Trouble
from untaken.writing.styling import in_style


@dataclass(frozen=True)
class Extent:
    """Through what a walk leads: the selection of a course that a collection names; and whether one outcome ends it."""

    lesson: str = ""
    stops: bool = False
    style: str = ""
    """The style of references, where it is not the usual one."""


def course(name: str, folder: Path | None, extent: Extent | None = None) -> Course:
    """The course from a scenario on, or, without a name, through a whole collection.

    Where there is none, Halted says what is wrong with the files, and Trouble what with the names.
    """
    extent = extent or Extent()
    found = _from(name, home_of(folder, [name])) if name else _whole(home_of(folder), extent.lesson)
    if extent.style:
        found = replace(found, points={each.id: each for each in in_style(found.points.values(), extent.style)})
    if not extent.lesson:
        return replace(found, stops=extent.stops)
    known = found.points[found.start].courses
    if extent.lesson not in known:
        raise no_course(extent.lesson, known)
    if name and found.start not in known[extent.lesson].scenarios:
        ids = known[extent.lesson].scenarios
        cure = f"leave the scenario out, or begin at {sentence_list(ids, 'or')}"
        raise Trouble(f"the course '{extent.lesson}' does not lead through '{name}'", cure)
    return Course.of(found.points.values(), found.start if name else "", extent.lesson, extent.stops)


def _from(name: str, folder: Path) -> Course:
    """What is wrong in other files of the folder matters only if the walk gets there."""
    loaded, neighbours = find_with_neighbours(name, folder)
    if not loaded.points:
        raise Halted(loaded.problems)
    show_problems(errors_of(loaded.problems))
    if len(loaded.points) > 1:
        names = [f"'{point.collection}/{point.id}'" for point in loaded.points]
        raise Trouble(f"several scenarios are called '{name}'", f"write {sentence_list(names, 'or')}")
    [point] = loaded.points
    return Course.of((each for each in neighbours.points if each.collection == point.collection), point.id)


def _whole(folder: Path, lesson: str) -> Course:
    loaded = find([], folder)
    if not loaded.points:
        raise Halted(loaded.problems)
    absent = loaded.scenarios - len(loaded.points)
    if absent:
        left_out = "has mistakes and is" if absent == 1 else "have mistakes and are"
        say_sentence(f"{counted(absent, 'scenario')} {left_out} left out: `untaken check` shows them", error=True)
    teaching = [point for point in loaded.points if lesson in point.courses]
    collection = _collection(teaching or loaded.points)
    return Course.of(each for each in loaded.points if each.collection == collection)


def _collection(points: Sequence[TurningPoint]) -> str:
    """The collection to walk through: of several, the one that a person at a terminal picks, else the first."""
    titles = {point.collection: point.history or point.scenario.title for point in points}
    names = list(titles)
    if len(names) == 1:
        return names[0]
    if is_conversation():
        for number, title in enumerate(titles.values(), 1):
            say_sentence(f"{number}. {title}")
        while (answer := ask(f"Which history? (1-{len(names)}): ")) is not None:
            if answer.strip() in map(str, range(1, len(names) + 1)):
                return names[int(answer) - 1]
            say_sentence(f"Write a number from 1 to {len(names)}.")
    say_sentence(f"There are {len(names)} collections here; this is the first, “{titles[names[0]]}”.", error=True)
    return names[0]


def is_conversation() -> bool:
    """Whether a person sits at a terminal, with a keyboard, that can be drawn anew."""
    return is_screen() and has_keyboard()
