"""A page for each decision, every one legible from the back row: what does not fit goes on to a further page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from untaken.drawing.picture import Card, Picture
from untaken.writing.engine import Engine
from untaken.writing.fitting import PAGES, Fit, Fitted, fit, fit_slide

LEGIBLE = 14.0
"""The least type size of a page that is projected, in points."""


def split(engine: Engine, pictures: Sequence[Picture], to: Fit) -> list[Fitted[Picture]]:
    """The pages, numbered, with no text below `LEGIBLE` where division can help. Raises what the engine raises."""
    fitted = [page for picture in pictures for page in _pages(engine, picture, to)]
    return [_numbered(page, at, len(fitted)) for at, page in enumerate(fitted, 1)]


def _numbered(page: Fitted[Picture], at: int, of: int) -> Fitted[Picture]:
    parts = filter(None, (page.picture.subtitle, f"page {at} of {of}"))
    return replace(page, picture=replace(page.picture, subtitle=" · ".join(parts)))


def _pages(engine: Engine, picture: Picture, to: Fit) -> Iterator[Fitted[Picture]]:
    if to is Fit.NONE:
        yield fit(engine, picture, to)
        return
    rest = picture
    while True:
        page, left = _first_page(engine, rest, to)
        yield page
        if not left:
            return
        rest = replace(picture, cards=left)


def _first_page(engine: Engine, picture: Picture, to: Fit) -> tuple[Fitted[Picture], tuple[Card, ...]]:
    """As many of the cards as one page holds, at least a part of the first, and those that are left."""
    for count in range(len(picture.cards), 0, -1):
        page = _fitted(engine, picture, picture.cards[:count], to)
        if page.smallest >= LEGIBLE:
            return page, picture.cards[count:]
    if not picture.cards:
        return _fitted(engine, picture, (), to), ()
    card, *others = picture.cards
    for count in range(len(card.rows) - 1, 0, -1):
        page = _fitted(engine, picture, (replace(card, rows=card.rows[:count]),), to)
        if page.smallest >= LEGIBLE:
            title = card.title.removesuffix(_CONTINUED) + _CONTINUED
            return page, (replace(card, rows=card.rows[count:], title=title), *others)
    return _fitted(engine, picture, (card,), to), tuple(others)


_CONTINUED = " (continued)"


def _fitted(engine: Engine, picture: Picture, cards: tuple[Card, ...], to: Fit) -> Fitted[Picture]:
    """The picture with these cards only, and with the nodes that they come from and lead to."""
    kept = {each for card in cards for each in (card.tail, card.head)}
    heads = tuple(head for head in picture.heads if head.id in kept or not cards)
    part = replace(picture, cards=cards, heads=heads, subtitle=picture.subtitle or " ")
    pages = [fit_slide(engine, part, page, LEGIBLE) for page in PAGES[to]]
    best = max(pages, key=lambda page: page.smallest)
    return replace(best, picture=replace(part, subtitle=picture.subtitle))
