"""The type of a drawing: sizes in points of the drawing, colours, faces."""

from untaken.drawing import palette
from untaken.drawing.labels import Style
from untaken.drawing.picture import FOOTPRINT
from untaken.drawing.typeface import Face

SMALLEST = 14.0
"""The smallest type in the drawing itself."""

SMALL = Style(SMALLEST, palette.QUIET)
TEXT = Style(SMALLEST, palette.INK)
OWNER = Style(SMALLEST, palette.QUIET, Face.ITALIC)
CARD = Style(16, palette.INK, Face.BOLD)
QUESTION = Style(17, palette.ON_NIGHT, Face.BOLD)
CHANCE = Style(15, palette.INK, Face.BOLD)
OUTCOME = Style(15, palette.INK)

MARK_COLORS = {"▲": palette.FOR, "▼": palette.AGAINST}

YOUR_ROAD = f"{FOOTPRINT} your road"
FOOTPRINTS = Style(SMALLEST, palette.ROAD, Face.BOLD)
