"""Writes files whole or not at all, and a new one only where none is."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

# The mask can only be read by setting it, which two threads must not do at once: so it is read once, here.
_MASK = os.umask(0)
os.umask(_MASK)

_PROGRAM = Path(__file__).resolve().parents[1]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it; its folder is made. Raises OSError where the disk refuses.

    A link stays a link: what it leads to is written. A pipe or a device is written to, never replaced by a file.
    """
    _write(path, data, _put_in_place)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Where it is there, raises FileExistsError."""
    _write(path, data, _put_where_none_is)


def _write(path: Path, data: bytes, put: Callable[[str, Path], None]) -> None:
    target = Path(os.path.realpath(path))
    if target.is_relative_to(_PROGRAM):
        raise PermissionError(errno.EACCES, "it belongs to the program, which never writes into itself", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        if put is _put_in_place and target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            _by_way_of_another(target, data, put)
    except OSError as error:
        # Whoever reads the message knows the file, not the temporary one beside it.
        error.filename, error.filename2 = str(path), None
        raise


def _by_way_of_another(path: Path, data: bytes, put: Callable[[str, Path], None]) -> None:
    """Write the data beside their place, and move them there once they are whole."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_LONGEST]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes a file that only its owner reads; a drawing is for whoever reads its folder.
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_MASK)
        put(temporary, path)
    finally:
        Path(temporary).unlink(missing_ok=True)


_LONGEST = 50
"""Letters of a name, of which many systems allow 255 bytes, that are kept for that of the temporary file."""


def _put_in_place(temporary: str, path: Path) -> None:
    os.replace(temporary, path)


def _put_where_none_is(temporary: str, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no second names for a file.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        os.rename(temporary, path)
