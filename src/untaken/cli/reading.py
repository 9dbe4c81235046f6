"""Commands that show scenarios as text: list, show."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, command
from untaken.cli.options import Plain, Scenarios, errors_of, exit_code
from untaken.cli.products import Wanted, deliver_and_say, in_format, name_of, where_to
from untaken.cli.remembering import Memory
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import show, show_problems
from untaken.telling.document import GAP, Block, Table
from untaken.writing.formats import Stuff

Formats = Annotated[str | None, in_format(Stuff.DOCUMENT)]
Output = Annotated[str | None, where_to()]


@command("list")
def list_scenarios(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A folder of scenarios, or one of them.", show_default=False)
    ] = None,
    formats: Formats = None,
    output: Output = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """The turning points in the order of time, and the courses.

    \b
    Examples:
      untaken list
      untaken list -f md
    """
    wanted = Wanted.of(Stuff.DOCUMENT, formats, output)
    folder = path or home_of(scenarios)
    memory = Memory("list", folder)
    if found := memory.recall():
        listed = [Table(tuple(headings), tuple(map(tuple, rows)), at) for headings, rows, at in found]
        deliver_and_say(wanted, {"list": _apart(listed)}, partial(show, plain=plain))
        return CLEAN
    # Whatever has to be read needs the whole house.
    from untaken.checking.loading import load
    from untaken.telling.catalogue import catalogue, courses

    loaded = load([folder], expects=False)
    show_problems(errors_of(loaded.problems))
    tables = [table for table in (catalogue(loaded.points), courses(loaded.points)) if table.rows]
    if loaded.points:
        deliver_and_say(wanted, {"list": _apart(tables)}, partial(show, plain=plain))
    if not errors_of(loaded.problems):
        memory.keep([(table.headings, table.rows, table.numeric_from) for table in tables])
    return exit_code(loaded.problems)


def _apart(tables: Sequence[Table]) -> list[Block | Table]:
    """Tables with blank room between them."""
    return [part for table in tables for part in (GAP, table)][1:]


@command("show")
def show_scenario(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="The id of a scenario, or the path of its file.")],
    formats: Formats = None,
    output: Output = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """A whole scenario as an outline in words.

    Node by node, with every option, argument, outcome and source.

    \b
    Examples:
      untaken show brest-litovsk
      untaken show brest-litovsk -o brest-litovsk.md
    """
    from untaken.checking.finding import find
    from untaken.history.graph import Graph
    from untaken.telling.outline import outline

    wanted = Wanted.of(Stuff.DOCUMENT, formats, output)
    loaded = find([scenario], home_of(scenarios, [scenario]))
    show_problems(errors_of(loaded.problems))
    told = {name_of(point, loaded.points): [*outline(point, Graph.of(point.scenario))] for point in loaded.points}
    deliver_and_say(wanted, told, partial(show, plain=plain))
    return exit_code(loaded.problems)
