"""What one turning point has to do with another: facts, and the ties of what is asked to what was settled before."""

from collections.abc import Callable, Set
from typing import Annotated, Any

from pydantic import BeforeValidator

from untaken.model.citations import Citations
from untaken.model.sources import Noun, Words


def short_for(key: str) -> Callable[[Any], Any]:
    """Reads a plain text as a noun of which only this key is given."""
    return lambda value: {key: value} if isinstance(value, str) else value


class Tie(Noun):
    """A fact that is asked for: why it matters here, and who says so. A plain id is a tie without its reason.

    `implied` marks what a source only suggests.
    """

    fact: Words
    claim: Words | None = None
    cite: Citations = ()
    implied: bool = False


Ties = tuple[Annotated[Tie, BeforeValidator(short_for("fact"), json_schema_input_type=Words | Tie)], ...]


class Conditional(Noun):
    """What only some roads have: all the facts of `requires` hold there, and none of `unless`."""

    requires: Ties = ()
    unless: Ties = ()

    @property
    def asks(self) -> tuple[str, ...]:
        """The ids of all facts that it asks about."""
        return tuple(tie.fact for tie in (*self.requires, *self.unless))

    def holds(self, facts: Set[str]) -> bool:
        """Whether a road with these facts has it."""
        return all(tie.fact in facts for tie in self.requires) and not any(tie.fact in facts for tie in self.unless)


class Fact(Noun):
    """What an earlier choice settles for a later one: a sentence for where it holds, and one for where it does not."""

    holds: Words
    fails: Words | None = None


Facts = dict[Words, Annotated[Fact, BeforeValidator(short_for("holds"), json_schema_input_type=Words | Fact)]]


class Gate(Noun):
    """A fact that every turning point later than `from` asks for: declared once instead of in each of them."""

    from_: Words
    claim: Words | None = None
    cite: Citations = ()
    implied: bool = False

    def tie(self, fact: str) -> Tie:
        """The tie that it lays on a later turning point."""
        return Tie(fact=fact, claim=self.claim, cite=self.cite, implied=self.implied)
