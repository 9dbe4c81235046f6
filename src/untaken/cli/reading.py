"""Commands that show scenarios as text: list, show."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, command
from untaken.cli.options import Plain, Scenarios, errors_of, exit_code
from untaken.cli.remembering import Memory
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import say, show, show_problems
from untaken.telling.document import GAP, Block, Table


@command("list")
def list_scenarios(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A folder of scenarios, or one of them.", show_default=False)
    ] = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """The turning points in the order of time, and the courses.

    Example: untaken list
    """
    folder = path or home_of(scenarios)
    memory = Memory("list", folder)
    if found := memory.recall():
        show(_apart(Table(tuple(headings), tuple(map(tuple, rows)), at) for headings, rows, at in found), plain)
        return CLEAN
    # Whatever has to be read needs the whole house.
    from untaken.checking.loading import load
    from untaken.telling.catalogue import catalogue, courses

    loaded = load([folder], expects=False)
    show_problems(errors_of(loaded.problems))
    tables = [table for table in (catalogue(loaded.points), courses(loaded.points)) if table.rows]
    if loaded.points:
        show(_apart(tables), plain)
    if not errors_of(loaded.problems):
        memory.keep([(table.headings, table.rows, table.numeric_from) for table in tables])
    return exit_code(loaded.problems)


def _apart(tables: Iterable[Table]) -> Iterator[Block | Table]:
    """Tables with blank room between them."""
    for at, table in enumerate(tables):
        if at:
            yield GAP
        yield table


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
    from untaken.checking.finding import find
    from untaken.history.graph import Graph
    from untaken.telling.outline import outline

    loaded = find([scenario], home_of(scenarios, [scenario]))
    show_problems(errors_of(loaded.problems))
    for at, point in enumerate(loaded.points):
        if at:
            say()
        show(outline(point, Graph.of(point.scenario)), plain)
    return exit_code(loaded.problems)
