"""Names as an author meets them: the nearest known one, lists in a sentence, counts with their noun."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None where none is like it.

    >>> nearest("leeds-to", ["label", "leads-to"])
    'leads-to'
    """
    by_folded = {each.casefold(): each for each in known}
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def write_instead(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The cure for an unknown name: the nearest one, else the few that there are, else `otherwise`."""
    choices = list(known)
    near = nearest(name, choices)
    if near is not None:
        return f"write '{near}'"
    if choices and len(choices) <= 12:
        return f"write one of: {', '.join(choices)}"
    return otherwise


def sentence_list(words: Iterable[str], conjunction: str = "and") -> str:
    """
    >>> sentence_list(["a", "b", "c"])
    'a, b and c'
    """
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def counted(number: int, noun: str, plural: str = "") -> str:
    """
    >>> counted(1, "error"), counted(2, "essay"), counted(0, "branch", "branches")
    ('1 error', '2 essays', '0 branches')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
