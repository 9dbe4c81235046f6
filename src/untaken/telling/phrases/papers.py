"""What stands on paper round a walk: its heading, how it was taken, where it broke off, how to take it again."""

from untaken.history.session import Reveal

AGAIN = "To walk this road again"
LEFT = "Roads that were walked before, and left"
BROKE_OFF = "Here the walk broke off."
NO_WAY_ON = "Here no way leads on."

_TOLD = {
    Reveal.ALWAYS: "What happened was shown from the beginning.",
    Reveal.AFTER: "What happened was told after each choice.",
    Reveal.END: "What happened was told at the road’s end.",
}


def a_walk(first: str, last: str) -> str:
    """The heading of a walk through one turning point, or from one to another."""
    return f"A walk through “{first}”" if first == last else f"A walk from “{first}” to “{last}”"


def came_to(text: str) -> str:
    """Where a road stood when it was left for another."""
    return f"It came to “{text}”:"


def walked_on(date: str, reveal: Reveal) -> str:
    """When a walk was taken, and when it was told what happened."""
    return f"Walked on {date}. {_TOLD[reveal]}"
