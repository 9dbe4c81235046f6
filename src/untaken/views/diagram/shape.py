"""How a drawing is folded, and the page that it is put on."""

import math
from dataclasses import dataclass
from enum import StrEnum


class Orientation(StrEnum):
    """Where time runs: down the page or across it."""

    DOWN = "TB"
    ACROSS = "LR"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a drawing is folded: where time runs, and how far the cards of one decision spread across it, in points."""

    orientation: Orientation
    span: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The page round a drawing.

    Lengths are in points of the drawing; the page shows them `scale` times as large. `width` and `height` are in the
    page's own points, both 0 for no page. `above` and `below` are blank space between the drawing and what stands
    round it.
    """

    text_width: float
    scale: float = 1.0
    foot_size: float = 12.0
    width: float = 0.0
    height: float = 0.0
    above: float = 0.0
    below: float = 0.0
    dpi: int = 0

    def type_size(self, on_page: float) -> int:
        """A type size in points of the drawing, from one of the page. Graphviz takes whole ones, none above 255."""
        return min(math.ceil(on_page / self.scale), 255)
