"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.ending import errors_of, exit_code

__all__ = ["Plain", "Scenarios", "errors_of", "exit_code"]

Scenarios = Annotated[
    Path | None,
    typer.Option(
        "--scenarios",
        metavar="DIR",
        help="The folder with the scenarios. [default: scenarios/ here, else the folder where you are, else those that "
        "came along]",
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for a screen reader or a file.")]
