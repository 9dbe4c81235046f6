"""One history: the spine of what happened through all turning points, the roads not taken beside it, dates along it."""

from collections.abc import Sequence
from dataclasses import dataclass

from untaken.drawing.sheet import Box, BoxKind, Link, LinkKind, Paragraph, Sheet, TextRole, TextRun, words
from untaken.drawing.whole import neutral
from untaken.history.graph import Graph
from untaken.model import Decision, Outcome, Scenario, TurningPoint
from untaken.telling.phrases import moves, roads
from untaken.text.date_words import date_words, year_words
from untaken.text.dates import days_of


@dataclass(frozen=True, slots=True)
class Moment:
    """A turning point on the timeline: when, what, which options were chosen, what came of it, which were not taken.

    One that is `sealed` has only the options of its first decision, none of them chosen yet.
    """

    id: str
    when: str
    title: str
    chosen: tuple[str, ...]
    outcome: str
    roads: tuple[str, ...]
    sealed: bool = False


@dataclass(frozen=True)
class Timeline:
    """The turning points of a history in the order of time, and the sources that they rest on."""

    title: str
    subtitle: str
    moments: tuple[Moment, ...]
    sources: tuple[str, ...]


def timeline(title: str, points: Sequence[TurningPoint], sources: Sequence[str], before: bool = False) -> Timeline:
    """The timeline of turning points that are given in the order of time; with `before`, the last is not decided."""
    dates = [point.scenario.date for point in (*points[:1], *points[-1:]) if point.scenario.date]
    span = " – ".join(dict.fromkeys(map(year_words, dates)))
    told, open_one = (points[:-1], points[-1:]) if before else (points, [])
    moments = (*map(_moment, told), *map(_open_moment, open_one))
    return Timeline(title, span, moments, tuple(sources))


def between(points: Sequence[TurningPoint], start: str | None, end: str | None) -> list[TurningPoint]:
    """The turning points from one date to another, both as exact as they are given: to 1918 includes all of 1918."""
    return [point for point in points if point.scenario.date and _is_inside(point.scenario, start, end)]


def _is_inside(scenario: Scenario, start: str | None, end: str | None) -> bool:
    first, last = days_of(scenario.date or "", scenario.calendar)
    return (start is None or last >= days_of(start)[0]) and (end is None or first <= days_of(end)[1])


def _moment(point: TurningPoint) -> Moment:
    graph = Graph.of(point.scenario)
    decisions = [id for id in graph.order if isinstance(graph.nodes[id], Decision)]
    on_path = [arc for arc in graph.historical if arc.tail in decisions]
    roads = [arc.step.label for id in decisions for arc in graph.leaving[id] if not arc.step.historical]
    end = graph.nodes[graph.historical_nodes[-1]]
    outcome = end.outcome if isinstance(end, Outcome) else ""
    chosen = tuple(arc.step.label for arc in on_path)
    return Moment(point.id, _when(point.scenario), point.scenario.title, chosen, outcome, tuple(roads))


def _open_moment(point: TurningPoint) -> Moment:
    """A turning point before its first choice."""
    graph = Graph.of(point.scenario)
    first = next((id for id in graph.order if graph.leaving[id]), graph.start)
    roads = tuple(arc.step.label for arc in neutral(graph.leaving[first]))
    return Moment(point.id, _when(point.scenario), point.scenario.title, (), "", roads, sealed=True)


def _when(scenario: Scenario) -> str:
    return date_words(scenario.date, scenario.calendar, short=True) if scenario.date else ""


def timeline_lines(timeline: Timeline) -> list[str]:
    """The timeline in words."""
    lines = [f"{timeline.title}, {timeline.subtitle}"]
    for moment in timeline.moments:
        lines += ["", f"{moment.when}: {moment.title}"]
        lines += [f"  {moves.HAPPENED} {each}" for each in moment.chosen]
        lines += [f"  {roads.came_to(moment.outcome)}"] if moment.outcome else []
        lines += [f"  {roads.COULD_BE_CHOSEN if moment.sealed else roads.NOT_TAKEN} {each}" for each in moment.roads]
    return lines


def timeline_sheet(timeline: Timeline) -> Sheet:
    """The timeline as a sheet: along its spine the turning points, each with what was chosen and what was not."""
    boxes: list[Box] = []
    links: list[Link] = []
    nodes = [f"{at}" for at in range(len(timeline.moments))]
    for node, following, moment in zip(nodes, [*nodes[1:], ""], timeline.moments, strict=True):
        lines = (words(moment.title, TextRole.QUESTION),)
        boxes.append(Box((node,), BoxKind.TURNING_POINT, lines, when=moment.when, history=True))
        if moment.chosen:
            boxes.append(_chosen(node, moment))
            links.append(Link((node,), (node, "chosen"), LinkKind.HISTORY))
            links += [Link((node, "chosen"), (following,), LinkKind.HISTORY)] if following else []
        for at, road in enumerate(moment.roads):
            boxes.append(Box((node, f"road {at}"), BoxKind.OPTION, (words(road, TextRole.CLAIM),)))
            links.append(Link((node,), (node, f"road {at}")))
    described = "\n".join(timeline_lines(timeline))
    title, foot = timeline.title, timeline.sources
    return Sheet(title, timeline.subtitle, "", tuple(boxes), tuple(nodes), tuple(links), foot, described)


def _chosen(node: str, moment: Moment) -> Box:
    arrow = TextRun("→", TextRole.POINT)
    chosen = tuple(Paragraph((TextRun(each, TextRole.OPTION),), arrow) for each in moment.chosen)
    outcome = (Paragraph((TextRun(moment.outcome, TextRole.CLAIM),)),) if moment.outcome else ()
    return Box((node, "chosen"), BoxKind.OPTION, chosen, outcome, history=True)
