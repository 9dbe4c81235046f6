"""Sentences about what a class decided."""

from collections.abc import Collection

from untaken.text.naming import counted, sentence_list

TITLE = "What a class decided"


def walkers(number: int) -> str:
    """How many walked."""
    return f"{counted(number, 'walk')} counted"


def departures(left: int, returned: int, resets: int) -> str:
    """How often history was left and found again."""
    back = f"came back to it {_times(returned)}" if returned else "never came back to it"
    reset = f"; where nothing was left of a road, it rejoined history {_times(resets)}" if resets else ""
    return f"Left history {_times(left)}, {back} within a turning point{reset}."


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def went(count: int, label: str, bar: str, happened: bool, left: int) -> str:
    """How many took a way; whether it is history's; how many left history by it."""
    marks = [*(["what happened"] if happened else []), *([left_here(left)] if left else [])]
    behind = f" ({'; '.join(marks)})" if marks else ""
    return f"{count:>3} {bar:<20} {label}{behind}".rstrip()


def came_back(count: int) -> str:
    """How many came back to history at a fork."""
    return f"{count} came back to history here."


def of_all(count: int, number: int) -> str:
    """How many of those who came to a fork took a way."""
    return f"{count} of {number}" if number else "nobody came here"


def left_here(count: int) -> str:
    """How many left history by a way."""
    return f"{count} left history here"


def came_to_this(count: int) -> str:
    """How many came to an outcome."""
    return f"{count} came to this" if count else "nobody came to this"


def by_so_many(count: int) -> str:
    """How many an argument convinced, behind it."""
    return f"convinced {count}"


def against_for(count: int) -> str:
    """For how many an argument spoke against what they chose, behind it."""
    return f"spoke against it for {count}"


def convinced(count: int, claim: str, label: str) -> str:
    """An argument that convinced so many."""
    return f"convinced {count}: {claim} — of “{label}”"


def spoke_against(count: int, claim: str, label: str) -> str:
    """An argument that so many felt to speak against what they chose."""
    return f"spoke against it for {count}: {claim} — of “{label}”"


def unused(sources: Collection[str]) -> str:
    """Sources whose arguments nobody named."""
    return f"Nobody named an argument of {sentence_list(sources)}."


def skipped(path: str, reason: str) -> str:
    """A file that is no walk, or not one of these."""
    return f"{path}: left out: {reason}"


def double(other: str) -> str:
    """Why a file that says the same as another is left out."""
    return f"the same walk as {other}"


def foreign(other: str) -> str:
    """Why a file with a walk through another collection is left out."""
    return f"a walk through other turning points than {other}"
