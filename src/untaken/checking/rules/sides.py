"""Options have two sides."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Option, Side
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import HOLE, Finding

ONE_SIDED_OPTION = Rule(
    "one-sided-option",
    WARNING,
    Subject.DISCIPLINE,
    "An option has arguments for it and arguments against it.",
    wrong="""
        arguments:
          - for: A steamer keeps her time.
            cite: {source: annals, section: The inquiry}
    """,
    right="""
        arguments:
          - for: A steamer keeps her time.
            cite: {source: annals, section: The inquiry}
          - against: She lay two days away.
            cite: {source: log}
    """,
    whose=(
        "The case method: a class argues only where both sides have been given. Where the sources give one side "
        "alone, say so under 'acknowledge'."
    ),
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Each option that is argued has arguments for it and arguments against it."""
    for route, step in bench.steps:
        arguments = step.arguments if isinstance(step, Option) else ()
        sides = {argument.side for argument in arguments}
        if len(sides) == 1 and not any(argument.claim == HOLE for argument in arguments):
            missing = Side.AGAINST if Side.FOR in sides else Side.FOR
            message = f"option '{route[-1]}' has no argument {missing} it"
            cure = "add one where a source gives it"
            yield Finding((*route, "arguments"), ONE_SIDED_OPTION, message, cure, at_key=True)
