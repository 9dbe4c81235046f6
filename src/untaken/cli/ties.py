"""The command ties."""

from functools import partial
from typing import Annotated

from untaken.checking.finding import find, find_with_neighbours
from untaken.checking.loading import Loaded
from untaken.cli.app import command
from untaken.cli.options import OneOrAll, Plain, Scenarios, errors_of, exit_code
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import show, show_problems
from untaken.telling.ties import ties_document
from untaken.writing.formats import Stuff


@command("ties")
def ties(
    scenario: OneOrAll = "",
    formats: Annotated[str | None, in_format(Stuff.DOCUMENT)] = None,
    output: Annotated[str | None, where_to()] = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """What turning points have to do with each other.

    Shows what each hangs on, with who says so: whether it arises, whether an option is open, whether a reason holds. Of
    one scenario, also what hangs on it.

    \b
    Examples:
      untaken ties
      untaken ties brest-litovsk
    """
    home = home_of(scenarios, [scenario] if scenario else [])
    loaded, known = find_with_neighbours(scenario, home) if scenario else (find([], home),) * 2
    show_problems(errors_of(loaded.problems))
    told = {}
    for collection, only in _asked(loaded, scenario):
        points = [point for point in known.points if point.collection == collection]
        told[f"{only or collection}-ties".removeprefix("-")] = [*ties_document(points, only)]
    deliver_and_say(Wanted.of(Stuff.DOCUMENT, formats, output), told, partial(show, plain=plain))
    return exit_code(loaded.problems)


def _asked(loaded: Loaded, scenario: str) -> list[tuple[str, str]]:
    """The collections, and in each the turning point that is asked for, if one is."""
    return list(dict.fromkeys((point.collection, point.id if scenario else "") for point in loaded.points))
