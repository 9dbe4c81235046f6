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
