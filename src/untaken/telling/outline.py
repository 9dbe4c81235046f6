"""A scenario as an outline in words: all that its diagram says, for a terminal, a pipe and a screen reader."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from untaken.evidence.citing import attribution, basis_in_words, pin, silent_sources
from untaken.history.graph import Arc, Graph
from untaken.model import Branch, Chance, Citation, Decision, Note, Option, Outcome, Side, Step, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.lines import Line, Role
from untaken.text.naming import sentence_list


def outline(point: TurningPoint, graph: Graph) -> list[Line]:
    """The whole scenario, node by node in the order in which they can be reached."""
    # A text of several lines, or with a tab in it, stays on its line.
    return [replace(line, text=" ".join(line.text.split())) for line in _Outline(point, graph).lines()]


@dataclass(frozen=True)
class _Outline:
    point: TurningPoint
    graph: Graph

    def lines(self) -> Iterator[Line]:
        yield from self.head()
        for number, id in enumerate(self.graph.order, 1):
            yield Line(0, "")
            yield from self.node(number, id)
        yield from self.notes(0, self.point.scenario.notes)
        for reason in self.point.scenario.acknowledge.values():
            yield Line(0, "")
            yield Line(0, f"Acknowledged: {reason}", Role.QUIET)
        yield from self.sources()

    def head(self) -> Iterator[Line]:
        scenario = self.point.scenario
        yield Line(0, scenario.title, Role.TITLE)
        place = ", ".join(filter(None, (scenario.when or scenario.date, scenario.where)))
        yield Line(0, f"{self.point.id}{f' · {place}' if place else ''}", Role.QUIET)
        yield Line(0, scenario.question)
        if scenario.context:
            yield Line(0, "")
            yield Line(0, scenario.context)

    def node(self, number: int, id: str) -> Iterator[Line]:
        node = self.graph.nodes[id]
        role = Role.HISTORY if id in self.graph.historical_nodes else Role.NODE
        if isinstance(node, Outcome):
            kind = f"Outcome, {basis_in_words(self.point, node)}"
        else:
            kind = "Decision" if isinstance(node, Decision) else "Chance"
        yield Line(0, f"{number}. {kind}{self.circumstances(node)}: {node.text}", role)
        if node.context:
            yield Line(1, node.context)
        if isinstance(node, Outcome):
            yield from self.outcome(node)
        for arc in self.graph.leaving[id]:
            yield from self.step(arc)
        yield from self.notes(1, node.notes)

    def circumstances(self, node: Decision | Chance | Outcome) -> str:
        deciders = node.deciders if isinstance(node, Decision) else ()
        names = sentence_list(self.point.name(each) for each in deciders)
        inside = "; ".join(filter(None, (node.when, names)))
        return f" ({inside})" if inside else ""

    def step(self, arc: Arc) -> Iterator[Line]:
        happened = arc in self.graph.historical
        kind = "Branch" if isinstance(arc.step, Branch) else "Option"
        likelihood = arc.step.likelihood if isinstance(arc.step, Branch) else None
        beside = ", ".join(filter(None, ("what happened" if happened else "", likelihood)))
        text = f"{kind}{f', {beside}' if beside else ''}: {arc.step.label}"
        yield Line(1, text, Role.HISTORY if happened else Role.STEP)
        if isinstance(arc.step, Option):
            yield from self.arguments(arc.step)
        yield from self.facts(arc.step)
        yield Line(2, f"Leads to {self.graph.order.index(arc.head) + 1}, {self.graph.nodes[arc.head].text}", Role.QUIET)

    def arguments(self, option: Option) -> Iterator[Line]:
        if option.advocates:
            yield Line(
                2, f"Advocated by {sentence_list(self.point.name(each) for each in option.advocates)}.", Role.QUIET
            )
        for side, role in ((Side.FOR, Role.FOR), (Side.AGAINST, Role.AGAINST)):
            for each in option.arguments:
                if each.side is side:
                    yield Line(2, f"{side.capitalize()}: {each.claim}{self.owner(each.voice, each.cite)}", role)
                    yield from self.pins(3, each.cite)
        silent = silent_sources(self.point, option)
        if silent:
            yield Line(2, f"{sentence_list(silent)} {'is' if len(silent) == 1 else 'are'} silent.", Role.QUIET)

    def facts(self, step: Step) -> Iterator[Line]:
        for word, ids in (("Only if", step.requires), ("Not if", step.unless), ("Establishes", step.establishes)):
            for id in ids:
                yield Line(2, f"{word}: {self.point.facts[id]}", Role.QUIET)

    def outcome(self, node: Outcome) -> Iterator[Line]:
        for each in node.consequences:
            yield Line(1, f"{each.claim}{self.owner(each.voice, each.cite)}")
            yield from self.pins(2, each.cite)
        for id in node.establishes:
            yield Line(1, f"Establishes: {self.point.facts[id]}", Role.QUIET)
        if node.continues:
            yield Line(1, f"Continues in '{node.continues}'.", Role.QUIET)

    def notes(self, indent: int, notes: Iterable[Note]) -> Iterator[Line]:
        for each in notes:
            if indent == 0:
                yield Line(0, "")
            yield Line(indent, f"Note: {each.note}{self.owner(None, each.cite)}", Role.QUIET)
            yield from self.pins(indent + 1, each.cite)

    def owner(self, voice: str | None, cite: Iterable[Citation]) -> str:
        owner = attribution(self.point, voice, cite)
        return f" — {owner}" if owner else ""

    def pins(self, indent: int, cite: Iterable[Citation]) -> Iterator[Line]:
        for each in cite:
            yield Line(indent, pin(self.point, each), Role.QUIET)

    def sources(self) -> Iterator[Line]:
        cited = cited_sources(self.point.scenario)
        if cited:
            yield Line(0, "")
            yield Line(0, "Sources", Role.TITLE)
        for id, source in self.point.sources.items():
            if id in cited:
                yield Line(1, source.reference)
                if source.note:
                    yield Line(2, source.note, Role.QUIET)
