"""What a move was, what happened instead, and what it comes to: told once a choice is made."""

from untaken.history import How
from untaken.telling.phrases.claims import WHAT_HAPPENED
from untaken.text.naming import counted

HAPPENED = "What happened:"
SO_IT_HAPPENED = "So it happened."
STEP_BY_STEP = "What happened, step by step"

_MADE = {
    How.VOTED: "The class chose:",
    How.ROLLED: "The dice fell:",
    How.TOLD: "It fell:",
    How.FOLLOWED: "The only way:",
}


def made(how: How, by_teacher: bool = False) -> str:
    """How a way came to be taken, before the way."""
    return "The hands did not decide; the teacher chose:" if by_teacher else _MADE.get(how, "Chosen:")


def taken(way: str, likelihood: str = "") -> str:
    """The way that was taken, or that happened, and the word for how likely it was."""
    return f"{way}{f' ({likelihood})' if likelihood else ''}."


def how_likely(way: str) -> str:
    """Before the estimate of a way in which chance fell, or could have fallen."""
    return f"How likely “{way}” was:"


def never_came(comes_back: bool) -> str:
    """The road moves where history never was."""
    return f"History never came to this point.{' The road comes back to what happened.' if comes_back else ''}"


def leaves_history(comes_back: bool) -> str:
    """The road takes another way than history; it may come to the same point."""
    return f"Here the road leaves history.{' But both ways lead to the same point.' if comes_back else ''}"


def on(option: str, happened: bool, new: int = 0) -> str:
    """The heading of what is said on an option; `new` counts what did not stand on the page before."""
    return f"{_option(option, happened)}{f' ({new} new)' if new else ''}:"


def nothing_new_on(option: str, happened: bool) -> str:
    """That all that is said on an option stood on the page before."""
    return f"{_option(option, happened)}: nothing new."


def _option(option: str, happened: bool) -> str:
    return f"On “{option}”{f', {WHAT_HAPPENED}' if happened else ''}"


def stood_before(arguments: int, key: str) -> str:
    """That some arguments, which stood on the page just left, are not told again; and what tells them."""
    them = "it" if arguments == 1 else "them"
    return f"{counted(arguments, 'argument')} stood on the page before{f'; {key} tells {them} again' if key else ''}."
