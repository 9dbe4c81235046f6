"""Prints: products to standard output, problems to standard error; in colours on a terminal, elsewhere plainly.

Puts questions, too.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from untaken.reading.diagnostics import Diagnostic, Severity, columns
from untaken.telling.document import Block, Document, Role, Run, Table
from untaken.text.legible import legible, obeyed_by_none
from untaken.text.naming import abridged
from untaken.text.trouble import Trouble, ends_with_command
from untaken.text.wrapping import fill
from untaken.writing.lines import table_lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from untaken.telling.matrix import Claim, Matrix

_STYLES = {
    Role.TITLE: "bold",
    Role.NODE: "bold",
    Role.HISTORY: "bold red",
    Role.STEP: "bold",
    Role.FOR: "green",
    Role.AGAINST: "yellow",
    Role.PIN: "dim",
    Role.QUIET: "dim",
    Role.SECTION: "bold",
}
_PARTS = {"excerpt": "", "caret": "bold", "help": "cyan"}


def is_screen(error: bool = False) -> bool:
    """Whether a person at a terminal that can move its cursor reads this stream."""
    stream = sys.stderr if error else sys.stdout
    return stream is not None and stream.isatty() and os.environ.get("TERM", "") != "dumb"


def say(text: str = "", error: bool = False, at_once: bool = False) -> None:
    """Print a line as it is, but for characters that a terminal would obey, in a file's name, say: they show as �.

    On a screen those that nobody sees are left out, too. What is said at once does not wait until a pipe has enough to
    pass on.
    """
    shown = legible(text) if is_screen(error) else obeyed_by_none(text)
    print(shown, file=sys.stderr if error else sys.stdout, flush=at_once)


def put(text: str) -> None:
    """Print a text of many lines as it is, as `say` does."""
    print(legible(text) if is_screen() else obeyed_by_none(text), end="")


def can_ask() -> bool:
    """Whether somebody at a terminal can be asked."""
    return is_screen() and sys.stdin is not None and sys.stdin.isatty()


def say_sentence(text: str, error: bool = False) -> None:
    """Print a sentence, wrapped between words at the width of a terminal, whole elsewhere."""
    say_lines([Block((Run(text),))], error)


def say_lines(lines: Iterable[Block], error: bool = False) -> None:
    """Lines one after the other, wrapped between words at the width of a terminal, each whole elsewhere."""
    width = shutil.get_terminal_size().columns if is_screen(error) else 0
    for line in lines:
        room = max(width - 2 * line.indent - 3, _NARROWEST)
        first, *rest = _filled(line.text, room) if width else [line.text]
        say(f"{'  ' * line.indent}{first}".rstrip(), error)
        for piece in rest:
            # What hangs under the beginning of its own line is told from the next.
            say(f"{'  ' * (line.indent + bool(line.indent))}{piece}", error)


_NARROWEST = 8


def _filled(text: str, room: int) -> list[str]:
    """A text in lines; none of them ends with the dash that belongs to the name behind it."""
    lines = fill(legible(text).replace(" — ", " —\u00a0"), room, columns)
    return [each.replace("—\u00a0", "— ") for each in lines]


def has_keyboard() -> bool:
    """Whether a person types what is read from standard input."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, hidden: bool = False) -> str | None:
    """Put a question at the end of standard output, and read a line from standard input; None where it has ended.

    What did not come from a keyboard is shown behind the question, so that what was printed can be read as a whole.
    Of a line that no person writes only the beginning is kept. What is `hidden` is not shown while it is typed.
    """
    print(_on_lines(question), end="", flush=True)
    if not has_keyboard():
        answer = _read_line()
        say("" if hidden else abridged(answer or ""))
        return answer
    with _unseen() if hidden else nullcontext():
        answer = _read_line()
    if answer is None or hidden:
        say()
    return answer


@contextmanager
def _unseen() -> Iterator[None]:
    """Show nothing of what is typed meanwhile, where the system allows it."""
    try:
        import termios
    except ImportError:
        yield
        return
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    hidden = list(before)
    hidden[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, hidden)
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def columns_of_screen() -> int:
    """How many cells a line of the screen has; 0 where none is watched."""
    return shutil.get_terminal_size().columns if is_screen() else 0


def _on_lines(question: str) -> str:
    """A question broken between words where a terminal is too narrow for it; the blanks round it stay."""
    if not (is_screen() and question):
        return legible(question)
    lead = question[: len(question) - len(question.lstrip())]
    room = max(shutil.get_terminal_size().columns - 2 - len(lead), _NARROWEST)
    return lead + "\n".join(fill(legible(question), room, columns)) + " "


_LONGEST_ANSWER = 10_000


def _read_line() -> str | None:
    if sys.stdin is None or not (kept := sys.stdin.readline(_LONGEST_ANSWER)):
        return None
    rest = kept
    while rest and not rest.endswith("\n"):
        rest = sys.stdin.readline(_LONGEST_ANSWER)
    return kept.rstrip("\r\n")


def _console(error: bool = False) -> "Console":
    from rich.console import Console

    return Console(stderr=error, highlight=False, markup=False, emoji=False)


def _print_wrapped(console: "Console", text: str, style: str = "", indent: int = 0) -> None:
    """Print on a screen, wrapped between words; every line stands as far in as the first."""
    from rich.padding import Padding
    from rich.text import Text

    console.print(Padding(Text(legible(text), style=style), (0, 0, 0, indent)))


def show(document: Document, plain: bool) -> None:
    """A document, wrapped under its own indentation and coloured on a terminal, a line a line elsewhere."""
    console = None if plain or not is_screen() else _console()
    for each in document:
        if isinstance(each, Table):
            _show_table(each, console)
        elif console:
            _print_wrapped(console, each.text, _STYLES.get(each.role, ""), 2 * each.indent)
        else:
            say(str(each))


def _show_table(table: Table, console: "Console | None") -> None:
    """A table, numbers at the right; on a terminal too narrow for it a paragraph a row."""
    headings, rows, numeric_from = table.headings, table.rows, table.numeric_from
    lines = table_lines(table)
    if console is None:
        for line in lines:
            say(line)
        return
    if max(map(columns, lines)) <= console.width:
        for line, style in zip(lines, ("bold", *("" for _ in rows)), strict=True):
            _print_wrapped(console, line, style)
        return
    for row in rows:
        _print_wrapped(console, row[0], "bold")
        if any(row[1:numeric_from]):
            _print_wrapped(console, " · ".join(filter(None, row[1:numeric_from])), indent=2)
        numbers = zip(headings[numeric_from:], row[numeric_from:], strict=True)
        _print_wrapped(console, ", ".join(f"{heading} {number}" for heading, number in numbers), indent=2)


def show_matrix(matrix: "Matrix", plain: bool) -> None:
    """Options against sources: a ruled table on a terminal, elsewhere line by line."""
    if plain or not is_screen():
        from untaken.telling.matrix import matrix_lines

        for line in matrix_lines(matrix):
            say(line)
        return
    from rich import box
    from rich.table import Table as Ruled
    from rich.text import Text

    from untaken.telling.phrases.claims import WHAT_HAPPENED

    table = Ruled(title=matrix.title, title_style="bold", box=box.HORIZONTALS, show_lines=True, title_justify="left")
    for heading in ("option", *matrix.sources):
        table.add_column(heading, ratio=2 if heading == "option" else 3)
    for each in matrix.lines:
        option = Text.assemble((each.option, "bold red" if each.historical else "bold"), f"\n{each.decision}")
        option.append(f"\n{WHAT_HAPPENED}" if each.historical else "", style="dim")
        cells = [_claims(claims) for claims in each.cells]
        table.add_row(option, *cells)
    _console().print(table)


def _claims(claims: "Sequence[Claim]") -> "Text":
    from rich.text import Text

    from untaken.telling.phrases.claims import SILENT

    text = Text("" if claims else SILENT, style="" if claims else "dim")
    for at, claim in enumerate(claims):
        text.append("\n" if at else "")
        text.append(f"{claim.side}: ", style="green" if claim.side == "for" else "yellow")
        text.append(f"{claim.text}{f' ({claim.voice})' if claim.voice else ''}")
    return text


def show_trouble(trouble: Trouble, word: str = "error") -> None:
    """Why something could not be had or done, on standard error, with the cure below it."""
    for line in trouble.lines(word):
        (say if ends_with_command(line) else say_sentence)(line, error=True)


def show_problems(problems: Iterable[Diagnostic]) -> None:
    """Diagnostics on standard error, each with its line, its caret and its cure."""
    for at, problem in enumerate(problems):
        if at:
            say(error=True)
        if is_screen(error=True):
            _show_on_screen(problem)
        else:
            say(str(problem), error=True)


def _show_on_screen(problem: Diagnostic) -> None:
    from rich.text import Text

    console = _console(error=True)
    for role, written in problem.parts(console.width):
        # In a message a sign that nobody sees is what it is about.
        text = legible(written, "\ufffd")
        style = _PARTS.get(role, "red" if problem.severity is Severity.ERROR else "yellow")
        if role in ("excerpt", "caret"):
            console.print(Text(text, style=style), no_wrap=True, crop=False, overflow="ignore")
        else:
            _print_wrapped(console, text.lstrip(), style, len(text) - len(text.lstrip()))


@contextmanager
def progress(doing: str, steps: int) -> Iterator[Callable[..., None]]:
    """A bar on standard error, where somebody watches, with a call for so many steps more that are done, one mostly."""
    if not is_screen(error=True):
        yield lambda done=1: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Lines for a screen go above the bar; those for a file or a pipe go there.
    with Progress(*columns, console=_console(error=True), transient=True, redirect_stdout=is_screen()) as bar:
        task = bar.add_task(doing, total=steps)
        yield lambda done=1: bar.advance(task, done)
