"""Nodes and the ways on from them: what kind of place it is, who decides, what opens and closes a way."""

from collections.abc import Collection

from untaken.model import Branch, Chance, Decision, Outcome, Step
from untaken.text.naming import sentence_list

WHAT_HAPPENED = "what happened"


def named(id: str, when: str, where: str) -> str:
    """A turning point by its id, its time and its place."""
    return " · ".join(filter(None, (id, ", ".join(filter(None, (when, where))))))


def kind(node: Decision | Chance | Outcome) -> str:
    """What a node is called."""
    if isinstance(node, Decision):
        return "Decision"
    return "Chance" if isinstance(node, Chance) else "Outcome"


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


def establishes(fact: str) -> str:
    """What holds from here on."""
    return f"Establishes: {fact}"


def leads_to(number: int, text: str) -> str:
    """The node to which a way leads."""
    return f"Leads to {number}, {text}"


def continues_in(id: str) -> str:
    """The turning point in which an outcome continues."""
    return f"Continues in '{id}'."
