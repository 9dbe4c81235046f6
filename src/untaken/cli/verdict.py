"""What `check` says of scenarios that have to be read: every problem, the proof over all roads, the sum."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from untaken.checking.bench import Whole
from untaken.checking.finding import files_of, with_near_ids
from untaken.checking.judging import judge_history
from untaken.checking.loading import Loaded, load
from untaken.cli.ending import UNUSABLE
from untaken.cli.fixes import show_fixes, write_fixes
from untaken.cli.options import exit_code
from untaken.cli.products import Wanted, deliver
from untaken.cli.remembering import Memory
from untaken.faces.terminal import say, show_problems
from untaken.history.counting import RoadCount
from untaken.history.proof import Proof, findings, prove, road_lines
from untaken.model import TurningPoint
from untaken.reading.diagnostics import ERROR, NOTE, WARNING, Diagnostic, count
from untaken.reading.marked import Finding
from untaken.text.naming import counted
from untaken.writing.reports import MOST_SHOWN, Report


@dataclass(frozen=True)
class Wishes:
    """What the user asked of `check`, as its options have it."""

    notes: bool
    proof: bool
    fix: bool
    diff: bool
    wanted: Wanted
    all_problems: bool

    @property
    def for_people(self) -> bool:
        return self.wanted.is_for_people


def judged(paths: Sequence[Path], folder: Path, wishes: Wishes, memory: Memory | None) -> int:
    """Judge the scenarios at these paths, else all in a folder, and say what was found: the exit code.

    What has neither errors nor warnings is kept in `memory`, where there is one.
    """
    wanted = files_of(paths, folder) if paths else [folder]
    if wishes.diff:
        return show_fixes(wanted)
    written = not wishes.fix or write_fixes(wanted, quiet=not wishes.for_people)
    loaded = with_near_ids(load(wanted), paths, folder)
    if wishes.proof:
        loaded = _proved(loaded, quiet=not wishes.for_people)
    shown = [each for each in loaded.problems if wishes.notes or each.severity is not NOTE]
    if wishes.for_people:
        show_problems(shown if wishes.all_problems else _foremost(shown))
        _summarize(loaded, 0 if wishes.all_problems else len(shown) - MOST_SHOWN)
    else:
        deliver(wishes.wanted, {"check": Report(shown, loaded.scenarios)})
    if memory and not shown:
        memory.keep(_sum(loaded))
    return exit_code(loaded.problems) if written else UNUSABLE


def _foremost(problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many problems as are read, in their order: no warning keeps an error from being shown."""
    errors = [each for each in problems if each.severity is ERROR]
    others = [each for each in problems if each.severity is not ERROR]
    kept = set([*errors, *others][:MOST_SHOWN])
    return [each for each in problems if each in kept]


def _summarize(loaded: Loaded, hidden: int) -> None:
    if hidden > 0:
        say(f"\n{counted(hidden, 'more problem')}: `untaken check --all-problems` shows all", error=True)
    say(_sum(loaded))


def _sum(loaded: Loaded) -> str:
    errors, warnings = count(loaded.problems, ERROR), count(loaded.problems, WARNING)
    told = count(loaded.problems, NOTE)
    more = f", {counted(told, 'note')}" if told else ""
    return f"{counted(loaded.scenarios, 'scenario')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}{more}"


def _proved(loaded: Loaded, quiet: bool) -> Loaded:
    """What was loaded, with what the proof found wrong; the roads are told on the way.

    While a scenario is absent for its errors, what it would establish is absent, too, and nothing is said of that.
    """
    proofs = _proofs(loaded)
    if not quiet:
        for found in proofs:
            _tell(found)
    if count(loaded.problems, ERROR):
        return loaded
    wrong = [loaded.placed((found.collection, id), each) for found in proofs for id, each in found.findings]
    return replace(loaded, problems=(*loaded.problems, *wrong))


@dataclass(frozen=True)
class _Proved:
    """A collection's scenarios by id, the proof over them, and what it found wrong."""

    collection: str
    points: Mapping[str, TurningPoint]
    proof: Proof
    findings: list[tuple[str, Finding]]


def _proofs(loaded: Loaded) -> list[_Proved]:
    collections: dict[str, dict[str, TurningPoint]] = {}
    for point in loaded.points:
        collections.setdefault(point.collection, {})[point.id] = point
    found = []
    for name, points in collections.items():
        proof = prove([*points.values()])
        wrong = [*findings(points, proof), *judge_history(Whole(points, loaded.collections.get(name)))]
        found.append(_Proved(name, points, proof, wrong))
    return found


def _tell(proved: _Proved) -> None:
    for line in road_lines([*proved.points.values()], proved.proof):
        say(line)
    reached = sum(place in proved.proof.roads for place in _places(proved.points.values()))
    total = sum(1 for _ in _places(proved.points.values()))
    say(f"{_counted(proved.proof.count)}; {reached:,} of {counted(total, 'node')} reached")
    shut, absent = len(proved.proof.shut), len(proved.proof.absent)
    if shut or absent:
        say(
            f"closed on some road: {counted(shut, 'option or branch', 'options and branches')}; not arising: {absent:,}"
        )
    if proved.proof.unsettled:
        say(f"{counted(proved.proof.unsettled, 'question')} could not be settled in a few seconds")


def _counted(count: RoadCount) -> str:
    if count.complete is None:
        far = f"; they were counted from the end back to '{count.back_to}'" if count.back_to else ""
        return f"the complete roads are too many to count in a few seconds{far}"
    return counted(count.complete, "complete road")


def _places(points: Iterable[TurningPoint]) -> Iterator[tuple[str, str]]:
    return ((point.id, node) for point in points for node in point.scenario.nodes)
