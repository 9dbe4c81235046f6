"""The command class."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.cli.app import command
from untaken.cli.options import Scenarios
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import say, say_lines
from untaken.history import Walk
from untaken.history.crowd import crowd
from untaken.history.keeping import record, resumed
from untaken.telling.crowd import crowd_document
from untaken.telling.phrases import crowds as words
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff

Walks = Annotated[list[Path], typer.Argument(metavar="WALK...", help="Saved walks, or folders of them.")]


@command("class")
def count_class(
    walk: Walks,
    formats: Annotated[str | None, in_format(Stuff.DOCUMENT)] = None,
    output: Annotated[str | None, where_to()] = None,
    scenarios: Scenarios = None,
) -> int:
    """Count what a class decided, walk by walk.

    Takes the files that `untaken walk --save` writes, and shows how many went which way, where they left history and
    came back, and, where reasons were named, what convinced them. No names are kept.

    \b
    Examples:
      untaken class walks
      untaken class walks -o class.md
    """
    wanted = Wanted.of(Stuff.DOCUMENT, formats, output)
    points = find([], home_of(scenarios)).points
    seen: dict[str, Path] = {}
    walks: list[Walk] = []
    for path in _files(walk):
        text = path.read_text(encoding="utf-8", errors="replace")
        if text in seen:
            say(words.skipped(str(path), words.double(str(seen[text]))), error=True)
            continue
        seen[text] = path
        read = record(text)
        again = resumed(read, points) if not isinstance(read, Trouble) else read
        if isinstance(again, Trouble):
            say(words.skipped(str(path), str(again)), error=True)
        else:
            walks.append(again.session.walk)
    own = [each for each in walks if each.course.points == walks[0].course.points]
    if not own:
        raise Trouble("none of these files is a walk", "save walks with `untaken walk --save FILE`, and name them")
    deliver_and_say(wanted, {"class": crowd_document(crowd(own))}, say_lines)
    return 0


def _files(paths: list[Path]) -> list[Path]:
    """The files that are named, and the .json files of the folders that are."""
    return [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
