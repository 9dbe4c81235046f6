"""What was drawn and is there still is not drawn again, where neither the scenarios nor the files changed since.

Light: nothing is imported here that draws.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any

from untaken.checking.homes import home, is_path
from untaken.cli.remembering import Memory
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import say, show_trouble
from untaken.text.trouble import Trouble

COMMANDS = ("render", "timeline")
"""The commands whose drawings are remembered."""
_PLACES = ("-o", "--output", "--scenarios")
"""Options behind which a path stands that is no scenario."""


@dataclass(frozen=True)
class _Drawn:
    """The files that a command line wrote, with their marks, and what it said."""

    files: dict[str, list[int] | None]
    lines: list[str]
    warnings: list[Trouble]

    @classmethod
    def of(cls, record: Any) -> "_Drawn | None":
        """What a record holds; None where it is not one of these, for somebody may have written into it."""
        try:
            warnings = [Trouble(str(message), str(cure)) for message, cure in record["warnings"]]
            return cls(dict(record["files"]), [*map(str, record["lines"])], warnings)
        except (KeyError, TypeError, ValueError):
            return None

    @property
    def record(self) -> dict[str, object]:
        """It as JSON has it."""
        told = [[each.message, each.cure] for each in self.warnings]
        return {"files": self.files, "lines": self.lines, "warnings": told}


def drawn_before(words: Sequence[str]) -> bool:
    """Whether a command line has nothing to draw; then it is said once more what is there."""
    memory = _memory(words)
    found = _Drawn.of(memory.recall()) if memory else None
    if not found or found.files != marks_of(found.files):
        return False
    home_of(_folder(words))
    for line in found.lines:
        say(line)
    for each in found.warnings:
        show_trouble(each, "warning")
    return True


def remember(words: Sequence[str], files: Iterable[Path], lines: Sequence[str], warnings: Sequence[Trouble]) -> None:
    """Keep what a command line drew and said."""
    if memory := _memory(words):
        memory.keep(_Drawn(marks_of(map(str, files)), list(lines), list(warnings)).record)


def _memory(words: Sequence[str]) -> Memory | None:
    """The memory of a command line in this folder; None where it reads more than a folder of scenarios."""
    if not words or words[0] not in COMMANDS or _reads_elsewhere(words):
        return None
    return Memory(f"{words[0]}-{digest_of(words)}", home(_folder(words)).folder)


def digest_of(words: Sequence[str]) -> str:
    """A name for a command line in this folder."""
    line = "\0".join([os.getcwd(), *words]).encode("utf-8", "surrogateescape")
    return blake2b(line, digest_size=8).hexdigest()


def _reads_elsewhere(words: Sequence[str]) -> bool:
    """Whether a command line reads a walk, or scenarios at paths of their own; or asks only for help."""
    named = (word for before, word in pairwise(words) if before not in _PLACES and not word.startswith("-"))
    return any(word.split("=")[0] in ("--walk", "-h", "--help") for word in words) or any(map(is_path, named))


def _folder(words: Sequence[str]) -> Path | None:
    """The folder that --scenarios names."""
    for at, word in enumerate(words):
        if word == "--scenarios" and at + 1 < len(words):
            return Path(words[at + 1])
        if word.startswith("--scenarios="):
            return Path(word.partition("=")[2])
    return None


def marks_of(files: Iterable[str]) -> dict[str, list[int] | None]:
    """What tells whether files are still those that were written: their sizes and times."""
    return {path: _mark(path) for path in files}


def _mark(path: str) -> list[int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns]
