"""Other words for other roads: each variant says for which, and what is different."""

from collections.abc import Iterator

from untaken.checking.bench import Held
from untaken.model import Variant
from untaken.model.traversal import conditionals
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

IDLE_VARIANT = Rule(
    "idle-variant",
    WARNING,
    Subject.HISTORY,
    "A variant under `otherwise` asks for a fact, and gives other words.",
    wrong="""
        master:
          name: The master
          otherwise:
            - name: The mate
    """,
    right="""
        master:
          name: The master
          otherwise:
            - unless: [mail-kept]
              name: The mate
    """,
)


def judge(held: Held) -> Iterator[Finding]:
    """No variant holds on every road, and none leaves everything as it is."""
    for route, variant in conditionals(held.file):
        if not isinstance(variant, Variant):
            continue
        if not variant.asks:
            cure = "add 'requires: […]' or 'unless: […]' with the facts that make the first words false"
            yield Finding(route, IDLE_VARIANT, "this variant asks for no fact, so it is told on every road", cure)
        elif not variant.words:
            yield Finding(route, IDLE_VARIANT, "this variant gives no other words", "add them, or take it out")


judge_collection = judge
