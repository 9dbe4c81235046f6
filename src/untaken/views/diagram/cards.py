"""Option cards with their arguments as DOT nodes, and the edges that join them."""

from untaken import palette
from untaken.labels import cell, label, row, stacked, table, text_lines, widest
from untaken.picture import Card
from untaken.views.diagram.claims import block, claim_block, claim_rows, padded
from untaken.views.diagram.styles import CARD, OWNER
from untaken.widths import Block


def card_attributes(card: Card, width: float, lowest: float) -> dict[str, str]:
    """An option or branch: its title, who wants it, its arguments; no lower than `lowest` points."""
    title = CARD.colored(palette.HISTORY) if card.historical else CARD
    lines = text_lines(card.title, width, title)
    if card.below:
        lines += text_lines(card.below, width, OWNER)
    least = max(widest(card.title, width, title), widest(card.below, width, OWNER))
    content = table(row(cell(stacked(lines), COLSPAN=2, WIDTH=least)), *claim_rows(card.rows, width, least))
    border = (
        {"color": palette.HISTORY, "penwidth": "3"} if card.historical else {"color": palette.LINE, "penwidth": "1.2"}
    )
    fill = palette.HISTORY_TINT if card.historical else palette.PAPER
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


def edge_attributes(card: Card, arrow: bool) -> dict[str, str]:
    """The line into a card or out of it: thick for what happened, dashed for a road not taken."""
    head = {"arrowhead": "normal", "arrowsize": "0.8"} if arrow else {"arrowhead": "none"}
    if card.historical:
        return {"color": palette.HISTORY, "penwidth": "4", "weight": "12"} | head
    return {"color": palette.QUIET, "penwidth": "1.5", "style": "dashed"} | head


def blocks(card: Card) -> list[Block]:
    """The room that a card's text takes, paragraph by paragraph."""
    return [
        block(card.title, CARD),
        *([block(card.below, OWNER)] if card.below else []),
        *map(claim_block, card.rows),
    ]
