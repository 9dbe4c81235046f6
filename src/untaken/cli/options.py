"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.ending import errors_of, exit_code
from untaken.text.trouble import Trouble

__all__ = ["Ids", "InStyle", "OneOrAll", "Plain", "Scenarios", "does_not_go_with", "errors_of", "exit_code"]

Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SCENARIO]...", help="Ids or paths. [default: all]", show_default=False),
]
OneOrAll = Annotated[
    str, typer.Argument(metavar="[SCENARIO]", help="An id or a path. [default: all]", show_default=False)
]
Scenarios = Annotated[
    Path | None,
    typer.Option(
        "--scenarios",
        metavar="DIR",
        help="The folder with the scenarios. [default: scenarios/ here, else the folder where you are, else those that "
        "came along]",
    ),
]
InStyle = Annotated[
    str,
    typer.Option(
        "--style",
        metavar="STYLE",
        help="How sources are cited: chicago-author-date, chicago-notes, or a CSL file. Set by pandoc. [default: in "
        "short]",
        show_default=False,
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for a screen reader or a file.")]


def does_not_go_with(one: str, other: str, why: str = "", cure: str = "leave one of them out") -> Trouble:
    """Why two options cannot be had together, and what to do."""
    return Trouble(f"{one} does not go with {other}{f': {why}' if why else ''}", cure)
