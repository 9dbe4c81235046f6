"""All that can be put on a page: how each kind is written as DOT, and in which shapes it may be tried."""

from collections.abc import Sequence
from functools import singledispatch

from untaken.drawing.canvas import Frame, Orientation, Shape
from untaken.drawing.diagram import diagram, names
from untaken.drawing.matrix import matrix_dot
from untaken.drawing.picture import Picture
from untaken.drawing.timeline import Timeline, timeline_dot
from untaken.telling.matrix import Matrix

Drawable = Picture | Matrix | Timeline

_DOWN_SPANS = tuple(300 * 1.25**step for step in range(11))
_ACROSS_SPANS = tuple(130 * 1.25**step for step in range(12))


@singledispatch
def dot(subject: Drawable, shape: Shape, frame: Frame | None = None, heights: dict[str, float] | None = None) -> str:
    """The DOT text of a drawing; without a frame the drawing alone, to be measured."""
    raise TypeError(f"nothing draws a {type(subject).__name__}")


@singledispatch
def shapes(subject: Drawable) -> Sequence[Shape]:
    """The shapes to try."""
    raise TypeError(f"nothing draws a {type(subject).__name__}")


@singledispatch
def row_names(subject: Drawable) -> list[str]:
    """The DOT names of the nodes that are made equally high where they stand in one row."""
    return []


@dot.register
def _(subject: Picture, shape: Shape, frame: Frame | None = None, heights: dict[str, float] | None = None) -> str:
    return diagram(subject, shape, frame, heights)


@dot.register
def _(subject: Matrix, shape: Shape, frame: Frame | None = None, heights: dict[str, float] | None = None) -> str:
    return matrix_dot(subject, shape, frame)


@dot.register
def _(subject: Timeline, shape: Shape, frame: Frame | None = None, heights: dict[str, float] | None = None) -> str:
    return timeline_dot(subject, shape, frame)


@shapes.register
def _(subject: Picture) -> Sequence[Shape]:
    down = [Shape(Orientation.DOWN, span) for span in _DOWN_SPANS]
    return [*down, *(Shape(Orientation.ACROSS, span) for span in _ACROSS_SPANS)]


@shapes.register
def _(subject: Matrix) -> Sequence[Shape]:
    return [Shape(Orientation.DOWN, span) for span in _DOWN_SPANS[3:]]


@shapes.register
def _(subject: Timeline) -> Sequence[Shape]:
    return [Shape(Orientation.DOWN, columns) for columns in range(1, min(6, len(subject.moments)) + 1)]


@row_names.register
def _(subject: Picture) -> list[str]:
    return list(names(subject)[1].values())
