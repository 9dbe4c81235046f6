"""What a class decided, as a page for a browser: each turning point drawn, and counted in words below it."""

import re

from untaken.drawing.boxes import Detail
from untaken.drawing.crowded import crowded
from untaken.drawing.describing import described
from untaken.drawing.place.own_size import own_size
from untaken.drawing.place.spine import spine_page
from untaken.drawing.whole import whole
from untaken.history.crowd import Crowd
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.telling.crowd import crowd_heading, point_document
from untaken.telling.document import Block, Table
from untaken.writing.svg import svg
from untaken.writing.web import Figure, web_page

_STYLE = re.compile("<style>.*?</style>", re.DOTALL)


def class_page(crowd: Crowd) -> str:
    """The page: one file without a script, which asks nothing of a network."""
    parts: list[Block | Table | Figure] = [*crowd_heading(crowd)]
    typefaces: set[str] = set()
    for at, point in enumerate(crowd.passed, 1):
        heading, *counts = point_document(crowd, point)
        drawn = _picture(crowd, point, f"picture-{at}-")
        # The typeface of all is told once.
        known = {each for each in _STYLE.findall(drawn) if each in typefaces}
        typefaces.update(_STYLE.findall(drawn))
        parts += [heading, Figure(_STYLE.sub("", drawn) if known else drawn), *counts]
    return web_page(parts)


def _picture(crowd: Crowd, point: TurningPoint, prefix: str) -> str:
    graph = Graph.of(point.scenario)
    sheet = crowded(whole(point, graph, Detail.OUTLINE), point, graph, crowd)
    page = described(own_size(lambda papers: spine_page(sheet, papers)))
    return svg(page, prefix=prefix).decode("utf-8").partition("\n")[2]
