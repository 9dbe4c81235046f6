"""Which arguments convinced whoever decided, and which spoke against it."""

from untaken.text.naming import abridged
from untaken.text.trouble import Trouble

ASKED = ("Which argument convinced you?", "Which one spoke against it?")
ASKED_OF_CLASS = ("Which argument convinced the class?", "Which one spoke against it?")
NONE = "Enter names none"
CONVINCED = "What convinced:"
SPOKE_AGAINST = "What spoke against it:"


def for_option(option: str) -> str:
    """Before an argument for an option that was not chosen."""
    return f"For “{option}”:"


def none_or_one(count: int) -> str:
    """The question for one of so many arguments."""
    return f"{NONE} (1-{count}, ? for help): "


def no_such(word: str, count: int) -> Trouble:
    """A word that names none of so many arguments."""
    return Trouble(f"'{abridged(word)}' is none of these", f"write a number from 1 to {count}, or nothing")
