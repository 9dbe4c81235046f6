"""Options and arguments that several commands share."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import FAULTY, UNUSABLE
from untaken.reading.diagnostics import ERROR, Diagnostic, count

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

_UNREADABLE = {"unreadable-file", "no-scenarios"}


def exit_code(problems: tuple[Diagnostic, ...]) -> int:
    """What a command ends with: 2 for a file that cannot be had, 1 for errors in one, else 0."""
    if any(map(_is_unusable, problems)):
        return UNUSABLE
    return FAULTY if count(problems, ERROR) else 0


def errors_of(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The errors alone: warnings and notes are for `untaken check`."""
    return [each for each in problems if each.severity is ERROR]


def _is_unusable(problem: Diagnostic) -> bool:
    """Whether there is no file to speak of: none that can be read, or none of the name that was asked for."""
    asked_for = problem.code == "unknown-scenario" and not problem.span.text
    return asked_for or problem.code in _UNREADABLE
