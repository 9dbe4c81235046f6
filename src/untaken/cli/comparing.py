"""The command compare."""

from functools import partial
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.cli.app import command
from untaken.cli.options import Plain, Scenarios, errors_of, exit_code
from untaken.cli.products import Wanted, deliver_and_say, in_format, name_of, where_to
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import show, show_matrix, show_problems
from untaken.history.graph import Graph
from untaken.telling.matrix import concordance, matrix
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff


@command("compare")
def compare(
    scenario: Annotated[
        str, typer.Argument(metavar="[SCENARIO]", help="The id of a scenario, or a path.", show_default=False)
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="One line for each turning point.")] = False,
    formats: Annotated[str | None, in_format(Stuff.MATRIX)] = None,
    output: Annotated[str | None, where_to()] = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """The sources side by side.

    Tells of each option which source argues for it, which against it, and which is silent. With --all, one line for
    each turning point says whether the sources agree, differ, or only one speaks.

    \b
    Examples:
      untaken compare brest-litovsk
      untaken compare brest-litovsk -f md
      untaken compare --all
    """
    if every == bool(scenario):
        raise Trouble("one scenario is compared, or all", "name one scenario, or write --all")
    names = [scenario] if scenario else []
    loaded = find(names, home_of(scenarios, names))
    show_problems(errors_of(loaded.problems))
    if every:
        wanted = Wanted.of(Stuff.DOCUMENT, formats, output)
        deliver_and_say(wanted, {"compare": [concordance(loaded.points)]}, partial(show, plain=plain))
        return exit_code(loaded.problems)
    found = {
        f"{name_of(point, loaded.points)}-compare": matrix(point, Graph.of(point.scenario)) for point in loaded.points
    }
    deliver_and_say(Wanted.of(Stuff.MATRIX, formats, output), found, partial(show_matrix, plain=plain))
    return exit_code(loaded.problems)
