"""Keys of the variants: other words for roads that make the first ones false."""

from collections.abc import Mapping

from untaken.model.keys.collections import ACTOR
from untaken.model.keys.nouns import Guide, Key
from untaken.model.keys.scenarios import CHANCE, DECISION, OUTCOME, SCENARIO

_CONDITIONS = {
    "requires": Key("Facts that have to hold for these words: a list of ids, or of ties.", "requires: [mail-kept]"),
    "unless": Key("Facts with which these words are not told: a list of ids, or of ties.", "unless: [mail-kept]"),
}


def _variant(of: Guide, *replaced: str) -> Guide:
    """The guide of what may stand there instead of these keys of a noun."""
    keys: Mapping[str, Key] = {**_CONDITIONS, **{key: of.keys[key] for key in replaced}}
    name = of.name.lower()
    article = "an" if name[0] in "ao" else "a"
    about = (
        f"Other words for {article} {name} on roads that make its own false. It stands in the list `otherwise` of the "
        f"{name}; what it leaves out stays as it is."
    )
    written = "write 'requires: […]' and what is different under it, indented"
    return Guide(f"Variant of {article} {name}", about, keys, "a variant", written)


SCENARIO_VARIANT = _variant(SCENARIO, "title", "question", "context")
DECISION_VARIANT = _variant(DECISION, "decision", "context", "deciders")
CHANCE_VARIANT = _variant(CHANCE, "chance", "context")
OUTCOME_VARIANT = _variant(OUTCOME, "outcome", "context", "question")
ACTOR_VARIANT = _variant(ACTOR, "name", "about")
