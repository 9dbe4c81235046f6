"""The program `untaken`: its commands, and how it ends."""

import functools
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, TextIO

import typer

from untaken import __version__
from untaken.faces.terminal import say
from untaken.text.trouble import Trouble
from untaken.writing.engine import EngineFault, EngineMissing, TooSlow

CLEAN, FAULTY, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all well; the scenario has errors; wrong usage or an unreadable file; Ctrl-C."""

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
            raise typer.Exit(_ended(lambda: function(*args, **kwargs)))

        return run

    return register


def _ended(call: Callable[[], int]) -> int:
    try:
        return _flushed(call)
    except KeyboardInterrupt:
        say("interrupted; files that were finished are whole", error=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: `untaken show x | head` ends quietly.
        _print_no_more(sys.stdout, sys.stderr)
        return CLEAN
    except Trouble as trouble:
        for line in trouble.lines:
            say(line, error=True)
    except EngineMissing as error:
        say(f"error: no Graphviz works here ({error})", error=True)
        say("help: `untaken doctor` says what to install", error=True)
    except TooSlow as error:
        say(f"error: {error}", error=True)
        say("help: draw less at a time with --detail outline or --split", error=True)
    except EngineFault as error:
        say(f"error: Graphviz refuses the drawing: {error}", error=True)
        say("help: the fault is not the scenario's but the program's: please report it", error=True)
    except OSError as error:
        _report(error)
    return UNUSABLE


def _flushed(call: Callable[[], int]) -> int:
    """What `call` returns; all that it printed has left the program, or the reason why not is raised."""
    try:
        return call()
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _report(error: OSError) -> None:
    cause = (error.strerror or str(error)).lower()
    if error.errno is None:
        say(f"error: {error}", error=True)
        say("help: `untaken doctor` says what mends it", error=True)
    elif error.filename:
        say(f"error: {error.filename}: {cause}", error=True)
        say("help: name another folder with -o", error=True)
    else:
        _print_no_more(sys.stdout)
        say(f"error: the output cannot be written: {cause}", error=True)


def _print_no_more(*streams: TextIO | None) -> None:
    """Let what still waits to be printed go nowhere, so that the end of the program does not stumble over it."""
    for stream in filter(None, streams):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


COMMANDS = {
    "list": "reading",
    "show": "reading",
    "walk": "walking",
    "compare": "comparing",
    "sources": "citing",
    "stats": "counting",
    "render": "drawing",
    "timeline": "drawing",
    "check": "checking",
    "explain": "explaining",
    "watch": "watching",
    "verify": "verifying",
    "schema": "schema",
    "doctor": "doctor",
    "new": "starting",
}
"""The module of each command, in the order in which --help shows them."""


def main() -> None:
    """Run the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a question mark; it is no reason to stop. Nor is what is no text.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_ended(_run))


def _run() -> int:
    # One command needs no other; all are there for help, and to name the one that a wrong word is like.
    wanted = [COMMANDS[name] for name in sys.argv[1:2] if name in COMMANDS]
    for module in wanted or dict.fromkeys(COMMANDS.values()):
        import_module(f"untaken.cli.{module}")
    app()
    return CLEAN
