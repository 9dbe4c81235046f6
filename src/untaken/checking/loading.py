"""From paths to turning points: read, decode, judge, in that order, and everything reported together."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from untaken.checking.desk import UNREAD, UNREAD_COLLECTION, Desk, FileDraft
from untaken.checking.homes import SHARED, SUFFIXES, collection_name, misnamed, scenario_files, scenario_id, visible
from untaken.checking.judging import judge, judge_collection
from untaken.checking.rules.files import DUPLICATE_SCENARIO, MISNAMED_FILE, NO_SCENARIOS
from untaken.evidence.quotation import Pin
from untaken.evidence.verification import LOCK_FILE
from untaken.model import Collection, Scenario, TurningPoint
from untaken.model.traversal import File
from untaken.reading.diagnostics import Diagnostic, Severity, in_order
from untaken.reading.marked import Finding
from untaken.text.dates import date_key
from untaken.text.span import Span

_MOST_NAMED = 3
Placing = Callable[[Iterable[Finding]], list[Diagnostic]]
"""Gives findings about a file their places in it."""


@dataclass(frozen=True)
class Loaded:
    """The turning points that are fit for use, in time order, all problems, and how many scenarios were looked at.

    `files` has the file of each point, and what places findings in it, by collection and id, and that of each of the
    `collections` by its name and `SHARED`; `read` has every file that was looked at, with its point where that is fit
    for use.
    """

    points: tuple[TurningPoint, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    scenarios: int = 0
    files: Mapping[tuple[str, str], tuple[Path, Placing]] = field(default_factory=dict)
    read: Mapping[Path, TurningPoint | None] = field(default_factory=dict)
    collections: Mapping[str, Collection] = field(default_factory=dict)

    @property
    def quoting(self) -> dict[tuple[str, str], File]:
        """All that may quote, as `files` has it: the scenarios that are fit for use, and their collections."""
        shared = {(name, SHARED): collection for name, collection in self.collections.items()}
        return {**{(point.collection, point.id): point.scenario for point in self.points}, **shared}

    @property
    def places(self) -> list[tuple[TurningPoint, Path]]:
        """Every turning point with its file."""
        return [(point, self.files[point.collection, point.id][0]) for point in self.points]

    def placed(self, key: tuple[str, str], finding: Finding) -> Diagnostic:
        """A finding about one of the `files` as a diagnostic with its place in it."""
        _, placing = self.files[key]
        [placed] = placing([finding])
        return placed


def load(paths: Iterable[Path], desk: Desk | None = None, expects: bool = True) -> Loaded:
    """Load scenario files, collections (folders with a collection.yaml) and folders of collections.

    A scenario with an error is absent from the points; one with warnings is there. Never raises for what a file holds.
    Files that `desk` has read already are not read again. Without `expects` nobody asks whether what authors expect of
    the roads is so, which takes its time.
    """
    desk = desk or Desk()
    problems: list[Diagnostic] = []
    points: list[TurningPoint] = []
    scenarios = 0
    files: dict[tuple[str, str], tuple[Path, Placing]] = {}
    read: dict[Path, TurningPoint | None] = {}
    collections: dict[str, Collection] = {}
    for folder, wanted in _by_folder(paths, problems).items():
        found = _load_folder(folder, wanted, desk, expects)
        files |= found.files
        read |= found.read
        points += found.points
        problems += found.problems
        scenarios += found.scenarios
        collections |= found.collections
    ordered = tuple(sorted(points, key=_in_time))
    return Loaded(ordered, tuple(in_order(problems)), scenarios, files, read, collections)


def _in_time(point: TurningPoint) -> tuple[bool, tuple[int, ...], str]:
    """Undated scenarios come last; otherwise by date, then by id."""
    date, calendar = point.scenario.date, point.scenario.calendar
    return (date is None, date_key(date, calendar) if date else (), point.id)


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
    strange = list(misnamed(path))
    if files:
        problems += (
            Diagnostic(Span(str(each)), MISNAMED_FILE, "this file is passed over", f"rename it to '{name}'")
            for each, name in strange
        )
    elif not unreadable:
        cure = "name a folder with .yaml files, or begin one: untaken new scenario the-ferry"
        if strange:
            cure = "; ".join(f"rename '{each.relative_to(path)}' to '{name}'" for each, name in strange[:_MOST_NAMED])
        problems.append(Diagnostic(Span(str(path)), NO_SCENARIOS, "no scenario is in this folder", cure))
    return files


def _load_folder(folder: Path, wanted: list[Path], desk: Desk, expects: bool) -> Loaded:
    """The wanted files of one folder; their neighbours are known too, for what `continues` names, but not reported."""
    shared_file = _collection_file(folder)
    shared = desk.collection(shared_file) if shared_file else None
    name = collection_name(folder) if shared else ""
    drafts = [desk.scenario(path) for path in wanted if path.stem != SHARED]
    asked_for = {scenario_id(draft.path): draft.decoded.model or UNREAD for draft in drafts}
    others = _Others(folder, asked_for, desk if shared else None)
    lock, lock_problems = desk.lock(folder / LOCK_FILE) if shared else (None, ())
    verified = lock.pins if lock else None
    points: dict[Path, TurningPoint] = {}
    files: dict[tuple[str, str], tuple[Path, Placing]] = {}
    collection = (shared.decoded.model or UNREAD_COLLECTION) if shared else None
    shared_problems = [*shared.problems, *_judged(shared, others, verified)] if shared else []
    problems = [*shared_problems, *lock_problems, *_namesakes(drafts)]
    for draft in drafts:
        problems += draft.problems
        broken = _any_error(draft.problems)
        if draft.decoded.model is not None:
            point = TurningPoint.of(scenario_id(draft.path), draft.decoded.model, collection, name)
            findings = [
                each
                for each in judge(point, others, verified, expects)
                if not draft.decoded.follows_up(each) and not (broken and draft.keeps_silent_of(each.rule))
            ]
            found = draft.placed(findings)
            problems += found
            if not _any_error((*shared_problems, *draft.problems, *found)):
                points[draft.path] = point
                files[name, point.id] = (draft.path, draft.placed)
    absent = {scenario_id(Path(each.span.path)) for each in problems if each.code == "duplicate-scenario"}
    sound = {path: point for path, point in points.items() if point.id not in absent}
    read = {draft.path: sound.get(draft.path) for draft in drafts}
    loaded = Loaded(tuple(sound.values()), tuple(problems), len(drafts), files, read)
    if shared is None or collection is None or _any_error(shared_problems):
        return loaded
    files[name, SHARED] = (shared.path, shared.placed)
    return replace(loaded, collections={name: collection})


def _judged(
    shared: FileDraft[Collection], others: Mapping[str, Scenario], verified: frozenset[Pin] | None
) -> list[Diagnostic]:
    """What the rules find in a collection's own file."""
    if shared.decoded.model is None:
        return []
    found = judge_collection(shared.decoded.model, others, verified)
    return shared.placed(each for each in found if not shared.decoded.follows_up(each))


def _namesakes(drafts: Iterable[FileDraft[Scenario]]) -> Iterator[Diagnostic]:
    """Scenarios of one folder whose files differ in the suffix alone have the same id: nobody knows which is meant."""
    seen: dict[str, Path] = {}
    for path in (draft.path for draft in drafts):
        first = seen.setdefault(scenario_id(path), path)
        if first != path:
            message = f"{first.name} has the same name, which is the scenario's id"
            yield Diagnostic(Span(str(path)), DUPLICATE_SCENARIO, message, "rename one of the two files")


def _collection_file(folder: Path) -> Path | None:
    """The file of a folder's collection; a link that leads nowhere is one, too."""
    files = (folder / f"{SHARED}{suffix}" for suffix in SUFFIXES)
    return next((file for file in files if os.path.lexists(file)), None)


def _any_error(problems: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in problems)


class _Others(Mapping[str, Scenario]):
    """The scenarios of a folder by id. One that nobody asked for is read when a rule looks at it, and no sooner.

    Of scenarios that are in no collection, that they are there is enough: none of these is read.
    """

    def __init__(self, folder: Path, known: Mapping[str, Scenario], desk: Desk | None) -> None:
        files = (path for path in visible(folder, []) if path.suffix in SUFFIXES and path.stem != SHARED)
        self._files = {id: path for path in files if (id := scenario_id(path)) not in known}
        self._known = known
        self._desk = desk

    def __getitem__(self, id: str) -> Scenario:
        if id in self._known:
            return self._known[id]
        path = self._files[id]
        return (self._desk.scenario(path).decoded.model if self._desk else None) or UNREAD

    def __iter__(self) -> Iterator[str]:
        return iter([*self._files, *self._known])

    def __len__(self) -> int:
        return len(self._files) + len(self._known)

    def __contains__(self, id: object) -> bool:
        return id in self._files or id in self._known
