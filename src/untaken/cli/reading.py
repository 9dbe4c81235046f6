"""Commands that show scenarios as text: list, show."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.checking.loading import load
from untaken.cli.app import command
from untaken.cli.homes import home_of
from untaken.cli.options import Plain, Scenarios, errors_of, exit_code
from untaken.faces.terminal import say, show, show_problems
from untaken.history.graph import Graph
from untaken.telling.catalogue import catalogue
from untaken.telling.outline import outline


@command("list")
def list_scenarios(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A folder of scenarios, or one of them.", show_default=False)
    ] = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """The turning points in the order of time.

    Example: untaken list
    """
    loaded = load([path or home_of(scenarios)], expects=False)
    show_problems(errors_of(loaded.problems))
    if loaded.points:
        show([catalogue(loaded.points)], plain)
    return exit_code(loaded.problems)


@command("show")
def show_scenario(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="The id of a scenario, or the path of its file.")],
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """A whole scenario as an outline in words.

    Node by node, with every option, argument, outcome and source.

    Example: untaken show brest-litovsk
    """
    loaded = find([scenario], home_of(scenarios, [scenario]))
    show_problems(errors_of(loaded.problems))
    for at, point in enumerate(loaded.points):
        if at:
            say()
        show(outline(point, Graph.of(point.scenario)), plain)
    return exit_code(loaded.problems)
