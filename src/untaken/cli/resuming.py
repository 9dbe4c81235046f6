"""A saved walk taken up again, at the scenarios as they are now."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from untaken.cli.ending import Halted
from untaken.cli.held import set_aside
from untaken.cli.keeping import Remains, read_walk
from untaken.faces.terminal import show_trouble
from untaken.history import Course
from untaken.history.keeping import Record, Resumed, resumed
from untaken.history.session import Session
from untaken.reading.disk import cause
from untaken.telling.phrases import saved as words
from untaken.text.trouble import Trouble

Find = Callable[[str], Course]
"""Gives the course from a scenario of this name; where there is none, it raises Trouble or Halted."""


def take_up(path: Path, name: str, find: Find, rewritten: bool) -> Session:
    """The session in a file, at its scenarios as they are now. Raises Trouble and Halted where there is none.

    What no longer fits is told, and kept aside where the file will be `rewritten`. `name` is the scenario that the user
    named, empty where the file decides.
    """
    again = read_again(path, name, find)
    kept = ""
    if again.lost and rewritten:
        try:
            kept = str(set_aside(path))
        except OSError as error:
            raise words.unkept(cause(error), str(path)) from error
    warn_of_changes(path, again, kept)
    return again.session


def read_again(path: Path, name: str, find: Find) -> Resumed:
    """The walk in a file at its scenarios as they are now. Raises Trouble and Halted where there is none."""
    record = read_walk(path)
    if isinstance(record, Trouble):
        raise record
    try:
        course = find(name or _whole_name(record))
    except Halted as end:
        raise end if name else end.beside(words.began_at(record.start, str(path))) from None
    if course.start != record.start:
        raise words.began_elsewhere(record.start, course.start, str(path))
    again = resumed(record, course.points.values())
    if isinstance(again, Trouble):
        raise again.at(path)
    return again


def _whole_name(record: Record) -> str:
    return f"{record.collection}/{record.start}" if record.collection else record.start


def warn_of_changes(path: Path, again: Resumed, kept: str = "") -> None:
    """Tell what is no longer as it was when a walk was saved, and where it was `kept`."""
    if again.changed or again.lost:
        fitting = len(again.session.walk.moves)
        show_trouble(words.changed(again.changed, fitting, fitting + len(again.lost), kept, str(path)), "warning")


def worded(remains: Remains, named: str, course: Course, folder: Path | None) -> Remains:
    """What a walk leaves, with its commands; the user `named` its scenario, and this folder of scenarios."""
    where = ["--scenarios", str(folder)] if folder else []
    # The saved walk knows the id of its scenario, but not where its file is.
    again = ["untaken", "walk", *([named] if named not in ("", course.start) else []), "--resume"]
    manner = [*(["--course", course.lesson] if course.lesson else []), *(["--stop-at-outcome"] if course.stops else [])]
    begun = ["untaken", "walk", named or course.start, *manner, *where]
    return replace(remains, go_on=again, where=where, begun=begun)
