"""What a layout collects: boxes and connectors in units, until the page's scale and place are known."""

from dataclasses import dataclass, field, replace

from untaken.drawing.placed import Connector, Look, Placed, PlacedLine, PlacedRun, Shape, Stroke
from untaken.drawing.sheet import Key

_ORDER = (
    Stroke.AXIS,
    Stroke.TIE,
    Stroke.TIE_SUGGESTED,
    Stroke.UNTAKEN,
    Stroke.CROWD,
    Stroke.ROAD,
    Stroke.HISTORY_CROWD,
    Stroke.HISTORY_ROAD,
    Stroke.HISTORY,
    Stroke.HISTORY_BRIDGED,
)
"""What happened is painted last, over all that it meets."""


@dataclass
class Draft:
    """Boxes and connectors in units of the layout, y down. `grounds` lie under all else."""

    boxes: list[Placed] = field(default_factory=list)
    grounds: list[Placed] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)

    def placed(self, scale: float, right: float, down: float) -> tuple[list[Placed], list[Connector]]:
        """All of it in points: enlarged, then moved to the right and down by so many points."""
        boxes = [_box(each, scale, right, down) for each in (*self.grounds, *self.boxes)]
        connectors = sorted(self.connectors, key=lambda each: _ORDER.index(each.stroke))
        return boxes, [_connector(each, scale, right, down) for each in connectors]


_ABOVE, _BELOW = 0.75, 0.22
"""How far letters reach over and under their baseline, in parts of the type size."""


def bare(key: Key, what: str, lines: list[PlacedLine], step: int = 0) -> Placed:
    """Text without a box round it."""
    left = min((run.x for line in lines for run in line.runs), default=0.0)
    right = max((run.x + run.width for line in lines for run in line.runs), default=0.0)
    size = max((run.size for line in lines for run in line.runs), default=0.0)
    top = min((line.baseline for line in lines), default=size) - _ABOVE * size
    bottom = max((line.baseline for line in lines), default=0.0) + _BELOW * size
    return Placed(key, what, Shape.BARE, Look.BARE, left, top, right - left, bottom - top, tuple(lines), step=step)


def _box(box: Placed, scale: float, right: float, down: float) -> Placed:
    return replace(
        box,
        x=box.x * scale + right,
        y=box.y * scale + down,
        width=box.width * scale,
        height=box.height * scale,
        tip=box.tip * scale,
        corner=box.corner * scale,
        pen=scale,
        lines=tuple(_line(line, scale, right, down) for line in box.lines),
    )


def _line(line: PlacedLine, scale: float, right: float, down: float) -> PlacedLine:
    runs = tuple(
        PlacedRun(run.text, run.role, run.x * scale + right, run.width * scale, run.size * scale, run.face)
        for run in line.runs
    )
    return PlacedLine(line.baseline * scale + down, line.paragraph, runs)


def _connector(connector: Connector, scale: float, right: float, down: float) -> Connector:
    points = tuple((x * scale + right, y * scale + down) for x, y in connector.points)
    return replace(
        connector,
        points=points,
        arrow=connector.arrow * scale,
        corner=connector.corner * scale,
        pen=connector.pen * scale,
    )
