"""What the full screen says beside a walk's own words: its keys, its help, its questions, the signs of its map."""

from untaken.history.session import Reveal

KEYS = (
    ("↑ ↓ or k j", "point at a way, or scroll"),
    ("1 to 9", "choose the way with this number at once; of more than nine ways, point at it"),
    ("Enter", "choose the way that is pointed at, or go on"),
    ("Backspace", "take the last choice back, and what chance brought after it"),
    ("f", "forward: make again what was taken back"),
    ("a", "the pins that hold arguments to their sources, and all that may be told; again for less"),
    ("p", "what was told on the road so far, to read it again"),
    ("s", "the sources of the way that is pointed at"),
    ("m", "the map: the road so far; at the end all that lay beside it"),
    ("PgUp PgDn Home End", "scroll; so does the wheel of a mouse"),
    ("t", "light or dark"),
    ("e", "at an outcome that goes on: end the walk there"),
    ("r", "at the end: begin again"),
    ("h", "at the end: back to where the road left history"),
    ("q", "leave"),
)
"""The keys by their names, and what each does."""

WITH_A_MOUSE = "With a mouse, the first click points at a way, and a second one chooses it."
_ALPHABET = "The ways stand in the order of the alphabet, which tells nothing."


def manner(reveal: Reveal, sign: str) -> str:
    """When what happened is told; all along it has a sign."""
    if reveal is Reveal.ALWAYS:
        return f"What happened is shown all along, with the sign {sign}."
    if reveal is Reveal.END:
        return f"Decide first; what happened is told at the end of the road. {_ALPHABET}"
    return f"Decide first; what happened is told afterwards. {_ALPHABET}"


def signs(for_it: str, against: str) -> str:
    """The signs that stand before arguments."""
    return f"{for_it} stands before an argument for a way, {against} before one against it."


POINT_OR_PRESS = "Point with the arrow keys, or press a number."
POINT_AT_A_WAY = "Point at a way with the arrow keys, or press its number."
PRESS_A_NUMBER = "Press the number of the way."
HANDS_DO_NOT_DECIDE = "The hands do not decide: press the number of the way."
HANDS_DECIDE = "The class decides by its hands: Enter counts them again."
ENDED = "The road ends here. Go back, begin again, or leave."
HOW_TO_KEEP = (
    "A walk can be kept: with --save FILE, to go on with it another day; "
    "with --transcript FILE.md, written down with its citations."
)
LEAVE_UNKEPT = "Leave the walk? It is kept nowhere."

SAYS_WHAT_FALLS = "says what falls"
LETS_DICE_FALL = "lets the dice fall"
NAMES_ONE_OR_NONE = "names it, or none"
TO_THE_TOP, TO_THE_BOTTOM = "to the top", "to the bottom"
TAKE_NUMBER_BACK = "take the last number back"
LEFT_HISTORY, LEFT_HISTORY_SHORT = "where the road left history", "where it left history"
WHAT_WAS_TOLD = "what was told"
THE_ROAD_SO_FAR = "The road so far"
LIGHT_OR_DARK = "light or dark"
"""What keys do, as their line at the foot has it."""

HERE, OPEN, SHOWS_ALL = "you are here", "open, and unknown", "m shows all of it"
"""Of the map: what its signs mean."""


def begin_again(is_kept: bool) -> str:
    """Asked before a road is given up."""
    kept = "stays in its file, with a copy beside it" if is_kept else "is kept nowhere"
    return f"Begin again? The road that you walked {kept}."


def goes_on(following: str, is_lost: bool) -> str:
    """What Enter does at an outcome: to which turning point, or back to history, it goes on."""
    return f"Enter {'rejoins history at' if is_lost else 'goes on to'} “{following}”; e ends the walk here."


def no_argument(number: int) -> str:
    """A number that no argument has."""
    return f"There is no argument with the number {number}."


def too_small(width: int, height: int) -> str:
    """The window is smaller than so many columns and lines."""
    return f"Make the window larger: at least {width} × {height}. q leaves."
