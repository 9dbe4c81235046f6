"""Whose a claim is, on which side it stands, who wanted what, and who is silent."""

from collections.abc import Collection

from untaken.model import Side
from untaken.model.sources import Source
from untaken.text.naming import name_list, sentence_list, subject

LEADS = {Side.FOR: "For:", Side.AGAINST: "Against:"}
NOTE = "Note:"
SILENT = "silent"
WHAT_HAPPENED = "what happened"
INFERRED = "inferred"

_MOST_NAMED = 3


def of(sources: Collection[str]) -> str:
    """Whose a claim is that sources make in their own voice."""
    return name_list(sources)


def reported(voice: str, sources: Collection[str]) -> str:
    """Whose a claim is that sources report."""
    return f"{voice}, in {name_list(sources)}"


def on(voice: str, sources: Collection[str]) -> str:
    """Whose a claim is that speaks of sources."""
    return f"{voice}, on {name_list(sources)}"


def argued_by(sources: Collection[str]) -> str:
    """What an outcome rests on that sources argue."""
    return f"argued by {name_list(sources)}"


def expected_by(voices: Collection[str], sources: Collection[str]) -> str:
    """What an outcome rests on that people expected, as sources report."""
    return f"expected by {sentence_list(voices)}, in {name_list(sources)}"


def behind(owner: str) -> str:
    """Whose a claim is, behind it; nothing where it is nobody's."""
    return f"— {owner}" if owner else ""


def cited(owner: str, references: Collection[str]) -> str:
    """Whose a claim is, and its citations in brackets, as in an essay."""
    return f"{f'{behind(owner)} ' if owner else ''}({'; '.join(references)})"


def wanted_by(names: Collection[str]) -> str:
    """Who wanted an option, before it was known what would come of it."""
    return f"Wanted at the time by {sentence_list(names)}."


def was_wanted(option: str, names: Collection[str]) -> str:
    """Who wanted an option of which nothing else is told."""
    return f"“{option}” was wanted at the time by {sentence_list(names)}."


def notes(number: int) -> str:
    """The heading of so many notes."""
    return "Note:" if number == 1 else "Notes:"


def sources(number: int) -> str:
    """The heading of so many sources."""
    return "Source" if number == 1 else "Sources"


def silence(silent: Collection[Source]) -> str:
    """Which sources say nothing of an option of which others speak; of many, only how many.

    One source is several people where it has several authors or editors: "Allison and Zelikow are silent."
    """
    if len(silent) > _MOST_NAMED:
        return f"{len(silent)} others are silent."
    several = len(silent) > 1 or any(len(source.people) > 1 for source in silent)
    return f"{subject(source.short for source in silent)} {'are' if several else 'is'} silent."


def acknowledged(reason: str) -> str:
    """Why the author let something stand that the program doubted."""
    return f"Acknowledged: {reason}"
