"""Where a page is one of several: the numbers of the decisions before it and after it, at its edges."""

from dataclasses import dataclass

from untaken.drawing.place.columns import ColumnWay
from untaken.drawing.place.connecting import connector
from untaken.drawing.place.draft import Draft
from untaken.drawing.place.leaves import DISC, disc
from untaken.drawing.placed import Flank, Look, Placed, Stroke
from untaken.drawing.sheet import Box, Link
from untaken.drawing.structure import Structure

_WIDTH = 2 * DISC + 20


@dataclass(frozen=True)
class Stubs:
    """The nodes of the spine on both sides of a page, with their numbers; None where there is none.

    `arriving` is the link into the first node of the page.
    """

    before: tuple[Box, str] | None
    after: tuple[Box, str] | None
    arriving: Link | None

    @classmethod
    def of(cls, structure: Structure) -> "Stubs":
        """The stubs of a page of a structure."""
        if structure.whole is None:
            return cls(None, None, None)
        spine = structure.sheet.spine
        here = [at for at, node in enumerate(spine) if (node,) in structure.boxes]
        sides = [spine[here[0] - 1] if here[0] else None, *spine[here[-1] + 1 : here[-1] + 2]]
        before, after = ([*sides, None])[:2]
        if structure.lead(spine[here[-1]]) is None:
            # The option that leads on stands on another page.
            after = None
        lead = structure.whole.lead(before) if before else None
        return cls(_numbered(structure, before), _numbered(structure, after), structure.whole.onward.get(lead or ()))

    @property
    def left(self) -> float:
        """The room at the left, in units."""
        return _WIDTH if self.before else 0.0

    @property
    def right(self) -> float:
        """The room at the right, in units."""
        return _WIDTH if self.after else 0.0

    def from_before(self, draft: Draft, head: Placed, y: float) -> None:
        """The way into the first node from the one before it."""
        if self.before and self.arriving:
            mark = disc(*self.before, DISC - _WIDTH, y, Look.DISC)
            draft.boxes.append(mark)
            points = ((mark.right, y), (head.x, y))
            draft.connectors.append(connector(self.arriving, points, None, Flank.RIGHT))

    def to_next(self, draft: Draft, way: ColumnWay, width: float) -> None:
        """The way out of the last node to the one after it."""
        if self.after:
            x, y = width + _WIDTH - DISC, way.points[-1][1]
            happened = self.after[1] == "E" and self.after[0].history
            mark = disc(*self.after, x, y, Look.DISC_END if happened else Look.DISC)
            draft.boxes.append(mark)
            stroke = Stroke.HISTORY_BRIDGED if way.bridged else None
            draft.connectors.append(connector(way.link, [*way.points, (mark.x, y)], stroke, Flank.RIGHT))


def _numbered(structure: Structure, node: str | None) -> tuple[Box, str] | None:
    if node is None or structure.whole is None:
        return None
    return structure.whole.boxes[(node,)], structure.whole.numbers[node]
