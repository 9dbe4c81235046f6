"""A file that something is kept in for as long as a walk lasts: what others put into it is never lost."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from untaken.writing.artifacts import write_whole


@dataclass
class HeldFile:
    """A file, and what its keeper knows to be in it: nothing, what was read at the beginning, what was written last.

    Where something else is in it by now, another walk or somebody's hand has been there. Then it is left alone, and
    `path` becomes the first free name beside it. `taken` is the path that was given up so.
    """

    path: Path
    taken: Path | None = None
    _known: set[bytes] = field(default_factory=set)
    _wants_copy: bool = False

    @classmethod
    def at(cls, path: Path) -> "HeldFile":
        """The file as it is; a folder, a pipe or the like counts as empty."""
        return cls(path, _known={_content(path)})

    @property
    def holds(self) -> bytes:
        """What is in the file; nothing where it is not there."""
        return _content(self.path)

    def keep_copy(self) -> None:
        """Set the file aside before it is written the next time."""
        self._wants_copy = bool(self.holds)

    def write(self, data: bytes) -> Path | None:
        """Write the file whole; what was set aside is returned. Raises OSError where the disk refuses."""
        with _alone(self.path.parent):
            there = self.holds
            if there and there not in self._known:
                self.taken, self.path = self.taken or self.path, free_beside(self.path)
            copy = set_aside(self.path) if self._wants_copy and not self.taken else None
            self._wants_copy = False
            if there != data or self.taken:
                # Ctrl-C may come between the writing and the knowing.
                self._known.add(data)
                # A link stays a link: what it leads to is replaced.
                write_whole(Path(os.path.realpath(self.path)), data)
            self._known = {data}
            return copy


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let nobody else who keeps walks in a folder write there meanwhile, where the system has such locks.

    Whoever holds the lock has it for a moment; a file system without locks, or a program that was stopped while it held
    one, keeps nobody from saving.
    """
    if sys.platform == "win32" or not folder.is_dir() or not os.access(folder, os.R_OK):
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(_TRIES):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_PAUSE)
            except OSError:
                break
            else:
                break
        yield
    finally:
        os.close(handle)


_TRIES, _PAUSE = 50, 0.02


def set_aside(path: Path) -> Path:
    """Copy a file to the first free name of `FILE~`, `FILE~2` and so on. Raises OSError where the disk refuses."""
    number = 1
    while os.path.lexists(copy := path.with_name(f"{path.name}~{number if number > 1 else ''}")):
        number += 1
    write_whole(copy, path.read_bytes())
    return copy


def free_beside(path: Path) -> Path:
    """The first name of `walk-2.json`, `walk-3.json` and so on that nothing has."""
    number = 2
    while os.path.lexists(free := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return free
