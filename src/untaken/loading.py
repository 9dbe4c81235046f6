"""From paths to turning points: read, decode, judge, in that order, and everything reported together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from untaken.dates import date_key
from untaken.decoder import Decoded, decode
from untaken.diagnostics import Diagnostic, Severity, in_order
from untaken.marked import Finding, Marked, locate
from untaken.model import Collection, Scenario, TurningPoint
from untaken.reader import read_file
from untaken.rules import judge
from untaken.source import Span
from untaken.verification import LOCK_FILE, Lock, decode_lock

COLLECTION_FILE = "collection.yaml"
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
    for path in paths:
        if path.is_dir():
            files = list(scenario_files(path, problems))
            if not files:
                problems.append(
                    Diagnostic(
                        Span(str(path)),
                        "no-scenarios",
                        "no scenario is in this folder",
                        "name a folder with .yaml files",
                    )
                )
        else:
            files = [path]
        for file in files:
            known = wanted.setdefault(file.parent, [])
            known += [file] if file not in known else []
    return wanted


def scenario_files(folder: Path, problems: list[Diagnostic]) -> Iterator[Path]:
    """The YAML files of a folder and of the folders in it, hidden ones left out, in order of name.

    A folder that cannot be opened is added to `problems`.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        cause = (error.strerror or "the system refused").lower()
        problems.append(
            Diagnostic(
                Span(str(folder)), "unreadable-file", f"cannot be opened: {cause}", "check the folder's permissions"
            )
        )
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.suffix in SUFFIXES:
            yield entry
        elif entry.is_dir() and not entry.is_symlink():
            yield from scenario_files(entry, problems)


@dataclass(frozen=True)
class _Draft:
    """A scenario file that was read: its tree, what decoding made of it, and what is wrong so far."""

    path: Path
    tree: Marked | None
    decoded: Decoded[Scenario]
    problems: tuple[Diagnostic, ...]


def _load_folder(folder: Path, wanted: list[Path]) -> Loaded:
    """The wanted files of one folder; their neighbours are read too, for what `continues` names, but not reported."""
    shared_file = folder / COLLECTION_FILE
    has_collection = shared_file.exists()
    collection, shared_problems = _collection(shared_file) if has_collection else (None, ())
    drafts = {path.stem: _draft(path) for path in wanted if path.name != COLLECTION_FILE}
    neighbours = {**_neighbours(folder, drafts), **drafts} if has_collection else drafts
    others = {id: draft.decoded.model for id, draft in neighbours.items() if draft.decoded.model is not None}
    lock, lock_problems = _lock(folder / LOCK_FILE) if has_collection else (None, ())
    verified = lock.pins if lock else None
    points: list[TurningPoint] = []
    problems = [*shared_problems, *lock_problems]
    files: dict[tuple[str, str], tuple[Path, Marked]] = {}
    for id, draft in drafts.items():
        found = list(draft.problems)
        if draft.decoded.model is not None and draft.tree is not None and (collection or not has_collection):
            point = TurningPoint.of(id, draft.decoded.model, collection, folder.name if has_collection else "")
            findings = [each for each in judge(point, others, verified) if not draft.decoded.follows_up(each)]
            found += _placed(findings, draft.decoded, draft.tree)
            if not _any_error((*found, *shared_problems)):
                points.append(point)
                files[point.collection, id] = (draft.path, draft.tree)
        problems += found
    return Loaded(tuple(points), tuple(problems), len(drafts), files)


def _any_error(problems: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in problems)


def _neighbours(folder: Path, drafts: Mapping[str, _Draft]) -> dict[str, _Draft]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return {}
    files = (path for path in entries if path.suffix in SUFFIXES and path.name != COLLECTION_FILE)
    return {path.stem: _draft(path) for path in files if path.stem not in drafts}


def _draft(path: Path) -> _Draft:
    read = read_file(path)
    decoded = decode(read.tree, Scenario) if read.tree else Decoded[Scenario](None)
    found = _placed(decoded.findings, decoded, read.tree) if read.tree else []
    return _Draft(path, read.tree, decoded, (*read.problems, *found))


def _lock(path: Path) -> tuple[Lock | None, tuple[Diagnostic, ...]]:
    """The record of verified quotations, where one is kept."""
    if not path.is_file():
        return None, ()
    try:
        lock = decode_lock(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        lock = None
    if lock is None:
        message = "this is no record of verified quotations that this version reads"
        return None, (Diagnostic(Span(str(path)), "broken-lock", message, "delete it and run `untaken verify` again"),)
    return lock, ()


def _collection(path: Path) -> tuple[Collection | None, tuple[Diagnostic, ...]]:
    read = read_file(path)
    if read.tree is None:
        return None, read.problems
    decoded = decode(read.tree, Collection)
    return decoded.model, (*read.problems, *_placed(decoded.findings, decoded, read.tree))


Kind = TypeVar("Kind", Scenario, Collection)


def _placed(findings: Iterable[Finding], decoded: Decoded[Kind], tree: Marked) -> list[Diagnostic]:
    return [Diagnostic(decoded.span(each, tree), each.code, each.message, each.help) for each in findings]
