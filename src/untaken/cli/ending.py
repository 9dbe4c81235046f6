"""How the program begins and ends: with an exit code, and where something went wrong with a sentence and a cure."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import TextIO

from untaken import __version__
from untaken.cli import INTERRUPTED, INTERRUPTION
from untaken.cli.interrupting import is_asked
from untaken.faces.terminal import say, show_problems, show_trouble
from untaken.reading.diagnostics import ERROR, Diagnostic
from untaken.reading.disk import cause, refused
from untaken.text.trouble import Trouble

CLEAN, FAULTY, UNUSABLE = 0, 1, 2
"""Exit codes: all well; the scenario has errors; wrong usage or an unreadable file. See `INTERRUPTED` for Ctrl-C."""


class Halted(Exception):
    """A command cannot go on for what is wrong with files, and perhaps for a trouble beside; each is shown."""

    def __init__(self, problems: Iterable[Diagnostic], trouble: Trouble | None = None) -> None:
        super().__init__(problems, trouble)
        self.problems, self.trouble = errors_of(problems), trouble

    def beside(self, trouble: Trouble) -> "Halted":
        """The same, with a trouble that says more."""
        return Halted(self.problems, trouble)


def errors_of(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The errors alone: warnings and notes are for `untaken check`."""
    return [each for each in problems if each.severity is ERROR]


def exit_code(problems: Iterable[Diagnostic]) -> int:
    """What a command ends with: 2 for a file that cannot be had, 1 for errors in one, else 0."""
    errors = errors_of(problems)
    return UNUSABLE if any(each.rule.leaves_nothing for each in errors) else FAULTY if errors else CLEAN


def start() -> int:
    """Run the command that was asked for: its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a question mark; it is no reason to stop. Nor is what is no text.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _end)
    # A program that ends soon has little to throw away; looking for it takes a fifth of the time of a large file.
    gc.set_threshold(100_000, 50, 100)
    return ended(_run)


def _end(number: int, frame: FrameType | None) -> None:
    """End in order where the system asks for it: nothing that was begun is left behind."""
    raise SystemExit(128 + number)


def _run() -> int:
    if sys.argv[1:] == ["--version"]:
        # Nobody waits for the commands who only asks this.
        say(f"untaken {__version__}")
        return CLEAN
    from untaken.cli.app import run

    return run(sys.argv[1:])


def ended(call: Callable[[], int]) -> int:
    """What `call` returns; where it cannot go on, it is said why, and what to do."""
    try:
        return _flushed(call)
    except KeyboardInterrupt:
        # Whoever is impatient presses it twice.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        say(INTERRUPTION, error=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: `untaken show x | head` ends quietly.
        _print_no_more(sys.stdout, sys.stderr)
        return CLEAN
    except Halted as end:
        show_problems(end.problems)
        if end.trouble:
            show_trouble(end.trouble)
        return exit_code(end.problems) or UNUSABLE
    except MemoryError as error:
        # What has filled the memory hangs on the frames that the error came through; a sentence needs some, too.
        error.__traceback__ = error.__context__ = None
        gc.collect()
        show_trouble(_NO_MEMORY)
        return UNUSABLE
    except Exception as error:
        show_trouble(_trouble(error))
        return UNUSABLE


def _flushed(call: Callable[[], int]) -> int:
    """What `call` returns; all that it printed has left the program, or the reason why not is raised."""
    try:
        return call()
    except Exception as error:
        if is_asked() and not isinstance(error, Trouble | Halted):
            raise KeyboardInterrupt from error
        raise
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


_NO_MEMORY = Trouble("this needs more memory than there is", "ask for less at a time, or close other programs")


def _trouble(error: Exception) -> Trouble:
    """What went wrong, in words. Raises what is a fault of the program's own again."""
    if isinstance(error, Trouble):
        return error
    if isinstance(error, OSError):
        return _refused(error)
    return _of_the_engine(error)


def _refused(error: OSError) -> Trouble:
    if error.errno is None:
        return Trouble(str(error), "`untaken doctor` says what mends it")
    if error.filename:
        return refused(error)
    _print_no_more(sys.stdout)
    return Trouble(f"the output cannot be written: {cause(error)}")


def _of_the_engine(error: Exception) -> Trouble:
    """What is wrong with the drawing; Graphviz is loaded by then, or it is not what has failed."""
    from untaken.writing.engine import EngineFault, EngineMissing, TooSlow

    if isinstance(error, EngineMissing):
        return Trouble(f"no Graphviz works here ({error})", "`untaken doctor` says what to install")
    if isinstance(error, TooSlow):
        return Trouble(str(error), "draw less at a time with --detail outline or --split")
    if isinstance(error, EngineFault):
        cure = "the fault is not the scenario's but the program's: please report it"
        return Trouble(f"Graphviz refuses the drawing: {error}", cure)
    raise error


def _print_no_more(*streams: TextIO | None) -> None:
    """Let what still waits to be printed go nowhere, so that the end of the program does not stumble over it."""
    for stream in filter(None, streams):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
