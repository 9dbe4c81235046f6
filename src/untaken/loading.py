"""From paths to turning points: read, decode, judge, in that order, and everything reported together."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from untaken.dates import date_key
from untaken.decoder import Decoded, decode
from untaken.diagnostics import Diagnostic, Severity, in_order
from untaken.marked import HOLE, Finding, Marked, locate
from untaken.model import Actor, Collection, Scenario, TurningPoint
from untaken.reader import read_file
from untaken.rules import judge
from untaken.source import Span
from untaken.sources import Source
from untaken.verification import LOCK_FILE, Lock, decode_lock

COLLECTION_FILE = "collection.yaml"
_COLLECTION_STEM = "collection"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Loaded:
    """The turning points that are fit for use, in time order, all problems, and how many scenarios were looked at.

    `files` has the file of each point, and its tree, by collection and id.
    """

    points: tuple[TurningPoint, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    scenarios: int = 0
    files: Mapping[tuple[str, str], tuple[Path, Marked]] = field(default_factory=dict)

    def placed(self, point: TurningPoint, finding: Finding) -> Diagnostic:
        """A finding about one of the points as a diagnostic with its place in the point's file."""
        _, tree = self.files[point.collection, point.id]
        return Diagnostic(locate(tree, finding.route, finding.at_key), finding.code, finding.message, finding.help)


def load(paths: Iterable[Path]) -> Loaded:
    """Load scenario files, collections (folders with a collection.yaml) and folders of collections.

    A scenario with an error is absent from the points; one with warnings is there. Never raises for what a file holds.
    """
    problems: list[Diagnostic] = []
    points: list[TurningPoint] = []
    scenarios = 0
    files: dict[tuple[str, str], tuple[Path, Marked]] = {}
    for folder, wanted in _by_folder(paths, problems).items():
        found = _load_folder(folder, wanted)
        files |= found.files
        points += found.points
        problems += found.problems
        scenarios += found.scenarios
    return Loaded(tuple(sorted(points, key=_in_time)), tuple(in_order(problems)), scenarios, files)


def _in_time(point: TurningPoint) -> tuple[bool, tuple[int, ...], str]:
    """Undated scenarios come last; otherwise by date, then by id."""
    date = point.scenario.date
    return (date is None, date_key(date) if date else (), point.id)


def _by_folder(paths: Iterable[Path], problems: list[Diagnostic]) -> dict[Path, list[Path]]:
    """The scenario files that are wanted, by the folder that they stand in."""
    wanted: dict[Path, list[Path]] = {}
    known: set[str] = set()
    for path in paths:
        for file in _files(path, problems):
            real = os.path.realpath(file)
            if real not in known:
                known.add(real)
                wanted.setdefault(file.parent, []).append(file)
    return wanted


def _files(path: Path, problems: list[Diagnostic]) -> list[Path]:
    """The scenario files that a path stands for; a folder without any is a problem."""
    if not os.path.isdir(path):
        return [path]
    unreadable: list[Diagnostic] = []
    files = list(scenario_files(path, unreadable))
    problems += unreadable
    if not files and not unreadable:
        cure = "name a folder with .yaml files"
        problems.append(Diagnostic(Span(str(path)), "no-scenarios", "no scenario is in this folder", cure))
    return files


def scenario_files(folder: Path, problems: list[Diagnostic]) -> Iterator[Path]:
    """The YAML files of a folder and of the folders in it, hidden ones left out, in order of name.

    A folder that cannot be opened is added to `problems`.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if here.suffix in SUFFIXES and here != folder:
            yield here
        elif here == folder or (os.path.isdir(here) and not os.path.islink(here)):
            waiting += reversed(_visible(here, problems))


def _visible(folder: Path, problems: list[Diagnostic]) -> list[Path]:
    """What is in a folder, in order of name, hidden things left out."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        cause = (error.strerror or "the system refused").lower()
        cure = "check the folder's permissions"
        problems.append(Diagnostic(Span(str(folder)), "unreadable-file", f"cannot be opened: {cause}", cure))
        return []


@dataclass(frozen=True)
class _Draft:
    """A scenario file that was read: its tree, what decoding made of it, and what is wrong so far."""

    path: Path
    tree: Marked | None
    decoded: Decoded[Scenario]
    problems: tuple[Diagnostic, ...]


def _load_folder(folder: Path, wanted: list[Path]) -> Loaded:
    """The wanted files of one folder; their neighbours are known too, for what `continues` names, but not reported."""
    shared_file = _collection_file(folder)
    collection, shared_problems = _collection(shared_file) if shared_file else (None, ())
    drafts = [_draft(path) for path in wanted if path.stem != _COLLECTION_STEM]
    asked_for = {draft.path.stem: draft.decoded.model or _UNREAD for draft in drafts}
    others = {**_neighbours(folder, asked_for, read=shared_file is not None), **asked_for}
    lock, lock_problems = _lock(folder / LOCK_FILE) if shared_file else (None, ())
    verified = lock.pins if lock else None
    points: list[TurningPoint] = []
    files: dict[tuple[str, str], tuple[Path, Marked]] = {}
    problems = [*shared_problems, *lock_problems, *_namesakes(drafts)]
    for draft in drafts:
        problems += draft.problems
        if draft.decoded.model is not None and draft.tree is not None:
            name = Path(os.path.abspath(folder)).name if shared_file else ""
            point = TurningPoint.of(draft.path.stem, draft.decoded.model, collection, name)
            findings = [each for each in judge(point, others, verified) if not draft.decoded.follows_up(each)]
            found = _placed(findings, draft.decoded, draft.tree)
            problems += found
            if not _any_error((*shared_problems, *draft.problems, *found)):
                points.append(point)
                files[name, point.id] = (draft.path, draft.tree)
    absent = {Path(each.span.path).stem for each in problems if each.code == "duplicate-scenario"}
    sound = tuple(point for point in points if point.id not in absent)
    return Loaded(sound, tuple(problems), len(drafts), files)


def _namesakes(drafts: Iterable[_Draft]) -> Iterator[Diagnostic]:
    """Scenarios of one folder whose files differ in the suffix alone have the same id: nobody knows which is meant."""
    seen: dict[str, Path] = {}
    for path in (draft.path for draft in drafts):
        first = seen.setdefault(path.stem, path)
        if first != path:
            message = f"{first.name} has the same name, which is the scenario's id"
            yield Diagnostic(Span(str(path)), "duplicate-scenario", message, "rename one of the two files")


_UNREAD = Scenario(title=HOLE, question=HOLE, nodes={})
"""Stands for a scenario whose file is there, but could not be read."""

_UNREAD_COLLECTION = Collection(
    title=HOLE,
    sources={HOLE: Source(type="document", title=HOLE)},
    actors={HOLE: Actor(name=HOLE)},
    facts={HOLE: HOLE},
)
"""Stands for a collection whose file could not be read: nobody can say what it declares."""


def _collection_file(folder: Path) -> Path | None:
    """The file of a folder's collection; a link that leads nowhere is one, too."""
    files = (folder / f"{_COLLECTION_STEM}{suffix}" for suffix in SUFFIXES)
    return next((file for file in files if os.path.lexists(file)), None)


def _any_error(problems: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in problems)


def _neighbours(folder: Path, known: Mapping[str, Scenario], read: bool) -> dict[str, Scenario]:
    """The other scenarios of a folder. Those of a collection are read; of others, that they are there is enough."""
    files = (path for path in _visible(folder, []) if path.suffix in SUFFIXES and path.stem != _COLLECTION_STEM)
    others = (path for path in files if path.stem not in known)
    return {path.stem: (_draft(path).decoded.model if read else None) or _UNREAD for path in others}


def _draft(path: Path) -> _Draft:
    read = read_file(path)
    decoded = decode(read.tree, Scenario) if read.tree else Decoded[Scenario](None)
    found = _placed(decoded.findings, decoded, read.tree) if read.tree else []
    return _Draft(path, read.tree, decoded, (*read.problems, *found))


def _lock(path: Path) -> tuple[Lock | None, tuple[Diagnostic, ...]]:
    """The record of verified quotations, where one is kept."""
    if not os.path.isfile(path):
        return None, ()
    try:
        lock = decode_lock(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        lock = None
    if lock is None:
        message = "this is no record of verified quotations that this version reads"
        return None, (Diagnostic(Span(str(path)), "broken-lock", message, "delete it and run `untaken verify` again"),)
    return lock, ()


def _collection(path: Path) -> tuple[Collection, tuple[Diagnostic, ...]]:
    read = read_file(path)
    if read.tree is None:
        return _UNREAD_COLLECTION, read.problems
    decoded = decode(read.tree, Collection)
    return decoded.model or _UNREAD_COLLECTION, (*read.problems, *_placed(decoded.findings, decoded, read.tree))


Kind = TypeVar("Kind", Scenario, Collection)


def _placed(findings: Iterable[Finding], decoded: Decoded[Kind], tree: Marked) -> list[Diagnostic]:
    return [Diagnostic(decoded.span(each, tree), each.code, each.message, each.help) for each in findings]
