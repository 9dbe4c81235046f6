"""What the preview says, in the terminal and on its page: what is watched, what was found, drawn, and kept."""

from untaken.text.naming import abridged, counted

SOUND = "no mistakes"
FOUND_NOTHING = "No mistakes."
ENDED = "watch has ended"
NO_BROWSER = "no browser could be opened: open the address yourself"
NOTHING_WATCHED = "Nothing of this name is watched. Save a scenario, and it appears here."
LATEST = "The one saved last"
NO_SCENARIO, NO_PICTURE, DRAWING = "No scenario yet", "No picture yet", "Drawing …"
NOT_READ, NOT_DRAWN = "not read", "not drawn"
CANNOT_BE_READ, GONE = "The file cannot be read.", "The file is gone."
NOTHING_HERE = "There is nothing here."
LED_OUT = "this became a link that leads out of the folder while it was watched, and is not shown"
PUT_IT_HERE = "put the file itself here, or start again if you want what the link leads to"


def tally(errors: int, warnings: int) -> str:
    """
    >>> tally(1, 2), tally(0, 0)
    ('1 error, 2 warnings', 'no mistakes')
    """
    parts = [*([counted(errors, "error")] if errors else []), *([counted(warnings, "warning")] if warnings else [])]
    return ", ".join(parts) or SOUND


def watching(what: str, folder: str) -> str:
    """What is watched, for the first line."""
    return f"watching {what} in {folder}; Ctrl-C ends it"


def gone(name: str) -> str:
    """A scenario that is no longer there."""
    return f"{name}: gone"


def stays(at: str, pictures: int) -> str:
    """What becomes of so many pictures of scenarios that have errors now; `at` is when the only one was drawn."""
    if at:
        return f"; the picture of {at} stays"
    return "; the last pictures stay" if pictures else "; no picture yet"


def drawn_in(what: str, seconds: float, found: str = "") -> str:
    """What was drawn, how long it took, and what was found in it."""
    return f"{what}: {f'{found}; ' if found else ''}drawn in {seconds:.1f} s"


def not_drawn(reason: str) -> str:
    """Why a scenario was not drawn."""
    return f"{NOT_DRAWN}: {reason}"


def drawn_at(at: str, smallest: float) -> str:
    """When a picture was drawn, and how small its smallest text is."""
    return f"drawn {at} · smallest text {smallest:.1f} pt"


def fault(error: Exception) -> str:
    """A fault of the program's own, as a part of a sentence, with what whoever mends it asks for.

    >>> fault(KeyError("harbour")), fault(MemoryError())
    ("a fault of the program's, please report it (KeyError: 'harbour')", 'not enough memory')
    """
    if isinstance(error, MemoryError):
        return "not enough memory"
    return f"a fault of the program's, please report it ({type(error).__name__}: {abridged(str(error), 200)})"


def unread(reason: str) -> str:
    """What the terminal and the page say when what was saved could not be read, whatever it is."""
    return f"What was saved last could not be read: {reason}. The last good pictures stay."


def failed(reason: str) -> str:
    """Why a scenario that is sound has no new picture."""
    return f"It could not be drawn: {reason}."


def shown_is(cause: str, at: str) -> str:
    """Why the picture is not that of the file, and from when it is; empty for `at` where there is none."""
    return f"{cause} This is the picture of {at}." if at else f"{cause} There is no picture yet."


def mistakes(where: str, count: int, line: int) -> str:
    """How many mistakes a file has, and in which line the first is; `where` is its name, empty for the file itself."""
    name = where or "The file"
    if count == 1:
        return f"{name} has a mistake in line {line}."
    return f"{name} has {count} mistakes, the first in line {line}."


def more_problems(count: int) -> str:
    """Problems that are not shown one by one."""
    return f"and {counted(count, 'more problem')}: see `untaken check`"


def too_slow(seconds: float) -> str:
    """A drawing that was given up."""
    return f"the drawing took longer than {seconds:g} seconds and was stopped"


def refused_by_graphviz(error: str) -> str:
    """A drawing that Graphviz does not make."""
    return f"Graphviz refuses it, which is the program's fault ({error})"


def one_name(address: str) -> str:
    """The page was asked for under another name."""
    return f"This page has only one name: {address}"
