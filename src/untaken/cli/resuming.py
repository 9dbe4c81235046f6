"""A saved walk taken up again, at the scenarios as they are now."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from untaken.cli.held import set_aside
from untaken.cli.keeping import Remains, cause, read_walk, refuse
from untaken.faces.terminal import say_sentence
from untaken.history import Course, Refusal
from untaken.history.keeping import Record, Resumed, resumed
from untaken.history.session import Session
from untaken.text.naming import counted, sentence_list

Find = Callable[[str], Course | int]
"""Gives the course from a scenario of this name, or, where there is none and that was said, an exit code."""


def take_up(path: Path, name: str, find: Find, rewritten: bool) -> Session | int:
    """The session in a file, at its scenarios as they are now; where there is none and that was said, an exit code.

    What no longer fits is told, and kept aside where the file will be `rewritten`. `name` is the scenario that the user
    named, empty where the file decides.
    """
    again = read_again(path, name, find)
    if isinstance(again, int):
        return again
    warn_of_changes(path, again)
    if again.lost and rewritten:
        try:
            say_sentence(f"help: the walk as it was is kept in {set_aside(path)}", error=True)
        except OSError as error:
            message = f"the walk as it was cannot be kept beside it: {cause(error)}"
            return refuse(path, Refusal(message, "save the walk in another file with --save"))
    return again.session


def read_again(path: Path, name: str, find: Find) -> Resumed | int:
    """The walk in a file at its scenarios as they are now; where there is none and that was said, an exit code."""
    record = read_walk(path)
    if isinstance(record, Refusal):
        return refuse(path, record)
    course = find(name or _whole_name(record))
    if isinstance(course, int):
        if not name:
            cure = "name its file, or its folder with --scenarios"
            say_sentence(f"help: the walk in {path} began at '{record.start}': {cure}", error=True)
        return course
    if course.start != record.start:
        began = f"the walk in it began at '{record.start}', not at '{course.start}'"
        return refuse(path, Refusal(began, "leave the scenario's name out, or name another file"))
    again = resumed(record, course.points.values())
    return refuse(path, again) if isinstance(again, Refusal) else again


def _whole_name(record: Record) -> str:
    return f"{record.collection}/{record.start}" if record.collection else record.start


def warn_of_changes(path: Path, again: Resumed) -> None:
    """Tell what is no longer as it was when a walk was saved."""
    if again.changed or again.lost:
        fitting = len(again.session.walk.moves)
        differs = f"{_changed(again.changed)}; {_still_fit(fitting, fitting + len(again.lost))}"
        say_sentence(f"warning: {path}: {differs}", error=True)


def _changed(ids: tuple[str, ...]) -> str:
    if not ids:
        return "its moves are not those of a walk"
    names = sentence_list(f"'{id}'" for id in ids)
    return f"the scenario {names} was changed since" if len(ids) == 1 else f"the scenarios {names} were changed since"


def _still_fit(fitting: int, of: int) -> str:
    if fitting == of:
        return "all moves still fit"
    if not fitting:
        return "no move fits any more, and the walk stands at its beginning"
    first = "move still fits" if fitting == 1 else f"{fitting} of {counted(of, 'move')} still fit"
    return f"the first {first}, and the walk stands there"


def worded(remains: Remains, named: str, course: Course, folder: Path | None) -> Remains:
    """What a walk leaves, with its commands; the user `named` its scenario, and this folder of scenarios."""
    where = ["--scenarios", str(folder)] if folder else []
    # The saved walk knows the id of its scenario, but not where its file is.
    again = ["untaken", "walk", *([named] if named not in ("", course.start) else []), "--resume"]
    manner = [*(["--course", course.lesson] if course.lesson else []), *(["--stop-at-outcome"] if course.stops else [])]
    begun = ["untaken", "walk", named or course.start, *manner, *where]
    return replace(remains, go_on=again, where=where, begun=begun)
