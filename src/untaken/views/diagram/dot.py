"""A picture as DOT: decision notation, option cards with their arguments, what happened as the spine."""

import graphviz

from untaken import palette
from untaken.labels import label
from untaken.picture import Card, Picture
from untaken.typeface import FAMILY
from untaken.views.diagram.cards import blocks, card_attributes, edge_attributes
from untaken.views.diagram.nodes import head_attributes
from untaken.views.diagram.page import page_foot, page_head
from untaken.views.diagram.shape import Frame, Orientation, Shape
from untaken.widths import for_column, for_row


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
    widths = _card_widths(picture, shape)
    dot = graphviz.Digraph("untaken", graph_attr=_graph_attributes(picture, shape, frame))
    dot.attr("node", fontname=FAMILY, height="0.1", width="0.1", margin="0")
    dot.attr("edge", fontname=FAMILY)
    body = graphviz.Digraph("cluster_page", graph_attr={"peripheries": "0", "margin": "0"})
    if frame:
        body.attr(label=label(page_head(picture, frame)), labelloc="t", labeljust="l")
    for head in picture.heads:
        body.node(heads[head.id], **head_attributes(head, shape))
    entry, leaving = ("n", "s") if shape.orientation is Orientation.DOWN else ("w", "e")
    pulling = _pulling(picture)
    # Across the page, Graphviz puts the first of a node's arcs at the bottom.
    drawn = list(zip(picture.cards, widths, strict=True))
    for card, width in drawn if shape.orientation is Orientation.DOWN else reversed(drawn):
        name = cards[card.tail, card.id]
        body.node(name, **card_attributes(card, width, (heights or {}).get(name, 0.0)))
        body.edge(heads[card.tail], name, headport=entry, **edge_attributes(card, arrow=False))
        if card.head in heads:
            pull = {} if card in pulling else {"constraint": "false"}
            body.edge(name, heads[card.head], tailport=leaving, **edge_attributes(card, arrow=True), **pull)
    for head in picture.heads:
        _side_by_side(body, [cards[card.tail, card.id] for card in picture.cards if card.tail == head.id])
    dot.subgraph(body)
    if frame:
        dot.attr(label=label(page_foot(picture, frame)), labelloc="b", labeljust="l")
    return str(dot.source)


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


def _side_by_side(body: graphviz.Digraph, cards: list[str]) -> None:
    """Keep the cards of one decision on one rank, even where one of them leads far away."""
    if len(cards) > 1:
        rank = graphviz.Digraph(graph_attr={"rank": "same"})
        for name in cards:
            rank.node(name)
        body.subgraph(rank)


def _card_widths(picture: Picture, shape: Shape) -> list[float]:
    """The width of each card's text: the cards of one head share the span between them."""
    share = for_row if shape.orientation is Orientation.DOWN else for_column
    shared: dict[tuple[str, str], float] = {}
    for head in picture.heads:
        cards = [card for card in picture.cards if card.tail == head.id]
        found = share([blocks(card) for card in cards], shape.span)
        shared |= {(card.tail, card.id): width for card, width in zip(cards, found, strict=True)}
    return [shared[card.tail, card.id] for card in picture.cards]


def _graph_attributes(picture: Picture, shape: Shape, frame: Frame | None) -> dict[str, str]:
    attributes = {
        "rankdir": shape.orientation.value,
        "ordering": "out",
        "bgcolor": palette.PAPER,
        "fontname": FAMILY,
        "nodesep": "0.24",
        "ranksep": "0.3" if any(card.rows for card in picture.cards) else "0.22",
        "pad": "0",
        "charset": "UTF-8",
    }
    if frame and frame.width:
        attributes["viewport"] = f"{frame.width:g},{frame.height:g},{frame.scale:.6f}"
    elif frame:
        attributes["pad"] = "0.3"
    if frame and frame.dpi:
        attributes["dpi"] = str(frame.dpi)
    return attributes
