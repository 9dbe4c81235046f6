"""Turning points as data: what a page tells of each, of its nodes, and in which other words on other roads.

The name of an actor who is somebody else on some roads stands in texts as a mark, `name_mark`, which the page replaces.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from untaken.history import Course
from untaken.history.graph import Arc, Graph
from untaken.model import Actor, Basis, Chance, Decision, Node, Option, Outcome, Scenario, TurningPoint, Variant, Varied
from untaken.model.traversal import cited_sources
from untaken.telling.citing import basis_in_words
from untaken.telling.phrases import onward, places, roads
from untaken.text.naming import sentence_list
from untaken.text.wrapping import one_line
from untaken.writing.page.claims import Speaker
from untaken.writing.page.roads import Json, bearing


def name_mark(at: int) -> str:
    """What stands for the name of an actor, by the actor's place among those who are somebody else on some roads."""
    return f"\ue000{at}\ue001"


def _actors(point: TurningPoint) -> list[Json]:
    """The actors of a turning point who are somebody else on some roads: their names, and when they have others."""
    return [{"name": one_line(each.name), "otherwise": _names(each)} for each in _varied_actors(point).values()]


def _names(actor: Actor) -> list[Json]:
    return [{**_when(each), "name": one_line(each.words.get("name"))} for each in actor.otherwise]


def _varied_actors(point: TurningPoint) -> dict[str, Actor]:
    """The actors who are somebody else on some roads, by their ids."""
    return {id: actor for id, actor in point.actors.items() if actor.otherwise}


def point_data(course: Course, id: str) -> Json:
    """All that a page tells of a turning point."""
    point = course.points[id]
    marks = {each: name_mark(at) for at, each in enumerate(_varied_actors(point))}
    names = {each: point.actors[each].model_copy(update={"name": mark}) for each, mark in marks.items()}
    telling = _Telling(replace(point, actors={**point.actors, **names}), course.graphs[id])
    return {
        **_varied(point.scenario, telling.head),
        "when": one_line(point.scenario.moment),
        "where": one_line(point.scenario.where),
        "actors": _actors(point),
        "premise": [] if course.stops else telling.speaker.ties(course.machine.premises[id]),
        "bearing": bearing(course, id),
        "notes": [telling.speaker.claim(each) for each in point.scenario.notes],
        "sources": [
            {"short": point.sources[each].short, "reference": point.sources[each].reference} for each in telling.cited
        ],
        "first": course.graphs[id].start,
        "nodes": {each: telling.node(each) for each in course.graphs[id].order},
    }


def _when(variant: Variant) -> Json:
    return {"requires": [tie.fact for tie in variant.requires], "unless": [tie.fact for tie in variant.unless]}


Noun = TypeVar("Noun", bound=Varied)


def _varied(noun: Noun, told: Callable[[Noun], dict[str, object]]) -> dict[str, object]:
    """What is told of a noun, and under `otherwise` what is different of it on other roads."""
    usual = told(noun)
    others = [(each, told(noun.model_copy(update=each.words))) for each in noun.otherwise]
    changed = [
        {**_when(each), "words": {key: value for key, value in other.items() if value != usual[key]}}
        for each, other in others
    ]
    return {**usual, "otherwise": changed}


@dataclass(frozen=True)
class _Telling:
    point: TurningPoint
    graph: Graph

    @cached_property
    def cited(self) -> list[str]:
        cited = cited_sources(self.point.scenario)
        return [id for id in self.point.sources if id in cited]

    @cached_property
    def speaker(self) -> Speaker:
        return Speaker(self.point, self.cited)

    def head(self, scenario: Scenario) -> dict[str, object]:
        return {
            "title": one_line(scenario.title),
            "question": one_line(scenario.question),
            "context": one_line(" ".join(scenario.background)),
        }

    def node(self, id: str) -> Json:
        node = self.graph.nodes[id]
        arcs = sorted(self.graph.leaving[id], key=lambda arc: (arc.step.label.casefold(), arc.id))
        told = (lambda each: self.outcome(each)) if isinstance(node, Outcome) else (lambda each: self.place(each, arcs))
        return {
            **_varied(node, told),
            "kind": places.kind(node),
            "asked": places.asked(places.kind(node), one_line(self._when(node))),
            "notes": [self.speaker.claim(each) for each in node.notes],
            "ways": [self.speaker.way(arc) for arc in arcs],
            "asks": [fact for fact in self.point.facts if any(fact in arc.step.asks for arc in arcs)],
            "waits": _waiting(arcs),
        }

    def _when(self, node: Node) -> str:
        return self.point.scenario.moment_of(node) or self.point.scenario.moment

    def place(self, node: Decision | Chance, arcs: Sequence[Arc]) -> dict[str, object]:
        told = {"text": one_line(node.text), "context": one_line(" ".join(node.background))}
        if isinstance(node, Chance):
            return {**told, "who": places.NOBODY_DECIDES}
        names = sentence_list(one_line(self.point.name(each)) for each in node.deciders)
        return {
            **told,
            "who": places.who_decides(names) if names else "",
            "before": self.speaker.before(arcs, node.deciders),
        }

    def outcome(self, node: Outcome) -> dict[str, object]:
        is_recorded = node.basis is Basis.RECORDED
        silent = node.basis is Basis.INFERRED and not node.consequences
        return {
            "text": one_line(node.text),
            "context": one_line(" ".join(node.background)),
            "basis": self._basis(node),
            "followed": roads.followed(is_recorded),
            "consequences": [self.speaker.claim(each) for each in node.consequences],
            "nothing": onward.NOTHING_SAID if silent else "",
            "question": one_line(node.question),
            "continues": node.continues or "",
            "restores": [{"fact": tie.fact, "reason": self.speaker.why(tie)} for tie in node.restores],
        }

    def _basis(self, node: Outcome) -> str:
        if node.basis is Basis.RECORDED:
            return roads.IT_HAPPENED
        return roads.INFERRED if node.basis is Basis.INFERRED else roads.sentence(basis_in_words(self.point, node))


def _waiting(arcs: Iterable[Arc]) -> str:
    """That arguments wait until it is told what happened."""
    options = [arc.step for arc in arcs if isinstance(arc.step, Option)]
    waiting = sum(each.hindsight for option in options for each in option.arguments)
    return places.looking_back(waiting) if waiting else ""
