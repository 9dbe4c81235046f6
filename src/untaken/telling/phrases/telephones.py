"""A class that votes with its telephones: what the teacher's screen says of it, and what the telephones show."""

from untaken.text.naming import counted

FIRST = "The vote before the arguments"
SECOND = "The vote after the arguments"
WAITING = "Enter opens the vote"
OPEN = "Enter closes the vote"
HANDS_INSTEAD = "counts raised hands instead"
HANDS = ("hands",)
"""The word that goes over to raised hands."""
SHOW_CODE = ("code",)
"""The word that shows the address and its code again."""
HELP = (
    "Enter opens the vote, and closes it. Until it is closed nobody sees how many are for what; then 2=55 corrects, "
    "for those who have no telephone, say.",
    "b takes the vote back until it is opened again, and no vote is lost. Votes may change while it is open.",
    f"hands {HANDS_INSTEAD}; code shows the address and the code again.",
)
ADDRESS = "Telephones vote at"
CODE_IS = "with the code"
OPENS, CLOSES, RAISED, TAKES_BACK = "opens the vote", "closes the vote", "raised hands", "takes back"
HELP_OF_KEYS = (*HELP[:2], f"h {HANDS_INSTEAD}.")
NOT_THIS = "Nothing is written here: telephones vote."
BY_HANDS = "Raised hands are counted instead, from the numbers so far."
MOVED = "Between the two votes"


def room(address: str, code: str) -> str:
    """Where telephones vote."""
    return f"Telephones vote at {address} with the code {code}."


def served(address: str) -> str:
    """That the program can be reached from the network, where, and how long."""
    return f"Telephones on this network can reach {address} until the walk ends; Ctrl-C ends both. No names are kept."


def votes(given: int, present: int) -> str:
    """How many have voted, of how many telephones that are there."""
    return f"{counted(given, 'vote')}, {counted(present, 'telephone')}"


def waiting(given: int, present: int) -> str:
    """That the vote is not open, and who is there for it."""
    kept = f"; {counted(given, 'vote')} from before" if given else ""
    return f"The vote is not open: {counted(present, 'telephone')} {'is' if present == 1 else 'are'} there{kept}."


def open_with(given: int, present: int) -> str:
    """That the vote is open, and how many have voted."""
    return f"The vote is open: {votes(given, present)}."


def closed_with(given: int) -> str:
    """That the vote is closed, and how many have voted."""
    return f"The vote is closed with {counted(given, 'vote')}."


def stayed(number: int, option: str) -> str:
    """How many were for the same option twice."""
    return f"{number:,} stayed with “{option}”"


def moved(number: int, source: str, target: str) -> str:
    """How many went from one option to another."""
    return f"{number:,} moved from “{source}” to “{target}”"


# What a telephone shows

CODE = "The code on the screen of the class"
ENTER = "Vote with the class"
GO = "Go"
NO_SUCH_CODE = "That is not the code. Look at the screen of the class."
NOTHING_ASKED = "Nothing is to be decided now. Leave this page open: the next question comes by itself."
NOT_YET = "The vote is not open yet. Leave this page open."
VOTE = "The vote is open: press your option."
VOTE_AGAIN = "You have heard the arguments: vote once more."
NOT_VOTED = "The vote is closed. You have not voted."
ASIDE = "Raised hands are counted now: raise yours."
TOO_LATE = "This vote is over."
NO_COOKIE = "Your vote could not be told from others: allow this page its cookie, and load it again."
LOST = "The connection is lost; the page tries again by itself."
RELOAD = "Load this page again to see what comes next."
MALFORMED = "This request is malformed."
FULL = "The room is full."


def chosen(option: str) -> str:
    """For what a telephone has voted."""
    return f"You have voted for “{option}”. You can change your vote until the vote is closed."


def closed_for(option: str) -> str:
    """For what a telephone has voted, once the vote is closed."""
    return f"The vote is closed. You have voted for “{option}”."


def only_name(address: str) -> str:
    """The one address under which telephones are served."""
    return f"This page has only one address: {address}"
