"""What decoding gave: a model as far as one could be made, and what was wrong."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from untaken.model import Collection, Scenario
from untaken.model.traversal import Route
from untaken.reading.marked import Finding, Marked, locate
from untaken.text.span import Span

Kind = TypeVar("Kind", Scenario, Collection)


@dataclass(frozen=True)
class Decoded(Generic[Kind]):
    """What decoding gave. `model` is None where nothing could be made of the file, and mended where `findings` are."""

    model: Kind | None
    findings: tuple[Finding, ...] = ()
    mended: frozenset[Route] = frozenset()
    renamed: dict[Route, str] = field(default_factory=dict)

    def follows_up(self, finding: Finding) -> bool:
        """Whether a rule speaks of what was mended, and so of a mistake that is reported already."""
        return any(finding.route[:length] in self.mended for length in range(1, len(finding.route) + 1))

    def written(self, finding: Finding) -> Route:
        """The route of a finding by the keys as they are spelt in the file."""
        return tuple(self.renamed.get(finding.route[: at + 1], step) for at, step in enumerate(finding.route))

    def span(self, finding: Finding, tree: Marked) -> Span:
        """The place of a finding in the file."""
        return locate(tree, self.written(finding), finding.at_key)
