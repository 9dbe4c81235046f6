"""The papers that a picture can be put on."""

import math
from dataclasses import dataclass
from enum import StrEnum


class Fit(StrEnum):
    """The pages that a drawing can be fitted to; `none` gives a drawing its own size."""

    SLIDE = "16:9"
    OLD_SLIDE = "4:3"
    A4 = "a4"
    LETTER = "letter"
    POSTER = "poster"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Paper:
    """A page in points, with its margin. `largest` bounds the smallest type: two boxes need not fill a wall."""

    width: float
    height: float
    margin: float = 22.0
    largest: float = 21.0

    @property
    def size(self) -> float:
        """How large it is beside a slide: 1 for a slide, a sheet of A4 or less."""
        return max(1.0, math.sqrt(self.width * self.height / (960 * 540)))


PAPERS: dict[Fit, tuple[Paper, ...]] = {
    Fit.SLIDE: (Paper(960, 540),),
    Fit.OLD_SLIDE: (Paper(720, 540),),
    Fit.A4: (Paper(841.89, 595.28, largest=16), Paper(595.28, 841.89, largest=16)),
    Fit.LETTER: (Paper(792, 612, largest=16), Paper(612, 792, largest=16)),
    Fit.POSTER: (Paper(2384, 1684, 60, 58), Paper(1684, 2384, 60, 58)),
    Fit.NONE: (Paper(960, 540),),
}
"""The papers of each kind; of two that are the same sheet turned round, the one with the larger type is taken."""


def finest_raster(width: float, height: float) -> int:
    """The dots to the inch at which a page, given in points, has no more than 40 million dots, nor 30,000 in a row."""
    dots = min(30_000 / max(width, height), math.sqrt(40_000_000 / (width * height)))
    return max(1, int(72 * dots))
