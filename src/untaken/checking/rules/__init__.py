"""What a scenario must hold to be used: one small function a rule, `RULES` the table of contents.

A rule is given a `Bench`, yields findings, and knows nothing of files. Where a mistake makes a further question
pointless (what happened after a node whose history is not marked?), the rule that would ask it keeps silent.
"""

from collections.abc import Callable, Iterable, Mapping

from untaken.checking.rules.bench import Bench, Shelf
from untaken.checking.rules.discipline import (
    history_was_not_the_only_choice,
    options_had_advocates,
    options_have_two_sides,
    rejoining_roads_are_told,
    several_sources_are_heard,
)
from untaken.checking.rules.evidence import (
    argued_outcomes_are_cited,
    claims_are_cited,
    options_are_argued,
    quotations_are_pins,
    quotations_are_verified,
)
from untaken.checking.rules.expectations import expectations_hold, expectations_name_what_is_there
from untaken.checking.rules.history import history_is_marked, only_history_is_recorded, time_runs_forward
from untaken.checking.rules.references import (
    actors_exist,
    facts_exist,
    named_scenarios_exist,
    next_scenarios_exist,
    sources_exist,
    targets_exist,
)
from untaken.checking.rules.tree import every_node_is_reached, every_road_ends, no_road_comes_back
from untaken.evidence.quotation import Pin
from untaken.model import Collection, Scenario, TurningPoint
from untaken.reading.diagnostics import CATALOGUE, ERROR
from untaken.reading.marked import Finding, correction
from untaken.text.naming import nearest_of_each, write_instead

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
    quotations_are_verified,
    options_had_advocates,
    options_have_two_sides,
    history_was_not_the_only_choice,
    rejoining_roads_are_told,
    several_sources_are_heard,
    expectations_name_what_is_there,
    expectations_hold,
)
"""Every rule, in the order in which a reader of a scenario would ask."""

OF_COLLECTIONS: tuple[Callable[[Shelf], Iterable[Finding]], ...] = (
    sources_exist,
    facts_exist,
    named_scenarios_exist,
    quotations_are_pins,
    quotations_are_verified,
)
"""The rules about what a collection itself says."""


def judge_collection(
    collection: Collection, others: Mapping[str, Scenario], verified: frozenset[Pin] | None = None
) -> list[Finding]:
    """All findings about a collection; `others` are all its scenarios by id."""
    shelf = Shelf(collection, others, verified)
    return [finding for rule in OF_COLLECTIONS for finding in rule(shelf)]


def judge(
    point: TurningPoint, others: Mapping[str, Scenario], verified: frozenset[Pin] | None = None, expects: bool = True
) -> list[Finding]:
    """All findings about a turning point, less those that it acknowledges with a reason.

    `others` are the scenarios of its collection by id, itself among them; `verified` the quotations that are known to
    stand in their sources, None where nobody keeps a record. Only with `expects` it is judged whether what the author
    expects of the roads is so, which takes its time.
    """
    bench = Bench(point, others, verified)
    rules = [rule for rule in RULES if expects or rule is not expectations_hold]
    findings = [finding for rule in rules for finding in rule(bench)]
    acknowledged = point.scenario.acknowledge
    meant = nearest_of_each([code for code in acknowledged if code not in CATALOGUE], _ACKNOWLEDGEABLE)
    told = {*acknowledged, *meant.values()}
    kept = [finding for finding in findings if finding.code not in told or _is_error(finding.code)]
    wrongly = _wrongly_acknowledged(acknowledged, findings)
    return kept + [each for each in wrongly if bench.is_whole or each.code != "needless-acknowledgement"]


def _is_error(code: str) -> bool:
    return CATALOGUE[code][0] is ERROR


# What no rule finds cannot be acknowledged to one.
_OF_THE_FILE = ("lost-text", "broken-lock", "needless-acknowledgement")
_ACKNOWLEDGEABLE = [code for code in CATALOGUE if not _is_error(code) and code not in _OF_THE_FILE]


def _wrongly_acknowledged(acknowledged: Iterable[str], findings: Iterable[Finding]) -> list[Finding]:
    """Errors cannot be acknowledged, nor what does not occur."""
    occurring = {finding.code for finding in findings}
    found = []
    for code in acknowledged:
        route = ("acknowledge", code)
        if code in CATALOGUE and _is_error(code):
            message = f"'{code}' is the code of an error, which cannot be acknowledged"
            found.append(Finding(route, "unknown-code", message, "correct the error, and delete the line", at_key=True))
        elif code not in CATALOGUE:
            message = f"'{code}' is no warning or note that can be acknowledged"
            cure, meant = write_instead(code, _ACKNOWLEDGEABLE), correction(code, _ACKNOWLEDGEABLE)
            found.append(Finding(route, "unknown-code", message, cure, True, meant))
        elif code not in occurring:
            message = f"'{code}' is acknowledged, but does not occur in this scenario"
            found.append(Finding(route, "needless-acknowledgement", message, "delete the line", at_key=True))
    return found
