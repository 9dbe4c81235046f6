"""A picture as DOT: decision notation, option cards with their arguments, what happened as the spine."""

from untaken.drawing.canvas import Canvas, Frame, Heading, Orientation, Shape
from untaken.drawing.diagram.cards import blocks, card_attributes, edge_attributes
from untaken.drawing.diagram.legend import legend
from untaken.drawing.diagram.nodes import head_attributes
from untaken.drawing.picture import Card, Picture
from untaken.drawing.widths import for_column, for_row


def names(picture: Picture) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """The generated names of heads and cards in DOT: an author's id never reaches it."""
    heads = {head.id: f"node{at}" for at, head in enumerate(picture.heads, 1)}
    cards = {(card.tail, card.id): f"card{at}" for at, card in enumerate(picture.cards, 1)}
    return heads, cards


def diagram(picture: Picture, shape: Shape, frame: Frame | None = None, heights: dict[str, float] | None = None) -> str:
    """The DOT text of a picture; without a frame the drawing alone, to be measured.

    `heights` are least heights of cards by their DOT names, in points: cards of a row are made equally high, so that
    they have one top edge.
    """
    heads, cards = names(picture)
    heading = Heading(picture.title, picture.subtitle, picture.context)
    rank_gap = 0.3 if any(card.rows for card in picture.cards) else 0.22
    canvas = Canvas(shape, frame, heading, legend(picture), picture.sources, rank_gap)
    for head in picture.heads:
        canvas.body.node(heads[head.id], **head_attributes(head, shape))
    entry, leaving = ("n", "s") if shape.orientation is Orientation.DOWN else ("w", "e")
    pulling = _pulling(picture)
    # Across the page, Graphviz puts the first of a node's arcs at the bottom.
    drawn = list(zip(picture.cards, _card_widths(picture, shape), strict=True))
    for card, width in drawn if shape.orientation is Orientation.DOWN else reversed(drawn):
        name = cards[card.tail, card.id]
        canvas.body.node(name, **card_attributes(card, width, (heights or {}).get(name, 0.0)))
        canvas.body.edge(heads[card.tail], name, headport=entry, **edge_attributes(card, arrow=False))
        if card.head in heads:
            pull = {} if card in pulling else {"constraint": "false"}
            canvas.body.edge(name, heads[card.head], tailport=leaving, **edge_attributes(card, arrow=True), **pull)
    for head in picture.heads:
        canvas.side_by_side([cards[card.tail, card.id] for card in picture.cards if card.tail == head.id])
    return canvas.text()


def _pulling(picture: Picture) -> list[Card]:
    """For each node the one card that it is placed under: of those that lead to it, one that stands deepest.

    Where several pulled at it, Graphviz would put them side by side, against the author's order.
    """
    depth = {head.id: 0 for head in picture.heads}
    for head in picture.heads:
        for card in picture.cards:
            if card.tail == head.id and card.head in depth:
                depth[card.head] = max(depth[card.head], depth[head.id] + 1)
    deepest: dict[str, Card] = {}
    for card in sorted(picture.cards, key=lambda card: (-depth[card.tail], not card.historical)):
        deepest.setdefault(card.head, card)
    return list(deepest.values())


def _card_widths(picture: Picture, shape: Shape) -> list[float]:
    """The width of each card's text: the cards of one head share the span between them."""
    share = for_row if shape.orientation is Orientation.DOWN else for_column
    shared: dict[tuple[str, str], float] = {}
    for head in picture.heads:
        cards = [card for card in picture.cards if card.tail == head.id]
        found = share([blocks(card) for card in cards], shape.span)
        shared |= {(card.tail, card.id): width for card, width in zip(cards, found, strict=True)}
    return [shared[card.tail, card.id] for card in picture.cards]
