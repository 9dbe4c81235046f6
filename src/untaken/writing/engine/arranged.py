"""Reads what `dot` made of a graph."""

import re
from typing import Any

from untaken.drawing.place.tree import Arrangement
from untaken.drawing.placed import Point


def arrangement(laid_out: dict[str, Any]) -> Arrangement:
    """The places in Graphviz's JSON, whose y grows upward, as ours."""
    _, _, width, height = map(float, laid_out["bb"].split(","))
    nodes = [each for each in laid_out.get("objects", ()) if "pos" in each]
    names = {node["_gvid"]: node["name"] for node in nodes}
    centers = {node["name"]: _point(node["pos"], height) for node in nodes}
    courses = {
        (names[edge["tail"]], names[edge["head"]]): _course(edge["pos"], height) for edge in laid_out.get("edges", ())
    }
    return Arrangement(width, height, centers, courses)


def _point(text: str, height: float) -> Point:
    x, y = map(float, text.split(","))
    return x, height - y


def _course(text: str, height: float) -> tuple[Point, ...]:
    """The corners of an edge: each straight piece is written as a curve with two handles."""
    points = [_point(each, height) for each in text.split() if not re.match(r"[es],", each)]
    return tuple(points[::3])
