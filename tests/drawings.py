"""Reads a finished SVG: how large its page is, where on it everything stands, and how large its type is."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from functools import cached_property

from untaken.typeface import Face, measure

_NUMBER = r"-?[\d.]+(?:e-?\d+)?"


def tag(name: str) -> str:
    return f"{{http://www.w3.org/2000/svg}}{name}"


@dataclass(frozen=True)
class Written:
    """A line of text on the page, in points from its upper left corner."""

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

    @cached_property
    def _placing(self) -> tuple[float, float, float]:
        """How much the drawing is enlarged, and by how much it is shifted before."""
        graph = next(each for each in self.root.iter(tag("g")) if each.get("class") == "graph")
        found = re.findall(_NUMBER, graph.get("transform", ""))
        scale, _, turned, right, down = map(float, found)
        assert turned == 0
        return scale, right, down

    def _placed(self, x: float, y: float) -> tuple[float, float]:
        scale, right, down = self._placing
        return scale * (x + right), scale * (y + down)

    @property
    def points(self) -> list[tuple[float, float]]:
        """Every corner of what is drawn, but not the background's."""
        _, *shapes = [each for each in self.root.iter() if each.get("points") or each.get("d")]
        found = []
        for shape in shapes:
            numbers = [float(each) for each in re.findall(_NUMBER, shape.get("points") or shape.get("d") or "")]
            found += [self._placed(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        for ellipse in self.root.iter(tag("ellipse")):
            x, y, wide, high = (float(ellipse.get(name, "")) for name in ("cx", "cy", "rx", "ry"))
            found += [self._placed(x - wide, y - high), self._placed(x + wide, y + high)]
        return found

    @property
    def lines(self) -> list[Written]:
        """Every line of text."""
        return [self._written(each) for each in self.root.iter(tag("text"))]

    def _written(self, text: ElementTree.Element) -> Written:
        face = Face.BOLD if text.get("font-weight") else Face.ITALIC if text.get("font-style") else Face.REGULAR
        size, words = float(text.get("font-size", "")), text.text or ""
        left, baseline = self._placed(float(text.get("x", "")), float(text.get("y", "")))
        width = self._placing[0] * measure(face, size)(words)
        assert text.get("text-anchor") == "start"
        return Written(words, left, left + width, baseline, self._placing[0] * size)

    @property
    def said(self) -> str:
        """All its text without blanks, so that words broken over lines are whole again."""
        return without_blanks("".join(line.text for line in self.lines))


def without_blanks(text: str) -> str:
    return "".join(text.split())
