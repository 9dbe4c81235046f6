"""Reads a finished SVG: how large its page is, where on it everything stands, and how large its type is."""

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from functools import cached_property

from untaken.drawing.typeface import Face, measure


def tag(name: str) -> str:
    return f"{{http://www.w3.org/2000/svg}}{name}"


@dataclass(frozen=True)
class Written:
    """A line of text on the page, in points from its upper left corner.

    It ends at `right` as far as can be said: the letters of some scripts come from the machine's fonts, unmeasured.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True)
class Drawing:
    """A finished SVG."""

    data: bytes

    @cached_property
    def root(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.data)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page in points."""
        width, height = (self.root.get(name, "") for name in ("width", "height"))
        assert width.endswith("pt")
        assert height.endswith("pt")
        return float(width[:-2]), float(height[:-2])

    @property
    def lines(self) -> list[Written]:
        """Every line of text."""
        return [self._written(each) for each in self.root.iter(tag("text"))]

    def _written(self, text: ElementTree.Element) -> Written:
        face = Face.BOLD if text.get("font-weight") else Face.ITALIC if text.get("font-style") else Face.REGULAR
        size, words = float(text.get("font-size", "")), text.text or ""
        left, baseline = float(text.get("x", "")), float(text.get("y", ""))
        width = measure(face, size)("".join(each for each in words if each < "\u0500"))
        return Written(words, left, left + width, baseline, size)

    @property
    def said(self) -> str:
        """All its text without blanks, so that words broken over lines are whole again."""
        return without_blanks("".join(line.text for line in self.lines))


def without_blanks(text: str) -> str:
    return "".join(text.split())
