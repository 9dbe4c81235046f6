"""Cards that flow over slides: side by side in columns, one below the other, on to the next slide where one is full.

What has no room on one slide at 16 points goes on to the next; the largest type is taken that needs no more slides.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from untaken.drawing.place.setting import SetText
from untaken.drawing.placed import Look, Placed, PlacedLine, PlacedRun, Shape
from untaken.drawing.sheet import Key, Paragraph
from untaken.drawing.slides.slide import HEIGHT, MARGIN, TOP, WIDTH
from untaken.drawing.theme import SMALLEST

TYPES = (40.0, 36.0, 32.0, 28.0, 25.0, 22.0, 20.0, 18.0, 17.0, 16.0)
"""Sizes of the smallest type, in points, down to what a deck promises."""
_SIDE, _ABOVE = 11.0, 7.0
"""Blank room inside a card, in units of the layout."""
_GAP = 6.0
"""Between the paragraphs of a card, in units."""
_BETWEEN = 16.0
"""Between cards."""
_CORNER = 8.0
_BANNERS = (3.6, 3.2, 2.8, 2.5, 2.2)
"""Scales of a question that stands alone."""
_BANNER_HEIGHT = HEIGHT / 2


@dataclass(frozen=True)
class SlideCard:
    """What is said of one thing: its head, and paragraphs that may go on to the next slide under the same head."""

    key: Key
    head: tuple[Paragraph, ...]
    parts: tuple[Paragraph, ...] = ()
    look: Look = Look.OPTION
    shape: Shape = Shape.ROUNDED


Slides = list[list[Placed]]
"""The boxes of each slide."""


def rows(cards: Sequence[SlideCard]) -> Slides:
    """The cards one below the other over the whole width."""
    return _largest(lambda scale: list(_columns(cards, 1, scale)))


def abreast(cards: Sequence[SlideCard]) -> Slides:
    """Each card in a column of its own, all going on to the next slide together; more than three in two columns."""
    if 1 < len(cards) <= _MOST_ABREAST:
        return _largest(lambda scale: list(_together(cards, scale)))
    return _largest(lambda scale: list(_columns(cards, min(2, len(cards)), scale)))


_MOST_ABREAST = 3


def _largest(flow: Callable[[float], Slides]) -> Slides:
    """The slides at the largest type that needs no more of them than the smallest does."""
    fewest = flow(TYPES[-1] / SMALLEST)
    for size in TYPES[:-1]:
        slides = flow(size / SMALLEST)
        if len(slides) <= len(fewest) and all(box.bottom <= HEIGHT - MARGIN for boxes in slides for box in boxes):
            return slides
    return fewest


def _columns(cards: Sequence[SlideCard], count: int, scale: float) -> Iterator[list[Placed]]:
    width = (WIDTH - 2 * MARGIN - (count - 1) * _BETWEEN) / max(1, count)
    waiting = list(cards)
    while waiting:
        boxes: list[Placed] = []
        for column in range(count):
            waiting = _fill(waiting, boxes, MARGIN + column * (width + _BETWEEN), width, scale)
        yield boxes


def _together(cards: Sequence[SlideCard], scale: float) -> Iterator[list[Placed]]:
    width = (WIDTH - 2 * MARGIN - (len(cards) - 1) * _BETWEEN) / len(cards)
    waiting: list[list[SlideCard]] = [[card] for card in cards]
    while any(waiting):
        boxes: list[Placed] = []
        waiting = [
            _fill(each, boxes, MARGIN + at * (width + _BETWEEN), width, scale) for at, each in enumerate(waiting)
        ]
        tallest = max(box.height for box in boxes)
        yield [replace(box, height=tallest) for box in boxes]


def _fill(cards: list[SlideCard], boxes: list[Placed], x: float, width: float, scale: float) -> list[SlideCard]:
    """Put as many cards as fit one below the other; what is left over of them."""
    y = TOP
    while cards:
        first, rest = _cut(cards[0], width, HEIGHT - MARGIN - y, scale, is_first=y == TOP)
        if first is None:
            return cards
        boxes.append(_placed(first, x, y, width, scale))
        y = boxes[-1].bottom + _BETWEEN
        cards = [*([rest] if rest else []), *cards[1:]]
        if rest:
            return cards
    return cards


def _cut(
    card: SlideCard, width: float, room: float, scale: float, is_first: bool
) -> tuple[SlideCard | None, SlideCard | None]:
    """As much of a card as has room, with what is left over; nothing where not even its first paragraph has."""
    for count in range(len(card.parts), -1, -1):
        part = replace(card, parts=card.parts[:count])
        fits = _height(part, width, scale) <= room and (count > 0 or not card.parts)
        if fits or (is_first and count <= 1):
            return part, replace(card, parts=card.parts[count:]) if count < len(card.parts) else None
    return None, card


def _height(card: SlideCard, width: float, scale: float) -> float:
    return (_text(card).height(width / scale - 2 * _SIDE) + 2 * _ABOVE) * scale


def _text(card: SlideCard) -> SetText:
    return SetText((*card.head, *card.parts), _GAP)


def _placed(card: SlideCard, x: float, y: float, width: float, scale: float) -> Placed:
    lines = _text(card).lines(_SIDE, _ABOVE, width / scale - 2 * _SIDE)
    return Placed(
        card.key, "card", card.shape, card.look, x, y, width, _height(card, width, scale),
        tuple(_moved(line, x, y, scale) for line in lines), corner=_CORNER, pen=max(1.0, scale * 0.8),
    )  # fmt: skip


def set_text(key: Key, paragraphs: Iterable[Paragraph], x: float, y: float, width: float, scale: float) -> Placed:
    """Text without a card round it, its type `scale` times what the theme says."""
    text = SetText(paragraphs, _GAP)
    lines = tuple(_moved(line, x, y, scale) for line in text.lines(0.0, 0.0, width / scale))
    return Placed(key, "text", Shape.BARE, Look.BARE, x, y, width, text.height(width / scale) * scale, lines)


def banner(card: SlideCard) -> Placed:
    """A card over the whole width, alone on its slide but for a line below it, in the largest type that has room."""
    width = WIDTH - 2 * MARGIN
    scale = next((each for each in _BANNERS if _height(card, width, each) <= _BANNER_HEIGHT), _BANNERS[-1])
    return _placed(card, MARGIN, TOP + 30.0, width, scale)


def _moved(line: PlacedLine, x: float, y: float, scale: float) -> PlacedLine:
    runs = tuple(
        PlacedRun(run.text, run.role, run.x * scale + x, run.width * scale, run.size * scale, run.face)
        for run in line.runs
    )
    return PlacedLine(line.baseline * scale + y, line.paragraph, runs)
