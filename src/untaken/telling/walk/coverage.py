"""What random walks came to: how much of the turning points they reached, how often each outcome, and what never."""

from collections.abc import Iterator

from untaken.history.wandering import Coverage
from untaken.model import Chance, Decision, Outcome
from untaken.text.naming import counted
from untaken.text.wrapping import one_line

OUTCOME_HEADINGS = ("scenario", "outcome", "basis", "times", "share")


def outcome_rows(coverage: Coverage) -> list[tuple[str, ...]]:
    """Each outcome with how many walks came to it, and in a hundred of those that came to its turning point."""
    return [
        (id, one_line(node.text), str(node.basis), f"{times:,}", _percent(times, _visitors(coverage, id)))
        for id, name, node in _nodes(coverage)
        if isinstance(node, Outcome)
        for times in [coverage.visits[id, name]]
    ]


def _visitors(coverage: Coverage, id: str) -> int:
    return coverage.visits[id, coverage.course.graphs[id].start]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""


def walks_lines(coverage: Coverage) -> Iterator[str]:
    """What became of the walks themselves: choices, what was closed to them, what did not arise, how they ended."""
    walks = len(coverage.choices)
    yield f"median choices: {coverage.median_choices:g}"
    yield f"met a closed option or branch: {coverage.barred:,} of {counted(walks, 'walk')}"
    yield f"turning points that did not arise: {coverage.mean_absent:.1f} a walk in the mean"
    times = counted(coverage.rejoinings, "time")
    yield f"rejoined history where nothing was left: {coverage.rejoined:,} of {counted(walks, 'walk')}, {times} in all"
    if coverage.stuck:
        yield f"ended where every way was closed: {coverage.stuck:,} of {counted(walks, 'walk')}"


def reach_line(coverage: Coverage) -> str:
    """How many nodes, options, branches and outcomes were reached, of how many."""
    nodes = [(bool(coverage.visits[id, name]), node) for id, name, node in _nodes(coverage)]
    steps = [
        (bool(coverage.taken[id, name, step]), isinstance(node, Decision))
        for id, name, node in _nodes(coverage)
        for step in node.steps
    ]
    parts = (
        _share([met for met, _ in nodes], "node"),
        _share([met for met, is_option in steps if is_option], "option"),
        _share([met for met, is_option in steps if not is_option], "branch", "branches"),
        _share([met for met, node in nodes if isinstance(node, Outcome)], "outcome"),
    )
    return f"Reached: {', '.join(filter(None, parts))}."


def _share(met: list[bool], noun: str, plural: str = "") -> str:
    return f"{sum(met):,} of {counted(len(met), noun, plural)}" if met else ""


def missed_lines(coverage: Coverage) -> Iterator[str]:
    """What no walk reached: whole turning points, nodes of others, and, at nodes, steps, with the reason."""
    for id in coverage.ids:
        if not _visitors(coverage, id):
            yield f"{id}: no walk came to this turning point"
    for id, name, node in _nodes(coverage):
        if not _visitors(coverage, id):
            continue
        met = coverage.visits[id, name]
        if not met:
            yield f"{id}: '{name}', {one_line(node.text)}: no walk came here"
        for step in node.steps if met else ():
            if not coverage.taken[id, name, step]:
                yield f"{id}: '{step}' at '{name}': {_why(coverage, (id, name, step), met)}"


def _why(coverage: Coverage, turn: tuple[str, str, str], met: int) -> str:
    closed = coverage.closed[turn]
    if not closed:
        return f"open {counted(met, 'time')}, never taken"
    reasons = "; ".join(
        f"{'needs' if each.wanted else 'barred by'} “{one_line(each.sentence)}”" for each in coverage.reasons[turn]
    )
    often = "always closed" if closed == met else f"closed {closed:,} of {counted(met, 'time')}, else never taken"
    return f"{often}: {reasons}"


def _nodes(coverage: Coverage) -> Iterator[tuple[str, str, Decision | Chance | Outcome]]:
    """Every node that a walk could come to, in the order of the road."""
    course = coverage.course
    return ((id, name, course.graphs[id].nodes[name]) for id in coverage.ids for name in course.graphs[id].order)
