"""Bytes from the disk, looked at before they are taken: an ordinary file, and no larger than is sensible."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the bytes of a file cannot be had, and the cure, if there is one."""

    cause: str
    cure: str = ""
    absent: bool = False
    """Whether nothing is there at all."""


def ordinary_file(path: Path, most: int) -> bytes | Refused:
    """The bytes of an ordinary file; of one that has more than `most`, one byte more than that.

    A pipe, a device or a folder is refused: reading it could wait for ever, or never come to an end.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return Refused("this is a folder, not a file" if stat.S_ISDIR(mode) else "this is not an ordinary file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        return Refused("this link leads to no file" if path.is_symlink() else "there is no such file", absent=True)
    except OSError as error:
        cure = "check the file's permissions" if isinstance(error, PermissionError) else ""
        return Refused(f"cannot be opened: {(error.strerror or 'the system refused').lower()}", cure)


def is_within(path: Path, folder: Path) -> bool:
    """Whether a path, wherever its links and dots lead, stands in a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
