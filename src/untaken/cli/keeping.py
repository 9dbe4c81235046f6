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

from untaken.cli.ending import UNUSABLE
from untaken.cli.held import HeldFile
from untaken.faces.terminal import say, say_sentence, show_trouble
from untaken.history.keeping import Record, kept, record
from untaken.history.session import Session
from untaken.reading.disk import cause
from untaken.telling.phrases import saved as words
from untaken.telling.walk.repeating import command
from untaken.telling.walk.transcript import transcript
from untaken.text.trouble import Trouble
from untaken.writing.markdown import markdown

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

    def refuse(self) -> None:
        """Raise Trouble about the first file that must not be written, for something is in it."""
        written = self.transcript
        if written and any(_is_same(path, written) for path in (self.save, self.resume) if path):
            raise words.both(str(written))
        if self.save and self.save != self.resume and (trouble := unused(self.save)):
            raise trouble
        if written and (trouble := unedited(written)):
            raise trouble

    def held(self) -> "Remains":
        """The files as they are before anything of them is read: what others write from now on will be seen."""
        save = self.save or self.resume
        return Remains(HeldFile.at(save) if save else None, HeldFile.at(self.transcript) if self.transcript else None)


def _is_same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other) or (one.exists() and other.exists() and one.samefile(other))


@dataclass(frozen=True)
class Remains:
    """The files that keep a walk, and the words of the commands that take it up and that walk it again.

    Between the words that take it up, `go_on` and `where`, belongs the name of the file.
    """

    save: HeldFile | None = None
    transcript: HeldFile | None = None
    go_on: Sequence[str] = ()
    where: Sequence[str] = ()
    begun: Sequence[str] = ()


@dataclass
class Keeper:
    """Takes every new session of a walk: the last one is known when Ctrl-C comes, and stands in the files that remain.

    A disk that refuses does not end the walk: `faults` has what it said of each file that is behind the walk. `copies`
    are the files as they were before the walk began again.
    """

    session: Session
    remains: Remains = field(default_factory=Remains)
    faults: dict[Path, OSError] = field(default_factory=dict)
    copies: list[Path] = field(default_factory=list)

    def __call__(self, session: Session) -> None:
        begins_again = not session.walk.moves and len(session.trail.left) > len(self.session.trail.left)
        self.session = session
        for held, text in self._files():
            if begins_again:
                held.keep_copy()
            self._write(held, text)

    def _write(self, held: HeldFile, text: str) -> None:
        try:
            copy = held.write(text.encode("utf-8"))
        except OSError as error:
            self.faults[held.path] = error
        else:
            self.faults.pop(held.path, None)
            self.copies += [copy] if copy else []

    def _files(self) -> Iterator[tuple[HeldFile, str]]:
        if self.remains.save:
            yield self.remains.save, kept(self.session)
        if self.remains.transcript:
            yield self.remains.transcript, self._transcript()

    def _transcript(self) -> str:
        today = date.today()
        return sealed(markdown(transcript(self.session, f"{today.day} {today:%B %Y}", self.remains.begun)))

    def begin(self) -> None:
        """Write all files once, before anybody takes a step that would be lost. Raises Trouble where one cannot be."""
        written = self.remains.transcript
        if written and not _is_of_one_walk(written.holds.decode("utf-8", "replace"), self._transcript()):
            # That of another walk.
            written.keep_copy()
        self(self.session)
        for copy in self.copies:
            say_sentence(words.transcript_kept(str(copy)), error=True)
        self.copies.clear()
        for path, error in self.faults.items():
            raise words.unwritable(cause(error), str(path))

    def end(self, code: int) -> int:
        """Say what remains, and where: the exit code of the walk, which ended with `code`."""
        # Ctrl-C may have come while a file was being written.
        self(self.session)
        for path, error in self.faults.items():
            again = command(self.session.walk, self.remains.begun)
            show_trouble(words.left_behind(cause(error), again, str(path), os.path.exists(path)))
        for copy in self.copies:
            say_sentence(words.before_again(str(copy)))
        for taken in self._taken():
            say_sentence(words.taken(str(taken)), error=True)
        save, written = self.remains.save, self.remains.transcript
        if written and written.path not in self.faults:
            say_sentence(words.transcript_in(str(written.path)))
        if save and save.path not in self.faults:
            say(words.saved(shlex.join([*self.remains.go_on, str(save.path), *self.remains.where])))
        return UNUSABLE if self.faults else code

    def _taken(self) -> Iterator[Path]:
        """The files that somebody else has written in, so that the walk was kept beside them."""
        return (held.taken for held in (self.remains.save, self.remains.transcript) if held and held.taken)


def _is_of_one_walk(there: str, now: str) -> bool:
    """Whether two transcripts are the same but for the day."""
    return not there or _without_day(there) == _without_day(now)


def _without_day(text: str) -> list[str]:
    lines = text.splitlines()
    return [line for line in lines if not line.startswith(("Walked on ", "<!-- written by untaken; "))]


def read_walk(path: Path) -> Record | Trouble:
    """What a saved walk says, or why there is none in this file."""
    data = _read(path, words.NAME_ONE)
    found = data if isinstance(data, Trouble) else record(data.decode("utf-8-sig", "replace"))
    return found.at(path) if isinstance(found, Trouble) else found


def _read(path: Path, cure: str) -> bytes | Trouble:
    try:
        return _no_file(os.stat(path), cure) or path.read_bytes()
    except FileNotFoundError:
        return words.absent(cure)
    except OSError as error:
        return words.unreadable(cause(error), cure)


def _no_file(found: os.stat_result, cure: str) -> Trouble | None:
    if stat.S_ISDIR(found.st_mode):
        return words.is_folder(cure)
    if not stat.S_ISREG(found.st_mode):
        return words.is_no_file(cure)
    return words.is_large(cure) if found.st_size > LARGEST else None


def unused(path: Path) -> Trouble | None:
    """Why a new walk must not be saved in this file: whatever is there already would be lost."""
    if not os.path.exists(path) or (os.path.isfile(path) and not os.path.getsize(path)):
        return None
    there = read_walk(path)
    if isinstance(there, Record):
        return words.holds_walk(there.start, len(there.moves), str(path))
    return words.holds_other("" if os.path.isfile(path) else there.message, str(path))


def unedited(path: Path) -> Trouble | None:
    """Why a transcript must not be written in this file: it is none, or somebody has worked on it."""
    if not os.path.exists(path) or (os.path.isfile(path) and not os.path.getsize(path)):
        return None
    found = _read(path, words.ANOTHER_TRANSCRIPT)
    if isinstance(found, Trouble):
        return found.at(path)
    text = found.decode("utf-8", "replace")
    if not re.search(r"(?m)^<!-- written by untaken; \w+ -->$", text):
        return words.is_no_transcript(str(path))
    body = text.rpartition("\n<!--")[0]
    return None if sealed(body) == text else words.is_edited(str(path))


def sealed(text: str) -> str:
    """A transcript with a last line, unseen where it is rendered, that tells whether it was changed since."""
    return f"{text}\n<!-- written by untaken; {hashlib.sha256(text.encode()).hexdigest()[:16]} -->\n"
