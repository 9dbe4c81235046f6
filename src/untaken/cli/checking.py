"""The command check."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import command
from untaken.cli.options import Scenarios, exit_code
from untaken.diagnostics import ERROR, WARNING, count
from untaken.finding import scenario_folder
from untaken.loading import load
from untaken.naming import counted
from untaken.terminal import say, show_problems


@command("check")
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Scenario files or folders of them.", show_default=False),
    ] = None,
    scenarios: Scenarios = None,
) -> int:
    """Find every mistake in scenario files.

    Shows of each its place, its cause and its cure. Ends with 0 where there is none but warnings, 1 where there are
    errors, 2 where a file cannot be read.

    Example: untaken check scenarios
    """
    loaded = load(paths or [scenario_folder(scenarios)])
    show_problems(loaded.problems)
    errors, warnings = count(loaded.problems, ERROR), count(loaded.problems, WARNING)
    say(f"{counted(loaded.scenarios, 'scenario')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    return exit_code(loaded.problems)
