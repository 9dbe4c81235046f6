"""What a picture says beside an author's words: its legend, its pills, its foot."""

from collections.abc import Sequence

from untaken.model import Side
from untaken.telling.phrases import claims
from untaken.text.naming import counted

OR = "or"
DECISION = "decision"
CHANCE = "chance"
INFERRED = claims.INFERRED
TURNING_POINT = "turning point"
WHAT_WOULD_HAVE_BEEN = "what would have been"
WHAT_COULD_BE_CHOSEN = "what could be chosen"
ROAD_NOT_TAKEN = "road not taken"
YOUR_ROAD = "your road"
STATED_TIE = "stated"
SUGGESTED_TIE = "suggested"
SILENT = claims.SILENT
NOTES = "Notes"


def written(paths: Sequence[str], pages: int, smallest: float) -> str:
    """The files of a picture, how many pages they have where those are several, and their smallest text in points."""
    count = f"{pages} pages, " if pages > 1 else ""
    return f"{', '.join(paths)}  ({count}smallest text {smallest:.1f} pt)"


def part(subtitle: str, number: int, of: int, dates: Sequence[str]) -> str:
    """The subtitle of one page of several, with the dates at which it begins and ends."""
    span = " – ".join(dict.fromkeys(dates))
    return " · ".join(filter(None, (subtitle, f"{number} of {of}{f': {span}' if span else ''}")))


def sources(references: Sequence[str]) -> str:
    """The foot of a picture; nothing where nothing is cited."""
    return f"Sources: {'; '.join(references)}" if references else ""


def more(count: int, side: Side) -> str:
    """How many arguments of one side a picture leaves out."""
    return f"{count:,}\u00a0more\u00a0{side.value}"


def only_if(fact: str) -> str:
    """A fact without which an option is closed, among other words."""
    return f"only\u00a0if: {fact}"


def not_if(fact: str) -> str:
    """A fact with which an option is closed, among other words."""
    return f"not\u00a0if: {fact}"


def ends_in(letter: str) -> str:
    """An option that would lead to an outcome which is drawn at another place."""
    return f"would also end in {letter}"


def rejoins_at(number: str) -> str:
    """An option that would lead back to the road of history, or of the picture."""
    return f"would rejoin at {number}"


AS_WIDE_AS_MANY = "as wide as many went"
NOBODY_WENT = "nobody went"


def leads_to(letter: str) -> str:
    """An option that would lead to a decision which is drawn at another place."""
    return f"would lead to {letter}"


def leads_on(count: int) -> str:
    """An option that leads to what is left out of a picture: so many decisions, turns of chance and outcomes."""
    return f"leads on to {count:,} more"


def drawn_around(text: str, depth: int, left_out: int) -> str:
    """What a part of a tree shows, and how much it leaves out."""
    near = f"{counted(depth, 'step')} round “{text}”"
    return f"{near}; {left_out:,} more {'lies' if left_out == 1 else 'lie'} further off" if left_out else near


def on_page(words: str, page: int) -> str:
    """Words about something that is drawn on another page."""
    return f"{words}, page {page}"


def continued(title: str) -> str:
    """The title of what goes on from the page before."""
    return f"{title} (continued)"
