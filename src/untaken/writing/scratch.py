"""A folder for what a program needs while it runs. What one that was killed has left, the next one clears away."""

import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_PREFIX = "untaken-"
_YOUNG = 60.0
"""Seconds for which a folder may have been made and not yet been locked."""


class Scratch:
    """A folder that is there until `cleanup`; its lock tells other programs that somebody uses it."""

    def __init__(self) -> None:
        clear_what_was_left()
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self._lock = _locked(self.path)

    def cleanup(self) -> None:
        """Delete the folder with all that is in it."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)
        self._folder.cleanup()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cleanup()


def _locked(folder: Path) -> int | None:
    """A handle with which a folder is locked until it is closed or its program ends; None where somebody has it."""
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def clear_what_was_left() -> None:
    """Delete what programs of this user's have left that ended before they could; elsewhere than on POSIX it stays."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                if found.st_uid == os.getuid() and time.time() - found.st_mtime > _YOUNG:
                    _delete_unless_used(Path(entry.path))


def _delete_unless_used(folder: Path) -> None:
    with suppress(OSError):
        handle = _locked(folder)
        if handle is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)
