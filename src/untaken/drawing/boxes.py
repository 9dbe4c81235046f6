"""The nodes and options of a turning point as boxes: what they say at each detail, and whose words these are."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from untaken.drawing.sheet import Box, BoxKind, Paragraph, TextRole, TextRun, words
from untaken.history.graph import Arc, Graph
from untaken.model import Argument, Branch, Chance, Citation, Decision, Option, Outcome, Side, Step, TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.citing import attribution, basis_in_words, silent_sources
from untaken.telling.fairness import Measure
from untaken.telling.phrases import claims, pictures, places
from untaken.telling.reasons import by_side
from untaken.text.naming import sentence_list


class Detail(StrEnum):
    """How much a diagram says."""

    OUTLINE = "outline"
    SUMMARY = "summary"
    FULL = "full"


FOOTPRINT = "◉"
"""Stands where somebody's road came through."""
YOUR_ROAD = f"{FOOTPRINT} {pictures.YOUR_ROAD}".replace(" ", "\u00a0")
JOINT = "\u00a0· "
"""Between what stands on one line: a line never begins with it."""
_MARKS = {Side.FOR: TextRun("▲", TextRole.FOR), Side.AGAINST: TextRun("▼", TextRole.AGAINST)}
_POINT = TextRun("•", TextRole.POINT)
_MOST_BEFORE = 2
"""How many arguments stand under each option in a summary before the choice."""


@dataclass(frozen=True)
class Boxes:
    """Makes the boxes of one turning point.

    Where they are not `told` what happened, they say of each option what a walk says before the choice, and no more.
    """

    point: TurningPoint
    graph: Graph
    detail: Detail
    told: bool = True
    cited: frozenset[str] | None = None
    """The ids of the sources that the sheet cites; those of the whole scenario where it is None."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The references of all sources that are cited."""
        return tuple(source.reference for id, source in self.point.sources.items() if id in self._cited)

    @cached_property
    def _cited(self) -> Set[str]:
        return cited_sources(self.point.scenario) if self.cited is None else self.cited

    def node(self, id: str, on_spine: bool) -> Box:
        """A node. Along the spine its time stands on the axis, elsewhere with who decides."""
        node = self.graph.nodes[id]
        if isinstance(node, Outcome):
            return self._outcome(id, node)
        deciders = node.deciders if isinstance(node, Decision) and self.detail is not Detail.OUTLINE else ()
        names = sentence_list(self.point.name(each) for each in deciders)
        when = self.point.scenario.moment_of(node)
        above = names if on_spine else JOINT.join(filter(None, (when, names)))
        is_chance = isinstance(node, Chance)
        lines = [words(above, TextRole.CHANCE_WHEN if is_chance else TextRole.DECIDERS)] if above else []
        lines.append(words(node.text, TextRole.CHANCE if is_chance else TextRole.QUESTION))
        kind = BoxKind.CHANCE if is_chance else BoxKind.DECISION
        return Box((id,), kind, tuple(lines), when=when, history=id in self.graph.historical_nodes)

    def _outcome(self, id: str, node: Outcome) -> Box:
        happened = id in self.graph.historical_nodes
        lines = [words(node.outcome, TextRole.HAPPENED if happened else TextRole.OUTCOME)]
        if not happened:
            lines.append(words(basis_in_words(self.point, node), TextRole.QUIET))
        parts = node.consequences if self.detail is Detail.FULL else ()
        return Box(
            (id,), BoxKind.OUTCOME, tuple(lines),
            tuple(self._claim(_POINT, each.claim, each.voice, each.cite) for each in parts),
            history=happened, basis=node.basis,
        )  # fmt: skip

    def step(self, arc: Arc) -> Box:
        """An option or a branch."""
        step = arc.step
        measure = self._measure(self.graph.nodes[arc.tail])
        below = self._below(step, measure)
        parts = tuple(self._parts(step, measure)) if isinstance(step, Option) else ()
        lines = [words(step.label, TextRole.OPTION), *([words(below, TextRole.QUIET)] if below else [])]
        kind = BoxKind.BRANCH if isinstance(step, Branch) else BoxKind.OPTION
        return Box((arc.tail, arc.id), kind, tuple(lines), parts, history=arc in self.graph.historical)

    def _below(self, step: Step, measure: Measure) -> str:
        """How likely it was, who wanted it, and, where that gives nothing away, which facts open or close it."""
        if isinstance(step, Branch) and step.likelihood:
            return places.likelihood(step.likelihood.in_words, step.likelihood.figures or "")
        if self.detail is Detail.OUTLINE:
            return ""
        facts, parts = self.point.facts, list[str]()
        if self.told:
            parts += [pictures.only_if(facts[tie.fact].holds) for tie in step.requires]
            parts += [pictures.not_if(facts[tie.fact].holds) for tie in step.unless]
        wanted = measure.wanted(step) if isinstance(step, Option) and self.detail is Detail.FULL else ()
        if wanted:
            parts.insert(0, claims.wanted_by([self.point.name(each) for each in wanted]).removesuffix("."))
        return JOINT.join(parts)

    def _parts(self, option: Option, measure: Measure) -> Iterator[Paragraph]:
        """All arguments and who is silent; in a summary the first argument of each side and how many more there are.

        Before a choice as many arguments under each option.
        """
        if self.detail is Detail.OUTLINE:
            return
        if not self.told:
            shown = measure.shown(option)[: _MOST_BEFORE if self.detail is Detail.SUMMARY else None]
            yield from map(self.argument, shown)
        elif self.detail is Detail.SUMMARY:
            yield from self._first(option)
        else:
            yield from map(self.argument, by_side(option.arguments))
        silent = silent_sources(self.point, option)
        if silent and self.detail is Detail.FULL and (self.told or _is_all_shown(measure)):
            yield words(claims.silence(silent).removesuffix("."), TextRole.QUIET)

    def _first(self, option: Option) -> Iterator[Paragraph]:
        """The first argument of each side, and how many more there are."""
        sides = [[each for each in option.arguments if each.side is side] for side in Side]
        yield from (self.argument(side[0]) for side in sides if side)
        more = [pictures.more(len(side) - 1, side[0].side) for side in sides if len(side) > 1]
        if more:
            yield words(", ".join(more), TextRole.QUIET)

    def _measure(self, node: Decision | Chance | Outcome) -> Measure:
        options = tuple(each for each in node.steps.values() if isinstance(each, Option))
        return Measure(options, frozenset(node.deciders if isinstance(node, Decision) else ()), self.told)

    def argument(self, argument: Argument) -> Paragraph:
        return self._claim(_MARKS[argument.side], argument.claim, argument.voice, argument.cite)

    def _claim(self, mark: TextRun, claim: str, voice: str | None, cite: tuple[Citation, ...]) -> Paragraph:
        owner = attribution(self.point, voice, cite)
        if len(self._cited) == 1:
            # The one source of all stands in the foot.
            owner = self.point.name(voice) if voice else ""
        return Paragraph(
            (TextRun(claim, TextRole.CLAIM),), mark, TextRun(claims.behind(owner), TextRole.OWNER) if owner else None
        )


def _is_all_shown(measure: Measure) -> bool:
    """Whether nothing is held back at a decision: silence mostly falls on what did not happen."""
    return all(len(measure.shown(option)) == len(option.arguments) for option in measure.options)
