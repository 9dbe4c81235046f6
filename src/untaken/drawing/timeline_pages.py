"""A timeline on as many pages as keep its type legible, the turning points shared out evenly among them."""

from collections.abc import Sequence
from dataclasses import replace

from untaken.drawing.place.moments import evenly, timeline_page
from untaken.drawing.place.paper import Paper
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sheet import Sheet
from untaken.drawing.timeline import Timeline, timeline_sheet
from untaken.telling.phrases import pictures


def timeline_pages(timeline: Timeline, papers: Sequence[Paper], legible: float) -> list[tuple[Sheet, PlacedPage]]:
    """The pages, each with its part of the timeline: as few as have no type below so many points, if that can be."""
    whole = timeline_sheet(timeline)
    page = timeline_page(whole, papers)
    if page.smallest >= legible or len(timeline.moments) < 2:
        return [(whole, page)]
    # Twice the type takes four times the room; what stands round a drawing is there on each page.
    count = max(2, int(0.6 * (legible / page.smallest) ** 2))
    while True:
        sheets = [timeline_sheet(part) for part in _parts(timeline, evenly(whole, count))]
        pages = [timeline_page(sheet, papers) for sheet in sheets]
        if min(each.smallest for each in pages) >= legible or count >= len(timeline.moments):
            return list(zip(sheets, pages, strict=True))
        count += 1


def _parts(timeline: Timeline, sizes: Sequence[int]) -> list[Timeline]:
    parts: list[Timeline] = []
    at = 0
    for number, size in enumerate(sizes, 1):
        moments = timeline.moments[at : at + size]
        dates = [moment.when for moment in (moments[0], moments[-1]) if moment.when]
        subtitle = pictures.part(timeline.subtitle, number, len(sizes), dates)
        parts.append(replace(timeline, subtitle=subtitle, moments=moments))
        at += size
    return parts
