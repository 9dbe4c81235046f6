"""The command page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from untaken.checking.finding import find, find_with_neighbours
from untaken.checking.homes import home
from untaken.cli.app import command
from untaken.cli.options import Scenarios
from untaken.cli.products import Wanted, deliver, in_format, where_to
from untaken.cli.selecting import Every, InCourse, Named, Selection, selected
from untaken.faces.terminal import say
from untaken.model import TurningPoint
from untaken.telling.phrases import pages
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff

Formats = Annotated[str | None, in_format(Stuff.BOOK, "html")]
Output = Annotated[str | None, where_to("page.html")]


@command("page")
def page(
    scenario: Named = None,
    course: InCourse = None,
    every: Every = False,
    formats: Formats = None,
    output: Output = None,
    scenarios: Scenarios = None,
) -> int:
    """Write a page for students: one file to walk through, offline.

    Everything is inside: a browser opens the file from a disk or a course platform, and nothing leaves it. It asks,
    then tells what happened, as walk does; it draws what is decided, and reads and writes the files of walk --save.
    A scenario that is named ends at its outcome; with --course or --all history goes on.

    \b
    Examples:
      untaken page brest-litovsk -o brest.html
      untaken page --all
    """
    from untaken.writing.page import alone, whole_history

    wanted = Wanted.of(Stuff.BOOK, formats, output, "html", Path())
    chosen = selected(scenario, course, every, scenarios)
    points = _neighbours(chosen, scenario or [], scenarios)
    ids = [point.id for point in chosen.points]
    book = alone(points, chosen.title, ids) if scenario else whole_history(points, chosen.title, course or "")
    for path, _ in deliver(wanted, {"page": book}):
        say(pages.written(str(path), len(book.told), path.stat().st_size))
    return chosen.exit_code


def _neighbours(chosen: Selection, names: Sequence[str], folder: Path | None) -> list[TurningPoint]:
    """All turning points of the collection of those that are chosen. Raises Trouble where they are of several."""
    collections = {point.collection for point in chosen.points}
    if len(collections) > 1 or len({point.id for point in chosen.points}) < len(chosen.points):
        raise Trouble("these scenarios belong to several collections", "name those of one of them for each page")
    where = home(folder).folder
    loaded = find_with_neighbours(names[0], where)[1] if names else find([], where)
    return [point for point in loaded.points if point.collection in collections]
