"""Texts that are cited. Types and field names are those of the Citation Style Language, CSL 1.0.2."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Text with something in it."""


def _key(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")


class Noun(BaseModel):
    """What all nouns share: frozen, keys with hyphens, no key that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_key, validate_by_name=True)


SourceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
    "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip


class Name(Noun):
    """A person's name, or in `literal` an institution's."""

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None
    suffix: Words | None = None
    non_dropping_particle: Words | None = None
    dropping_particle: Words | None = None


Names = tuple[Name, ...]


class Source(Noun):
    """A text that is cited. Beside what CSL knows of it: the sections that a citation may name; the name of the file
    with its text, for verifying quotations, `<id>.txt` where none is given; and the captions that stand in that text in
    the middle of sentences."""

    type: SourceType
    title: Words
    author: Names = ()
    editor: Names = ()
    translator: Names = ()
    container_author: Names = ()
    container_title: Words | None = None
    collection_title: Words | None = None
    collection_number: Words | None = None
    title_short: Words | None = None
    edition: Words | None = None
    volume: Words | None = None
    issue: Words | None = None
    number: Words | None = None
    page: Words | None = None
    publisher: Words | None = None
    publisher_place: Words | None = None
    issued: Words | None = None
    original_date: Words | None = None
    accessed: Words | None = None
    archive: Words | None = None
    archive_location: Words | None = None
    call_number: Words | None = None
    genre: Words | None = None
    medium: Words | None = None
    language: Words | None = None
    abstract: Words | None = None
    note: Words | None = None
    url: Words | None = Field(None, alias="URL")
    doi: Words | None = Field(None, alias="DOI")
    isbn: Words | None = Field(None, alias="ISBN")
    issn: Words | None = Field(None, alias="ISSN")
    sections: tuple[Words, ...] = ()
    captions: tuple[Words, ...] = ()
    text: Words | None = None

    @property
    def short(self) -> str:
        """What a diagram calls it: the authors' family names, else the title."""
        names = [each.literal or each.family or each.given or "" for each in self.author]
        if len(names) > 2:
            return f"{names[0]} et al."
        return " and ".join(filter(None, names)) or self.title_short or self.title

    @property
    def reference(self) -> str:
        """One line for a list of sources: who, what, where, when."""
        authors = ", ".join(filter(None, map(_full_name, self.author)))
        where = ", ".join(filter(None, (self.container_title, self.publisher, self.issued)))
        title = f"{authors}, {self.title}" if authors else self.title
        return f"{title} ({where})" if where else title


def _full_name(name: Name) -> str:
    if name.literal:
        return name.literal
    return " ".join(
        filter(None, (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix))
    )
