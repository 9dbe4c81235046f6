"""Bytes from the disk, looked at before they are taken: an ordinary file, and no larger than is sensible."""

import errno
import os
import stat
from pathlib import Path

from untaken.text.trouble import Trouble


class NothingThere(Trouble):
    """There is no file of that name."""


NO_SUCH_FILE = "there is no such file"


def ordinary_file(path: Path, most: int) -> bytes | Trouble:
    """The bytes of an ordinary file; of one that has more than `most`, one byte more than that.

    A pipe, a device or a folder is refused: reading it could wait for ever, or never come to an end.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return Trouble("this is a folder, not a file" if stat.S_ISDIR(mode) else "this is not an ordinary file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        return NothingThere("this link leads to no file" if path.is_symlink() else NO_SUCH_FILE)
    except OSError as error:
        cure = "check the file's permissions" if isinstance(error, PermissionError) else ""
        return Trouble(f"cannot be opened: {cause(error)}", cure)


def cause(error: OSError) -> str:
    """What the system said, as a part of a sentence."""
    return (error.strerror or str(error) or "the system refused").lower()


def refused(error: OSError) -> Trouble:
    """What the system refused, with a cure that fits whoever reads there or writes."""
    return Trouble(cause(error), _CURES.get(error.errno or 0, "name another file or folder"), error.filename or "")


_CURES = {
    errno.EACCES: "change its permissions, or name another place",
    errno.EPERM: "change its permissions, or name another place",
    errno.EROFS: "name a place where files may be written",
    errno.ENOSPC: "make room on that disk, then try again: nothing is half written",
    errno.EDQUOT: "make room on that disk, then try again: nothing is half written",
    errno.ENOENT: "name one that is there",
    errno.EISDIR: "name a file in that folder",
    errno.ENOTDIR: "name a folder there: a file stands in its place",
    errno.EEXIST: "name another place: a file stands where a folder is needed",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def is_within(path: Path, folder: Path) -> bool:
    """Whether a path, wherever its links and dots lead, stands in a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
