"""Option cards with their arguments as DOT nodes, and the edges that join them."""

from untaken.drawing import palette
from untaken.drawing.diagram.claims import block, claim_block, claim_rows, padded
from untaken.drawing.diagram.styles import CARD, FOOTPRINTS, OWNER, YOUR_ROAD
from untaken.drawing.labels import cell, label, row, stacked, table, text_lines, widest
from untaken.drawing.picture import Card
from untaken.drawing.widths import Block


def card_attributes(card: Card, width: float, lowest: float) -> dict[str, str]:
    """An option or branch: its title, who wants it, its arguments; no lower than `lowest` points."""
    title = CARD.colored(palette.HISTORY) if card.historical else CARD
    lines = text_lines(YOUR_ROAD, width, FOOTPRINTS) if card.walked else []
    lines += text_lines(card.title, width, title)
    if card.below:
        lines += text_lines(card.below, width, OWNER)
    least = max(widest(card.title, width, title), widest(card.below, width, OWNER))
    content = table(row(cell(stacked(lines), COLSPAN=2, WIDTH=least)), *claim_rows(card.rows, width, least))
    border, fill = _border(card)
    attributes = {
        "label": label(padded(content, 8)),
        "shape": "box",
        "style": "rounded,filled",
        "fillcolor": fill,
        "labelloc": "t",
    }
    if lowest:
        attributes["height"] = f"{lowest / 72:.4f}"
    return attributes | border | ({"group": "spine"} if card.historical else {})


def _border(card: Card) -> tuple[dict[str, str], str]:
    """The border of a card and its ground."""
    if card.historical:
        return {"color": palette.HISTORY, "penwidth": "3"}, palette.HISTORY_TINT
    if card.walked:
        return {"color": palette.ROAD, "penwidth": "2", "peripheries": "2"}, palette.ROAD_TINT
    return {"color": palette.LINE, "penwidth": "1.2"}, palette.PAPER


_GAP = "transparent"


def edge_attributes(card: Card, arrow: bool) -> dict[str, str]:
    """The line into a card or out of it: thick for what happened, dashed for a road not taken.

    A double line is the road that somebody walked. Where it ran with history, the thick line has a thin one beside it.
    """
    head = {"arrowhead": "normal", "arrowsize": "0.8"} if arrow else {"arrowhead": "none"}
    if card.historical and card.walked:
        lines = ":".join((palette.HISTORY, palette.HISTORY, palette.HISTORY, _GAP, palette.ROAD, palette.ROAD))
        # Graphviz sets parallel lines two points apart: a little wider, those of one colour are one line.
        return {"color": lines, "penwidth": "2.5", "weight": "12"} | head
    if card.walked:
        return {"color": ":".join((palette.ROAD, _GAP, palette.ROAD)), "penwidth": "2"} | head
    if card.historical:
        return {"color": palette.HISTORY, "penwidth": "4", "weight": "12"} | head
    return {"color": palette.QUIET, "penwidth": "1.5", "style": "dashed"} | head


def blocks(card: Card) -> list[Block]:
    """The room that a card's text takes, paragraph by paragraph."""
    return [
        *([block(YOUR_ROAD, FOOTPRINTS)] if card.walked else []),
        block(card.title, CARD),
        *([block(card.below, OWNER)] if card.below else []),
        *map(claim_block, card.rows),
    ]
