"""Sentences on slides and in the notes of a lecture."""

from collections.abc import Sequence

from untaken.telling.phrases import claims, moves, onward, roads


def letter(at: int) -> str:
    """The letter by which a hall names an option: A, B, … Z, AA."""
    return chr(65 + at) if at < 26 else letter(at // 26 - 1) + letter(at % 26)


def lettered(at: int, label: str) -> str:
    """An option with its letter."""
    return f"{letter(at)})\u00a0{label}"


def so_far(labels: Sequence[str]) -> str:
    """What was decided before this question."""
    return f"So far: {' → '.join(labels)}"


def vote(question: str) -> str:
    """The title of the slide on which hands are counted."""
    return f"Your vote: {question}"


def ballot(at: int, label: str) -> str:
    """An option with room for the hands that are counted."""
    return f"{lettered(at, label)}\u00a0\u00a0·\u00a0\u00a0____"


def speaks_for() -> str:
    """Over the arguments for an option."""
    return "For"


def speaks_against() -> str:
    """Over the arguments against an option."""
    return "Against"


def happened() -> str:
    """Under the option that was taken."""
    return claims.WHAT_HAPPENED


def looking_back() -> str:
    """Over arguments that know what came of it."""
    return "Looking back"


def side_by_side() -> str:
    """Over the sources beside each other."""
    return "The sources side by side"


def silent() -> str:
    """Of a source that says nothing of an option."""
    return claims.SILENT


def followed(label: str) -> str:
    """Over what came of the option that was taken."""
    return f"{roads.followed(happened=True)} {label}"


def would_have_followed(label: str) -> str:
    """Over what would have come of an option that was not taken."""
    return f"{roads.followed(happened=False)} {label}"


def sources() -> str:
    """Over the references."""
    return "Sources"


def count_hands() -> str:
    """To the lecturer, before the arguments."""
    return "Count hands before the arguments are shown, and once more after them."


def the_options(labels: Sequence[str]) -> str:
    """The options in the lecturer's notes."""
    return "The options: " + "; ".join(f"{letter(at)}, {label}" for at, label in enumerate(labels))


def answer(label: str) -> str:
    """The answer, in the notes of who wants it from the start."""
    return f"{moves.HAPPENED} {moves.taken(label)}"


def to_discuss() -> str:
    """Over the editor's question on a slide."""
    return onward.TO_DISCUSS


def editors_question(question: str) -> str:
    """The editor's question for a class."""
    return f"To ask, says the editor: {question}"
