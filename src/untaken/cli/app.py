"""The program `untaken` and its commands, as Typer reads them."""

import functools
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from untaken import __version__
from untaken.cli import INTERRUPTED
from untaken.cli.ending import CLEAN, FAULTY, UNUSABLE, ended
from untaken.cli.roll import commands, load_all
from untaken.faces.terminal import say

__all__ = ["CLEAN", "FAULTY", "INTERRUPTED", "UNUSABLE", "app", "command", "run"]

app = typer.Typer(
    no_args_is_help=True,
    # Typer's own installer of completions writes into the user's shell files, whatever word it is given.
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turning points of history as decision trees, with the arguments that the sources give for each road.",
    epilog="Begin with: untaken list",
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"untaken {__version__}")
        raise typer.Exit(CLEAN)


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


def command(name: str, group: typer.Typer = app) -> Callable[[Callable[..., int]], Callable[..., None]]:
    """Register a function that returns an exit code as a command. What the machine lacks ends in a sentence."""

    def register(function: Callable[..., int]) -> Callable[..., None]:
        @group.command(name)
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> None:
            raise typer.Exit(ended(lambda: function(*args, **kwargs)))

        return run

    return register


def run(words: Sequence[str]) -> int:
    """Run the command that these words name, of which one needs no other: its exit code."""
    known = commands()
    named = [each for each in known if each.name in words[:1]]
    for each in named:
        each.load()
    if not known:
        load_all()
    elif not named:
        # For help, and to name the one that a wrong word is like, it is enough to know what there is.
        for each in known:
            app.command(each.name, help=each.does)(_nothing)
    try:
        app()
    except SystemExit as end:
        # Typer makes an exit code of Ctrl-C, and says nothing.
        if end.code == INTERRUPTED and isinstance(getattr(end.__context__, "__cause__", None), KeyboardInterrupt):
            raise KeyboardInterrupt from None
        return end.code if isinstance(end.code, int) else CLEAN
    return CLEAN


def _nothing() -> None:
    """Stands for a command that is shown, and not run."""
