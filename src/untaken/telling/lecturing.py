"""What a lecturer has before him beside each slide: every argument in full, with its citation."""

from collections.abc import Iterator, Sequence

from untaken.history.graph import Arc, Graph
from untaken.model import Branch, Consequence, Note, Option, Outcome, TurningPoint
from untaken.telling.document import Block, block
from untaken.telling.matrix import Matrix
from untaken.telling.phrases import moves, places
from untaken.telling.phrases import slides as say
from untaken.telling.reasons import Depth, by_side, claim_blocks, estimate_reason, reason
from untaken.telling.ties import ties_document


def opening(point: TurningPoint) -> Iterator[Block]:
    """What listeners have to know before the first choice."""
    yield from map(block, point.scenario.background)


def question(point: TurningPoint, graph: Graph, id: str, arcs: Sequence[Arc], is_open: bool) -> Iterator[Block]:
    """What stands round a question; the answer only where it was asked for."""
    node = graph.nodes[id]
    yield from map(block, node.background)
    chosen = next((arc for arc in arcs if arc in graph.historical), None)
    if is_open and chosen:
        yield block(say.answer(chosen.step.label))


def options(point: TurningPoint, graph: Graph, arcs: Sequence[Arc]) -> Iterator[Block]:
    """The options, to be read aloud; where history never came, how likely each way was."""
    yield block(say.the_options([arc.step.label for arc in arcs]))
    if not any(arc in graph.historical for arc in arcs):
        yield from _estimates(point, arcs)


def vote() -> Iterator[Block]:
    """When to count hands."""
    yield block(say.count_hands())


def arguments(point: TurningPoint, arc: Arc, told: bool) -> Iterator[Block]:
    """The arguments on an option in full: those that may be heard before the choice, or those that look back."""
    if not isinstance(arc.step, Option):
        return
    for each in by_side(each for each in arc.step.arguments if each.hindsight is told):
        yield from claim_blocks(reason(point, each), Depth.REFERENCES, 0)


def happened(point: TurningPoint, graph: Graph, chosen: Arc) -> Iterator[Block]:
    """What happened, how likely each way was where chance decided, and what the sources note of it."""
    yield block(say.answer(chosen.step.label))
    yield from _estimates(point, graph.leaving[chosen.tail])
    for each in graph.nodes[chosen.tail].notes:
        yield from claim_blocks(reason(point, each), Depth.REFERENCES, 0)


def _estimates(point: TurningPoint, arcs: Sequence[Arc]) -> Iterator[Block]:
    """How likely each branch was, and who says so."""
    for step in (arc.step for arc in arcs):
        if isinstance(step, Branch) and step.likelihood:
            lead = moves.how_likely(step.label)
            if said := estimate_reason(point, step.likelihood):
                yield from claim_blocks(said, Depth.REFERENCES, 0, lead)
            else:
                yield block(places.estimated(step.likelihood.in_words, ""), lead=lead)


def side_by_side(part: Matrix) -> Iterator[Block]:
    """What each source says, line by line."""
    for line in part.lines:
        for source, claims in zip(part.sources, line.cells, strict=True):
            said = "; ".join(map(str, claims)) or say.silent()
            yield block(f"{line.option}. {source}: {said}")


def ties(history: Sequence[TurningPoint], id: str) -> Iterator[Block]:
    """What a turning point hangs on and what hangs on it, in full."""
    yield from (each for each in ties_document(history, id) if str(each).strip())


def outcome(point: TurningPoint, end: Outcome) -> Iterator[Block]:
    """What the sources say followed, in full; what the editor asks."""
    said: tuple[Consequence | Note, ...] = (*end.consequences, *end.notes)
    for each in said:
        yield from claim_blocks(reason(point, each), Depth.REFERENCES, 0)
    if end.question:
        yield block(say.editors_question(end.question))


def picture(words: str) -> Iterator[Block]:
    """A picture in words, for who listens."""
    for paragraph in words.splitlines():
        if paragraph.strip():
            yield block(paragraph)
