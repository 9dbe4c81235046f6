"""The commands: arguments in, one call, an exit code out."""

import signal
import sys

__all__ = ["INTERRUPTED", "INTERRUPTION", "main"]

INTERRUPTED = 130
INTERRUPTION = "interrupted; files that were finished are whole"
"""What is said after Ctrl-C, and the exit code that goes with it."""


def main() -> None:
    """Run the program."""
    try:
        # Ctrl-C may come while the program is still being imported.
        from untaken.cli.interrupting import is_asked, listen

        listen()
        try:
            from untaken.cli.ending import start

            code = start()
        except Exception:
            if is_asked():
                raise KeyboardInterrupt from None
            raise
        # On the last steps there is nothing left to interrupt.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = INTERRUPTED
        if sys.stderr is not None:
            sys.stderr.write(f"{INTERRUPTION}\n")
    # Python kills itself with the signal, whatever the exit code, if the last source that `exec` ran was interrupted,
    # as that of a dataclass may have been.
    exec("")
    sys.exit(code)
