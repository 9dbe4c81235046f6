"""The commands: arguments in, one call, an exit code out."""

import gc
import sys

from untaken import __version__
from untaken.cli.ending import CLEAN, ended
from untaken.faces.terminal import say

__all__ = ["main"]


def main() -> None:
    """Run the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows a question mark; it is no reason to stop. Nor is what is no text.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A program that ends soon has little to throw away; looking for it takes a fifth of the time of a large file.
    gc.set_threshold(100_000, 50, 100)
    sys.exit(ended(_run))


def _run() -> int:
    if sys.argv[1:] == ["--version"]:
        # Nobody waits for the commands who only asks this.
        say(f"untaken {__version__}")
        return CLEAN
    from untaken.cli.app import run

    return run(sys.argv[1:])
