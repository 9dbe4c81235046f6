"""What remains of a walk when the program ends, however it ends: the file to resume it from, and its transcript."""

import hashlib
import os
import re
import shlex
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from untaken.cli.app import CLEAN, UNUSABLE
from untaken.faces.terminal import say
from untaken.history import Refusal
from untaken.history.keeping import Record, kept, record
from untaken.history.session import Session
from untaken.telling.walk.repeating import command
from untaken.telling.walk.transcript import transcript
from untaken.text.naming import counted
from untaken.writing.artifacts import write_whole

LARGEST = 2_000_000
"""No saved walk has more bytes than this: a long one has a few thousand."""


@dataclass(frozen=True)
class Files:
    """The files that the user named for a walk."""

    save: Path | None = None
    resume: Path | None = None
    transcript: Path | None = None

    @property
    def is_rewritten(self) -> bool:
        """Whether a walk that is taken up goes on in its own file."""
        return self.save in (None, self.resume)

    def refusals(self) -> Iterator[tuple[Path, Refusal]]:
        """The files that must not be written, for something is in them, each with the reason."""
        if self.save and self.save != self.resume and (refusal := unused(self.save)):
            yield self.save, refusal
        if self.transcript and (refusal := unedited(self.transcript)):
            yield self.transcript, refusal


@dataclass(frozen=True)
class Remains:
    """The files that keep a walk, and the words of the commands that take it up and that walk it again."""

    save: Path | None = None
    transcript: Path | None = None
    go_on: Sequence[str] = ()
    begun: Sequence[str] = ()


@dataclass
class Keeper:
    """Takes every new session of a walk: the last one is known when Ctrl-C comes, and stands in the files that remain.

    A disk that refuses does not end the walk: `faults` has what it said of each file that is behind the walk.
    """

    session: Session
    remains: Remains = Remains()
    faults: dict[Path, OSError] = field(default_factory=dict)

    def __call__(self, session: Session) -> None:
        self.session = session
        for path, text in self._files():
            try:
                # A link stays a link: what it leads to is replaced.
                write_whole(Path(os.path.realpath(path)), text.encode("utf-8"))
            except OSError as error:
                self.faults[path] = error
            else:
                self.faults.pop(path, None)

    def _files(self) -> Iterator[tuple[Path, str]]:
        if self.remains.save:
            yield self.remains.save, kept(self.session)
        if self.remains.transcript:
            today = date.today()
            day = f"{today.day} {today:%B %Y}"
            yield self.remains.transcript, sealed(transcript(self.session, day, self.remains.begun))

    def begin(self) -> int:
        """Write all files once, before anybody takes a step that would be lost: the exit code."""
        self(self.session)
        for path, error in self.faults.items():
            refuse(path, Refusal(f"it cannot be written: {cause(error)}", "name another file"))
        return UNUSABLE if self.faults else CLEAN

    def end(self, code: int) -> int:
        """Say what remains, and where: the exit code of the walk, which ended with `code`."""
        # Ctrl-C may have come while a file was being written.
        self(self.session)
        for path, error in self.faults.items():
            left_behind = f"it stands where it stood, for the rest cannot be written: {cause(error)}"
            again = command(self.session.walk, self.remains.begun)
            refuse(path, Refusal(left_behind, f"the same road can be walked again: {again}"))
        save, written = self.remains.save, self.remains.transcript
        if written and written not in self.faults:
            say(f"The transcript is in {written}.")
        if save and save not in self.faults:
            say(f"The walk is saved. Go on with: {shlex.join(self.remains.go_on)}")
        return UNUSABLE if self.faults else code


def read_walk(path: Path) -> Record | Refusal:
    """What a saved walk says, or why there is none in this file."""
    try:
        refusal = _no_file(os.stat(path))
        return refusal or record(path.read_bytes().decode("utf-8-sig", "replace"))
    except FileNotFoundError:
        return Refusal("there is no such file", _NAME_ONE)
    except OSError as error:
        return Refusal(f"it cannot be read: {cause(error)}", _NAME_ONE)


_NAME_ONE = "name a file that --save wrote"


def _no_file(found: os.stat_result) -> Refusal | None:
    if stat.S_ISDIR(found.st_mode):
        return Refusal("it is a folder", _NAME_ONE)
    if not stat.S_ISREG(found.st_mode):
        return Refusal("it is no ordinary file", _NAME_ONE)
    return Refusal("it is too large for a saved walk", _NAME_ONE) if found.st_size > LARGEST else None


def unused(path: Path) -> Refusal | None:
    """Why a new walk must not be saved in this file: whatever is there already would be lost."""
    if not os.path.exists(path) or (os.path.isfile(path) and not os.path.getsize(path)):
        return None
    there = read_walk(path)
    if isinstance(there, Record):
        moves = counted(len(there.moves), "move")
        return Refusal(
            f"it holds another walk, which began at '{there.start}' and has {moves}",
            "go on with that one with --resume instead of --save, or name another file",
        )
    what = "it is there already, and is no saved walk" if os.path.isfile(path) else there.message
    return Refusal(what, "name another file with --save")


def unedited(path: Path) -> Refusal | None:
    """Why a transcript must not be written in this file: it is none, or somebody has worked on it."""
    if not os.path.exists(path) or (os.path.isfile(path) and not os.path.getsize(path)):
        return None
    cure = "name another file with --transcript"
    try:
        if refusal := _no_file(os.stat(path)):
            return Refusal(refusal.message, cure)
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        return Refusal(f"it cannot be read: {cause(error)}", cure)
    if not re.search(r"(?m)^<!-- written by untaken; \w+ -->$", text):
        return Refusal("it is there already, and is no transcript", cure)
    body = text.rpartition("\n<!--")[0]
    return None if sealed(body) == text else Refusal("somebody has worked on this transcript since", cure)


def sealed(text: str) -> str:
    """A transcript with a last line, unseen where it is rendered, that tells whether it was changed since."""
    return f"{text}\n<!-- written by untaken; {hashlib.sha256(text.encode()).hexdigest()[:16]} -->\n"


def set_aside(path: Path) -> Path:
    """Copy a file to the first free name of `FILE~`, `FILE~2` and so on. Raises OSError where the disk refuses."""
    number = 1
    while os.path.lexists(copy := path.with_name(f"{path.name}~{number if number > 1 else ''}")):
        number += 1
    write_whole(copy, path.read_bytes())
    return copy


def cause(error: OSError) -> str:
    """What the system said, as a part of a sentence."""
    return (error.strerror or str(error)).lower()


def refuse(path: Path, refusal: Refusal) -> int:
    """Say why a file cannot be used, and what to do: the exit code."""
    say(f"error: {path}: {refusal.message}", error=True)
    if refusal.help:
        say(f"help: {refusal.help}", error=True)
    return UNUSABLE
