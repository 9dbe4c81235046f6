"""A picture as DOT."""

from untaken.canvas import Frame, Orientation, Shape
from untaken.views.diagram.dot import diagram, names
from untaken.views.diagram.styles import SMALLEST

__all__ = ["SMALLEST", "Frame", "Orientation", "Shape", "diagram", "names"]
