"""All that a scenario holds, with its route: options and branches, claims, citations."""

from collections.abc import Iterator

from untaken.model.claims import Argument, Citation, Consequence, Note
from untaken.model.nodes import Decision, Option, Outcome, Step
from untaken.model.scenarios import Scenario

Route = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and positions in lists from 0."""

Claim = Argument | Consequence | Note


def steps(scenario: Scenario) -> Iterator[tuple[Route, Step]]:
    """Every option and branch with its route."""
    for id, node in scenario.nodes.items():
        key = "options" if isinstance(node, Decision) else "branches"
        for step in node.steps:
            yield ("nodes", id, key, step), node.steps[step]


def claims(scenario: Scenario) -> Iterator[tuple[Route, Claim]]:
    """All that cites, arguments, consequences and notes, each with its route."""
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


def citations(scenario: Scenario) -> Iterator[tuple[Route, Citation]]:
    """Every citation with its route."""
    for route, claim in claims(scenario):
        for at, citation in enumerate(claim.cite):
            yield (*route, "cite", at), citation


def cited_sources(scenario: Scenario) -> set[str]:
    """The ids of the sources that a scenario cites."""
    return {citation.source for _, citation in citations(scenario)}
