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
    Estimate,
    Fact,
    Gate,
    Lesson,
    Note,
    Option,
    Outcome,
    Scenario,
    Tie,
)
from untaken.model.expecting import Expectations
from untaken.model.keys.collections import ACTOR, COLLECTION, COURSE, FACT, GATE, NAME, SOURCE, TIE
from untaken.model.keys.evidence import ARGUMENT, CITATION, CONSEQUENCE, ESTIMATE, NOTE
from untaken.model.keys.nouns import Guide, Key
from untaken.model.keys.scenarios import BRANCH, CHANCE, DECISION, EXPECTATIONS, OPTION, OUTCOME, SCENARIO
from untaken.model.keys.variants import (
    ACTOR_VARIANT,
    CHANCE_VARIANT,
    DECISION_VARIANT,
    OUTCOME_VARIANT,
    SCENARIO_VARIANT,
)
from untaken.model.sources import Name, Noun, Source
from untaken.model.variants import ActorVariant, ChanceVariant, DecisionVariant, OutcomeVariant, ScenarioVariant

GUIDES: Mapping[type[Noun], Guide] = {
    Scenario: SCENARIO,
    Decision: DECISION,
    Option: OPTION,
    Chance: CHANCE,
    Branch: BRANCH,
    Estimate: ESTIMATE,
    Outcome: OUTCOME,
    Argument: ARGUMENT,
    Citation: CITATION,
    Consequence: CONSEQUENCE,
    Note: NOTE,
    Tie: TIE,
    ScenarioVariant: SCENARIO_VARIANT,
    DecisionVariant: DECISION_VARIANT,
    ChanceVariant: CHANCE_VARIANT,
    OutcomeVariant: OUTCOME_VARIANT,
    Expectations: EXPECTATIONS,
    Collection: COLLECTION,
    Fact: FACT,
    Gate: GATE,
    Lesson: COURSE,
    Source: SOURCE,
    Name: NAME,
    Actor: ACTOR,
    ActorVariant: ACTOR_VARIANT,
}
"""Every noun that an author writes, in the order of the reference."""

__all__ = ["GUIDES", "Guide", "Key"]
