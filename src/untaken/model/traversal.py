"""All that a scenario or a collection holds, with its route: options and branches, claims, ties, citations."""

from collections.abc import Iterator

from untaken.model.citations import Citation
from untaken.model.claims import Argument, Consequence, Note
from untaken.model.nodes import Branch, Decision, Estimate, Option, Outcome, Step
from untaken.model.scenarios import Collection, Scenario
from untaken.model.ties import Conditional, Gate, Tie
from untaken.model.variants import Varied

Route = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and positions in lists from 0."""

File = Scenario | Collection
Claim = Argument | Consequence | Note
Cited = Claim | Tie | Gate | Estimate
"""All that may say where it comes from."""


def steps(scenario: Scenario) -> Iterator[tuple[Route, Step]]:
    """Every option and branch with its route."""
    for id, node in scenario.nodes.items():
        key = "options" if isinstance(node, Decision) else "branches"
        for step in node.steps:
            yield ("nodes", id, key, step), node.steps[step]


def claims(scenario: Scenario) -> Iterator[tuple[Route, Claim]]:
    """All that is said of history, arguments, consequences and notes, each with its route."""
    for at, note in enumerate(scenario.notes):
        yield ("notes", at), note
    for id, node in scenario.nodes.items():
        for at, note in enumerate(node.notes):
            yield ("nodes", id, "notes", at), note
        for at, consequence in enumerate(node.consequences if isinstance(node, Outcome) else ()):
            yield ("nodes", id, "consequences", at), consequence
    for route, step in steps(scenario):
        for at, argument in enumerate(step.arguments if isinstance(step, Option) else ()):
            yield (*route, "arguments", at), argument


def conditionals(file: File) -> Iterator[tuple[Route, Conditional]]:
    """All that only some roads have, each with its route: the scenario, options, branches, arguments, variants."""
    for actor, each in file.actors.items():
        yield from _variants(("actors", actor), each)
    if isinstance(file, Collection):
        return
    yield (), file
    yield from _variants((), file)
    for id, node in file.nodes.items():
        yield from _variants(("nodes", id), node)
    for route, step in steps(file):
        yield route, step
        for at, argument in enumerate(step.arguments if isinstance(step, Option) else ()):
            yield (*route, "arguments", at), argument


def _variants(route: Route, noun: Varied) -> Iterator[tuple[Route, Conditional]]:
    for at, variant in enumerate(noun.otherwise):
        yield (*route, "otherwise", at), variant


def ties(file: File) -> Iterator[tuple[Route, Tie]]:
    """Every tie with its route, those with which an outcome restores a fact among them."""
    for route, each in conditionals(file):
        for key in ("requires", "unless"):
            for at, tie in enumerate(getattr(each, key)):
                yield (*route, key, at), tie
    for id, node in file.nodes.items() if isinstance(file, Scenario) else ():
        for at, tie in enumerate(node.restores if isinstance(node, Outcome) else ()):
            yield ("nodes", id, "restores", at), tie


def cited(file: File) -> Iterator[tuple[Route, Cited]]:
    """All that may say where it comes from, each with its route."""
    yield from ties(file)
    if isinstance(file, Collection):
        yield from ((("gates", fact), gate) for fact, gate in file.gates.items())
        return
    yield from claims(file)
    for route, step in steps(file):
        if isinstance(step, Branch) and step.likelihood:
            yield (*route, "likelihood"), step.likelihood


def citations(file: File) -> Iterator[tuple[Route, Citation]]:
    """Every citation with its route."""
    for route, each in cited(file):
        for at, citation in enumerate(each.cite):
            yield (*route, "cite", at), citation


def cited_sources(scenario: Scenario) -> set[str]:
    """The ids of the sources that a scenario cites."""
    return {citation.source for _, citation in citations(scenario)}
