"""What happened was not the only choice."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model import Decision, Side
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

ONLY_HISTORY_VIABLE = Rule(
    "only-history-viable",
    WARNING,
    Subject.DISCIPLINE,
    "What happened was not the only option that had something for it.",
    wrong="""
        options:
          on:
            label: Press on
            historical: true
            arguments:
              - for: She could not be turned.
                cite: {source: annals}
            leads-to: wreck
          back:
            label: Turn back
            arguments:
              - against: The rocks lay behind her, too.
                cite: {source: log}
            leads-to: back-home
    """,
    right="""
        options:
          on:
            label: Press on
            historical: true
            arguments:
              - for: She could not be turned.
                cite: {source: annals}
            leads-to: wreck
          back:
            label: Turn back
            arguments:
              - for: The quay was still in sight.
                cite: {source: log}
            leads-to: back-home
    """,
    whose=(
        "McCall's rule of good choices: more than one option is worth taking, and what happened is not always the "
        "only such. A decision that nobody could have taken otherwise is no turning point."
    ),
)


def judge(bench: Bench) -> Iterator[Finding]:
    """At each decision that is argued at all, an option besides what happened has something for it."""
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Decision) or sum(option.historical for option in node.options.values()) != 1:
            continue
        if not any(option.arguments for option in node.options.values()):
            continue
        others = [option for option in node.options.values() if not option.historical]
        if not any(argument.side is Side.FOR for option in others for argument in option.arguments):
            message = f"nothing speaks for any option of '{id}' but the one that happened"
            cure = "add an argument for one of them where a source gives it"
            yield Finding(("nodes", id, "options"), ONLY_HISTORY_VIABLE, message, cure, at_key=True)
