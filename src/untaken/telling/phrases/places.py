"""Nodes and the ways on from them: what kind of place it is, who decides, what opens and closes a way."""

from collections.abc import Collection

from untaken.model import Branch, Chance, Decision, Outcome, Step
from untaken.telling.phrases.claims import WHAT_HAPPENED
from untaken.text.naming import counted, sentence_list

DECISION, CHANCE, OUTCOME = "Decision", "Chance", "Outcome"


def named(id: str, when: str, where: str) -> str:
    """A turning point by its id, its time and its place."""
    return " · ".join(filter(None, (id, ", ".join(filter(None, (when, where))))))


def kind(node: Decision | Chance | Outcome) -> str:
    """What a node is called."""
    if isinstance(node, Decision):
        return DECISION
    return CHANCE if isinstance(node, Chance) else OUTCOME


def numbered(number: int, kind: str, when: str, deciders: Collection[str], text: str) -> str:
    """A node in an outline: "1. Decision (October; the owners): Sail tonight?"."""
    inside = "; ".join(filter(None, (when, sentence_list(deciders))))
    return f"{number}. {kind}{f' ({inside})' if inside else ''}: {text}"


def resting_on(basis: str) -> str:
    """What an outcome is called together with its basis: "Outcome, inferred"."""
    return f"Outcome, {basis}"


def way(step: Step, happened: bool, likelihood: str = "") -> str:
    """An option or a branch in an outline: "Branch, what happened, likely: It holds"."""
    kind = "Branch" if isinstance(step, Branch) else "Option"
    beside = "".join(f", {each}" for each in (WHAT_HAPPENED if happened else "", likelihood) if each)
    return f"{kind}{beside}: {step.label}"


def only_if(fact: str) -> str:
    """A fact without which a way is closed."""
    return f"Only if: {fact}"


def not_if(fact: str) -> str:
    """A fact with which a way is closed."""
    return f"Not if: {fact}"


def brings_back(fact: str) -> str:
    """What an outcome restores, although the road had lost it."""
    return f"Brings back: {fact}"


def likelihood(word: str, figures: str) -> str:
    """How likely a branch was, with the figures of the source where it gives some: "unlikely (one in three)"."""
    return f"{word}{f' ({figures})' if figures else ''}"


def estimated(word: str, figures: str) -> str:
    """The same as a sentence: "Unlikely (one in three)."."""
    return f"{likelihood(word, figures).capitalize()}."


NOTHING_LATER = "Nothing later can arise."


def establishes(fact: str) -> str:
    """What holds from here on."""
    return f"Establishes: {fact}"


def leads_to(number: int, text: str) -> str:
    """The node to which a way leads."""
    return f"Leads to {number}, {text}"


def continues_in(id: str) -> str:
    """The turning point in which an outcome continues."""
    return f"Continues in '{id}'."


CLOSED_ROUND = "Every way on is closed. The road ends here."
NOBODY_DECIDES = "Nobody decides this."


def asked(kind: str, when: str) -> str:
    """What kind of place it is, and when, before its question: "Decision, November 1917:"."""
    return f"{kind}{f', {when}' if when else ''}:"


def who_decides(names: str) -> str:
    """Who decides here."""
    return f"Who decides: {names}."


def given(fact: str) -> str:
    """What a walk that begins in the middle takes for granted where a way depends on it."""
    return f"Taken as given, from before this walk: {fact}"


def looking_back(arguments: int) -> str:
    """That there are arguments that would give away what happened, and are not told yet."""
    looks, wait = ("looks", "waits") if arguments == 1 else ("look", "wait")
    return f"{counted(arguments, 'argument')} {looks} back on what happened, and {wait} until it is told."


def more_to_read(arguments: int) -> str:
    """That there are arguments beside those on the page."""
    there, them = ("There is", "it") if arguments == 1 else ("There are", "them")
    return f"{there} {counted(arguments, 'more argument')}: a shows {them}."


def told_later(arguments: int) -> str:
    """That there are arguments which are told after the choice, since how they are spread would be a hint."""
    return f"{counted(arguments, 'more argument')} {'is' if arguments == 1 else 'are'} told after the choice."


def offered(label: str, happened: bool, closed: Collection[str]) -> str:
    """A way on as it is offered, marked as what happened where that is told, or closed for these reasons."""
    named = marked(label) if happened else label
    return f"{named}. {closed_because(together(closed))}" if closed else named


def together(reasons: Collection[str]) -> str:
    """Reasons in one sentence, though each ends as a sentence of its own."""
    *before, last = reasons
    return "; ".join([*(each.removesuffix(".") for each in before), last])


def marked(label: str) -> str:
    """A way or a node, marked as what happened."""
    return f"{label} ({WHAT_HAPPENED})"


def closed_because(reasons: str) -> str:
    """Why a way cannot be taken."""
    return f"Closed; {reasons}"


def needs(fact: str) -> str:
    """A way is closed because a fact is missing."""
    return f"needs: {fact}"


def barred_by(fact: str) -> str:
    """A way is closed because a fact holds."""
    return f"barred by: {fact}"


def goes_on(title: str, when: str) -> str:
    """The turning point that comes next, and when it is."""
    return f"The road goes on in “{title}”{f', {when}' if when else ''}."


def broken_off(id: str) -> str:
    """Why a road ends where its outcome continues in a scenario that cannot be read."""
    return f"The road would go on in '{id}', which has mistakes: `untaken check` shows them."
