"""What the rules judge: a turning point laid out with its routes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from untaken import citing
from untaken.citing import Claim
from untaken.graph import Graph
from untaken.marked import Route
from untaken.model import Citation, Scenario, Step, TurningPoint
from untaken.naming import nearest
from untaken.quotation import Pin


@dataclass(frozen=True)
class Bench:
    """What the rules judge: a turning point, the scenarios of its collection, and the quotations known to be there.

    `verified` is None where nobody keeps a record of them.
    """

    point: TurningPoint
    others: Mapping[str, Scenario]
    verified: frozenset[Pin] | None = None

    @property
    def scenario(self) -> Scenario:
        return self.point.scenario

    @cached_property
    def steps(self) -> list[tuple[Route, Step]]:
        """Every option and branch with its route."""
        return list(citing.steps(self.scenario))

    @cached_property
    def claims(self) -> list[tuple[Route, Claim]]:
        """All that cites, with its route."""
        return list(citing.claims(self.scenario))

    @cached_property
    def citations(self) -> list[tuple[Route, Citation]]:
        """Every citation with its route."""
        return list(citing.citations(self.scenario))

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
