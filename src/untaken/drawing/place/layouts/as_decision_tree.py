"""The classic decision tree, as `dot` arranges it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from untaken.drawing.place.layouts import Layout

if TYPE_CHECKING:
    from untaken.drawing.place.paper import Paper
    from untaken.drawing.placed import PlacedPage
    from untaken.drawing.sheet import Sheet


def _place(sheet: "Sheet", papers: "Sequence[Paper]", arrange: Any) -> "PlacedPage":
    from untaken.drawing.place.tree import tree_page

    return tree_page(sheet, papers, arrange)


LAYOUT = Layout("tree", "a tree, as in decision analysis", _place, by_graphviz=True)
