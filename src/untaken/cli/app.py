"""The program `untaken` and its commands, as Typer reads them."""

import functools
import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, cast

import typer

from untaken import __version__
from untaken.cli import INTERRUPTED
from untaken.cli.ending import CLEAN, FAULTY, UNUSABLE
from untaken.cli.redrawing import COMMANDS, drawn_before
from untaken.cli.roll import commands, load_all
from untaken.cli.spellings import as_now
from untaken.faces.terminal import say
from untaken.text.naming import nearest, sentence_list
from untaken.text.trouble import Trouble

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
    """Register a function that returns an exit code as a command."""

    def register(function: Callable[..., int]) -> Callable[..., None]:
        @group.command(name)
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> None:
            raise typer.Exit(function(*args, **kwargs))

        return run

    return register


def run(words: Sequence[str]) -> int:
    """Run the command that these words name, of which one needs no other: its exit code."""
    words = as_now(words)
    if words[:1] and words[0] in COMMANDS and drawn_before(words):
        return CLEAN
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
    return _called(words)


def _called(words: list[str]) -> int:
    """What the command ends with that is called so. Raises Trouble for wrong usage; nothing is printed of it here."""
    program = typer.main.get_command(app)
    try:
        with program.make_context("untaken", words) as context:
            program.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except _UsageError as error:
        if error.ctx and error.message == error.ctx.get_help():
            # Of several commands none was named.
            say(error.message, error=True)
            return UNUSABLE
        raise _misused(error) from None
    return CLEAN


_UsageError = cast(type[typer.BadParameter], typer.BadParameter.__mro__[1])


def _misused(error: typer.BadParameter) -> Trouble:
    """What Typer says of words that it does not understand, said as all that goes wrong is."""
    text, _, meant = " ".join(error.format_message().split()).partition(" Did you mean ")
    text, _, like = text.partition(" (Possible options: ")
    message = f"{text[:1].lower()}{text[1:]}".removesuffix(".")
    message = re.sub(r"is not a valid int(eger)?( range)?$", "is no whole number", message)
    if near := _meant(error, message):
        return Trouble(message, f"write '{near}'")
    if meant or like:
        return Trouble(message, f"write {meant.removesuffix('?') or sentence_list(like[:-1].split(', '), 'or')}")
    command = error.ctx.command_path if error.ctx else "untaken"
    return Trouble(message, f"`{command} --help` shows what may be written")


def _meant(error: typer.BadParameter, message: str) -> str | None:
    """The option, or the word for an option that takes one of a few, that is most like what was written."""
    strange = getattr(error, "option_name", None)
    if strange and error.ctx:
        shown = [each for each in error.ctx.command.params if not getattr(each, "hidden", False)]
        return nearest(strange, (option for each in shown for option in each.opts if option.startswith("--")))
    value, is_one_of, few = message.partition(" is not one of ")
    return nearest(value.rpartition(": ")[2].strip("'"), few.strip("'").split("', '")) if is_one_of else None


def _nothing() -> None:
    """Stands for a command that is shown, and not run."""
