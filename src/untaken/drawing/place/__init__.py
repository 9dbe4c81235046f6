"""Gives sheets their places: `place` for a whole on one page, `split.spine_pages` for as many pages as it needs.

    page = place(whole(point, graph, Detail.SUMMARY), PAPERS[Fit.SLIDE])

There are two layouts of a scenario, `spine` and `tree`, one of a timeline, `moments`, and one of a matrix, `table`.
Each takes the papers that it may choose from, and gives the page on which its type is largest.
"""

from untaken.drawing.place.paper import PAPERS, Fit, Paper
from untaken.drawing.place.spine import spine_page as place

__all__ = ["PAPERS", "Fit", "Paper", "place"]
