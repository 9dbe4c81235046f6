"""What turning points have to do with each other, in words."""

from collections.abc import Sequence

from untaken.text.naming import counted, sentence_list

HANGS_ON = "What it hangs on:"
HANG_ON_IT = "What hangs on it:"
GATES = "What all later turning points hang on"
NOTHING = "No source ties it to anything before it."
NOTHING_LATER = "No source ties anything later to it."


def arises(fact: str, wanted: bool) -> str:
    """A premise."""
    return f"It arises only if: {fact}" if wanted else f"It does not arise if: {fact}"


def is_open(way: str, fact: str, wanted: bool) -> str:
    """A condition of an option or a branch."""
    return f"“{way}” is open only if: {fact}" if wanted else f"“{way}” is closed if: {fact}"


def holds(claim: str, option: str, fact: str, wanted: bool) -> str:
    """A condition of an argument on an option."""
    return f"Of “{option}”, “{claim}” {'holds only if' if wanted else 'does not hold if'}: {fact}"


def told_otherwise(what: str, fact: str, wanted: bool) -> str:
    """A condition under which other words are told, of a question or an outcome, or of the whole turning point."""
    return f"{f'“{what}”' if what else 'It'} is told in other words {'if' if wanted else 'unless'}: {fact}"


def gate(title: str, fact: str) -> str:
    """A fact that every turning point after another one asks for."""
    return f"After “{title}” none arises unless: {fact}"


def returns(outcome: str, fact: str) -> str:
    """A fact that an outcome brings back."""
    return f"“{outcome}” brings back: {fact}"


def suggested(text: str) -> str:
    """A tie that a source only suggests."""
    return f"{text} (suggested, not stated)"


def of(title: str, text: str) -> str:
    """What hangs on a turning point, with the title of where it does."""
    return f"{title}: {text}"


def counts(ties: int, stated: int, premises: int, ways: int, reasons: int) -> str:
    """How many ties there are, and what hangs on them."""
    kinds = f"{premises:,} on whether a turning point arises, {ways:,} on an option or branch, {reasons:,} on a reason"
    return f"{counted(ties, 'tie')}, {stated:,} of them stated: {kinds}."


def settled_in(titles: Sequence[str]) -> str:
    """The earlier turning points that can settle a fact."""
    return f"Settled in {sentence_list([f'“{title}”' for title in titles], 'or')}."


def opens(way: str, wanted: bool) -> str:
    """What a fact does to an option or a branch that asks for it; its sentence stands before."""
    return f"Opens “{way}”." if wanted else f"Closes “{way}”."


def carries(options: Sequence[str], count: int, wanted: bool) -> str:
    """What a fact does to so many arguments on options, which are not quoted themselves."""
    reasons = "a reason" if count == 1 else f"{count} reasons"
    return f"{'Carries' if wanted else 'Undoes'} {reasons} on {sentence_list([f'“{each}”' for each in options])}."


def lets_arise(wanted: bool) -> str:
    """What a fact does to a turning point that asks for it."""
    return "Lets it arise." if wanted else "Keeps it from arising."


def brings_back(outcome: str) -> str:
    """What an outcome does to a fact."""
    return f"“{outcome}” brings it back."


def as_all(facts: Sequence[str]) -> str:
    """The gates before a turning point."""
    return f"Like all that comes later, it arises only if: {' '.join(facts)}"


def leads_on(numbers: Sequence[str]) -> str:
    """The numbers of the turning points that hang on one."""
    return f"bears on {sentence_list(numbers)}"


EVERY_LATER = "Every later turning point"
LETS_ALL_ARISE = "Lets them arise."
"""What the fact of a gate does."""
WHAT_HANGS = "What it hangs on, and what hangs on it"
ABOVE, BELOW = HANGS_ON.removesuffix(":"), HANG_ON_IT.removesuffix(":")
WHAT_HANGS_ON_WHAT = "What hangs on what"
WHAT_IT_COMES_FROM = "What it comes from"
ITS_OWN = "By its own outcome"
"""Over a fact that a turning point settles itself."""


def dated(title: str, when: str) -> str:
    """A turning point with its date."""
    return f"{title}, {when}" if when else title
