"""What a scenario says and who says so: citations, arguments, consequences, notes."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from untaken.model.sources import Noun, Words


def _one_or_several(value: Any) -> Any:
    return [value] if isinstance(value, Mapping) else value


class Side(StrEnum):
    """Whether an argument speaks for the option that it stands under, or against it."""

    FOR = "for"
    AGAINST = "against"


class Citation(Noun):
    """Where a claim comes from. `quote` is a pin of at most 12 words, copied exactly, that a program can find."""

    source: Words
    section: Words | None = None
    paragraph: Annotated[int, Field(ge=1)] | None = None
    page: Words | None = None
    quote: Words | None = None


_Written = Citation | tuple[Citation, ...]
Citations = Annotated[tuple[Citation, ...], BeforeValidator(_one_or_several, json_schema_input_type=_Written)]
"""One citation, or several where sources agree."""


class Argument(Noun):
    """A reason for or against an option: the cited author's own, or that of the actor named in `voice`.

    With `hindsight`, its words give away what happened: a walk tells it only after the choice.
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
    """What the sources narrate without arguing, or where they contradict each other or the record."""

    note: Words
    cite: Citations = ()
