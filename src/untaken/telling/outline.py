"""A scenario as an outline in words: all that its diagram says, for a terminal, a pipe and a screen reader."""

from collections.abc import Iterator
from dataclasses import dataclass

from untaken.history.graph import Arc, Graph
from untaken.model import (
    Argument,
    Branch,
    Conditional,
    Consequence,
    Decision,
    Estimate,
    Note,
    Option,
    Outcome,
    Tie,
    TurningPoint,
)
from untaken.model.traversal import cited_sources
from untaken.telling.citing import basis_in_words, silent_sources
from untaken.telling.document import GAP, Block, Role, block
from untaken.telling.phrases import claims, onward, places, ties
from untaken.telling.reasons import Depth, by_side, claim_blocks, estimate_reason, reason, tie_reason


def outline(point: TurningPoint, graph: Graph) -> list[Block]:
    """The whole scenario, node by node in the order in which they can be reached."""
    return list(_Outline(point, graph).blocks())


@dataclass(frozen=True)
class _Outline:
    point: TurningPoint
    graph: Graph

    def blocks(self) -> Iterator[Block]:
        yield from self.head()
        for number, id in enumerate(self.graph.order, 1):
            yield GAP
            yield from self.node(number, id)
        for note in self.point.scenario.notes:
            yield GAP
            yield from self.claim(0, note)
        for why in self.point.scenario.acknowledge.values():
            yield GAP
            yield block(claims.acknowledged(why), Role.QUIET)
        yield from self.sources()

    def head(self) -> Iterator[Block]:
        scenario = self.point.scenario
        yield block(scenario.title, Role.TITLE)
        yield block(places.named(self.point.id, scenario.moment, scenario.where or ""), Role.QUIET)
        yield block(scenario.question)
        for text in scenario.background:
            yield GAP
            yield block(text)
        if scenario.asks:
            yield GAP
        for wanted, asked in ((True, scenario.requires), (False, scenario.unless)):
            for tie in asked:
                yield from self.tie(0, ties.arises(self.point.facts[tie.fact].holds, wanted), tie)

    def node(self, number: int, id: str) -> Iterator[Block]:
        node = self.graph.nodes[id]
        role = Role.HISTORY if id in self.graph.historical_nodes else Role.NODE
        kind = places.kind(node)
        if isinstance(node, Outcome):
            kind = places.resting_on(basis_in_words(self.point, node))
        deciders = node.deciders if isinstance(node, Decision) else ()
        names = [self.point.name(each) for each in deciders]
        yield block(places.numbered(number, kind, self.point.scenario.moment_of(node), names, node.text), role)
        yield from (block(text, indent=1) for text in node.background)
        if isinstance(node, Outcome):
            yield from self.outcome(node)
        for arc in self.graph.leaving[id]:
            yield from self.step(arc)
        for note in node.notes:
            yield from self.claim(1, note)

    def step(self, arc: Arc) -> Iterator[Block]:
        step, happened = arc.step, self.graph.history_from.get(arc.tail) == arc
        likelihood = step.likelihood.in_words if isinstance(step, Branch) and step.likelihood else ""
        text = places.way(step, happened, likelihood)
        yield block(text, Role.HISTORY if happened else Role.STEP, 1)
        if isinstance(step, Option):
            yield from self.arguments(step)
        elif isinstance(step, Branch) and step.likelihood:
            yield from self.estimate(step.likelihood)
        yield from self.conditions(2, step)
        for id in step.establishes:
            yield block(places.establishes(self.point.facts[id].holds), Role.QUIET, 2)
        head = places.leads_to(self.graph.numbers[arc.head], self.graph.nodes[arc.head].text)
        yield block(head, Role.QUIET, 2)

    def arguments(self, option: Option) -> Iterator[Block]:
        if option.advocates:
            yield block(claims.wanted_by([self.point.name(each) for each in option.advocates]), Role.QUIET, 2)
        for each in by_side(option.arguments):
            yield from self.claim(2, each)
            yield from self.conditions(3, each)
        silent = silent_sources(self.point, option)
        if silent:
            yield block(claims.silence(silent), Role.QUIET, 2)

    def estimate(self, likelihood: Estimate) -> Iterator[Block]:
        """Who says how likely a branch was, and in which figures; nothing of a plain word."""
        said = estimate_reason(self.point, likelihood)
        yield from claim_blocks(said, Depth.PINS, 2) if said else ()

    def conditions(self, indent: int, asking: Conditional) -> Iterator[Block]:
        facts = self.point.facts
        for phrase, asked in ((places.only_if, asking.requires), (places.not_if, asking.unless)):
            for tie in asked:
                yield from self.tie(indent, phrase(facts[tie.fact].holds), tie)

    def tie(self, indent: int, text: str, tie: Tie) -> Iterator[Block]:
        """What a tie asks for, why, and who says so."""
        yield block(ties.suggested(text) if tie.implied else text, Role.QUIET, indent)
        said = tie_reason(self.point, tie)
        yield from claim_blocks(said, Depth.PINS, indent + 1) if said else ()

    def outcome(self, node: Outcome) -> Iterator[Block]:
        for each in node.consequences:
            yield from self.claim(1, each)
        for id in node.establishes:
            yield block(places.establishes(self.point.facts[id].holds), Role.QUIET, 1)
        for tie in node.restores:
            yield from self.tie(1, places.brings_back(self.point.facts[tie.fact].holds), tie)
        if node.question:
            yield block(node.question, indent=1, lead=onward.TO_DISCUSS)
        if node.continues:
            yield block(places.continues_in(node.continues), Role.QUIET, 1)
        elif node.ends:
            yield block(places.NOTHING_LATER, Role.QUIET, 1)

    def claim(self, indent: int, said: Argument | Consequence | Note) -> Iterator[Block]:
        lead = claims.NOTE if isinstance(said, Note) else ""
        return claim_blocks(reason(self.point, said), Depth.PINS, indent, lead)

    def sources(self) -> Iterator[Block]:
        cited = cited_sources(self.point.scenario)
        if cited:
            yield GAP
            yield block(claims.sources(len(cited)), Role.TITLE)
        for id, source in self.point.sources.items():
            if id in cited:
                yield block(source.reference, indent=1)
                if source.note:
                    yield block(source.note, Role.QUIET, 2)
