"""The plain face of the walk: line by line, numbered choices, no redraw; for screen readers, logs and scripts."""

from untaken.faces.plain.face import walk

__all__ = ["walk"]
