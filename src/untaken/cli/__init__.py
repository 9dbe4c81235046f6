"""The commands: arguments in, one call, an exit code out."""

from untaken.cli.app import main

__all__ = ["main"]
