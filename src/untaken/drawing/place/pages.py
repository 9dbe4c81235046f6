"""A draft on its page, with what stands round it."""

from untaken.drawing.place.draft import Draft
from untaken.drawing.place.margins import margins
from untaken.drawing.place.paper import Paper
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sheet import Sheet


def finished(sheet: Sheet, paper: Paper, scale: float, draft: Draft, right: float = 0.0) -> PlacedPage:
    """The page of a draft at a scale, moved to the right by so many units."""
    around = margins(sheet, paper, scale)
    boxes, connectors = draft.placed(scale, paper.margin + right * scale, around.top)
    outer, samples = around.placed()
    foot = [box for box in outer if box.what == "foot"]
    head = [box for box in outer if box.what != "foot"]
    return PlacedPage(
        paper.width, paper.height, (*head, *boxes, *foot), (*samples, *connectors),
        sheet.title, sheet.words, sheet.language, scale, sheet.steps,
    )  # fmt: skip
