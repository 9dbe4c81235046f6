"""What `sources --import` does: the references of a file into the collection's own, and what became of each."""

import os
from collections.abc import Iterator
from pathlib import Path

from untaken.checking.desk import Desk
from untaken.checking.homes import COLLECTION_FILE, SHARED, SUFFIXES, scenario_files
from untaken.cli.ending import CLEAN, Halted, errors_of
from untaken.cli.whereabouts import refuse_shipped
from untaken.evidence.imports.entry import with_sources
from untaken.evidence.imports.shelving import Shelved, references, shelved
from untaken.faces.terminal import say
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.yaml import file_text
from untaken.text.naming import counted
from untaken.text.scalars import scalar
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_whole


def taken_in(file: Path, folder: Path) -> int:
    """Add the references of a file to the collection in a folder, which is begun where there is none; the exit code."""
    text = file_text(file)
    if isinstance(text, Diagnostic):
        raise Halted([text])
    path = _collection(folder)
    before = _begun(path.parent) if not path.exists() else file_text(path)
    draft = Desk().with_text(path, before if isinstance(before, str) else "").collection(path)
    if isinstance(before, Diagnostic) or draft.decoded.model is None or errors_of(draft.problems):
        problems = [before] if isinstance(before, Diagnostic) else draft.problems
        trouble = Trouble(f"{path} has mistakes, and nothing was added to it", "correct them, and import again")
        raise Halted(problems, trouble)
    found = shelved(references(text, file), draft.decoded.model.sources)
    after = with_sources(before, found.added, str(path)) if found.added else before
    if after is None:
        raise Trouble("its sources stand in braces", "write each on a line of its own, and import again", path)
    if found.added:
        write_whole(path, after.encode("utf-8"))
    for line in _told(found, path):
        say(line)
    return CLEAN


def _collection(folder: Path) -> Path:
    """The file of the collection in a folder, or of the only one in a folder of it; where none is, the one to begin.

    Raises Trouble where there are several, and where it is not the user's own.
    """
    home = folder if os.path.isdir(folder) else folder.parent
    own = [each for end in SUFFIXES if (each := home / f"{SHARED}{end}").exists()]
    paths = own[:1] or [each for each in scenario_files(home, []) if each.stem == SHARED]
    if len(paths) > 1:
        named = ", ".join(str(each.parent) for each in paths)
        raise Trouble(f"several collections are in {home}", f"name one of them with --scenarios: {named}")
    refuse_shipped(home)
    return paths[0] if paths else home / COLLECTION_FILE


def _begun(home: Path) -> str:
    """The text of a collection that nobody has begun."""
    title = Path(os.path.abspath(home)).name.replace("-", " ")
    return f"format: 1\ntitle: {scalar(title[:1].upper() + title[1:])}\n"


def _told(found: Shelved, path: Path) -> Iterator[str]:
    """What was added, what was there already, what was left out and what could not be read."""
    for id, source in found.added.items():
        yield f"{id}: {source.reference}"
    for id in found.present:
        yield f"already there: {id}"
    for sentence in found.unread:
        yield f"not read: {sentence}"
    if found.left_out:
        named = (f"{key} ({times})" for key, times in sorted(found.left_out.items()))
        yield f"left out, since nothing here asks for it: {', '.join(named)}"
    yield f"{path}: {counted(len(found.added), 'source')} added"
