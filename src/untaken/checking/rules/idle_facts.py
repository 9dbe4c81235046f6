"""Something asks for every fact."""

from collections.abc import Iterator

from untaken.checking.bench import Placed, Whole
from untaken.checking.homes import SHARED
from untaken.model.traversal import conditionals
from untaken.reading.diagnostics import WARNING, Rule, Subject
from untaken.reading.marked import Finding

IDLE_FACT = Rule(
    "idle-fact",
    WARNING,
    Subject.HISTORY,
    "Something asks for every fact that is declared: an option, an argument, a turning point, a gate.",
    instead=(
        "Let something ask for it under 'requires' or 'unless', where a source says that it mattered, or take it out. "
        "`untaken check --proof` looks for such facts."
    ),
    acknowledgeable=False,
)


def judge_history(whole: Whole) -> Iterator[Placed]:
    """No fact is declared that neither a file of the history nor a gate asks for."""
    files = {id: point.scenario for id, point in whole.points.items()}
    shared = whole.collection
    asked = {fact for file in files.values() for _, each in conditionals(file) for fact in each.asks}
    if shared:
        asked |= {fact for _, each in conditionals(shared) for fact in each.asks} | shared.gates.keys()
    declared = [(id, fact) for id, file in files.items() for fact in file.facts]
    declared += [(SHARED, fact) for fact in shared.facts] if shared else []
    for id, fact in declared:
        if fact not in asked:
            cure = "let an option, an argument or a turning point ask for it, or take it out"
            yield id, Finding(("facts", fact), IDLE_FACT, f"nothing asks for the fact '{fact}'", cure, at_key=True)
