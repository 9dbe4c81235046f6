"""The diagram of a turning point as data, which a page builds step by step: what is not decided yet is not drawn."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from untaken.drawing.boxes import Detail
from untaken.drawing.palette import LIGHT
from untaken.drawing.place.own_size import own_size
from untaken.drawing.place.spine import spine_page
from untaken.drawing.whole import in_steps
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.writing.page.roads import Json
from untaken.writing.svg import svg

_LEFT_OUT = {"title", "desc", "style"}
"""What a page says in its own way: the words for who listens, and the typeface."""


def diagram_data(point: TurningPoint, graph: Graph) -> Json:
    """The spine of a turning point as an element of SVG: name, attributes, and its text or its children, if any.

    `steps` has for each step the node that it belongs to, and its phase. Parts have the step from which they are seen
    as `s`, that until which as `u`, and boxes the place of their node among all as `n`. Where nothing is to be decided
    there is nothing to draw.
    """
    sheet = in_steps(point, graph, Detail.SUMMARY)
    if not sheet.steps:
        return {"steps": [], "drawing": None}
    page = own_size(lambda papers: spine_page(sheet, papers))
    picture = ElementTree.fromstring(svg(page, steps=True))
    parts = {each.get("id"): each for each in picture.iter()}
    for at, box in enumerate(page.boxes, 1):
        if box.name:
            parts[f"box-{at}"].set("n", str(graph.order.index(box.key[0])))
    drawn = _element(picture)
    return {"steps": [[step.node, step.phase.value] for step in page.steps], "drawing": drawn}


_FINER = re.compile(r"(\.\d)\d+")
"""What a number has beyond a tenth of a point, which nobody sees."""
_DECIMAL = re.compile(r"-?\d+(\.\d)?")
_FACES = {"b": {"font-weight": "bold"}, "i": {"font-style": "italic"}}
"""Faces that are so often asked for that they have a letter."""
_SHORT = {
    "data-step": "s", "data-until": "u", "fill": "f", "stroke": "k", "stroke-width": "w", "stroke-dasharray": "d",
    "font-size": "z",
}  # fmt: skip
"""Attributes that are so often given that they have a letter."""
_USUAL = {"f": LIGHT.ink, "z": 14}
"""What most text is: it is said once, of the whole."""


def _element(element: ElementTree.Element) -> list[object]:
    name = _local(element.tag)
    attributes: dict[str, object] = {
        _SHORT.get(key, key): _number_or_text(value) for key, value in element.attrib.items() if _is_kept(key)
    }
    if name == "svg":
        attributes |= _USUAL
    if attributes.get("s") == 0:
        # From the first step on is said by nothing.
        del attributes["s"]
    if name == "text":
        attributes = {key: value for key, value in attributes.items() if _USUAL.get(key) != value}
        for short, face in _FACES.items():
            if face.items() <= attributes.items():
                attributes = {key: value for key, value in attributes.items() if key not in face} | {short: 1}
    content = [*_parts(element)] or element.text
    return [name, attributes, content] if content else [name, attributes]


def _parts(element: ElementTree.Element) -> Iterator[list[object]]:
    """What is in an element; a group of which nothing is to be known is no more than its parts."""
    for child in element:
        if _local(child.tag) in _LEFT_OUT:
            continue
        part = _element(child)
        if part[:2] == ["g", {}]:
            yield from _parts(child)
        else:
            yield part


def _number_or_text(value: str) -> object:
    """A value without what nobody sees; a number as such, for it is shorter so."""
    short = _FINER.sub(r"\1", value)
    if not _DECIMAL.fullmatch(short):
        return short
    number = float(short)
    return int(number) if number.is_integer() else number


def _is_kept(name: str) -> bool:
    return not name.startswith("{") and name not in ("aria-labelledby", "role", "lang", "font-family", "class", "id")


def _local(name: str) -> str:
    return re.sub(r"^\{.*\}", "", name)
