"""Words that a road can falsify, and what stands there instead: who decides once a leader is gone, say."""

from collections.abc import Set
from typing import Any, ClassVar, Self

from untaken.model.sources import Noun, Words
from untaken.model.ties import Conditional
from untaken.model.values import Ids


class Variant(Conditional):
    """Other words for roads on which its conditions hold. What it does not give stays as it is."""

    @property
    def words(self) -> dict[str, Any]:
        """What it gives, by the attribute that it replaces."""
        given = self.model_fields_set - Conditional.model_fields.keys()
        return {name: getattr(self, name) for name in type(self).model_fields if name in given}


class Varied(Noun):
    """A noun whose words may differ by road; of several variants that hold, the first is told."""

    otherwise: tuple[Variant, ...] = ()
    to_know: ClassVar[tuple[str, ...]] = ()
    """The fields with what a listener has to know; every face shows them, in this order."""

    @property
    def background(self) -> tuple[str, ...]:
        """What a listener has to know, text by text."""
        return tuple(text for name in self.to_know if (text := getattr(self, name)))

    def told(self, facts: Set[str]) -> Self:
        """The noun in the words of a road with these facts."""
        variant = next((each for each in self.otherwise if each.holds(facts)), None)
        return self.model_copy(update=variant.words) if variant else self


class ActorVariant(Variant):
    """Who an actor is on some roads."""

    name: Words | None = None
    about: Words | None = None


class DecisionVariant(Variant):
    """What is decided on some roads, and by whom."""

    decision: Words | None = None
    context: Words | None = None
    deciders: Ids | None = None


class ChanceVariant(Variant):
    """What chance decides on some roads."""

    chance: Words | None = None
    context: Words | None = None


class OutcomeVariant(Variant):
    """How an outcome is told on some roads."""

    outcome: Words | None = None
    context: Words | None = None
    question: Words | None = None


class ScenarioVariant(Variant):
    """What a turning point is called on some roads."""

    title: Words | None = None
    question: Words | None = None
    context: Words | None = None
