"""What each key of the format is for, with an example: what editors show and what the reference says.

It stands beside the model, not in it, so that whoever words it sees all of it, and only those load it who show it.
"""

from collections.abc import Mapping

from untaken.model import (
    Actor,
    Argument,
    Branch,
    Chance,
    Citation,
    Collection,
    Consequence,
    Decision,
    Note,
    Option,
    Outcome,
    Scenario,
)
from untaken.model.expecting import Expectations
from untaken.model.keys.collections import ACTOR, COLLECTION, NAME, SOURCE
from untaken.model.keys.evidence import ARGUMENT, CITATION, CONSEQUENCE, NOTE
from untaken.model.keys.nouns import Guide, Key
from untaken.model.keys.scenarios import BRANCH, CHANCE, DECISION, EXPECTATIONS, OPTION, OUTCOME, SCENARIO
from untaken.model.sources import Name, Noun, Source

GUIDES: Mapping[type[Noun], Guide] = {
    Scenario: SCENARIO,
    Decision: DECISION,
    Option: OPTION,
    Chance: CHANCE,
    Branch: BRANCH,
    Outcome: OUTCOME,
    Argument: ARGUMENT,
    Citation: CITATION,
    Consequence: CONSEQUENCE,
    Note: NOTE,
    Expectations: EXPECTATIONS,
    Collection: COLLECTION,
    Source: SOURCE,
    Name: NAME,
    Actor: ACTOR,
}
"""Every noun that an author writes, in the order of the reference."""

__all__ = ["GUIDES", "Guide", "Key"]
