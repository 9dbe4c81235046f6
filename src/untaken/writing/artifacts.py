"""Writes files whole or not at all, and a new one only where none is."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

# The mask can only be read by setting it, which two threads must not do at once: so it is read once, here.
_MASK = os.umask(0)
os.umask(_MASK)

_PROGRAM = Path(__file__).resolve().parents[1]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it; its folder is made. Raises OSError where the disk refuses.

    A link stays a link: what it leads to is written. A pipe or a device is written to, never replaced by a file.
    """
    with _about(path):
        target = _target(path)
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return
    write_all({path: data})


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Where it is there, raises FileExistsError."""
    with _about(path), _beside(target := _target(path), data) as temporary:
        _put_where_none_is(temporary, target)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none is put in its place before all are whole. Raises OSError as above."""
    with ExitStack() as whole:
        ready: list[tuple[Path, str, Path]] = []
        for path, data in files.items():
            with _about(path):
                target = _target(path)
                ready.append((path, whole.enter_context(_beside(target, data)), target))
        for path, temporary, target in ready:
            with _about(path):
                os.replace(temporary, target)


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Whoever reads what the disk says knows the file, not the temporary one beside it."""
    try:
        yield
    except OSError as error:
        # A folder that cannot be made is another matter than the file.
        if Path(str(error.filename)) not in path.parents:
            error.filename, error.filename2 = str(path), None
        raise


def _target(path: Path) -> Path:
    """Where a file is really written; its folder is made."""
    target = Path(os.path.realpath(path))
    if target.is_relative_to(_PROGRAM):
        raise PermissionError(errno.EACCES, "it belongs to the program, which never writes into itself", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[str]:
    """A file of another name beside a path, with the data; whatever comes of it, it is gone in the end."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_LONGEST]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes a file that only its owner reads; a drawing is for whoever reads its folder.
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_MASK)
        yield temporary
    finally:
        Path(temporary).unlink(missing_ok=True)


_LONGEST = 50
"""Letters of a name, of which many systems allow 255 bytes, that are kept for that of the temporary file."""


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
