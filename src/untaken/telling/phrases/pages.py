"""What a page that is read in a browser says round a walk: its views, its buttons, and what came of them."""

from untaken.text.naming import counted

WALK = "Walk"
DIAGRAM = "Diagram"
COMPARE = "Compare"
TIMELINE = "Timeline"
TIES = "Ties"
SOURCES = "Sources"
NEVER_AROSE = "What did not arise"
WAS_CLOSED = "What was closed"
VIEWS = "Views"
TO_CONTENT = "To the content"
CONTENTS = "All turning points"
DARK, LIGHT = "Dark", "Light"
PRINT = "Print"
BACK = "Back"
BEGIN_AGAIN = "Begin again"
GO_ON = "Go on"
REJOIN = "Rejoin history"
END_HERE = "End the walk here"
ROLL = "Let the dice fall"
SAY = "Say what falls"
ROAD_SO_FAR = "Your road so far"
SAVE = "Save the walk"
TAKE_UP = "Take up a saved walk"
SHOW_PINS = "Where each claim stands"
LARGER, SMALLER, WHOLE = "Larger", "Smaller", "The whole"
WAYS_ON = "The ways on"
ENDS_HERE = "The page ends here; history goes on."
UNDECIDED = "Sealed until you have decided here."
OPTION = "Option"
KEYS = "Keys: 1 to 9 choose, Backspace goes back."
NEEDS_SCRIPT = "This page needs JavaScript; nothing that it does leaves your machine."
IS_NO_WALK = "This file holds no saved walk."
OTHER_WALK = "The walk in this file began at a turning point that is not in this page."
ALL_FIT = "The saved walk was taken up."
SEALED_DIAGRAM = "What you have not decided yet is not drawn."


def more(arguments: int) -> str:
    """That there are arguments beside those on the page."""
    return counted(arguments, "more argument")


def fit(moves: int, of: int) -> str:
    """How far a saved walk could be taken up."""
    return f"{moves} of {counted(of, 'move')} of the saved walk fit this page."


def diagram_of(title: str) -> str:
    """What a diagram is called."""
    return f"Diagram: {title}"


def written(path: str, number: int, size: int) -> str:
    """That a page was written, how many turning points are in it, and how large it is, in bytes."""
    return f"{path}: {counted(number, 'turning point')}, {round(size / 1000):,} kB"
