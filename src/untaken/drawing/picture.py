"""What a diagram shows, before anyone says how it looks: heads, cards with their rows, and what they lead to.

A picture is made from a whole scenario, or from one decision or outcome of it, a page by itself.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from untaken.evidence.citing import attribution, basis_in_words, silent_sources
from untaken.history.graph import Arc, Graph
from untaken.model import (
    EDITOR,
    Argument,
    Basis,
    Branch,
    Chance,
    Citation,
    Decision,
    Option,
    Outcome,
    Side,
    TurningPoint,
)
from untaken.model.traversal import cited_sources
from untaken.telling.phrases import claims
from untaken.text.naming import counted, sentence_list


class Detail(StrEnum):
    """How much a diagram says."""

    OUTLINE = "outline"
    SUMMARY = "summary"
    FULL = "full"


class Kind(StrEnum):
    """What a node is drawn as; a pointer stands for a node that has a page of its own."""

    DECISION = "decision"
    CHANCE = "chance"
    OUTCOME = "outcome"
    POINTER = "pointer"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of evidence: its mark (▲ for, ▼ against, • neither), the claim, whose it is."""

    mark: str
    text: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A node: its text, what stands small above it, and below it."""

    id: str
    kind: Kind
    text: str
    above: str = ""
    below: str = ""
    rows: tuple[Row, ...] = ()
    historical: bool = False
    basis: Basis | None = None
    walked: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """An option, a branch, or on an outcome's page what one source says: from a node, and mostly to another."""

    tail: str
    id: str
    head: str
    title: str
    below: str = ""
    rows: tuple[Row, ...] = ()
    historical: bool = False
    chance: bool = False
    walked: bool = False


@dataclass(frozen=True)
class Picture:
    """The title, heads and cards of one page, and the sources that it cites."""

    title: str
    subtitle: str
    heads: tuple[Head, ...]
    cards: tuple[Card, ...]
    sources: tuple[str, ...]
    context: str = ""

    @property
    def has_history(self) -> bool:
        return any(head.historical for head in self.heads) or any(card.historical for card in self.cards)

    @property
    def has_road(self) -> bool:
        return any(head.walked for head in self.heads)


@dataclass(frozen=True, slots=True)
class Road:
    """Somebody's road through a scenario.

    The nodes that it came through; its steps, each a node and the id of an option or branch there; how it differs from
    history, in a sentence; and the whole in words, for who listens.
    """

    nodes: frozenset[str]
    steps: frozenset[tuple[str, str]]
    summary: str
    words: str


def with_road(picture: Picture, road: Road) -> Picture:
    """The picture with somebody's road beside the historical one."""
    heads = tuple(replace(head, walked=head.id in road.nodes) for head in picture.heads)
    cards = tuple(replace(card, walked=(card.tail, card.id) in road.steps) for card in picture.cards)
    context = " ".join(filter(None, (road.summary, picture.context)))
    return replace(picture, heads=heads, cards=cards, context=context)


MARKS = {Side.FOR: "▲", Side.AGAINST: "▼"}
POINT = "•"
FOOTPRINT = "●"
"""Stands where somebody's road came through."""
JOINT = "\u00a0· "
"""Between what stands on one line: a line never begins with it."""


def whole(point: TurningPoint, graph: Graph, detail: Detail) -> Picture:
    """The whole scenario on one page."""
    maker = _Maker(point, graph, detail)
    heads = tuple(maker.head(id) for id in graph.order)
    cards = tuple(maker.card(arc) for id in graph.order for arc in graph.leaving[id])
    context = point.scenario.context or "" if detail is Detail.FULL else ""
    return Picture(maker.title(), point.scenario.question, heads, cards, maker.sources(), context)


def pages(point: TurningPoint, graph: Graph) -> list[Picture]:
    """A page for each decision and chance node, with its options, all arguments and what each leads to; a page for each
    outcome of which the sources say what followed; and one for the notes."""
    maker = _Maker(point, graph, Detail.FULL)
    made: list[Picture] = []
    for id in graph.order:
        node = graph.nodes[id]
        if isinstance(node, Outcome):
            made += [maker.outcome_page(id, node)] if node.consequences else []
        else:
            made.append(maker.choice_page(id))
    made += maker.notes_page()
    return made


@dataclass(frozen=True)
class _Maker:
    point: TurningPoint
    graph: Graph
    detail: Detail

    def title(self) -> str:
        return self.point.scenario.title

    def sources(self) -> tuple[str, ...]:
        cited = cited_sources(self.point.scenario)
        return tuple(source.reference for id, source in self.point.sources.items() if id in cited)

    def notes_page(self) -> list[Picture]:
        """The context, and what the editor notes, by source."""
        every = [*self.point.scenario.notes, *(note for id in self.graph.order for note in self.graph.nodes[id].notes)]
        if not every:
            return []
        text = self.point.scenario.question
        head = Head("notes", Kind.POINTER, text, self.point.scenario.moment)
        cards = self.by_source(head.id, [(each.note, each.voice, each.cite) for each in every], False)
        return [Picture(self.title(), "Notes", (head,), cards, self.sources())]

    def by_source(
        self, tail: str, claims: list[tuple[str, str | None, tuple[Citation, ...]]], historical: bool
    ) -> tuple[Card, ...]:
        """A card for each source, or group of sources that agree, with what it says; who is quoted stands behind it."""
        rows: dict[str, list[Row]] = {}
        for claim, voice, cite in claims:
            # The editor speaks of sources, others speak in them.
            owner = attribution(self.point, EDITOR if voice == EDITOR else None, cite) or self.point.name(EDITOR)
            quoted = self.point.name(voice) if voice and voice != EDITOR else ""
            rows.setdefault(owner, []).append(Row(POINT, claim, quoted))
        return tuple(
            Card(tail, owner, "", owner, rows=tuple(each), historical=historical) for owner, each in rows.items()
        )

    def choice_page(self, id: str) -> Picture:
        """A decision or chance node with its cards; nodes that these lead to point to their own pages."""
        arcs = self.graph.leaving[id]
        heads = [self.head(id), *(self.pointer(head) for head in dict.fromkeys(arc.head for arc in arcs))]
        cards = tuple(self.card(arc) for arc in arcs)
        return Picture(self.title(), "", tuple(heads), cards, self.sources())

    def outcome_page(self, id: str, node: Outcome) -> Picture:
        """An outcome, and a card for each source with what it says followed."""
        head = replace(self.head(id), rows=())
        said = [(each.claim, each.voice, each.cite) for each in node.consequences]
        cards = self.by_source(id, said, head.historical)
        return Picture(self.title(), "What followed, as the sources have it", (head,), cards, self.sources())

    def head(self, id: str) -> Head:
        node = self.graph.nodes[id]
        historical = id in self.graph.historical_nodes
        if isinstance(node, Outcome):
            return Head(
                id,
                Kind.OUTCOME,
                node.outcome,
                "",
                basis_in_words(self.point, node),
                self.consequences(node),
                historical,
                node.basis,
            )
        kind = Kind.DECISION if isinstance(node, Decision) else Kind.CHANCE
        return Head(id, kind, node.text, self.above(node), historical=historical)

    def pointer(self, id: str) -> Head:
        head = self.head(id)
        if head.kind is Kind.OUTCOME:
            return replace(head, rows=())
        return replace(head, kind=Kind.POINTER, above="next")

    def above(self, node: Decision | Chance) -> str:
        """The date, and who decides."""
        deciders = node.deciders if isinstance(node, Decision) and self.detail is not Detail.OUTLINE else ()
        names = sentence_list(self.point.name(each) for each in deciders)
        return JOINT.join(filter(None, (self.point.scenario.moment_of(node), names)))

    def consequences(self, node: Outcome) -> tuple[Row, ...]:
        if self.detail is not Detail.FULL:
            return ()
        return tuple(
            Row(POINT, each.claim, attribution(self.point, each.voice, each.cite)) for each in node.consequences
        )

    def card(self, arc: Arc) -> Card:
        step = arc.step
        below, rows = (self.below(step), self.rows(step)) if isinstance(step, Option) else ("", ())
        if isinstance(step, Branch) and step.likelihood:
            below = step.likelihood.word
        return Card(
            arc.tail, arc.id, arc.head, step.label, below, rows, arc in self.graph.historical, isinstance(step, Branch)
        )

    def below(self, option: Option) -> str:
        """Who wanted the option, and which facts open or close it."""
        if self.detail is Detail.OUTLINE:
            return ""
        facts = self.point.facts
        parts = [f"only\u00a0if: {facts[tie.fact].holds}" for tie in option.requires] + [
            f"not\u00a0if: {facts[tie.fact].holds}" for tie in option.unless
        ]
        if option.advocates and self.detail is Detail.FULL:
            parts.insert(0, claims.wanted_by([self.point.name(each) for each in option.advocates]))
        return JOINT.join(parts)

    def rows(self, option: Option) -> tuple[Row, ...]:
        """All arguments and who is silent; in a summary the first argument of each side and how many more there are."""
        if self.detail is Detail.OUTLINE:
            return ()
        by_side = [[each for each in option.arguments if each.side is side] for side in Side]
        if self.detail is Detail.FULL:
            silent = silent_sources(self.point, option)
            silence = [Row("", claims.silence(silent).removesuffix("."))] if silent else []
            return (*(self.row(each) for side in by_side for each in side), *silence)
        first = [self.row(side[0]) for side in by_side if side]
        more = [
            counted(len(side) - 1, f"more {side[0].side}", f"more {side[0].side}") for side in by_side if len(side) > 1
        ]
        return (*first, *([Row("", ", ".join(more))] if more else []))

    def row(self, argument: Argument) -> Row:
        return Row(MARKS[argument.side], argument.claim, attribution(self.point, argument.voice, argument.cite))
