"""Whoever decides, advocates or speaks is known."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.checking.strays import Named, looks_like_an_id, undeclared
from untaken.model import EDITOR, Decision, Option
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding

UNKNOWN_ACTOR = Rule(
    "unknown-actor",
    ERROR,
    Subject.REFERENCES,
    "A word that looks like an id names a declared actor; a plain name has a capital or a space.",
    wrong="advocates: [sheriff-grant]",
    right="advocates: [Sheriff Grant]",
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Whoever decides, advocates or argues is a declared actor, or a plain name with a capital or a blank in it."""
    named = [each for each in _named_actors(bench) if looks_like_an_id(each[1]) and each[1] != EDITOR]
    yield from undeclared(bench, UNKNOWN_ACTOR, "actor", named, bench.point.actors)


def _named_actors(bench: Bench) -> Iterator[Named]:
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Decision):
            yield from ((("nodes", id, "deciders", at), name) for at, name in enumerate(node.deciders))
    for route, step in bench.steps:
        if isinstance(step, Option):
            yield from (((*route, "advocates", at), name) for at, name in enumerate(step.advocates))
    for id, node in bench.scenario.nodes.items():
        for at, variant in enumerate(node.otherwise if isinstance(node, Decision) else ()):
            names = enumerate(variant.deciders or ())
            yield from ((("nodes", id, "otherwise", at, "deciders", number), name) for number, name in names)
    for route, claim in bench.cited:
        voice = getattr(claim, "voice", None)
        if voice:
            yield (*route, "voice"), voice
