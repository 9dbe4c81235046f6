"""A picture without a page: as large as its own type makes it, nearly of a slide's shape."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from untaken.drawing.place.paper import PAPERS, Fit, Paper
from untaken.drawing.placed import PlacedPage
from untaken.drawing.theme import SMALLEST

_LARGEST = 10_000.0
_LEAST, _MOST = 130.0, 1e6
"""The bounds of a picture's width: in less there is hardly a word beside its margins."""
_ROUNDS = 10
_NEARLY = 0.05


def own_size(place: Callable[[Sequence[Paper]], PlacedPage]) -> PlacedPage:
    """The page on which the smallest type has `SMALLEST` points or nearly so, cut off below what stands on it."""
    (paper,) = PAPERS[Fit.NONE]
    tried = replace(paper, largest=_LARGEST)
    small, large = _LEAST, _MOST
    for _ in range(_ROUNDS):
        # Of all type: many sources may press what stands below the drawing, which is set smaller for them.
        scale = place([tried]).smallest / SMALLEST
        if abs(scale - 1) < _NEARLY:
            break
        small, large = (tried.width, large) if scale < 1 else (small, tried.width)
        width = tried.width / scale if scale else large
        if not small < width < large:
            # What stands round a drawing does not grow as it does: the guess was too bold.
            width = math.sqrt(small * large)
        tried = replace(tried, width=math.ceil(width), height=math.ceil(width * paper.height / paper.width))
    page = place([replace(tried, largest=SMALLEST)])
    return trimmed(page, paper.margin)


def trimmed(page: PlacedPage, margin: float) -> PlacedPage:
    """The page without the blank ground below the drawing, or between it and what stands below it."""
    foot = [box for box in page.boxes if box.what == "foot"]
    lowest = max((box.bottom for box in page.boxes if box.what != "foot"), default=0.0) + margin
    # Whole points: a raster has no half rows.
    up = page.height - math.ceil(page.height - max(0.0, min((box.y for box in foot), default=page.height) - lowest))
    boxes = tuple(
        replace(
            box,
            y=box.y - up,
            lines=tuple(replace(line, baseline=line.baseline - up) for line in box.lines),
        )
        if box.what == "foot"
        else box
        for box in page.boxes
    )
    return replace(page, boxes=boxes, height=page.height - up)
