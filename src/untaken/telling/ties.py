"""The ties between turning points as a document, with each claim and where it stands."""

from collections.abc import Iterator, Sequence

from untaken.history.states import Machine
from untaken.history.threads import Knot, Thread, threads
from untaken.model import TurningPoint
from untaken.telling.bonds import fact_of, sentence
from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.phrases import ties
from untaken.telling.reasons import Depth, claim_blocks, tie_reason
from untaken.text.wrapping import one_line


def ties_document(points: Sequence[TurningPoint], only: str = "") -> Iterator[Block]:
    """What each turning point of a collection hangs on; of one alone, what hangs on it as well."""
    machine = Machine({point.id: point for point in points})
    every = threads(machine)
    if only:
        yield from _one_blocks(only, every, machine)
        return
    gates = {each.tie.fact: each for each in every if each.knot is Knot.GATE}
    own = [each for each in every if each.knot is not Knot.GATE]
    yield from _gate_blocks(list(gates.values()), machine)
    for id in machine.order:
        lines = [line for each in own if each.point.id == id for line in _thread_blocks(each, machine)]
        if lines:
            yield block(one_line(machine.points[id].scenario.title), Role.TITLE)
            yield from lines
            yield GAP
    yield block(_counts([*gates.values(), *own]))


def _gate_blocks(gates: Sequence[Thread], machine: Machine) -> Iterator[Block]:
    """The gates of a collection, each once."""
    if gates:
        yield block(ties.GATES, Role.TITLE)
    for each in gates:
        stands = machine.points[each.point.gates[each.tie.fact].from_].scenario.title
        yield block(ties.gate(one_line(stands), fact_of(each)), indent=1)
        if said := tie_reason(each.point, each.tie):
            yield from claim_blocks(said, Depth.REFERENCES, 2)
    if gates:
        yield GAP


def _one_blocks(id: str, every: Sequence[Thread], machine: Machine) -> Iterator[Block]:
    """What one turning point hangs on, and what hangs on it."""
    yield block(one_line(machine.points[id].scenario.title), Role.TITLE)
    yield block(ties.HANGS_ON, Role.SECTION)
    own = [each for each in every if each.point.id == id]
    yield from (line for each in own for line in _thread_blocks(each, machine))
    if not own:
        yield block(ties.NOTHING, indent=1)
    yield from _later_blocks([each for each in every if id in each.origins and each.knot is not Knot.GATE], machine)


def _later_blocks(later: Sequence[Thread], machine: Machine) -> Iterator[Block]:
    """What hangs on one turning point."""
    yield GAP
    yield block(ties.HANG_ON_IT, Role.SECTION)
    for each in later:
        yield from _thread_blocks(each, machine, named=True)
    if not later:
        yield block(ties.NOTHING_LATER, indent=1)


def _thread_blocks(each: Thread, machine: Machine, named: bool = False) -> Iterator[Block]:
    """A tie, who says why it matters, and where the fact is settled."""
    text = ties.suggested(sentence(each)) if each.tie.implied else sentence(each)
    yield block(ties.of(one_line(each.point.scenario.title), text) if named else text, indent=1)
    if said := tie_reason(each.point, each.tie):
        yield from claim_blocks(said, Depth.REFERENCES, 2)
    if each.origins and not named:
        titles = [one_line(machine.points[id].scenario.title) for id in each.origins]
        yield block(ties.settled_in(titles), Role.QUIET, 2)


def _counts(every: Sequence[Thread]) -> str:
    of = [each.knot for each in every]
    stated = sum(not each.tie.implied for each in every)
    arises = of.count(Knot.PREMISE) + of.count(Knot.GATE)
    return ties.counts(len(every), stated, arises, of.count(Knot.WAY), of.count(Knot.REASON))
