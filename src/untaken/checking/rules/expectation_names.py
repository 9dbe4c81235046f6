"""`expect` names what is there."""

from collections.abc import Iterable, Iterator

from untaken.checking.bench import Bench
from untaken.checking.choosing import quoted, steps_called
from untaken.model import Decision, Outcome
from untaken.model.traversal import Route
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import HOLE, Finding, correction
from untaken.text.naming import write_instead

UNKNOWN_EXPECTATION = Rule(
    "unknown-expectation",
    ERROR,
    Subject.EXPECTATIONS,
    "`expect` names outcomes, options and branches of the scenario.",
    wrong="""
        expect:
          reaches: {The ferry is lost: [sail, breaks, on]}
    """,
    right="""
        expect:
          reaches: {wreck: [sail, breaks, on]}
    """,
)


def judge(bench: Bench) -> Iterator[Finding]:
    """`expect` names outcomes of the scenario, and its options and branches, each so that one is meant."""
    expect = bench.scenario.expect
    if not bench.is_whole:
        return
    for at, name in enumerate(expect.outcomes or ()):
        yield from _unknown_outcome(bench, ("expect", "outcomes", at), name)
    for outcome, choices in expect.reaches.items():
        yield from _unknown_outcome(bench, ("expect", "reaches", outcome), outcome)
        yield from _unknown_choices(bench, ("expect", "reaches", outcome), choices)
    for step, choices in expect.closed.items():
        route = ("expect", "closed", step)
        places = steps_called(bench, step)
        if len(places) > 1:
            message = f"'{step}' is an option or branch of {quoted(node for node, _ in places)}"
            cure = f"write {quoted(map('/'.join, places), 'or')}"
            yield Finding(route, UNKNOWN_EXPECTATION, message, cure, at_key=True)
        elif not places:
            yield _unknown_step(bench, route, step, at_key=True)
        yield from _unknown_choices(bench, route, choices)


def _unknown_outcome(bench: Bench, route: Route, name: str) -> Iterator[Finding]:
    nodes = bench.scenario.nodes
    if name == HOLE or isinstance(nodes.get(name), Outcome):
        return
    outcomes = [id for id, node in nodes.items() if isinstance(node, Outcome)]
    message = f"no outcome is called '{name}'"
    if name in nodes:
        kind = "decision" if isinstance(nodes[name], Decision) else "chance node"
        message = f"'{name}' is a {kind}, not an outcome"
    cure = write_instead(name, outcomes, "write the id of an outcome")
    meant = None if name in nodes else correction(name, outcomes)
    yield Finding(route, UNKNOWN_EXPECTATION, message, cure, True, meant)


def _unknown_choices(bench: Bench, route: Route, choices: Iterable[str]) -> Iterator[Finding]:
    for at, name in enumerate(choices):
        if name != HOLE and not steps_called(bench, name):
            yield _unknown_step(bench, (*route, at), name)


def _unknown_step(bench: Bench, route: Route, name: str, at_key: bool = False) -> Finding:
    known = bench.step_names["/" in name]
    cure = write_instead(name, known, "write the id of an option or branch")
    message = f"no option or branch is called '{name}'"
    return Finding(route, UNKNOWN_EXPECTATION, message, cure, at_key, correction(name, known))
