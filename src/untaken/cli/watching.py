"""The command watch."""

import os
import shlex
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import UNKNOWN_NAME, find
from untaken.checking.loading import Loaded
from untaken.cli.app import CLEAN, command
from untaken.cli.ending import Halted
from untaken.cli.options import Ids, Scenarios
from untaken.cli.whereabouts import home_of
from untaken.drawing.boxes import Detail
from untaken.drawing.place.paper import Fit
from untaken.reading.disk import cause
from untaken.text.trouble import Trouble
from untaken.writing.orders import Order, View


class Watchable(StrEnum):
    """The views of one scenario."""

    TREE = "tree"
    MATRIX = "matrix"


_MOST_PROCESSES = 4

Port = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        max=65535,
        help="The port of the page. [default: 8917, or a free one]",
        show_default=False,
    ),
]
Limit = Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Stop a drawing that takes longer.")]


@command("watch")
def watch(
    scenario: Ids = None,
    port: Port = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    detail: Annotated[Detail, typer.Option(help="How much a diagram says.")] = Detail.SUMMARY,
    fit: Annotated[Fit, typer.Option(help="The page that a diagram is drawn for.")] = Fit.SLIDE,
    view: Annotated[Watchable, typer.Option(help="A tree, or the options against the sources.")] = Watchable.TREE,
    limit: Limit = 30.0,
    scenarios: Scenarios = None,
) -> int:
    """Check and draw at every save, on a page in the browser.

    Prints the address of the page and, at each save, what is wrong. While a file has a mistake, its last good picture
    stays. The page is for this machine alone. Ctrl-C ends it, with exit code 0.

    Where saves go unnoticed, on a network drive say, set WATCHFILES_FORCE_POLLING=1.

    \b
    Examples:
      untaken watch
      untaken watch brest-litovsk --detail full
    """
    names = scenario or []
    folder = home_of(scenarios, names)
    loaded = find(names, folder)
    if _nothing_there(loaded, names, folder):
        raise Halted(loaded.problems)
    order = Order(detail=detail, fit=fit, view=View(view))
    return _serve(names, folder, loaded, order, port, open_browser, limit)


def _serve(
    names: Sequence[str],
    folder: Path,
    loaded: Loaded,
    order: Order,
    port: int | None,
    open_browser: bool,
    limit: float,
) -> int:
    # The server and the watcher are of no use to any other command.
    from untaken.faces.preview.loop import Wish, watch
    from untaken.faces.preview.server import Server

    try:
        server = Server(shlex.join(["untaken", *sys.argv[1:]]), port)
    except OSError as error:
        cure = "name another with --port, or leave it out: a free one is found"
        raise Trouble(f"port {port} cannot be had: {cause(error)}", cure) from None
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    watch(Wish(names, folder, order, processes, limit), server, loaded, open_browser)
    return CLEAN


def _nothing_there(loaded: Loaded, names: Sequence[str], folder: Path) -> bool:
    """Whether something that was asked for is not there at all: more likely a slip of the pen than a file to come."""
    if any(each.rule is UNKNOWN_NAME for each in loaded.problems):
        return True
    return any(not os.path.lexists(path) for path in loaded.read) or not (names or os.path.exists(folder))
