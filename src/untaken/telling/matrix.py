"""Options against sources: for, against or silent, with the claims. Two authors side by side on the same option."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from untaken.history.graph import Graph
from untaken.model import Argument, Decision, Option, Side, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.document import Block, Role, Table, block
from untaken.telling.fairness import Measure
from untaken.telling.phrases.claims import SILENT
from untaken.telling.phrases.places import marked
from untaken.telling.reasons import by_side
from untaken.text.naming import name_list


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source brings forward on an option: its own argument, or one of an actor that it reports."""

    side: Side
    text: str
    voice: str = ""

    def __str__(self) -> str:
        return f"{self.side}: {self.text}{f' ({self.voice})' if self.voice else ''}"


@dataclass(frozen=True, slots=True)
class Line:
    """An option, and for each source, in the order of the matrix, its claims; none where it is silent."""

    decision: str
    option: str
    historical: bool
    cells: tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True)
class Matrix:
    """All options of a scenario against the sources that it cites, by their short names."""

    title: str
    question: str
    sources: tuple[str, ...]
    lines: tuple[Line, ...]
    references: tuple[str, ...] = ()


class Concord(StrEnum):
    """How the sources of a turning point stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    APART = "speak of different options"
    ALONE = "only one speaks"


def matrix(point: TurningPoint, graph: Graph, before: str = "") -> Matrix:
    """The matrix of a scenario, decisions in the order in which they can be reached, options in the author's.

    With `before`, the id of a decision, it has that one alone, as a walk shows it before the choice: its options in the
    order of the alphabet, without what happened and what gives it away.
    """
    ids = _sources(point)
    lines = [
        Line(node.text, option.label, arc in graph.historical, tuple(_claims(point, option, id) for id in ids))
        for id in graph.order
        if isinstance(node := graph.nodes[id], Decision)
        for arc in graph.leaving[id]
        if isinstance(option := arc.step, Option)
    ]
    if before:
        ids, lines = _open(point, graph, before)
    return Matrix(
        point.scenario.title,
        point.scenario.question,
        tuple(point.sources[id].short for id in ids),
        tuple(lines),
        tuple(point.sources[id].reference for id in ids),
    )


def _open(point: TurningPoint, graph: Graph, id: str) -> tuple[list[str], list[Line]]:
    """The sources that speak at a decision before the choice, and the lines of its options."""
    arcs = sorted(graph.leaving[id], key=lambda arc: (arc.step.label.casefold(), arc.id))
    node, every = graph.nodes[id], tuple(arc.step for arc in arcs if isinstance(arc.step, Option))
    measure = Measure(every, frozenset(node.deciders if isinstance(node, Decision) else ()), told=False)
    options = [_as_before(option, measure) for option in every]
    ids = [each for each in _sources(point) if any(_claims(point, option, each) for option in options)]
    return ids, [Line(node.text, each.label, False, tuple(_claims(point, each, id) for id in ids)) for each in options]


def _as_before(option: Option, measure: Measure) -> Option:
    """The option with as many arguments as may be read before the choice: equally many of each."""
    said = by_side(option.arguments)
    return option.model_copy(update={"arguments": tuple(said[at] for at in measure.allowed(option))})


def by_decision(matrix: Matrix) -> list[Matrix]:
    """The matrix in parts, one for each decision."""
    decisions = dict.fromkeys(line.decision for line in matrix.lines)
    return [replace(matrix, lines=tuple(each for each in matrix.lines if each.decision == one)) for one in decisions]


def matrix_lines(matrix: Matrix) -> list[str]:
    """The matrix in words, line by line."""
    lines = [matrix.title, matrix.question]
    for line in matrix.lines:
        lines += ["", f"{line.decision} {marked(line.option) if line.historical else line.option}"]
        for source, claims in zip(matrix.sources, line.cells, strict=True):
            lines += [f"  {source}: {SILENT}"] if not claims else [f"  {source}, {claim}" for claim in claims]
    return lines


def matrix_document(matrix: Matrix) -> list[Block | Table]:
    """The matrix as a table: a row for each option, a column for each source."""
    rows = tuple(
        (line.decision, marked(line.option) if line.historical else line.option, *map(_cell, line.cells))
        for line in matrix.lines
    )
    headings = ("decision", "option", *matrix.sources)
    return [block(matrix.title, Role.TITLE), block(matrix.question), Table(headings, rows, len(headings))]


def _cell(claims: tuple[Claim, ...]) -> str:
    return "; ".join(map(str, claims)) or SILENT


def concordance(points: Iterable[TurningPoint]) -> Table:
    """How the sources stand to each other in each turning point, and on what."""
    return Table(("id", "sources", "on"), tuple((point.id, *map(str, concord(point))) for point in points), 3)


def concord(point: TurningPoint) -> tuple[Concord, str]:
    """How the sources stand to each other, and on what: the sources that speak, or the options on which they differ.

    Only what an author argues in the own voice counts. On an option a source leans to the side for which it brings
    more arguments; two sources differ where they lean to different sides, and agree where on no option they do.
    """
    speaking = [id for id in _sources(point) if any(_claims(point, option, id) for option in _options(point))]
    names = name_list(point.sources[id].short for id in speaking)
    if len(speaking) < 2:
        return Concord.ALONE, names or "nobody"
    leanings = {
        option.label: [_leaning(own) for id in speaking if (own := _own(point, option, id))]
        for option in _options(point)
    }
    shared = [label for label, each in leanings.items() if len(each) > 1]
    differing = [label for label in shared if {-1, 1} <= set(leanings[label])]
    if not shared:
        return Concord.APART, names
    return (Concord.DIFFER, "; ".join(differing)) if differing else (Concord.AGREE, "; ".join(shared))


def _own(point: TurningPoint, option: Option, source: str) -> list[Claim]:
    """What the source's author argues on an option, not what the author reports."""
    return [claim for claim in _claims(point, option, source) if not claim.voice]


def _leaning(claims: list[Claim]) -> int:
    """1 for, -1 against, 0 neither."""
    sides = [claim.side for claim in claims]
    balance = sides.count(Side.FOR) - sides.count(Side.AGAINST)
    return (balance > 0) - (balance < 0)


def _options(point: TurningPoint) -> list[Option]:
    decisions = [node for node in point.scenario.nodes.values() if isinstance(node, Decision)]
    return [option for node in decisions for option in node.options.values()]


def _sources(point: TurningPoint) -> list[str]:
    cited = cited_sources(point.scenario)
    return [id for id in point.sources if id in cited]


def _claims(point: TurningPoint, option: Option, source: str) -> tuple[Claim, ...]:
    mine = [each for each in option.arguments if source in {cite.source for cite in each.cite}]
    return tuple(_claim(point, each) for side in Side for each in mine if each.side is side)


def _claim(point: TurningPoint, argument: Argument) -> Claim:
    return Claim(argument.side, argument.claim, point.name(argument.voice) if argument.voice else "")
