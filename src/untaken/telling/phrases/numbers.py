"""Scenarios in numbers: what is counted, and how many."""

from collections.abc import Collection, Mapping

from untaken.model import Basis
from untaken.text.naming import counted

DECISIONS, CHANCES, OUTCOMES, OPTIONS = "decisions", "chances", "outcomes", "options"
ARGUMENTS, WORDS, ROADS = "arguments", "words", "roads"
BY_SOURCE, TREES, EVIDENCE = "Arguments by source", "Trees", "Evidence"
SOURCE_HEADINGS = ("source", "for", "against", "own voice", "reported", "scenarios")
TREE_HEADINGS = ("scenario", DECISIONS, CHANCES, OUTCOMES, ROADS, "steps")
EVIDENCE_HEADINGS = ("scenario", OPTIONS, "for", "against", "argued", "inferred", WORDS)
UNARGUED = "Options without an argument"
UNCITED = "Sources that nothing here cites"
UNCOUNTED = "too many to count"
EACH_WITHIN = "each within its scenario"


def scenarios(number: int) -> str:
    """How many scenarios are counted."""
    return counted(number, "scenario")


def by_basis(outcomes: Mapping[Basis, int]) -> str:
    """How many outcomes rest on what."""
    return ", ".join(f"{number:,} {basis}" for basis, number in outcomes.items())


def sides(in_favour: int, against: int) -> str:
    """How many arguments stand on which side."""
    return f"{in_favour:,} for, {against:,} against"


def voices(own: int, reported: int) -> str:
    """How many arguments are whose."""
    return f"{own:,} in the cited author’s own voice, {reported:,} in an actor’s"


def to_an_outcome(shortest: int, longest: int) -> str:
    """How long the roads through one scenario are."""
    return f"from the start to an outcome, {_of_steps(shortest, longest)}"


def through(shortest: int, longest: int, history: str) -> str:
    """How long the roads through a history are."""
    return f"{_of_steps(shortest, longest)}, through {history}"


def uncounted_through(history: str) -> str:
    """That the roads through a history are too many to count."""
    return f"{UNCOUNTED} through {history}"


def _of_steps(shortest: int, longest: int) -> str:
    if shortest == longest:
        return f"of {counted(longest, 'step')}"
    return f"of {shortest:,} to {counted(longest, 'step')}"


def of_each(id: str, what: Collection[str]) -> str:
    """A scenario or a source, and what is said of it."""
    return f"{id}: {', '.join(what)}"
