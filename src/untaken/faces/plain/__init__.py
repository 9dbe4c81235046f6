"""The plain face of the walk: line by line, numbered choices, no redraw; for screen readers, logs and scripts."""

from untaken.faces.plain.face import walk
from untaken.faces.plain.shown import show_moves

__all__ = ["show_moves", "walk"]
