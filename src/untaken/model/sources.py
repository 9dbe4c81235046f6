"""Texts that are cited. Types and field names are those of the Citation Style Language, CSL 1.0.2."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from untaken.text.csl_dates import date_text

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

    @property
    def short(self) -> str:
        """What one calls a person in passing: the family name with the particle that belongs to it, "de Gaulle".

        A particle before an apostrophe or a hyphen is written without a blank, as CSL 1.0.2 asks: "d'Argenson".
        """
        return self.literal or _family(self) or self.given or ""

    @property
    def full(self) -> str:
        """The whole name, as one reads it: "Charles de Gaulle"."""
        if self.literal:
            return self.literal
        family = _joined(self.dropping_particle, _family(self))
        return " ".join(filter(None, (self.given, family, self.suffix)))


Names = tuple[Name, ...]
Dated = Annotated[Words | None, BeforeValidator(date_text)]
"""When something was: a text, also where the file has a date as CSL writes it, in parts."""


class Source(Noun):
    """A text that is cited. Beside what CSL knows of it: `label`, what it is called on cards and in attributions; the
    sections that a citation may name; the name of the file with its text, for verifying quotations, `<id>.txt` where
    none is given; and the captions that stand in that text in the middle of sentences."""

    type: SourceType
    title: Words
    label: Words | None = None
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
    issued: Dated = None
    original_date: Dated = None
    accessed: Dated = None
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
    def people(self) -> Names:
        """Whose text it is: its authors, else its editors."""
        return self.author or self.editor

    @property
    def short(self) -> str:
        """What a diagram calls it: its label, else its authors' or editors' family names, else its title."""
        if self.label:
            return self.label
        named = list(filter(None, (each.short for each in self.people)))
        who = f"{named[0]} et al." if len(named) > 2 else " and ".join(named)
        if not who:
            return self.title_short or self.title
        edited = "" if self.author else " (eds)" if len(named) > 1 else " (ed.)"
        return f"{who}{edited}"

    @property
    def short_title(self) -> str:
        """The title as one refers to it: its short form, else what stands before a subtitle or a translator."""
        return self.title_short or re.split(r":\s|\s[—–]\s|, (?:translated|edited) by ", self.title)[0]

    @property
    def cited_as(self) -> list[str]:
        """What an essay calls it where it cites it: by whom it is, and its title where that does not say it."""
        return [self.short, *([] if self.short_title in self.short else [self.title_short or self.title])]

    def cited_at(self, place: object) -> str:
        """How it is cited at a place in it, a citation without words, where a style has set that; else empty."""
        return ""

    @property
    def reference(self) -> str:
        """One line for a list of sources: who, what, where, when, and where the document lies."""
        who = _people(self.author) or _people(self.editor, " (ed.)", " (eds)")
        helpers = (
            _people(self.editor, lead="ed. ") if self.author else "",
            _people(self.translator, lead="trans. "),
            _edition(self.edition),
            f"volume {self.volume}" if self.volume else "",
            _numbered(self.issue or self.number),
        )
        publisher = ": ".join(filter(None, (self.publisher_place, self.publisher)))
        issued = " ".join(filter(None, (self.issued, f"[{self.original_date}]" if self.original_date else "")))
        where = ", ".join(filter(None, (self.container_title, self.collection_title, publisher, issued)))
        pages = f"{'pages' if any(each in self.page for each in '-–,') else 'page'} {self.page}" if self.page else ""
        address = f"{self.url} (seen {self.accessed})" if self.url and self.accessed else self.url
        what = ", ".join(filter(None, (who, self.title, *helpers)))
        behind = (pages, self.archive_location, self.archive, self.call_number, address)
        return ", ".join(filter(None, (f"{what} ({where})" if where else what, *behind)))


def _people(names: Names, one: str = "", several: str = "", lead: str = "") -> str:
    """Names in full, with what stands before them or behind one of them and behind several; empty for none."""
    listed = ", ".join(filter(None, (each.full for each in names)))
    return f"{lead}{listed}{several if len(names) > 1 else one}" if listed else ""


def _numbered(number: str | None) -> str:
    return f"number {number}" if number and number[0].isdigit() else number or ""


def _edition(edition: str | None) -> str:
    if not edition or "edition" in edition.lower() or "ed." in edition.lower():
        return edition or ""
    return f"{edition} edition"


def _family(name: Name) -> str:
    """The family name with the particle that belongs to it."""
    return _joined(name.non_dropping_particle, name.family)


def _joined(particle: str | None, family: str | None) -> str:
    if not particle or not family:
        return family or ""
    return f"{particle}{family}" if particle.endswith(("'", "’", "-", "–")) else f"{particle} {family}"
