"""A slide: a placed page with the words that the lecturer has before him."""

from dataclasses import dataclass, replace

from untaken.drawing.lecture import Phase
from untaken.drawing.place.draft import Draft
from untaken.drawing.placed import Placed, PlacedPage
from untaken.telling.document import Document

WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide, in points: 13.333 by 7.5 inches."""
LEAST = 16.0
"""The smallest type on any slide, in points."""
MARGIN = 40.0
TOP = 92.0
"""Where what stands under a title begins."""


@dataclass(frozen=True)
class Slide:
    """One slide. `notes` are for the lecturer; `reveals` says that it tells what happened, for the first time.

    `node` is the decision or chance node that it is about, empty where it is about the whole; `phase` what it adds.
    """

    page: PlacedPage
    notes: Document = ()
    node: str = ""
    phase: Phase | None = None

    @property
    def title(self) -> str:
        """What the slide is called."""
        return self.page.title

    @property
    def reveals(self) -> bool:
        """Whether it tells what happened."""
        return self.phase in (Phase.HAPPENED, Phase.CONSEQUENCE)

    def titled(self, title: str) -> "Slide":
        """The same slide under another title."""
        return replace(self, page=replace(self.page, title=title))


def page(title: str, boxes: list[Placed], words: str, language: str) -> PlacedPage:
    """A page of these boxes; its title is no box of it: a deck has a place of its own for that."""
    return PlacedPage(WIDTH, HEIGHT, tuple(boxes), (), title, words, language)


def enlarged(page: PlacedPage, factor: float) -> PlacedPage:
    """The page with everything on it so many times as large."""
    boxes, _ = Draft(list(page.boxes)).placed(factor, 0.0, 0.0)
    connectors = [Draft(connectors=[each]).placed(factor, 0.0, 0.0)[1][0] for each in page.connectors]
    return replace(
        page,
        width=page.width * factor,
        height=page.height * factor,
        boxes=tuple(replace(new, pen=old.pen * factor) for new, old in zip(boxes, page.boxes, strict=True)),
        connectors=tuple(
            replace(new, pen=old.pen * factor) for new, old in zip(connectors, page.connectors, strict=True)
        ),
        scale=page.scale * factor,
    )
