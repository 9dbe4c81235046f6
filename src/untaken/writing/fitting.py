"""Puts a picture on a page: tries both ways of running and several widths, and keeps the most legible."""

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from untaken.drawing.canvas import Frame, Orientation, Shape
from untaken.drawing.diagram import SMALLEST
from untaken.drawing.drawing import Drawable, dot, row_names, shapes
from untaken.drawing.timeline import Timeline
from untaken.writing.engine import Engine, Layout

Subject = TypeVar("Subject", bound=Drawable)


class Fit(StrEnum):
    """The pages that a drawing can be fitted to; `none` gives a drawing its own size."""

    SLIDE = "16:9"
    A4 = "a4"
    POSTER = "poster"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Page:
    """A page in points. `dpi` makes a PNG of it: 144 gives a slide of 1920 × 1080 pixels."""

    width: float
    height: float
    margin: float = 22.0


PAGES: dict[Fit, tuple[Page, ...]] = {
    Fit.SLIDE: (Page(960, 540),),
    Fit.A4: (Page(842, 595), Page(595, 842)),
    Fit.POSTER: (Page(1684, 2384, 60), Page(2384, 1684, 60)),
    Fit.NONE: (),
}


@dataclass(frozen=True)
class Fitted(Generic[Subject]):
    """A picture ready to draw: its shape and frame, and the smallest text on the page, in points."""

    picture: Subject
    shape: Shape
    frame: Frame
    heights: dict[str, float]
    smallest: float
    finest: int = 300

    def dot(self, dpi: int = 0) -> str:
        """The DOT text, for drawing at so many dots to the inch, but no more than `finest`; 0 leaves it to Graphviz."""
        return dot(self.picture, self.shape, replace(self.frame, dpi=min(dpi, self.finest)), self.heights)


FOOT = 12.0
"""The type size of legend and sources, in points of the page."""
LARGEST = 1.5
"""No drawing is blown up more than this on a slide: two boxes need not fill a wall. On a poster it may be more."""
_HEAD_AND_FOOT = 84.0
_LABEL_PADDING = 34.0
"""What Graphviz leaves free on both sides of the page's title and foot together, in points of the drawing."""


def fit(engine: Engine, picture: Subject, fit: Fit) -> Fitted[Subject]:
    """The most legible drawing of a picture on a page of this kind. Raises what the engine raises."""
    if fit is Fit.NONE:
        # On no page, the shape nearest to a slide's is the easiest to look at.
        layouts = {shape: engine.layout(dot(picture, shape)) for shape in shapes(picture)}
        best = min(layouts, key=lambda shape: abs(layouts[shape].width / layouts[shape].height - 16 / 9))
        return _unpaged(engine, picture, best, layouts[best])
    layouts = _promising(engine, picture, PAGES[fit])
    shape, page = _most_legible(layouts, PAGES[fit])
    if not isinstance(picture, Timeline):
        # The spans tried so far lie a quarter apart: look once more between them.
        for part in (0.84, 0.92, 1.08, 1.16):
            near = replace(shape, span=shape.span * part)
            layouts[near] = engine.layout(dot(picture, near))
        shape, page = _most_legible(layouts, PAGES[fit])
    return _paged(engine, picture, shape, layouts[shape], page, FOOT)


_HOPELESS = 0.8


def _promising(engine: Engine, picture: Drawable, pages: tuple[Page, ...]) -> dict[Shape, Layout]:
    """Layouts of the shapes worth trying: spans grow, and beyond the best one type only shrinks."""
    layouts: dict[Shape, Layout] = {}
    for orientation in Orientation:
        best, worse = 0.0, 0
        for shape in (each for each in shapes(picture) if each.orientation is orientation):
            layouts[shape] = engine.layout(dot(picture, shape))
            scale = max(_scale(layouts[shape], page) for page in pages)
            best, worse = max(best, scale), worse + 1 if scale < _HOPELESS * best else 0
            if worse == 2:
                break
    return layouts


def _most_legible(layouts: dict[Shape, Layout], pages: tuple[Page, ...]) -> tuple[Shape, Page]:
    choices = [(shape, page) for page in pages for shape in layouts]
    return max(choices, key=lambda choice: _scale(layouts[choice[0]], choice[1]))


def fit_slide(engine: Engine, picture: Subject, page: Page, foot: float) -> Fitted[Subject]:
    """One decision on a page by itself: time runs down it, and the options stand side by side."""
    shapes = [Shape(Orientation.DOWN, (page.width - 2 * page.margin) * part) for part in (0.45, 0.6, 0.78, 0.95)]
    layouts = {shape: engine.layout(dot(picture, shape)) for shape in shapes}
    shape = max(shapes, key=lambda shape: _scale(layouts[shape], page))
    return _paged(engine, picture, shape, layouts[shape], page, foot)


def _scale(layout: Layout, page: Page) -> float:
    width, height = page.width - 2 * page.margin, page.height - 2 * page.margin - _HEAD_AND_FOOT
    largest = LARGEST * max(1.0, page.height / 900)
    return min(width / layout.width, height / layout.height, largest)


def _unpaged(engine: Engine, picture: Subject, shape: Shape, layout: Layout) -> Fitted[Subject]:
    heights = _row_heights(picture, shape, layout)
    frame = Frame(max(layout.width, 420.0), foot_size=SMALLEST)
    finest = finest_raster(engine.layout(dot(picture, shape, frame, heights)))
    return Fitted(picture, shape, frame, heights, SMALLEST, finest)


def finest_raster(layout: Layout) -> int:
    """The dots to the inch at which a picture of this size has no more than 40 million dots, nor 30,000 in a row."""
    dots = min(30_000 / max(layout.width, layout.height), math.sqrt(40_000_000 / (layout.width * layout.height)))
    return max(1, int(72 * dots))


def _paged(engine: Engine, picture: Subject, shape: Shape, layout: Layout, page: Page, foot: float) -> Fitted[Subject]:
    """Shrinks until drawing, head and foot are on the page together, then spreads what is left over."""
    heights = _row_heights(picture, shape, layout)
    width, height = page.width - 2 * page.margin, page.height - 2 * page.margin
    scale, crowded, over = _scale(layout, page), 1.0, 2.0
    while over > 1.005:
        frame = Frame(width / scale - _LABEL_PADDING, scale, foot, page.width, page.height, crowded=crowded)
        whole = engine.layout(dot(picture, shape, frame, heights))
        over = max(whole.width * scale / width, whole.height * scale / height)
        if (whole.height - layout.height) * scale > height / 2:
            crowded *= 0.8
        else:
            scale /= max(over, 1.005)
    spare = max(0.0, height / frame.scale - whole.height)
    frame = replace(frame, above=spare / 2, below=spare / 2)
    return Fitted(picture, shape, frame, heights, min(SMALLEST, frame.type_size(foot)) * frame.scale)


def _row_heights(picture: Drawable, shape: Shape, layout: Layout) -> dict[str, float]:
    """The height of the highest card of each row, for every card of it: cards of a row have one top edge."""
    if shape.orientation is Orientation.ACROSS:
        return {}
    rows: dict[int, list[str]] = defaultdict(list)
    for name in row_names(picture):
        rows[round(layout.boxes[name].y)].append(name)
    return {name: max(layout.boxes[each].height for each in row) for row in rows.values() for name in row}
