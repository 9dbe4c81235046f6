"""One history: the spine of what happened through all turning points, the roads not taken beside it, dates along it."""

from collections.abc import Sequence
from dataclasses import dataclass

from untaken.drawing import palette
from untaken.drawing.canvas import Canvas, Frame, Heading, Sample, Shape
from untaken.drawing.labels import Style, cell, label, row, stacked, table, text_lines
from untaken.drawing.typeface import Face
from untaken.history.graph import Graph
from untaken.model import Decision, Outcome, Scenario, TurningPoint
from untaken.text.date_words import date_words, year_words
from untaken.text.dates import days_of

SMALLEST = 14.0

_DATE = Style(15, palette.QUIET, Face.BOLD)
_TITLE = Style(17, palette.ON_NIGHT, Face.BOLD)
_CHOSEN = Style(SMALLEST, palette.HISTORY)
_OUTCOME = Style(SMALLEST, palette.INK, Face.ITALIC)
_ROAD = Style(SMALLEST, palette.INK)
_CLOSING = Style(SMALLEST, palette.QUIET, Face.ITALIC)

_DATE_WIDTH = 92.0
_MOMENT_WIDTH = 260.0
_ROAD_WIDTH = 210.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A turning point on the timeline: when, what, which options were chosen, what came of it, which were not taken."""

    when: str
    title: str
    chosen: tuple[str, ...]
    outcome: str
    roads: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """The turning points of a history in the order of time, and the sources that they rest on."""

    title: str
    subtitle: str
    moments: tuple[Moment, ...]
    sources: tuple[str, ...]


def timeline(title: str, points: Sequence[TurningPoint], sources: Sequence[str]) -> Timeline:
    """The timeline of turning points that are given in the order of time."""
    dates = [point.scenario.date for point in (*points[:1], *points[-1:]) if point.scenario.date]
    span = " – ".join(dict.fromkeys(map(year_words, dates)))
    return Timeline(title, span, tuple(map(_moment, points)), tuple(sources))


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
    scenario = point.scenario
    when = date_words(scenario.date, scenario.calendar, short=True) if scenario.date else ""
    return Moment(when, point.scenario.title, tuple(arc.step.label for arc in on_path), outcome, tuple(roads))


def timeline_lines(timeline: Timeline) -> list[str]:
    """The timeline in words."""
    lines = [f"{timeline.title}, {timeline.subtitle}"]
    for moment in timeline.moments:
        lines += ["", f"{moment.when}: {moment.title}"]
        lines += [f"  What happened: {each}" for each in moment.chosen]
        lines += [f"  It came to this: {moment.outcome}"] if moment.outcome else []
        lines += [f"  Not taken: {each}" for each in moment.roads]
    return lines


# ── drawing ──

_LEGEND = (
    Sample("box", "turning point", ground=palette.NIGHT),
    Sample("box", "what happened", palette.HISTORY, palette.HISTORY_TINT, border=0.2),
    Sample("line", "road not taken", style="DASHED", border=0.09),
)


def timeline_dot(timeline: Timeline, shape: Shape, frame: Frame | None = None) -> str:
    """The DOT text of a timeline, folded into as many columns as the shape's span says."""
    canvas = Canvas(shape, frame, Heading(timeline.title, timeline.subtitle), _LEGEND, timeline.sources, 0.2)
    columns = _columns(timeline.moments, round(shape.span))
    at = 0
    for number, column in enumerate(columns):
        for place, moment in enumerate(column):
            at += 1
            _draw_moment(canvas, at, moment)
            if place:
                _spine(canvas, f"moment{at - 1}", f"moment{at}")
                canvas.body.edge(f"date{at - 1}", f"date{at}", style="invis", weight="20")
        if number < len(columns) - 1:
            _turn(canvas, at)
    _align_tops(canvas, [1 + sum(map(len, columns[:number])) for number in range(len(columns))], timeline.moments)
    return canvas.text()


def _align_tops(canvas: Canvas, tops: list[int], moments: Sequence[Moment]) -> None:
    """The first moments of the columns stand on one rank, in their order, each with its date and its roads."""
    ends = [f"roads{top}" if moments[top - 1].roads else f"moment{top}" for top in tops]
    canvas.side_by_side(
        [
            name
            for top, end in zip(tops, ends, strict=True)
            for name in dict.fromkeys((f"date{top}", f"moment{top}", end))
        ]
    )
    for end, top in zip(ends, tops[1:], strict=False):
        canvas.body.edge(end, f"date{top}", style="invis", minlen="1")


def _columns(moments: Sequence[Moment], count: int) -> list[Sequence[Moment]]:
    size = -(-len(moments) // max(1, count))
    return [moments[start : start + size] for start in range(0, len(moments), max(1, size))]


def _draw_moment(canvas: Canvas, at: int, moment: Moment) -> None:
    date, node, roads = f"date{at}", f"moment{at}", f"roads{at}"
    # One width for all dates keeps the spine straight.
    when = cell(stacked(text_lines(moment.when, _DATE_WIDTH, _DATE), "RIGHT"), "RIGHT", WIDTH=round(_DATE_WIDTH + 8))
    canvas.body.node(date, label=label(table(row(when))), shape="plain")
    canvas.body.node(node, label=label(_moment_label(moment)), shape="plain", group=f"spine{at}")
    canvas.body.edge(date, node, style="invis")
    if moment.roads:
        canvas.body.node(roads, label=label(_roads_label(moment.roads)), shape="plain")
        canvas.body.edge(node, roads, style="dashed", color=palette.QUIET, penwidth="1.5", arrowsize="0.7")
    canvas.side_by_side([date, node, *([roads] if moment.roads else [])])


def _moment_label(moment: Moment) -> str:
    title = stacked(text_lines(moment.title, _MOMENT_WIDTH, _TITLE), "CENTER")
    chosen = [line for each in moment.chosen for line in text_lines(f"→ {each}", _MOMENT_WIDTH, _CHOSEN)]
    outcome = text_lines(moment.outcome, _MOMENT_WIDTH, _OUTCOME)
    width = round(_MOMENT_WIDTH + 24)
    return table(
        row(cell(title, "CENTER", BGCOLOR=palette.NIGHT, CELLPADDING=6, WIDTH=width)),
        row(cell(stacked([*chosen, *outcome]), BGCOLOR=palette.HISTORY_TINT, CELLPADDING=6, WIDTH=width)),
        BORDER=2,
        COLOR=palette.HISTORY,
    )


def _roads_label(roads: Sequence[str]) -> str:
    rows = []
    for at, road in enumerate(roads):
        lines = stacked(text_lines(road, _ROAD_WIDTH, _ROAD))
        rows += [row(cell("", HEIGHT=4))] if at else []
        rows.append(
            row(
                cell(lines, BORDER=1, STYLE="DASHED", COLOR=palette.QUIET, CELLPADDING=4, WIDTH=round(_ROAD_WIDTH + 10))
            )
        )
    return table(*rows)


def _spine(canvas: Canvas, tail: str, head: str) -> None:
    canvas.body.edge(tail, head, color=palette.HISTORY, penwidth="4", weight="30", arrowsize="0.7")


def _turn(canvas: Canvas, at: int) -> None:
    """Says at the foot of a column where the spine goes on."""
    words = table(row(cell(stacked(text_lines("goes on at the top of the next column", _MOMENT_WIDTH, _CLOSING)))))
    canvas.body.node(f"turn{at}", label=label(words), shape="plain")
    _spine(canvas, f"moment{at}", f"turn{at}")
