"""Reads a finished SVG: how large its page is, where on it everything stands, and how large its type is."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from untaken.drawing.typeface import Face, measure

_NUMBER = r"-?[\d.]+(?:e-?\d+)?"


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
        """Corners and points on the curves of all that is drawn, but for the background."""
        found = []
        for shape in [each for each in self.root.iter() if each.get("points") or each.get("d")][1:]:
            numbers = [float(each) for each in re.findall(_NUMBER, shape.get("points") or shape.get("d") or "")]
            corners = list(zip(numbers[::2], numbers[1::2], strict=True))
            found += corners if shape.get("points") else list(_on_curve(corners))
        for ellipse in self.root.iter(tag("ellipse")):
            x, y, wide, high = (float(ellipse.get(name, "")) for name in ("cx", "cy", "rx", "ry"))
            found += [(x - wide, y - high), (x + wide, y + high)]
        return [self._placed(*point) for point in found]

    @property
    def lines(self) -> list[Written]:
        """Every line of text."""
        return [self._written(each) for each in self.root.iter(tag("text"))]

    def _written(self, text: ElementTree.Element) -> Written:
        face = Face.BOLD if text.get("font-weight") else Face.ITALIC if text.get("font-style") else Face.REGULAR
        size, words = float(text.get("font-size", "")), text.text or ""
        left, baseline = self._placed(float(text.get("x", "")), float(text.get("y", "")))
        width = self._placing[0] * measure(face, size)("".join(each for each in words if each < "\u0500"))
        assert text.get("text-anchor") == "start"
        return Written(words, left, left + width, baseline, self._placing[0] * size)

    @property
    def said(self) -> str:
        """All its text without blanks, so that words broken over lines are whole again."""
        return without_blanks("".join(line.text for line in self.lines))


def _on_curve(corners: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points on a path of cubic Bézier curves, each of which begins where the one before it ends."""
    for at in range(0, len(corners) - 3, 3):
        for part in (each / 20 for each in range(21)):
            weights = ((1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3)
            held = list(zip(weights, corners[at : at + 4], strict=True))
            yield sum(weight * x for weight, (x, _) in held), sum(weight * y for weight, (_, y) in held)


def without_blanks(text: str) -> str:
    return "".join(text.split())
