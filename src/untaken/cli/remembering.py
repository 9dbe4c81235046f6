"""What a command found in a folder in which nothing was wrong, remembered until anything there changes.

The record is a small file under the user's folder for such things; deleting it costs nothing but time. It is named for
all that the answer hangs on: the bytes of every file that is read, and the program's own files. Nothing that has a
mistake is remembered, so every message comes from reading what stands there now.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from untaken.checking.homes import misnamed, scenario_files
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.disk import ordinary_file
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_whole

VARIABLE = "UNTAKEN_CACHE"
"""The environment variable that names the folder of the records; empty, it says that nothing is to be remembered."""

MOST_RECORDS = 100
_MOST_BYTES = 1_000_000
"""Of one record, and so of all together a hundred times as many at most."""
_MOST_READ = 64_000_000
_PROGRAM = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Memory:
    """What `what`, a command, found in a folder of scenarios; or, without one, what hangs on the program alone."""

    what: str
    folder: Path | None = None

    def recall(self) -> Any:
        """What was kept at the same state of the folder; None where nothing was."""
        data = ordinary_file(self._record, _MOST_BYTES) if self._record else b""
        with suppress(ValueError, RecursionError):
            return json.loads(data) if isinstance(data, bytes) else None
        return None

    def keep(self, value: Any) -> None:
        """Keep what was found, any value that JSON has; where that cannot be, nothing is lost but time."""
        data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        # What was saved meanwhile may not be what was looked at.
        if self._record and len(data) <= _MOST_BYTES and Memory(self.what, self.folder)._record == self._record:
            with suppress(OSError):
                write_whole(self._record, data)
                _forget_the_oldest(self._record.parent)

    @cached_property
    def _record(self) -> Path | None:
        """The file of the record; None where nothing can be remembered."""
        home = _home()
        state = _state(self.folder) if home else ""
        return home / f"{self.what}-{state}.json" if home and state else None


def _home() -> Path | None:
    """The folder of the records."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    places = {"win32": ("LOCALAPPDATA", "AppData/Local"), "darwin": ("", "Library/Caches")}
    variable, otherwise = places.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    there = os.environ.get(variable) or os.path.expanduser(f"~/{otherwise}")
    return Path(there) / "untaken" if os.path.isabs(there) else None


def _state(folder: Path | None) -> str:
    """A name for the state of the program and of all that it reads in a folder; empty where something has none."""
    digest = blake2b(digest_size=16)
    if folder and not _is_read(folder, digest):
        return ""
    for mark in sorted(_marks(_PROGRAM)):
        digest.update(f"{mark}\0".encode("utf-8", "surrogateescape"))
    digest.update(f"{sys.version_info}".encode())
    return digest.hexdigest()


def _is_read(folder: Path, digest: blake2b) -> bool:
    """Add all that is read in a folder to a digest; whether it could be."""
    problems: list[Diagnostic] = []
    if not os.path.isdir(folder):
        return False
    files = list(scenario_files(folder, problems))
    locks = {lock for each in {path.parent for path in files} for lock in each.glob("*.lock")}
    for path in [*files, *sorted(locks)]:
        data = ordinary_file(path, _MOST_READ)
        if isinstance(data, Trouble) or len(data) > _MOST_READ:
            return False
        digest.update(f"{os.path.relpath(path, folder)}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    for path, _ in misnamed(folder):
        digest.update(f"{path}\0".encode("utf-8", "surrogateescape"))
    return not problems


def _marks(folder: Path) -> Iterator[tuple[str, int, int]]:
    """What tells whether the program is another one: its files, with their sizes and times."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _marks(Path(entry.path))
            elif entry.name.endswith(".py"):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def _forget_the_oldest(home: Path) -> None:
    records = sorted(home.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in records[: max(0, len(records) - MOST_RECORDS)]:
        path.unlink(missing_ok=True)
