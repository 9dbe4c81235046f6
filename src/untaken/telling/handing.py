"""A turning point as a paper that a class takes home: as plain data, with its claims and citations in full."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from untaken.history.graph import Arc, Graph
from untaken.model import Argument, Branch, Consequence, Decision, Estimate, Note, Option, Outcome, TurningPoint
from untaken.telling.citing import basis_in_words
from untaken.telling.document import Block, Role
from untaken.telling.phrases import handouts as say
from untaken.telling.phrases import places
from untaken.telling.reasons import Depth, by_side, claim_blocks, estimate_reason, reason
from untaken.text.naming import sentence_list


@dataclass(frozen=True)
class Said:
    """A claim in full: its lead ("For:"), its words, whose it is and where it stands."""

    lead: str
    words: str
    owner: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """The owner in pieces, each with the address to which it leads, or none."""


@dataclass(frozen=True)
class PaperChoice:
    """An option or a branch: its letter, what is said of it, and what it led to or would have led to."""

    letter: str
    label: str
    said: tuple[Said, ...] = ()
    happened: bool = False
    led: str = ""


@dataclass(frozen=True)
class PaperQuestion:
    """A decision, or what chance decided, with its choices in neutral order."""

    title: str
    above: str
    context: str
    choices: tuple[PaperChoice, ...]
    is_chance: bool = False


@dataclass(frozen=True)
class PaperEnding:
    """An outcome: what it rests on, what the sources say followed, and what the editor asks."""

    title: str
    basis: str
    said: tuple[Said, ...]
    question: str = ""
    happened: bool = False


@dataclass(frozen=True)
class Handout:
    """All of it, in the order in which it is read. A worksheet has no answers, and empty lines instead."""

    title: str
    question: str
    when: str
    context: str
    questions: tuple[PaperQuestion, ...]
    endings: tuple[PaperEnding, ...] = ()
    notes: tuple[Said, ...] = ()
    sources: tuple[str, ...] = field(default=())


def handout(point: TurningPoint, graph: Graph, is_worksheet: bool = False) -> Handout:
    """The paper of a turning point; with `is_worksheet`, the one for before the class."""
    return _Handing(point, graph, is_worksheet).paper()


@dataclass(frozen=True)
class _Handing:
    point: TurningPoint
    graph: Graph
    is_worksheet: bool

    def paper(self) -> Handout:
        scenario = self.point.scenario
        spine = [id for id in self.graph.historical_nodes if self.graph.leaving[id]]
        order = [*spine, *(id for id in self.graph.order if self.graph.leaving[id] and id not in spine)]
        if self.is_worksheet:
            # Which decisions come to be asked would tell the answer of those before them.
            order = [self.graph.start]
        ends = [] if self.is_worksheet else [id for id in self.graph.order if not self.graph.leaving[id]]
        where = ", ".join(filter(None, (scenario.where, scenario.when)))
        return Handout(
            scenario.title,
            scenario.question,
            where,
            " ".join(scenario.background),
            tuple(self._question(id) for id in order),
            tuple(self._ending(id) for id in sorted(ends, key=lambda id: id not in self.graph.historical_nodes)),
            () if self.is_worksheet else tuple(self._notes()),
            tuple(source.reference for source in self.point.sources.values()),
        )

    def _question(self, id: str) -> PaperQuestion:
        node = self.graph.nodes[id]
        deciders = sentence_list(map(self.point.name, node.deciders)) if isinstance(node, Decision) else ""
        above = " · ".join(filter(None, (node.when, deciders)))
        arcs = sorted(self.graph.leaving[id], key=lambda arc: (arc.step.label.casefold(), arc.id))
        choices = tuple(self._choice(at, arc) for at, arc in enumerate(arcs))
        return PaperQuestion(node.text, above, " ".join(node.background), choices, not isinstance(node, Decision))

    def _choice(self, at: int, arc: Arc) -> PaperChoice:
        option = arc.step
        if self.is_worksheet:
            return PaperChoice(say.letter(at), option.label)
        arguments = by_side(option.arguments) if isinstance(option, Option) else ()
        said = tuple(each for argument in arguments for each in self._said(argument))
        if isinstance(option, Branch) and option.likelihood:
            said = (self._estimate(option.likelihood),)
        led = say.led(self.graph.nodes[arc.head].text)
        return PaperChoice(say.letter(at), option.label, said, arc in self.graph.historical, led)

    def _estimate(self, likelihood: Estimate) -> Said:
        """How likely a branch was, and who says so."""
        if given := estimate_reason(self.point, likelihood):
            return _parted(next(claim_blocks(given, Depth.REFERENCES, 0)))
        return Said("", places.estimated(likelihood.in_words, ""))

    def _ending(self, id: str) -> PaperEnding:
        node = self.graph.nodes[id]
        assert isinstance(node, Outcome)
        happened = id in self.graph.historical_nodes
        said = tuple(each for claim in node.consequences for each in self._said(claim))
        return PaperEnding(node.outcome, basis_in_words(self.point, node), said, node.question or "", happened)

    def _notes(self) -> Iterator[Said]:
        notes = [*self.point.scenario.notes, *(note for id in self.graph.order for note in self.graph.nodes[id].notes)]
        for each in notes:
            yield from self._said(each)

    def _said(self, claim: Argument | Consequence | Note) -> list[Said]:
        return list(map(_parted, claim_blocks(reason(self.point, claim), Depth.REFERENCES, 0)))


def _parted(block: Block) -> Said:
    """The block's runs by their roles."""
    parts = {"lead": "", "owner": "", "words": ""}
    for run in block.runs:
        parts[run.role.value if run.role.value in ("lead", "owner") else "words"] += run.text
    links = tuple((run.text, run.href) for run in block.runs if run.role is Role.OWNER)
    has_address = any(href for _, href in links)
    return Said(parts["lead"].strip(), parts["words"].strip(), parts["owner"].strip(), links if has_address else ())
