"""What a scenario must hold to be used: one small function a rule, `RULES` the table of contents.

A rule is given a `Bench`, yields findings, and knows nothing of files. Where a mistake makes a further question
pointless (what happened after a node whose history is not marked?), the rule that would ask it keeps silent.
"""

from collections.abc import Callable, Iterable, Mapping

from untaken.marked import Finding
from untaken.model import Scenario, TurningPoint
from untaken.rules.bench import Bench
from untaken.rules.evidence import argued_outcomes_are_cited, claims_are_cited, options_are_argued, quotations_are_pins
from untaken.rules.history import history_is_marked, only_history_is_recorded, time_runs_forward
from untaken.rules.references import actors_exist, facts_exist, next_scenarios_exist, sources_exist, targets_exist
from untaken.rules.tree import every_node_is_reached, every_road_ends, no_road_comes_back

Rule = Callable[[Bench], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    targets_exist,
    sources_exist,
    actors_exist,
    facts_exist,
    next_scenarios_exist,
    every_road_ends,
    every_node_is_reached,
    no_road_comes_back,
    history_is_marked,
    only_history_is_recorded,
    time_runs_forward,
    options_are_argued,
    claims_are_cited,
    argued_outcomes_are_cited,
    quotations_are_pins,
)
"""Every rule, in the order in which a reader of a scenario would ask."""


def judge(point: TurningPoint, others: Mapping[str, Scenario]) -> list[Finding]:
    """All findings about a turning point; `others` are the scenarios of its collection by id, itself among them."""
    bench = Bench(point, others)
    return [finding for rule in RULES for finding in rule(bench)]
