"""Several sources are heard."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.model.traversal import cited_sources
from untaken.reading.diagnostics import NOTE, Rule, Subject
from untaken.reading.marked import HOLE, Finding

SINGLE_SOURCE = Rule(
    "single-source",
    NOTE,
    Subject.DISCIPLINE,
    "A scenario that rests on one source hears one side.",
    instead=(
        "Every argument, consequence and note of the scenario cites the same text. Does a second one speak of it, "
        "too, if only to contradict?"
    ),
    whose="Every historian's: what one witness says is what one witness says. A second source may differ, or confirm.",
)


def judge(bench: Bench) -> Iterator[Finding]:
    """A scenario that rests on one source says so."""
    cited = cited_sources(bench.scenario)
    if len(cited) == 1 and HOLE not in cited and bench.scenario.nodes:
        source = bench.point.sources.get(next(iter(cited)))
        name = source.short if source else next(iter(cited))
        yield Finding(("title",), SINGLE_SOURCE, f"only {name} is cited here", at_key=True)
