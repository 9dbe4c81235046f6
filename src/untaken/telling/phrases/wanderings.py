"""What walks at random came to."""

from collections.abc import Collection

from untaken.telling.phrases.places import together
from untaken.text.naming import counted

HEADINGS = ("scenario", "outcome", "basis", "times", "share")
NEVER_REACHED = "Never reached:"


def begun(walks: int, title: str, seed: int) -> str:
    """How many walks began where, and the seed with which their dice fall so again."""
    return f"{counted(walks, 'random walk')} from “{title}” on, with the seed {seed}."


def choices(median: float) -> str:
    """How many choices a walk had."""
    return f"median choices: {median:g}"


def barred(some: int, walks: int) -> str:
    """How many walks met a closed way."""
    return f"met a closed option or branch: {_of(some, walks)}"


def absent(mean: float) -> str:
    """How many turning points did not arise in a walk."""
    return f"turning points that did not arise: {mean:.1f} a walk in the mean"


def rejoined(some: int, walks: int, times: int) -> str:
    """How many walks went back to history, and how often."""
    return f"rejoined history where nothing was left: {_of(some, walks)}, {counted(times, 'time')} in all"


def stuck(some: int, walks: int) -> str:
    """How many walks ended where nothing led on."""
    return f"ended where every way was closed: {_of(some, walks)}"


def _of(some: int, walks: int) -> str:
    return f"{some:,} of {counted(walks, 'walk')}"


def reached(nodes: str, options: str, branches: str, outcomes: str) -> str:
    """How much of a history was reached; what there is none of is left out."""
    return f"Reached: {', '.join(filter(None, (nodes, options, branches, outcomes)))}."


def share(met: int, number: int, noun: str, plural: str = "") -> str:
    """How many of a kind were met, of how many; nothing where there are none of it."""
    return f"{met:,} of {counted(number, noun, plural)}" if number else ""


def in_a_hundred(part: int, whole: int) -> str:
    """A share; nothing where there is nothing to share."""
    return f"{100 * part / whole:.1f} %" if whole else ""


def no_walk_came_to(id: str) -> str:
    """A turning point that no walk came to."""
    return f"{id}: no walk came to this turning point"


def no_walk_came_here(id: str, node: str, text: str) -> str:
    """A node that no walk came to."""
    return f"{id}: '{node}', {text}: no walk came here"


def never_taken(id: str, node: str, way: str, times: int, closed: int, reasons: Collection[str]) -> str:
    """A way that no walk took, how often it was offered, and why it was closed."""
    if not closed:
        why = f"open {counted(times, 'time')}, never taken"
    elif closed == times:
        why = f"always closed; {together(reasons)}"
    else:
        why = f"closed {closed:,} of {counted(times, 'time')}, else never taken; {together(reasons)}"
    return f"{id}: '{way}' at '{node}': {why}"
