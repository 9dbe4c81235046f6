"""A picture as DOT."""

from untaken.drawing.canvas import Frame, Orientation, Shape
from untaken.drawing.diagram.dot import diagram, names
from untaken.drawing.diagram.styles import SMALLEST

__all__ = ["SMALLEST", "Frame", "Orientation", "Shape", "diagram", "names"]
