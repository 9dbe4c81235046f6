"""Whose a claim is, on which side it stands, who wanted what, and who is silent."""

from collections.abc import Collection

from untaken.model import Side
from untaken.model.sources import Source
from untaken.text.naming import sentence_list

LEADS = {Side.FOR: "For:", Side.AGAINST: "Against:"}
NOTE = "Note:"
SOURCES = "Sources"

_MOST_NAMED = 3


def behind(owner: str) -> str:
    """Whose a claim is, behind it; nothing where it is nobody's."""
    return f"— {owner}" if owner else ""


def wanted_by(names: Collection[str]) -> str:
    """Who wanted an option, before it was known what would come of it."""
    return f"Wanted at the time by {sentence_list(names)}."


def silence(silent: Collection[Source]) -> str:
    """Which sources say nothing of an option of which others speak; of many, only how many.

    One source is several people where it has several authors: "Allison and Zelikow are silent."
    """
    if len(silent) > _MOST_NAMED:
        return f"{len(silent)} others are silent."
    several = len(silent) > 1 or any(len(source.author) > 1 for source in silent)
    return f"{sentence_list(source.short for source in silent)} {'are' if several else 'is'} silent."


def acknowledged(reason: str) -> str:
    """Why the author let something stand that the program doubted."""
    return f"Acknowledged: {reason}"
