"""The command check."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, UNUSABLE, command
from untaken.cli.options import Scenarios, exit_code
from untaken.diagnostics import CATALOGUE, ERROR, NOTE, WARNING, count
from untaken.explanations import WHOSE
from untaken.finding import scenario_folder
from untaken.loading import Loaded, load
from untaken.marked import Finding
from untaken.model import TurningPoint
from untaken.naming import counted, write_instead
from untaken.proof import Proof, findings, prove, road_lines
from untaken.terminal import say, show_problems


@command("check")
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Scenario files or folders of them.", show_default=False),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Show notes, too: what is worth knowing and no mistake.")
    ] = False,
    proof: Annotated[
        bool, typer.Option("--proof", help="Count all roads through the scenarios, and show one to every node.")
    ] = False,
    scenarios: Scenarios = None,
) -> int:
    """Find every mistake in scenario files.

    Shows of each its place, its cause and its cure. Ends with 0 where there is none but warnings, 1 where there are
    errors, 2 where a file cannot be read.

    Example: untaken check scenarios
    """
    loaded = load(paths or [scenario_folder(scenarios)])
    proofs = _proofs(loaded) if proof else []
    if proof:
        wrong = [loaded.placed(found.points[id], each) for found in proofs for id, each in found.findings]
        loaded = replace(loaded, problems=(*loaded.problems, *wrong))
        for found in proofs:
            _tell(found)
    show_problems(each for each in loaded.problems if notes or each.severity is not NOTE)
    errors, warnings = count(loaded.problems, ERROR), count(loaded.problems, WARNING)
    told = count(loaded.problems, NOTE)
    more = f", {counted(told, 'note')}" if told else ""
    say(f"{counted(loaded.scenarios, 'scenario')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}{more}")
    return exit_code(loaded.problems)


@command("explain")
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="The code in a message's brackets.", show_default=False)
    ] = "",
) -> int:
    """What the rule behind a message is, and whose it is.

    Without a code, all rules in a sentence each.

    Example: untaken explain option-without-advocate
    """
    if not code:
        for each, (severity, rule) in CATALOGUE.items():
            say(f"{each} ({severity}): {rule}")
        return CLEAN
    if code not in CATALOGUE:
        say(f"error: no message has the code '{code}'", error=True)
        say(f"help: {write_instead(code, CATALOGUE, 'untaken explain lists them all')}", error=True)
        return UNUSABLE
    severity, rule = CATALOGUE[code]
    say(f"{code} ({severity}): {rule}")
    if code in WHOSE:
        say(WHOSE[code])
    if severity is not ERROR:
        say(f"Where the sources cannot satisfy it: 'acknowledge: {{{code}: the reason}}' in the scenario.")
    return CLEAN


@dataclass(frozen=True)
class _Proved:
    """A collection's scenarios by id, the proof over them, and what it found wrong."""

    points: Mapping[str, TurningPoint]
    proof: Proof
    findings: list[tuple[str, Finding]]


def _proofs(loaded: Loaded) -> list[_Proved]:
    collections: dict[str, dict[str, TurningPoint]] = {}
    for point in loaded.points:
        collections.setdefault(point.collection, {})[point.id] = point
    return [
        _Proved(points, proved := prove([*points.values()]), findings(points, proved))
        for points in collections.values()
    ]


def _tell(proved: _Proved) -> None:
    for line in road_lines([*proved.points.values()], proved.proof):
        say(line)
    reached = sum(place in proved.proof.roads for place in _places(proved.points.values()))
    total = sum(1 for _ in _places(proved.points.values()))
    say(f"{counted(proved.proof.complete, 'complete road')}; {reached:,} of {counted(total, 'node')} reached")


def _places(points: Iterable[TurningPoint]) -> Iterator[tuple[str, str]]:
    return ((point.id, node) for point in points for node in point.scenario.nodes)
