"""Every rule there is, whoever finds what breaks it: the reader, the decoder, the proof, or a file of rules."""

from collections.abc import Callable, Iterable
from types import ModuleType

from untaken.checking.bench import Bench, Placed, Shelf, Whole
from untaken.checking.rules import rule_files
from untaken.evidence import rules as evidence
from untaken.history import rules as history
from untaken.reading import rules as form
from untaken.reading.diagnostics import Rule, Subject
from untaken.reading.marked import Finding

_FILES = rule_files()


def _declared(file: ModuleType) -> list[Rule]:
    return [value for value in vars(file).values() if isinstance(value, Rule)]


_EVERY = [rule for file in (form, history, evidence, *_FILES) for rule in _declared(file)]

GROUPS: dict[Subject, list[Rule]] = {
    subject: [rule for rule in _EVERY if rule.subject is subject] for subject in Subject
}
"""The rules under what they are about."""

CATALOGUE: dict[str, Rule] = {rule.code: rule for rules in GROUPS.values() for rule in rules}
"""Every rule by its code."""

JUDGES: list[Callable[[Bench], Iterable[Finding]]] = [file.judge for file in _FILES if hasattr(file, "judge")]
"""What finds mistakes in a scenario."""

JUDGES_OF_COLLECTIONS: list[Callable[[Shelf], Iterable[Finding]]] = [
    file.judge_collection for file in _FILES if hasattr(file, "judge_collection")
]
"""What finds mistakes in a collection's own file."""

JUDGES_OF_HISTORIES: list[Callable[[Whole], Iterable[Placed]]] = [
    file.judge_history for file in _FILES if hasattr(file, "judge_history")
]
"""What finds mistakes that only a whole history shows; it is asked for with the proof."""
