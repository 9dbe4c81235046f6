"""Prints: products to standard output, problems to standard error; in colours on a terminal, elsewhere plainly."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from untaken.diagnostics import Diagnostic, Severity
from untaken.views.outline import Line, Role

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

_ROLES = {
    Role.TITLE: "bold",
    Role.NODE: "bold",
    Role.HISTORY: "bold red",
    Role.STEP: "bold",
    Role.FOR: "green",
    Role.AGAINST: "yellow",
    Role.QUIET: "dim",
    Role.TEXT: "",
}
_PARTS = {"excerpt": "", "caret": "bold", "help": "cyan"}


def is_screen(error: bool = False) -> bool:
    """Whether a person at a terminal that can move its cursor reads this stream."""
    stream = sys.stderr if error else sys.stdout
    return stream.isatty() and os.environ.get("TERM", "") != "dumb"


def say(text: str = "", error: bool = False) -> None:
    """Print a line as it is, but for characters that a terminal would obey, in a file's name, say: they show as �."""
    stream = sys.stderr if error else sys.stdout
    print(_CONTROLS.sub("\ufffd", text), file=stream)


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _console(error: bool = False) -> "Console":
    from rich.console import Console

    return Console(stderr=error, highlight=False, markup=False, emoji=False)


def show_outline(lines: Iterable[Line], plain: bool) -> None:
    """An outline, wrapped under its own indentation and coloured on a terminal, a line a line elsewhere."""
    if plain or not is_screen():
        for line in lines:
            say(str(line))
        return
    from rich.padding import Padding
    from rich.text import Text

    console = _console()
    for line in lines:
        console.print(Padding(Text(line.text, style=_ROLES[line.role]), (0, 0, 0, 2 * line.indent)))


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]], numeric_from: int, plain: bool) -> None:
    """A table: ruled on a terminal, parted by blanks elsewhere; columns from `numeric_from` on stand right."""
    if plain or not is_screen():
        widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
        for row in (headings, *rows):
            cells = [
                each.rjust(wide) if at >= numeric_from else each.ljust(wide)
                for at, (each, wide) in enumerate(zip(row, widths, strict=True))
            ]
            say("  ".join(cells).rstrip())
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at >= numeric_from else "left", no_wrap=at == 0)
    for row in rows:
        table.add_row(*map(Text, row))
    _console().print(table)


def show_problems(problems: Iterable[Diagnostic]) -> None:
    """Diagnostics on standard error, each with its line, its caret and its cure."""
    coloured = is_screen(error=True) and not os.environ.get("NO_COLOR")
    for at, problem in enumerate(problems):
        if at:
            say(error=True)
        if not coloured:
            say(str(problem), error=True)
            continue
        from rich.text import Text

        for role, text in problem.parts():
            style = _PARTS.get(role) or ("red" if problem.severity is Severity.ERROR else "yellow")
            _console(error=True).print(Text(text, style="" if role == "excerpt" else style), soft_wrap=True)


def progress() -> "Progress":
    """A progress bar on standard error, invisible where nobody watches."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=_console(error=True),
        transient=True,
        disable=not is_screen(error=True),
    )
