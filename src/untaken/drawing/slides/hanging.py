"""What hangs on what, on slides: what a turning point comes from, before it; and, after it, what hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from untaken.drawing.placed import Placed
from untaken.drawing.sheet import BoxKind
from untaken.drawing.slides.flow import SlideCard, abreast
from untaken.drawing.ties import AFTER, BEFORE, ties_of
from untaken.model import TurningPoint
from untaken.telling import lecturing
from untaken.telling.document import Block
from untaken.telling.phrases import ties as say


@dataclass(frozen=True)
class TieSlides:
    """Slides of ties under one title, with the lecturer's notes."""

    title: str
    slides: Sequence[list[Placed]]
    notes: tuple[Block, ...]


def what_it_comes_from(history: Sequence[TurningPoint], id: str) -> TieSlides:
    """What had been settled before a turning point and bears on it: no more, for the reasons mostly tell its answer."""
    return TieSlides(say.WHAT_IT_COMES_FROM, _slides(history, id, BEFORE, True), ())


def what_hung_on_what(history: Sequence[TurningPoint], id: str) -> list[TieSlides]:
    """What a turning point hangs on, and what hangs on it, each with its reason."""
    notes = tuple(lecturing.ties(history, id))
    sides = ((say.ABOVE, BEFORE), (say.BELOW, AFTER))
    return [TieSlides(title, _slides(history, id, side, False), notes) for title, side in sides]


def _slides(history: Sequence[TurningPoint], id: str, side: str, is_sealed: bool) -> Sequence[list[Placed]]:
    """The cards of one side; no slide where there are none."""
    boxes = ties_of(history, id, is_sealed).sheet.boxes
    cards = [SlideCard(box.id, box.lines, box.parts) for box in boxes if box.kind is BoxKind.TIE and box.node == side]
    return abreast(cards) if cards else []
