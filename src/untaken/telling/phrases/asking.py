"""What a walk asks, what it answers to a word or a key that leads nowhere, and its help."""

from collections.abc import Iterable

BEGAN_HERE = "This is where the walk began."
NOTHING_TO_MAKE_AGAIN = "Nothing was taken back that could be made again."
NOTHING_CHOSEN = "Nothing has been chosen yet."
NOTHING_CITED = "Nothing is cited here."
NOT_OVER = "The road has not ended yet. b goes back, one decision at a time; ? helps."
OVER = "The road has ended. Write b, r, h or q; ? tells what each does."
NEVER_LEFT = "The road has not left history."
TOLD_AT_THE_END = "Where the road left history is told at its end."
NOBODY_CHOOSES = "Nobody chooses here. Enter lets the dice fall; ? tells what else there is."
HANDS_HAVE_DECIDED = "The hands have decided. Enter goes on; b counts again."

WHAT_NOW = "What now? (b back, r again, h where the road left history, q leave, ? for help): "
GO_ON = "Enter goes on (q to stop here, ? for help): "
REJOIN = "Enter rejoins history (b back, q to end here, ? for help): "
ONLY_WAY = "Enter goes on (? for help): "
ROLL = "Enter lets the dice fall (? for help): "
BEGIN_AGAIN = "Begin again? A saved walk keeps the road that you walked. (y begins, Enter stays): "


def your_choice(numbers: str) -> str:
    """The question at a decision, with the numbers of the ways that are open."""
    return f"Your choice ({numbers}, ? for help): "


def what_falls(numbers: str) -> str:
    """The question where somebody says what falls, with the numbers of the ways that are open."""
    return f"What falls? ({numbers}, ? for help): "


def none_of_those(way: str) -> str:
    """A way that is not among those between which the hands did not decide."""
    return f"{way} is not one of those."


def enter_chooses(number: int, numbers: Iterable[int]) -> str:
    """What Enter does where a number of more than one digit is typed, of these."""
    goes_on = any(each != number and str(each).startswith(str(number)) for each in numbers)
    return f"Enter chooses {number}; a further digit may follow." if goes_on else f"Enter chooses {number}."


def input_ended(at: str) -> str:
    """Where a walk stands of which nobody says how it goes on."""
    return f"Input has ended. The walk stands at “{at}”."


BACK = "goes back to the last decision."
FORWARD = "makes again what b took back."
ARGUMENTS = "shows the passages that the arguments rest on, and more where every way has more."
TOLD = "tells of the last choice again, all arguments and where they stand."
PAST = "tells all of the road so far again."
SOURCES = "names the sources that speak here."
MAP = "tells the road so far; where it has ended, all roads that there were."
WHERE = "repeats where you are."
AGAIN = "walks again from the beginning, once the road has ended."
HISTORY = "goes back to where the road left history, once it has ended."
HELP = "shows this help."
"""What each word that can be typed does."""

HOW_TO_ANSWER = (
    "Type the number of a way, or its name, and press Enter.",
    "Enter alone goes on where nothing is to be chosen; else it repeats the question.",
)
HOW_TO_LEAVE = "q or stop leaves."


def word(letter: str, name: str, does: str) -> str:
    """A word that can be typed, its letter, and what it does."""
    return f"{letter} or {name} {does}"
