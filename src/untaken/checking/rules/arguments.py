"""Someone argued for or against every option."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Option
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

OPTION_WITHOUT_ARGUMENT = Rule(
    "option-without-argument",
    WARNING,
    Subject.EVIDENCE,
    "Someone argued for or against every option.",
    wrong="""
        label: Send for the steamer
        advocates: [Sheriff Grant]
    """,
    right="""
        label: Send for the steamer
        advocates: [Sheriff Grant]
        arguments:
          - for: A steamer keeps her time.
            cite: {source: annals, section: The inquiry}
          - against: She lay two days away.
            cite: {source: log}
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Someone argued for or against every option."""
    for route, step in bench.steps:
        if isinstance(step, Option) and not step.arguments:
            message = f"option '{route[-1]}' has no argument for it or against it"
            yield Finding(
                (*route, "arguments"),
                OPTION_WITHOUT_ARGUMENT,
                message,
                "add 'arguments:' with '- for: …' or '- against: …'",
                at_key=True,
            )
