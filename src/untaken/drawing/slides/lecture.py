"""A turning point as the slides of a lecture, in the order of its steps; nothing before a reveal tells the answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from untaken.drawing.boxes import Boxes, Detail
from untaken.drawing.describing import described
from untaken.drawing.lecture import Phase
from untaken.drawing.place.paper import Paper
from untaken.drawing.place.split import spine_pages
from untaken.drawing.placed import Look, Placed, Shape
from untaken.drawing.sheet import Box, Paragraph, TextRole, TextRun, words
from untaken.drawing.slides.flow import SlideCard, abreast, banner, rows, set_text
from untaken.drawing.slides.hanging import TieSlides, what_hung_on_what, what_it_comes_from
from untaken.drawing.slides.slide import HEIGHT, LEAST, MARGIN, TOP, WIDTH, Slide, enlarged, page
from untaken.drawing.theme import SMALLEST
from untaken.drawing.whole import neutral, whole
from untaken.history.graph import Arc, Graph
from untaken.model import Chance, Decision, Option, Outcome, TurningPoint
from untaken.telling import lecturing
from untaken.telling.document import Document
from untaken.telling.matrix import Matrix, by_decision, matrix
from untaken.telling.phrases import slides as say
from untaken.text.naming import sentence_list

_DRAWN = Paper(WIDTH * SMALLEST / LEAST, HEIGHT * SMALLEST / LEAST)
"""Pictures are laid out so much smaller that their smallest type, enlarged to a slide, is what it has to be."""
LANGUAGE = "en"
"""Of every word that the program adds."""


def lecture(point: TurningPoint, is_open: bool = False, history: Sequence[TurningPoint] = ()) -> list[Slide]:
    """The slides of a turning point. With `is_open` the lecturer's notes tell the answers from the start.

    `history` has all turning points of its collection, where slides are to tell what it has to do with them.
    """
    return list(_Lecture(point, Graph.of(point.scenario), is_open, tuple(history)).slides())


@dataclass(frozen=True)
class _Lecture:
    point: TurningPoint
    graph: Graph
    is_open: bool
    history: tuple[TurningPoint, ...] = ()

    @cached_property
    def _told(self) -> Boxes:
        return Boxes(self.point, self.graph, Detail.FULL, cited=self._every)

    @cached_property
    def _sealed(self) -> Boxes:
        return Boxes(self.point, self.graph, Detail.FULL, told=False, cited=self._every)

    @property
    def _every(self) -> frozenset[str]:
        """All sources: whose a claim is stands on every slide, which may be shown alone."""
        return frozenset(self.point.sources)

    def slides(self) -> Iterator[Slide]:
        """All of them, in order."""
        yield self._opening()
        if self.history:
            yield from self._hanging(what_it_comes_from(self.history, self.point.id))
        for node in self._nodes():
            yield from self._node(node)
        for each in what_hung_on_what(self.history, self.point.id) if self.history else ():
            yield from self._hanging(each, Phase.CONSEQUENCE)
        yield from self._whole()
        yield from self._sources()

    def _hanging(self, hanging: TieSlides, phase: Phase | None = None) -> Iterator[Slide]:
        for boxes in hanging.slides:
            yield self._slide(hanging.title, boxes, hanging.notes, phase=phase)

    def _nodes(self) -> list[str]:
        """The nodes with a choice: those of history first, in order; then those of other roads."""
        spine = [id for id in self.graph.historical_nodes if self.graph.leaving[id]]
        return [*spine, *(id for id in self.graph.order if self.graph.leaving[id] and id not in spine)]

    def _slide(
        self, title: str, boxes: list[Placed], notes: Document = (), node: str = "", phase: Phase | None = None
    ) -> Slide:
        spoken = " ".join(box.text for box in boxes)
        return Slide(page(title, boxes, spoken, LANGUAGE), tuple(notes), node, phase)

    def _opening(self) -> Slide:
        scenario = self.point.scenario
        where = ", ".join(filter(None, (scenario.where, scenario.when)))
        lines = [words(scenario.question, TextRole.SUBTITLE), *([words(where, TextRole.WHEN)] if where else [])]
        box = set_text((), lines, MARGIN, TOP + 30, WIDTH - 2 * MARGIN, 3.0)
        return self._slide(scenario.title, [box], lecturing.opening(self.point))

    def _node(self, id: str) -> Iterator[Slide]:
        node = self.graph.nodes[id]
        if isinstance(node, Outcome):
            return
        arcs = neutral(self.graph.leaving[id])
        yield self._question(id, node, arcs)
        yield from self._options(id, node, arcs)
        if isinstance(node, Decision):
            yield self._vote(id, node, arcs)
            yield from self._arguments(id, arcs)
        yield from self._happened(id, node, arcs)
        yield from self._looking_back(id, arcs)
        if isinstance(node, Decision):
            yield from self._side_by_side(id, node)
        yield from self._consequences(id, arcs)

    def _question(self, id: str, node: Decision | Chance, arcs: Sequence[Arc]) -> Slide:
        is_chance = isinstance(node, Chance)
        deciders = "" if isinstance(node, Chance) else sentence_list(map(self.point.name, node.deciders))
        above = " · ".join(filter(None, (node.when, deciders)))
        head = [words(above, TextRole.CHANCE_WHEN if is_chance else TextRole.DECIDERS)] if above else []
        head.append(words(node.text, TextRole.CHANCE if is_chance else TextRole.QUESTION))
        shape, look = (Shape.ROUNDED, Look.CHANCE) if is_chance else (Shape.RECTANGLE, Look.DECISION)
        boxes = [banner(SlideCard((id,), tuple(head), look=look, shape=shape))]
        if so_far := self._so_far(id):
            line = words(so_far, TextRole.CONTEXT)
            boxes.append(set_text((), [line], MARGIN, boxes[0].bottom + 30, WIDTH - 2 * MARGIN, 1.6))
        notes = lecturing.question(self.point, self.graph, id, arcs, self.is_open)
        return self._slide(self.point.scenario.title, boxes, notes, id, Phase.QUESTION)

    def _so_far(self, id: str) -> str:
        """What was decided before a node of history."""
        if id not in self.graph.historical_nodes:
            return ""
        before = self.graph.historical[: self.graph.historical_nodes.index(id)]
        return say.so_far([arc.step.label for arc in before]) if before else ""

    def _options(self, id: str, node: Decision | Chance, arcs: Sequence[Arc]) -> Iterator[Slide]:
        cards = [
            SlideCard((id, arc.id), (words(say.lettered(at, arc.step.label), TextRole.OPTION),))
            for at, arc in enumerate(arcs)
        ]
        for boxes in rows(cards):
            yield self._slide(node.text, boxes, lecturing.options(self.point, self.graph, arcs), id, Phase.OPTIONS)

    def _vote(self, id: str, node: Decision, arcs: Sequence[Arc]) -> Slide:
        cards = [
            SlideCard((id, arc.id), (words(say.ballot(at, arc.step.label), TextRole.OPTION),), look=Look.NOTE)
            for at, arc in enumerate(arcs)
        ]
        return self._slide(say.vote(node.text), rows(cards)[0], lecturing.vote(), id, Phase.OPTIONS)

    def _arguments(self, id: str, arcs: Sequence[Arc]) -> Iterator[Slide]:
        """All options side by side where they have room, else one after the other, for beside against."""
        boxes = [self._sealed.step(arc) for arc in arcs]
        titles = [say.lettered(at, arc.step.label) for at, arc in enumerate(arcs)]
        cards = [
            SlideCard(box.id, (words(t, TextRole.OPTION),), _claims(box)) for t, box in zip(titles, boxes, strict=True)
        ]
        together = abreast([card for card in cards if card.parts])
        if len(together) == 1:
            notes = [each for arc in arcs for each in lecturing.arguments(self.point, arc, told=False)]
            yield self._slide(self.graph.nodes[id].text, together[0], notes, id, Phase.ARGUMENTS)
            return
        for title, box, arc in zip(titles, boxes, arcs, strict=True):
            for shown in abreast(_sides(box)):
                notes = list(lecturing.arguments(self.point, arc, told=False))
                yield self._slide(title, shown, notes, id, Phase.ARGUMENTS)

    def _happened(self, id: str, node: Decision | Chance, arcs: Sequence[Arc]) -> Iterator[Slide]:
        chosen = next((arc for arc in arcs if arc in self.graph.historical), None)
        if chosen is None:
            return
        cards = [
            SlideCard(
                (id, arc.id),
                (words(arc.step.label, TextRole.CHOSEN if arc is chosen else TextRole.OPTION),),
                (words(say.happened(), TextRole.QUIET),) if arc is chosen else (),
                Look.CHOSEN if arc is chosen else Look.OPTION,
            )
            for arc in arcs
        ]
        for boxes in rows(cards):
            notes = lecturing.happened(self.point, self.graph, chosen)
            yield self._slide(node.text, boxes, notes, id, Phase.HAPPENED)

    def _looking_back(self, id: str, arcs: Sequence[Arc]) -> Iterator[Slide]:
        """The arguments that could not be told before the choice."""
        cards = []
        for arc in arcs:
            late = [each for each in arc.step.arguments if each.hindsight] if isinstance(arc.step, Option) else []
            if late:
                parts = tuple(self._told.argument(each) for each in late)
                cards.append(SlideCard((id, arc.id), (words(arc.step.label, TextRole.OPTION),), parts))
        for boxes in abreast(cards):
            notes = [block for arc in arcs for block in lecturing.arguments(self.point, arc, told=True)]
            yield self._slide(say.looking_back(), boxes, notes, id, Phase.HAPPENED)

    def _side_by_side(self, id: str, node: Decision) -> Iterator[Slide]:
        """What each source says of the same options, where more than one speaks."""
        whole = matrix(self.point, self.graph)
        part = next((each for each in by_decision(whole) if each.lines[0].decision == node.text), None)
        if part is None or len(whole.sources) < 2 or not _differ(part):
            return
        cards = [
            SlideCard((id,), (words(source, TextRole.OPTION),), tuple(_said(part, at)), Look.NOTE)
            for at, source in enumerate(whole.sources)
        ]
        for boxes in abreast(cards):
            yield self._slide(say.side_by_side(), boxes, lecturing.side_by_side(part), id, Phase.HAPPENED)

    def _consequences(self, id: str, arcs: Sequence[Arc]) -> Iterator[Slide]:
        for arc in sorted(arcs, key=lambda arc: arc not in self.graph.historical):
            end = self.graph.nodes[arc.head]
            if not isinstance(end, Outcome):
                continue
            box = self._told.node(arc.head, on_spine=False)
            happened = arc in self.graph.historical
            look = Look.HAPPENED if happened else Look.OUTCOME
            cards = [SlideCard((arc.head,), box.lines, box.parts, look, Shape.ROUNDED), *_to_discuss(arc.head, end)]
            for boxes in rows(cards):
                title = say.followed(arc.step.label) if happened else say.would_have_followed(arc.step.label)
                yield self._slide(title, boxes, lecturing.outcome(self.point, end), id, Phase.CONSEQUENCE)

    def _whole(self) -> Iterator[Slide]:
        """The whole turning point as a picture with its lines, on as many slides as its type needs."""
        sheet = replace(whole(self.point, self.graph, Detail.OUTLINE), foot=())
        for _, small in spine_pages(sheet, [_DRAWN], SMALLEST, SMALLEST):
            picture = described(enlarged(small, LEAST / SMALLEST))
            yield Slide(picture, tuple(lecturing.picture(picture.words)), "", Phase.CONSEQUENCE)

    def _sources(self) -> Iterator[Slide]:
        cited = Boxes(self.point, self.graph, Detail.FULL).sources
        cards = [SlideCard((), (words(each, TextRole.CLAIM),), look=Look.BARE, shape=Shape.BARE) for each in cited]
        for boxes in rows(cards):
            yield self._slide(say.sources(), boxes)


def _to_discuss(id: str, end: Outcome) -> list[SlideCard]:
    """The editor's question, where there is one, for the hall to answer."""
    question = [words(say.to_discuss(), TextRole.QUIET), words(end.question, TextRole.CLAIM)] if end.question else []
    return [SlideCard((id, "question"), tuple(question), look=Look.NOTE)] if question else []


def _claims(box: Box) -> tuple[Paragraph, ...]:
    """The arguments of an option, without how many there are more and who is silent: that can be a hint."""
    return tuple(each for each in box.parts if each.mark)


def _sides(box: Box) -> list[SlideCard]:
    """The arguments of an option in two cards, for it and against it."""
    sides = {TextRole.FOR: say.speaks_for(), TextRole.AGAINST: say.speaks_against()}
    found = []
    for role, title in sides.items():
        parts = tuple(each for each in box.parts if each.mark and each.mark.role is role)
        if parts:
            found.append(SlideCard((*box.id, role), (words(title, TextRole.OPTION),), parts))
    return found


def _differ(part: Matrix) -> bool:
    """Whether the sources say different things: one is silent on an option of which another speaks, or both speak."""
    return sum(any(line.cells[at] for line in part.lines) for at in range(len(part.sources))) > 1


def _said(part: Matrix, source: int) -> Iterator[Paragraph]:
    for line in part.lines:
        yield words(line.option, TextRole.CLAIM)
        for claim in line.cells[source]:
            mark = TextRun("▲", TextRole.FOR) if claim.side == "for" else TextRun("▼", TextRole.AGAINST)
            tail = TextRun(f"— {claim.voice}", TextRole.OWNER) if claim.voice else None
            yield Paragraph((TextRun(claim.text, TextRole.CLAIM),), mark, tail)
        if not line.cells[source]:
            yield words(say.silent(), TextRole.QUIET)
