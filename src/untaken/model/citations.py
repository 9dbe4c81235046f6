"""Where a claim comes from: the source, the place in it, and the words that pin it there."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from untaken.model.sources import Noun, Words


def _one_or_several(value: Any) -> Any:
    return [value] if isinstance(value, Mapping) else value


class Citation(Noun):
    """Where a claim comes from. `quote` is a pin of at most 12 words, copied exactly, that a program can find.

    The places in a source are named as CSL names them. `translation` is what the quotation says in the reader's
    language; it is the source's translator's, or, where the source has none, the editor's, unless `translated_by` says
    whose it is.
    """

    source: Words
    section: Words | None = None
    paragraph: Annotated[int, Field(ge=1)] | None = None
    page: Words | None = None
    document: Words | None = None
    folio: Words | None = None
    note: Words | None = None
    line: Words | None = None
    time: Words | None = None
    quote: Words | None = None
    translation: Words | None = None
    translated_by: Words | None = None

    @property
    def place(self) -> "Citation":
        """The same place in the same source, without the words that are quoted from it."""
        return self.model_copy(update={"quote": None, "translation": None, "translated_by": None})

    @property
    def words(self) -> "Citation":
        """The words that are quoted, without the place that they stand at."""
        return Citation(source=self.source, quote=self.quote, translation=self.translation)


_Written = Citation | tuple[Citation, ...]
Citations = Annotated[tuple[Citation, ...], BeforeValidator(_one_or_several, json_schema_input_type=_Written)]
"""One citation, or several where sources agree."""
