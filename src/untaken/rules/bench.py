"""What the rules judge: a turning point laid out with its routes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from untaken.graph import Graph
from untaken.marked import Route
from untaken.model import (
    Argument,
    Citation,
    Consequence,
    Decision,
    Note,
    Option,
    Outcome,
    Scenario,
    Step,
    TurningPoint,
)
from untaken.naming import nearest

Claim = Argument | Consequence | Note


@dataclass(frozen=True)
class Bench:
    """What the rules judge: a turning point, and beside it the scenarios of its collection."""

    point: TurningPoint
    others: Mapping[str, Scenario]

    @property
    def scenario(self) -> Scenario:
        return self.point.scenario

    @cached_property
    def steps(self) -> list[tuple[Route, Step]]:
        """Every option and branch with its route."""
        return [
            (("nodes", id, "options" if isinstance(node, Decision) else "branches", step), node.steps[step])
            for id, node in self.scenario.nodes.items()
            for step in node.steps
        ]

    @cached_property
    def meant(self) -> dict[str, str]:
        """What each misspelt target is taken for, so that one mistake has one message."""
        named = [self.scenario.first, *(step.leads_to for _, step in self.steps)]
        return {
            name: near
            for name in named
            if name not in self.scenario.nodes and (near := nearest(name, self.scenario.nodes))
        }

    @cached_property
    def graph(self) -> Graph:
        return Graph.of(self.scenario, self.meant)

    @cached_property
    def citations(self) -> list[tuple[Route, Citation]]:
        """Every citation with its route."""
        return [
            ((*route, "cite", at), citation) for route, claim in self.claims for at, citation in enumerate(claim.cite)
        ]

    @cached_property
    def claims(self) -> list[tuple[Route, Claim]]:
        """All that cites: arguments, consequences and notes, each with its route."""
        found: list[tuple[Route, Claim]] = [(("notes", at), note) for at, note in enumerate(self.scenario.notes)]
        for id, node in self.scenario.nodes.items():
            found += [(("nodes", id, "notes", at), note) for at, note in enumerate(node.notes)]
            if isinstance(node, Outcome):
                found += [(("nodes", id, "consequences", at), each) for at, each in enumerate(node.consequences)]
        for route, step in self.steps:
            if isinstance(step, Option):
                found += [((*route, "arguments", at), each) for at, each in enumerate(step.arguments)]
        return found
