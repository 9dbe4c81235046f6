"""The program `untaken`: its commands, and how it ends."""

import functools
import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer

from untaken import __version__
from untaken.engine import EngineMissing, TooSlow
from untaken.terminal import say

CLEAN, FAULTY, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all well; the scenario has errors; wrong usage or an unreadable file; Ctrl-C."""

app = typer.Typer(
    no_args_is_help=True,
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


def command(name: str) -> Callable[[Callable[..., int]], Callable[..., None]]:
    """Register a function that returns an exit code as a command. What the machine lacks ends in a sentence."""

    def register(function: Callable[..., int]) -> Callable[..., None]:
        @app.command(name)
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> None:
            raise typer.Exit(_ended(lambda: function(*args, **kwargs)))

        return run

    return register


def _ended(call: Callable[[], int]) -> int:
    try:
        return call()
    except KeyboardInterrupt:
        say("interrupted; files that were finished are whole", error=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: `untaken show x | head` ends quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except EngineMissing as error:
        say(f"error: no Graphviz works here ({error})", error=True)
        say("help: `untaken doctor` says what to install", error=True)
    except TooSlow as error:
        say(f"error: {error}", error=True)
        say("help: draw less at a time with --detail outline or --split", error=True)
    except OSError as error:
        say(f"error: {error.filename or 'a file'}: {(error.strerror or str(error)).lower()}", error=True)
        say("help: name another folder with -o", error=True)
    return UNUSABLE


def main() -> None:
    """Run the program."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a question mark; it is no reason to stop.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    from untaken.cli import checking, doctor, drawing, reading  # noqa: F401  importing them registers their commands

    app()
