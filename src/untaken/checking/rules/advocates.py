"""Somebody wanted each option at the time."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Option
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

OPTION_WITHOUT_ADVOCATE = Rule(
    "option-without-advocate",
    WARNING,
    Subject.DISCIPLINE,
    "Somebody wanted the option at the time.",
    wrong="label: Ask the minister",
    right="""
        label: Ask the minister
        advocates: [widows]
    """,
    whose=(
        "Niall Ferguson (Virtual History, 1997): only those alternatives deserve study that contemporaries "
        "considered and left a record of. Name who wanted the option under 'advocates'."
    ),
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Somebody wanted each option at the time. Of an option that nobody argued, that is told first."""
    for route, step in bench.steps:
        if isinstance(step, Option) and step.arguments and not step.advocates:
            message = f"nobody is named who wanted option '{route[-1]}' at the time"
            yield Finding((*route, "advocates"), OPTION_WITHOUT_ADVOCATE, message, "add 'advocates: […]'", at_key=True)
