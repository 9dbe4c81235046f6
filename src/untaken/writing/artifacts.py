"""Writes files whole or not at all, and a new one only where none is."""

import os
import tempfile
from pathlib import Path

# The mask can only be read by setting it, which two threads must not do at once: so it is read once, here.
_MASK = os.umask(0)
os.umask(_MASK)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it; its folder is made. Raises OSError where the disk refuses.

    A link stays a link: what it leads to is written. A pipe or a device is written to, never replaced by a file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        # Whoever reads the message knows the file, not the temporary one beside it.
        error.filename = str(path)
        raise


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes a file that only its owner reads; a drawing is for whoever reads its folder.
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_MASK)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; its folder is made. Where it is there, raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(data)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
