"""The command rename."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.desk import MOST_OF_LOCK
from untaken.checking.homes import scenario_files
from untaken.checking.renaming import Kind, Meaning, Trees, is_taken, meanings, renamed_lock, renaming
from untaken.cli.app import CLEAN, command
from untaken.cli.options import Scenarios
from untaken.cli.whereabouts import own_home, refuse_shipped
from untaken.evidence.verification import LOCK_FILE, decode_lock, encode
from untaken.faces.terminal import say
from untaken.reading.disk import ordinary_file
from untaken.reading.marked import Mapping
from untaken.reading.yaml import file_text, read_text
from untaken.text.edits import Edit, applied
from untaken.text.naming import counted
from untaken.text.trouble import Trouble
from untaken.writing.artifacts import write_all

_FIT = re.compile(r"[^\W_](?:[\w.-]*\w)?")


@command("rename")
def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Its id, or `node/option`.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it is to have.", show_default=False)],
    kind: Annotated[Kind | None, typer.Option("--kind", help="What is meant, where several have this id.")] = None,
    scenarios: Scenarios = None,
) -> int:
    """Give something another id, wherever it is named.

    Of a node, an option, a source, an actor, a fact or a scenario. Comments and layout stay as they are, and the
    record of quotations follows.

    Example: untaken rename island-annals annals
    """
    if not _FIT.fullmatch(new):
        raise Trouble(f"'{new}' is no id", "write letters, digits and hyphens, without blanks")
    folder = own_home(scenarios, [])
    refuse_shipped(folder)
    found = [
        (trees, each) for trees in _read(folder) for each in meanings(trees, old) if kind is None or each.kind is kind
    ]
    if len(found) != 1:
        raise _which(old, new, [meaning for _, meaning in found])
    ((trees, meaning),) = found
    if is_taken(trees, meaning, new):
        raise Trouble(f"another {meaning.kind} is called '{new}' already", "choose another id")
    return _write(trees, meaning, new)


def _read(folder: Path) -> list[Trees]:
    """The files that are sound enough to be read, folder by folder."""
    trees: dict[Path, dict[Path, Mapping]] = {}
    for path in [folder] if os.path.isfile(folder) else scenario_files(folder, []):
        text = file_text(path)
        tree = read_text(text, str(path)).tree if isinstance(text, str) else None
        if isinstance(tree, Mapping):
            trees.setdefault(path.parent, {})[path] = tree
    return [*trees.values()]


def _which(old: str, new: str, found: Sequence[Meaning]) -> Trouble:
    """Nothing is called so, or several things are: which is meant?"""
    if not found:
        return Trouble(f"nothing is called '{old}' here", "look the id up in your files")
    lines = [f"untaken rename {each.name} {new} --kind {each.kind}  ({each.file})" for each in found]
    return Trouble(f"'{old}' may mean {counted(len(found), 'thing')}", "\n".join(lines))


def _write(trees: Trees, meaning: Meaning, new: str) -> int:
    changes = renaming(trees, meaning, new)
    told = [f"{path}: {counted(len(edits), 'place')}" for path, edits in changes.items()]
    written = {path: _rewritten(path, edits) for path, edits in changes.items()}
    path = meaning.file.parent / LOCK_FILE
    if (lock := _lock(path, meaning, new)) is not None:
        written[path] = lock
        told.append(f"{path}: renewed")
    write_all(written)
    if meaning.kind is Kind.SCENARIO:
        target = meaning.file.with_stem(new)
        meaning.file.rename(target)
        told.append(f"{meaning.file}: now {target.name}")
    if meaning.kind is Kind.SOURCE and not _names_its_text(trees, meaning):
        told.append(f"its text, for `untaken verify`, is now looked for as {new}.txt")
    for line in told:
        say(line)
    return CLEAN


def _rewritten(path: Path, edits: Sequence[Edit]) -> bytes:
    data = path.read_bytes().decode("utf-8")
    mark = "\ufeff" if data.startswith("\ufeff") else ""
    return (mark + applied(data.removeprefix(mark), edits)).encode("utf-8")


def _lock(path: Path, meaning: Meaning, new: str) -> bytes | None:
    """The record of quotations with the new name; None where it stays as it is."""
    data = ordinary_file(path, MOST_OF_LOCK)
    lock = decode_lock(data.decode("utf-8", "surrogateescape")) if isinstance(data, bytes) else None
    changed = renamed_lock(lock, meaning, new) if lock else None
    return encode(changed).encode("utf-8") if changed and changed != lock else None


def _names_its_text(trees: Trees, meaning: Meaning) -> bool:
    source = trees[meaning.file].entries["sources"][1]
    found = source.entries[meaning.id][1] if isinstance(source, Mapping) else None
    return isinstance(found, Mapping) and "text" in found.entries
