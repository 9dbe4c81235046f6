"""The steps in which a scenario is shown: question, options, arguments, what happened, consequence.

One ordered list a scenario: frames, a deck and a page all come from it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """What a step adds."""

    QUESTION = "question"
    OPTIONS = "options"
    ARGUMENTS = "arguments"
    HAPPENED = "happened"
    CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True)
class LectureStep:
    """One step: what is added, and the id of the decision or chance node at which it is added."""

    node: str
    phase: Phase
