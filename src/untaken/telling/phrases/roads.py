"""A whole road: its outcomes, how it differs from history, what spoke against it, and its map."""

from collections.abc import Collection

from untaken.model import Side
from untaken.text.naming import counted

ROAD_AND_HISTORY = "The road and history"
SPOKE_FOR = "What spoke for the road taken"
SPOKE_AGAINST = "What spoke against the road taken"
NO_STEP = "No step was taken."
HAPPENED_INSTEAD = "What happened instead:"
IT_HAPPENED = "This is what happened."
INFERRED = "Inferred by the editor: no source says so."


def outcome(text: str) -> str:
    """An outcome by its name."""
    return f"Outcome: {text}"


def how_likely(word: str, chances: int) -> str:
    """How likely an end was, where all turns of chance on the road to it have a word."""
    together = f", its {counted(chances, 'turn')} of chance taken together" if chances > 1 else ""
    return f"How likely this end was on this road{together}: {word}."


def followed(happened: bool) -> str:
    """The heading of what an outcome led to."""
    return "What followed:" if happened else "What would have followed:"


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}."


def historys_own(steps: int) -> str:
    """The road never left history."""
    return (
        f"The road is history’s own, all {counted(steps, 'step')} of it." if steps > 1 else "The road is history’s own."
    )


def left_history(times: int, away: int, steps: int) -> str:
    """How often the road left history, and how many of its steps were away from it."""
    often = {1: "", 2: " twice"}.get(times, f" {times} times")
    if away < steps:
        were = f"{away} of its {counted(steps, 'step')} {'was' if away == 1 else 'were'} not"
    else:
        were = "its only step was not" if steps == 1 else f"none of its {counted(steps, 'step')} was"
    return f"The road left history{often}: {were} history’s."


def departure(title: str, chosen: str, instead: str, steps: int, came_back_at: str) -> str:
    """A place where the road left history, and how long it stayed away."""
    end = f"until “{came_back_at}”, where it came back" if came_back_at else "and it did not come back"
    away = f"{counted(steps, 'step')} away from history"
    return f"{title}: “{chosen}”, where history has “{instead}”; {away}, {end}."


def came_to(outcome: str) -> str:
    """The outcome that history had."""
    return f"It came to this: {outcome}"


HISTORYS_OWN_HERE = "Your road is history’s own here."


def your_road(ways: Collection[str], end: str, has_ended: bool) -> str:
    """Somebody's road through a turning point in words: what was taken, and where it ended or broke off."""
    taken = f"Your road: {', then '.join(f'“{way}”' for way in ways)}. " if ways else ""
    return f"{taken}{'It ended in' if has_ended else 'It broke off at'} “{end}”."


def you_left(chosen: str, instead: str, came_back_at: str) -> str:
    """Where somebody's road left history, and where it came back."""
    back = f", and came back at “{came_back_at}”" if came_back_at else ""
    return f"Your road left history with “{chosen}”, where history has “{instead}”{back}."


def in_favour(option: str) -> str:
    """Before an argument that spoke for an option on the road."""
    return f"For “{option}”:"


def against(option: str) -> str:
    """Before an argument that spoke against an option on the road."""
    return f"Against “{option}”:"


def named(chosen: str, option: str, side: Side | None) -> str:
    """Before an argument that was named at a choice, and that may speak on another option."""
    speaks = (in_favour if side is Side.FOR else against)(option)
    return speaks if chosen == option else f"Choosing “{chosen}”, {speaks[:1].lower()}{speaks[1:]}"


CONVINCED = "What convinced"
DOUBTED = "What was named against it"
HOLDS_HERE_ALONE = "Holds on this road alone:"
"""Before a fact of the road that history did not have."""
HELD_IN_HISTORY = "Held in history:"
"""Before a fact of history that the road does not have."""
YOU_ARE_HERE = "You are here:"
TAKEN, NOT_TAKEN, COULD_BE_CHOSEN = "Taken:", "Not taken:", "Could be chosen:"
THEN, BACK_TO = "Then:", "Back to:"
OPEN, CLOSED = "Open:", "Closed:"
