"""What is measured of placed pages for who cannot see them well, or at all: sizes, contrast, names, titles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from untaken.drawing.placed import Placed, PlacedPage
from untaken.drawing.theme import LIGHT, Theme

LEAST_CONTRAST = 4.5
"""Of text with its ground, after the Web Content Accessibility Guidelines 2.2, level AA."""


@dataclass(frozen=True)
class Checks:
    """What was found on some pages: the smallest type in points, the least contrast, and what has no words or title."""

    smallest: float
    contrast: float
    nameless: tuple[str, ...]
    untitled: int
    languages: frozenset[str]

    @property
    def hold(self) -> bool:
        """Whether nothing is missing."""
        return self.contrast >= LEAST_CONTRAST and not self.nameless and not self.untitled and bool(self.languages)


def checked(pages: Iterable[PlacedPage], theme: Theme = LIGHT) -> Checks:
    """Measure pages as they look in a theme. Text is held against what lies under it, a box or the paper."""
    every = list(pages)
    boxes = [box for page in every for box in page.boxes]
    return Checks(
        min((page.smallest for page in every if page.smallest), default=0.0),
        min((each for page in every for each in _contrasts(page, theme)), default=21.0),
        tuple(box.what for box in boxes if box.key and not (box.name or box.text)),
        sum(not page.title.strip() for page in every),
        frozenset(page.language for page in every),
    )


def _contrasts(page: PlacedPage, theme: Theme) -> Iterator[float]:
    grounds: list[tuple[Placed, str]] = []
    for box in page.boxes:
        if fill := theme.grounds[box.look].fill:
            grounds.append((box, fill))
        for line in box.lines:
            for run in line.runs:
                yield contrast(theme.types[run.role].color, _under(run.x, line.baseline, grounds) or theme.paper)


def _under(x: float, y: float, grounds: list[tuple[Placed, str]]) -> str:
    """The colour of what was painted last at a point, empty where nothing was."""
    covering = (fill for box, fill in reversed(grounds) if box.x <= x <= box.right and box.y <= y <= box.bottom)
    return next(covering, "")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast("#000000", "#ffffff"), 1), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
