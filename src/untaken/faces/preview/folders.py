"""Sees that scenario files were saved, renamed, added or deleted, wherever they or what they link to stand."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from untaken.checking.homes import SUFFIXES
from untaken.evidence.verification import LOCK_FILE

_QUIET = 40
_LONGEST = 400
"""Milliseconds: so long nothing more has to be saved before it is told, and so long it is held back at most. Some
editors empty a file before they write it."""
_TICK = 1_000
"""Milliseconds between two looks at what no event tells, such as a folder that was deleted and made again."""


@dataclass(frozen=True)
class Survey:
    """The folders and files that matter, each with what the disk says about it."""

    folders: frozenset[tuple[Path, int, int]]
    files: frozenset[tuple[Path, int, int, int]]


def survey(names: Sequence[str], folder: Path) -> Survey:
    """Look at the files that these names stand for, their neighbours, and what they link to."""
    folders = set(_folders(names, folder))
    files = [entry for each in folders for entry in _entries(each) if is_read(entry)]
    folders |= {Path(os.path.realpath(file)).parent for file in files if os.path.islink(file)}
    return Survey(
        frozenset((each, found.st_dev, found.st_ino) for each, found in _found(folders)),
        frozenset((each, found.st_ino, found.st_mtime_ns, found.st_size) for each, found in _found(files)),
    )


def is_read(path: Path) -> bool:
    """Whether a file of this name has a say in what scenarios are; what editors keep beside it has none."""
    return not path.name.startswith(".") and (path.suffix in SUFFIXES or path.name == LOCK_FILE)


def _folders(names: Sequence[str], folder: Path) -> Iterator[Path]:
    for name in names or [str(folder)]:
        path = Path(name)
        if os.path.isdir(path):
            yield from _tree(path)
        elif path.suffix in SUFFIXES:
            yield path.parent
        else:
            yield from _tree(folder)


def _tree(folder: Path) -> Iterator[Path]:
    for here, inside, _ in os.walk(folder):
        inside[:] = [each for each in inside if not each.startswith(".")]
        yield Path(here)


def _entries(folder: Path) -> list[Path]:
    try:
        return [folder / name for name in os.listdir(folder)]
    except OSError:
        return []


def _found(paths: Iterable[Path]) -> Iterator[tuple[Path, os.stat_result]]:
    for path in paths:
        try:
            yield path, os.stat(path)
        except OSError:
            continue


def follow(look: Callable[[], Survey], tell: Callable[[], None], ended: threading.Event) -> None:
    """Call `tell` after everything that is saved, until `ended`. It may be called once too often, never too seldom."""
    while not ended.is_set():
        seen = look()
        # Between the last look and the first event something may have been saved.
        tell()
        for saved in _changes([path for path, *_ in seen.folders], ended):
            now = look()
            if now != seen or any(map(is_read, saved)):
                tell()
            if now.folders != seen.folders:
                break
            seen = now


def _changes(folders: Sequence[Path], ended: threading.Event) -> Iterator[list[Path]]:
    """The paths that changed in these folders; none at every tick."""
    if not folders:
        ended.wait(_TICK / 1000)
        yield []
        return
    try:
        yield from _noticed(folders, ended, None)
    except FileNotFoundError:
        # Deleted since it was looked at.
        yield []
    except (OSError, RuntimeError):
        # The system has a limit for how many may have their files watched: then they are looked at again and again.
        yield from _noticed(folders, ended, True)


def _noticed(folders: Sequence[Path], ended: threading.Event, polling: bool | None) -> Iterator[list[Path]]:
    from watchfiles import watch

    changes = watch(
        *folders,
        watch_filter=None,
        debounce=_LONGEST,
        step=_QUIET,
        stop_event=ended,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=polling,
        recursive=False,
        ignore_permission_denied=True,
    )
    for found in changes:
        yield [Path(path) for _, path in found]
