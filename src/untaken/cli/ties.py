"""The command ties."""

from typing import Annotated

import typer

from untaken.checking.finding import find, find_with_neighbours
from untaken.checking.loading import Loaded
from untaken.cli.app import command
from untaken.cli.options import Plain, Scenarios, errors_of, exit_code
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import say, show, show_problems
from untaken.telling.ties import ties_document


@command("ties")
def ties(
    scenario: Annotated[
        str, typer.Argument(metavar="[SCENARIO]", help="An id or a path. [default: all]", show_default=False)
    ] = "",
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
    for at, (name, only) in enumerate(_wanted(loaded, scenario)):
        if at:
            say()
        points = [point for point in known.points if point.collection == name]
        show(ties_document(points, only), plain)
    return exit_code(loaded.problems)


def _wanted(loaded: Loaded, scenario: str) -> list[tuple[str, str]]:
    """The collections, and in each the turning point that is asked for, if one is."""
    return list(dict.fromkeys((point.collection, point.id if scenario else "") for point in loaded.points))
