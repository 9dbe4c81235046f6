"""How history goes on: what is different by now, what does not arise, and why; where nothing is left, the way back."""

from collections.abc import Collection

from untaken.telling.phrases.places import together
from untaken.text.naming import counted, sentence_list

DIFFERENT = "Different by now:"
"""The heading of what a road has made different from history."""
ON_YOUR_ROAD = "On your road:"
STILL = "Still so on your road:"
"""Before a difference that was told before."""
ALL_ELSE = "All else is taken to be as it was."
NOTHING_TIED = "No source ties anything that comes later to this."
NOTHING_SAID = "No source says what would have followed."
TO_DISCUSS = "To discuss:"
"""Before the editor's question."""
NO_FURTHER = "No source follows your road further."
ONE_WAY = "Only one way is open: there is nothing to choose."


def with_history(held: str, now: str) -> str:
    """What held in history, and what holds on the road instead."""
    return f"{held} {ON_YOUR_ROAD} {now}" if now else f"{held} Not so on your road."


def not_in_history(now: str) -> str:
    """What holds on the road, where nobody says what held in history instead."""
    return f"{now} Not so in history."


def comes_back(fact: str) -> str:
    """A fact that history brings back although the road had lost it."""
    return f"History comes back here: {fact}"


def by_the_rule(title: str, when: str) -> str:
    """The next turning point on a road that has left history: the rule leads there, no source does."""
    return f"By the rule, not by a source, the road goes on in “{title}”{f', {when}' if when else ''}."


def does_not_arise(title: str, when: str, reasons: Collection[str]) -> str:
    """A turning point whose premise fails."""
    return f"“{title}”{f', {when},' if when else ''} does not arise; {together(reasons)}"


def do_not_arise(first: str, last: str, number: int, reasons: Collection[str]) -> str:
    """Several turning points in a row that fail for the same reasons."""
    return f"{stretch(first, last, number)}{',' if number > 2 else ''} do not arise; {together(reasons)}"


def may_rejoin(title: str, when: str) -> str:
    """The way back to history."""
    when = f", {when}" if when else ""
    return f"History can be rejoined at “{title}”{when}; what that asks for would be set right, and it is counted."


def rejoined(facts: Collection[str]) -> str:
    """What was set right so that a road came back to history."""
    return f"Here the road was taken back to history. Set right for that: {' '.join(facts)}"


def no_longer(fact: str) -> str:
    """A fact that was set right by no longer holding."""
    return f"no longer: {fact}"


def suggested(reasons: Collection[str]) -> str:
    """A way that is open although a source suggests that it was not."""
    return f"Open all the same; a source suggests that it {together(reasons)}"


def does_not_hold(side: str) -> str:
    """Before an argument whose ground a road has taken away; `side` is "For:" or "Against:"."""
    return f"{side.rstrip(':')} (does not hold on your road):"


# The report


AT_THE_END = "At the end of the road:"
WAS_REJOINED = "Here history was rejoined."


def in_sum(absent: int, closed: int, opened: int, resets: int) -> str:
    """What became of turning points and options on a road, in a sentence; nothing where nothing did."""
    parts = [
        f"{counted(absent, 'turning point')} never arose" if absent else "",
        f"earlier choices closed {counted(closed, 'option')}" if closed else "",
        f"earlier choices opened {counted(opened, 'option')}" if opened else "",
        f"history was rejoined {_times(resets)}" if resets else "",
    ]
    said = sentence_list(list(filter(None, parts)))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def stretch(first: str, last: str, number: int) -> str:
    """Turning points in a row of which the same is told."""
    return f"“{first}” and “{last}”" if number == 2 else f"“{first}” to “{last}”, {number} turning points"


def chapter(title: str, when: str) -> str:
    """A turning point, over what is told of it."""
    return f"{title}{f', {when}' if when else ''}"


def did_not_arise(reasons: Collection[str]) -> str:
    """That a turning point did not arise, under its name."""
    return f"Did not arise; {together(reasons)}"


def took(chosen: str, instead: str, back: str) -> str:
    """A step away from history, and where the road came back to it in the same turning point."""
    return f"“{chosen}”, where history has “{instead}”{f'; it came back at “{back}”' if back else ''}."


def came_to(outcome: str, instead: str) -> str:
    """The outcome of a turning point, where history had another one."""
    return f"It ended in “{outcome}”, in history in “{instead}”."


def closed_by(option: str, origin: str, reasons: Collection[str]) -> str:
    """An option that an earlier choice closed."""
    return f"“{option}” was closed{f' {origin}' if origin else ''}; {together(reasons)}"


def opened_by(option: str, origin: str) -> str:
    """An option that history had closed, and that an earlier choice opened."""
    return f"“{option}” was open, as it was not in history{f', {origin}' if origin else ''}."


def origin(title: str, choice: str) -> str:
    """What something came from: an earlier choice, or a turning point that did not arise."""
    return f"by “{choice}” ({title})" if choice else f"since “{title}” did not arise"


def fallen(number: int) -> str:
    """How many arguments had lost their ground."""
    return f"{counted(number, 'argument')} of the sources did not hold on your road."


def as_in_history(title: str) -> str:
    """One turning point or several in which the road was history's own."""
    return f"As in history: {title}."


def facts_missing(number: int) -> str:
    """How many facts of history a long road does not have at its end."""
    return f"Of what history had settled by then, {number} things are not so on this road."
