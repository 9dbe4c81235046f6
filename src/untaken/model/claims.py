"""What a scenario says and who says so: arguments, consequences, notes."""

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from untaken.model.citations import Citations
from untaken.model.sources import Noun, Words
from untaken.model.ties import Conditional

EDITOR = "editor"
"""The voice of whoever wrote the scenario; nobody declares it."""


class Side(StrEnum):
    """Whether an argument speaks for the option that it stands under, or against it."""

    FOR = "for"
    AGAINST = "against"


class Argument(Conditional):
    """A reason for or against an option: the cited author's own, or that of the actor named in `voice`.

    With `hindsight`, its words give away what happened: a walk tells it only after the choice. Where its conditions
    fail, the argument has lost its ground.
    """

    for_: Words | None = None
    against: Words | None = None
    voice: Words | None = None
    hindsight: bool = False
    cite: Citations = ()

    @model_validator(mode="after")
    def _takes_a_side(self) -> "Argument":
        if (self.for_ is None) == (self.against is None):
            raise PydanticCustomError("one-side", "an argument stands 'for' or 'against' its option, one of the two")
        return self

    @property
    def side(self) -> Side:
        return Side.AGAINST if self.for_ is None else Side.FOR

    @property
    def claim(self) -> str:
        return self.for_ or self.against or ""


class Consequence(Noun):
    """What a source, or an actor whose view it reports, says followed or would have followed."""

    claim: Words
    voice: Words | None = None
    cite: Citations = ()


class Note(Noun):
    """What the sources narrate without arguing, or where they contradict each other or the record.

    With the `voice` of the editor it is the editor's own, and what it cites is what it speaks of.
    """

    note: Words
    voice: Words | None = None
    cite: Citations = ()
