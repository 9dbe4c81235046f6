"""All that the rules find in a scenario or a collection, less what its author has acknowledged."""

from collections.abc import Iterable, Mapping

from untaken.checking.bench import Bench, Placed, Shelf, Whole
from untaken.checking.catalogue import CATALOGUE, JUDGES, JUDGES_OF_COLLECTIONS, JUDGES_OF_HISTORIES
from untaken.checking.rules.acknowledgements import NEEDLESS_ACKNOWLEDGEMENT, UNKNOWN_CODE
from untaken.evidence.quotation import Pin
from untaken.model import Collection, Scenario, TurningPoint
from untaken.reading.diagnostics import ERROR
from untaken.reading.marked import Finding, correction
from untaken.text.naming import nearest_of_each, write_instead


def judge_collection(
    collection: Collection, others: Mapping[str, Scenario], verified: frozenset[Pin] | None = None
) -> list[Finding]:
    """All findings about a collection; `others` are all its scenarios by id."""
    shelf = Shelf(collection, others, verified)
    return [finding for judge in JUDGES_OF_COLLECTIONS for finding in judge(shelf)]


def judge_history(whole: Whole) -> list[Placed]:
    """What only a whole history shows, each with the id of the file that it is in."""
    return [placed for judge in JUDGES_OF_HISTORIES for placed in judge(whole)]


def judge(
    point: TurningPoint, others: Mapping[str, Scenario], verified: frozenset[Pin] | None = None, expects: bool = True
) -> list[Finding]:
    """All findings about a turning point, less those that it acknowledges with a reason.

    `others` are the scenarios of its collection by id, itself among them; `verified` the quotations that are known to
    stand in their sources, None where nobody keeps a record. Only with `expects` it is judged whether what the author
    expects of the roads is so, which takes its time.
    """
    bench = Bench(point, others, verified, expects)
    findings = [finding for judge in JUDGES for finding in judge(bench)]
    acknowledged = point.scenario.acknowledge
    meant = nearest_of_each([code for code in acknowledged if code not in CATALOGUE], _ACKNOWLEDGEABLE)
    told = {*acknowledged, *meant.values()}
    kept = [finding for finding in findings if finding.code not in told or finding.rule.severity is ERROR]
    wrongly = _wrongly_acknowledged(acknowledged, findings)
    return kept + [each for each in wrongly if bench.is_whole or each.rule is not NEEDLESS_ACKNOWLEDGEMENT]


_ACKNOWLEDGEABLE = [code for code, rule in CATALOGUE.items() if rule.severity is not ERROR and rule.acknowledgeable]


def _wrongly_acknowledged(acknowledged: Iterable[str], findings: Iterable[Finding]) -> list[Finding]:
    """Errors cannot be acknowledged, nor what does not occur."""
    occurring = {finding.code for finding in findings}
    found = []
    for code in acknowledged:
        route = ("acknowledge", code)
        if code in CATALOGUE and CATALOGUE[code].severity is ERROR:
            message = f"'{code}' is the code of an error, which cannot be acknowledged"
            found.append(Finding(route, UNKNOWN_CODE, message, "correct the error, and delete the line", at_key=True))
        elif code not in CATALOGUE:
            message = f"'{code}' is no warning or note that can be acknowledged"
            cure, meant = (
                write_instead(code, _ACKNOWLEDGEABLE, "see `untaken explain`"),
                correction(code, _ACKNOWLEDGEABLE),
            )
            found.append(Finding(route, UNKNOWN_CODE, message, cure, True, meant))
        elif code not in occurring:
            message = f"'{code}' is acknowledged, but does not occur in this scenario"
            found.append(Finding(route, NEEDLESS_ACKNOWLEDGEMENT, message, "delete the line", at_key=True))
    return found
