"""Sentences about quotations and the texts that they stand in."""

from collections.abc import Sequence

from untaken.model.sources import Source
from untaken.model.traversal import Route
from untaken.text.naming import counted, sentence_list


def pin_place(name: str, route: Route) -> str:
    """Where in a file a quotation is cited: its name, and the keys that lead there."""
    return f"{name}: {' › '.join(str(step) for step in route if step not in ('nodes', 'options', 'branches', 'cite'))}"


def source_place(source: Source, section: str) -> str:
    """A source and a section of it."""
    return f"{source.short}, {section}" if section else source.short


def caution(what: str) -> str:
    """What near a quotation could turn its sense."""
    return f"Look: {what}."


def one_sentence_two_sides() -> str:
    """Said of a pin whose sentence speaks for an option and against it."""
    return "Look: arguments for and against this option are taken from this one sentence."


def opposed_count(pins: int) -> str:
    """How many pins of a run stand in sentences that speak for and against."""
    speak = "speaks" if pins == 1 else "speak"
    return f"{counted(pins, 'pin')} {speak} for and against an option from one sentence: see --context"


def quotation_found(place: str, where: Sequence[str]) -> str:
    """An essay's quotation, and where it stands."""
    return f"{place}: found: {sentence_list(where)}"


def quotation_missing(place: str, words: str) -> str:
    """An essay's quotation that no source holds."""
    return f"{place}: not found: “{words}”"


def objection(reason: str) -> str:
    """Why what is left out may not be left out."""
    return f"What is left out matters: {reason}."


def nearest(source: Source, difference: str) -> str:
    """The passage that an essay's quotation was meant for."""
    return f"Nearest, in {source.short}: {difference}"


def nothing_near() -> str:
    """Said where no source has a passage like it."""
    return "No passage of the sources is like it."


def essay_sum(found: int, missing: int) -> str:
    """What came of an essay."""
    return f"{counted(found + missing, 'quotation')}: {found} found, {missing} not found"
