"""What random walks came to: how much of the turning points they reached, how often each outcome, and what never."""

from collections.abc import Iterator

from untaken.history.wandering import Coverage
from untaken.model import Chance, Decision, Outcome
from untaken.telling.document import GAP, Block, Table, block
from untaken.telling.phrases import places, wanderings
from untaken.text.wrapping import one_line


def coverage_document(coverage: Coverage, seed: int) -> Iterator[Block | Table]:
    """What became of the walks, each outcome with how many came to it, and what no walk reached."""
    title = coverage.course.points[coverage.course.start].scenario.title
    yield block(wanderings.begun(len(coverage.choices), title, seed))
    yield from map(block, _walks(coverage))
    yield block(_reach(coverage))
    yield GAP
    yield Table(wanderings.HEADINGS, tuple(_outcomes(coverage)), 3)
    missed = list(_missed(coverage))
    if missed:
        yield GAP
        yield block(wanderings.NEVER_REACHED)
        yield from (block(line, indent=1) for line in missed)


def _outcomes(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    """Each outcome with how many walks came to it, and in a hundred of those that came to its turning point."""
    for id, name, node in _nodes(coverage):
        if isinstance(node, Outcome):
            times = coverage.visits[id, name]
            share = wanderings.in_a_hundred(times, _visitors(coverage, id))
            yield id, one_line(node.text), str(node.basis), f"{times:,}", share


def _visitors(coverage: Coverage, id: str) -> int:
    return coverage.visits[id, coverage.course.graphs[id].start]


def _walks(coverage: Coverage) -> Iterator[str]:
    """What became of the walks themselves: choices, what was closed to them, what did not arise, how they ended."""
    walks = len(coverage.choices)
    yield wanderings.choices(coverage.median_choices)
    yield wanderings.barred(coverage.barred, walks)
    yield wanderings.absent(coverage.mean_absent)
    yield wanderings.rejoined(coverage.rejoined, walks, coverage.rejoinings)
    if coverage.stuck:
        yield wanderings.stuck(coverage.stuck, walks)


def _reach(coverage: Coverage) -> str:
    """How many nodes, options, branches and outcomes were reached, of how many."""
    nodes = [(bool(coverage.visits[id, name]), node) for id, name, node in _nodes(coverage)]
    steps = [
        (bool(coverage.taken[id, name, step]), isinstance(node, Decision))
        for id, name, node in _nodes(coverage)
        for step in node.steps
    ]
    return wanderings.reached(
        _share([met for met, _ in nodes], "node"),
        _share([met for met, is_option in steps if is_option], "option"),
        _share([met for met, is_option in steps if not is_option], "branch", "branches"),
        _share([met for met, node in nodes if isinstance(node, Outcome)], "outcome"),
    )


def _share(met: list[bool], noun: str, plural: str = "") -> str:
    return wanderings.share(sum(met), len(met), noun, plural)


def _missed(coverage: Coverage) -> Iterator[str]:
    """What no walk reached: whole turning points, nodes of others, and, at nodes, steps, with the reason."""
    for id in coverage.ids:
        if not _visitors(coverage, id):
            yield wanderings.no_walk_came_to(id)
    for id, name, node in _nodes(coverage):
        if not _visitors(coverage, id):
            continue
        met = coverage.visits[id, name]
        if not met:
            yield wanderings.no_walk_came_here(id, name, one_line(node.text))
        for step in node.steps if met else ():
            turn = (id, name, step)
            if not coverage.taken[turn]:
                yield wanderings.never_taken(id, name, step, met, coverage.closed[turn], _reasons(coverage, turn))


def _reasons(coverage: Coverage, turn: tuple[str, str, str]) -> list[str]:
    """What kept a way closed; none where nothing did."""
    conditions = coverage.reasons[turn] if coverage.closed[turn] else ()
    return [(places.needs if each.wanted else places.barred_by)(one_line(each.sentence)) for each in conditions]


def _nodes(coverage: Coverage) -> Iterator[tuple[str, str, Decision | Chance | Outcome]]:
    """Every node that a walk could come to, in the order of the road."""
    course = coverage.course
    return ((id, name, course.graphs[id].nodes[name]) for id in coverage.ids for name in course.graphs[id].order)
