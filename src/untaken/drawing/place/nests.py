"""Decisions under an option not taken: stacked, side by side, or as a spine of their own, whatever is lowest."""

from collections.abc import Sequence

from untaken.drawing.place.columns import ColumnBlock, ColumnWay
from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.options import OptionBlock
from untaken.drawing.placed import Flank, Look, Placed, Shape, Stroke

PAD = 6.0
"""Between the ground of the outermost nest and what stands on it."""
GUTTER = 25.0
"""Between two columns: room for the connector that leads on."""
ENTRY = 12.0
_PRECISE = 1.5


class Spine:
    """The decisions of a chain side by side, each a column, in the least height for a width."""

    def __init__(self, columns: Sequence[ColumnBlock]) -> None:
        self._columns = columns
        self.least = sum(each.least for each in columns) + GUTTER * (len(columns) - 1)
        self._found: dict[float, tuple[float, list[float]]] = {}

    def height(self, width: float) -> float:
        """Its least height at a width."""
        return self._solved(width)[0]

    def place(self, draft: Draft, x: float, y: float, width: float) -> None:
        """Put it into a draft, the box of its first decision first."""
        way: ColumnWay | None = None
        for column, wide in zip(self._columns, self._solved(width)[1], strict=True):
            header = column.header.place(draft, x, y, wide)
            if way:
                lead_on(draft, way, x - GUTTER + 10, header, y + column.header.first_line)
            way = column.place_options(draft, header, wide)
            x += wide + GUTTER

    def _solved(self, width: float) -> tuple[float, list[float]]:
        found = self._found.get(width)
        if found is None:
            found = self._found[width] = self._solve(width - GUTTER * (len(self._columns) - 1))
        return found

    def _solve(self, room: float) -> tuple[float, list[float]]:
        low = 0.0
        widths = [each.least for each in self._columns]
        high = max(each.height(wide) for each, wide in zip(self._columns, widths, strict=True))
        while high - low > _PRECISE:
            middle = (low + high) / 2
            tried = [each.narrowest(middle, room) for each in self._columns]
            if None not in tried and sum(wide for wide in tried if wide) <= room:
                high, widths = middle, [wide for wide in tried if wide]
            else:
                low = middle
        spare = (room - sum(widths)) / len(widths)
        widths = [wide + spare for wide in widths]
        return max(each.height(wide) for each, wide in zip(self._columns, widths, strict=True)), widths


def lead_on(draft: Draft, way: ColumnWay, x: float, head: Placed, y: float) -> None:
    """The connector from an option into the left side of the next box at the height y, turning at x."""
    last = way.points[-1]
    across = [(x, last[1]), (x, y)] if abs(last[1] - y) > 0.5 else []
    stroke = Stroke.HISTORY_BRIDGED if way.bridged else None
    draft.connectors.append(
        connector(way.link, [*way.points, *across, (head.x, y)], stroke, Flank.RIGHT, step=max(way.step, head.step))
    )


class Nest:
    """A decision that hangs below an option. The outermost of several lies on a ground of its own."""

    def __init__(self, forms: tuple[ColumnBlock | Spine, ...], is_outermost: bool) -> None:
        self.forms, self.is_outermost = forms, is_outermost
        self._pad = PAD if is_outermost else 0.0
        self.least = min(each.least for each in forms) + 2 * self._pad
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """Its height at a width, in its lowest form."""
        found = self._heights.get(width)
        if found is None:
            inner = width - 2 * self._pad
            found = self._heights[width] = min(each.height(inner) for each in self._fitting(inner)) + 2 * self._pad
        return found

    def hang(self, draft: Draft, option: OptionBlock, card: Placed, x: float, y: float, width: float) -> None:
        """Put it into a draft, with an elbow from its option into its first decision."""
        inner = width - 2 * self._pad
        form = self._best(inner)
        at = len(draft.boxes)
        form.place(draft, x + self._pad, y + self._pad, inner)
        header = draft.boxes[at]
        if self.is_outermost:
            high = form.height(inner) + 2 * PAD
            ground = Placed((), "nest", Shape.RECTANGLE, Look.NEST, x, y, width, high, step=header.step)
            draft.grounds.append(ground)
        option.elbow(draft, card, header, header.y + min(ENTRY, header.height / 2))

    def _best(self, inner: float) -> ColumnBlock | Spine:
        return min(self._fitting(inner), key=lambda each: each.height(inner))

    def _fitting(self, inner: float) -> list[ColumnBlock | Spine]:
        """The forms that have room, or else the narrowest."""
        found = [each for each in self.forms if each.least <= inner + 0.01]
        return found or [min(self.forms, key=lambda each: each.least)]
