"""Along the spine of what happened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from untaken.drawing.place.layouts import USUAL, Layout

if TYPE_CHECKING:
    from untaken.drawing.place.paper import Paper
    from untaken.drawing.placed import PlacedPage
    from untaken.drawing.sheet import Sheet


def _place(sheet: "Sheet", papers: "Sequence[Paper]", arrange: Any) -> "PlacedPage":
    from untaken.drawing.place.spine import spine_page

    return spine_page(sheet, papers)


LAYOUT = Layout(USUAL, "along the spine of what happened", _place)
