"""BibTeX and biblatex in the variables of CSL. The only importer of bibtexparser."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry

from untaken.evidence.imports.items import Item, Items

_TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book", "proceedings": "book",
    "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter", "suppbook": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "manual": "report",
    "unpublished": "manuscript", "letter": "personal_communication", "online": "webpage", "electronic": "webpage",
    "periodical": "periodical", "inreference": "entry-encyclopedia", "legislation": "legislation", "patent": "patent",
    "movie": "motion_picture", "audio": "song", "music": "song", "artwork": "graphic", "image": "graphic",
    "dataset": "dataset", "software": "software", "review": "review",
}  # fmt: skip

_FIELDS = {
    "title": "title", "shorttitle": "title-short", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "series": "collection-title", "edition": "edition", "volume": "volume",
    "publisher": "publisher", "school": "publisher", "institution": "publisher", "organization": "publisher",
    "address": "publisher-place", "location": "publisher-place", "pages": "page", "url": "URL", "doi": "DOI",
    "isbn": "ISBN", "issn": "ISSN", "abstract": "abstract", "note": "note", "type": "genre", "langid": "language",
    "language": "language", "library": "archive", "callnumber": "call-number", "urldate": "accessed",
    "origdate": "original-date", "howpublished": "medium",
}  # fmt: skip
_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CORPORATE = "\0"
"""Marks a name in braces while its LaTeX is decoded, which takes the braces away."""


def bibtex(text: str) -> Items:
    """The entries of BibTeX; each block that the parser gives up is told with its line."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    for entry in library.entries:
        for name in _names(entry):
            if len(name.last) == 1 and not (name.first or name.von or name.jr) and name.last[0].startswith("{"):
                name.last = [_CORPORATE + name.last[0]]
    decoded = LatexDecodingMiddleware().transform(library)
    unread = [f"line {(block.start_line or 0) + 1}: {_reason(block)}" for block in decoded.failed_blocks]
    return Items(tuple(map(_item, decoded.entries)), tuple(unread))


def _reason(block: Any) -> str:
    if key := getattr(block, "key", ""):
        return f"a second entry is called '{key}'"
    return "an entry is not closed, or is no BibTeX"


def _names(entry: Entry) -> Iterator[NameParts]:
    for field in entry.fields:
        if isinstance(field.value, list):
            yield from (each for each in field.value if isinstance(each, NameParts))


def _item(entry: Entry) -> Item:
    fields: dict[str, Any] = {"type": _TYPES.get(entry.entry_type.lower(), "document")}
    written = {field.key.lower(): field.value for field in entry.fields}
    for key, value in written.items():
        if key in _PEOPLE and isinstance(value, list):
            fields[_PEOPLE[key]] = [_name(each) for each in value]
        elif key in _FIELDS and isinstance(value, str):
            fields[_FIELDS[key]] = " ".join(value.split())
        elif key not in ("year", "month", "day", "date", "number"):
            fields[key] = value
    if number := written.get("number"):
        fields["issue" if fields["type"] == "article-journal" else "number"] = number
    if "page" in fields:
        fields["page"] = fields["page"].replace("--", "–")
    if issued := _issued(written):
        fields["issued"] = issued
    return Item(entry.key, fields)


def _issued(written: dict[str, Any]) -> str:
    if date := str(written.get("date", "")):
        return date
    year, month = str(written.get("year", "")), str(written.get("month", "")).casefold()
    number = next((at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)), 0) or month
    if not re.fullmatch(r"\d{4}", year) or not str(number).isdigit():
        return year
    day = str(written.get("day", ""))
    return f"{year}-{int(number):02d}" + (f"-{int(day):02d}" if day.isdigit() else "")


def _name(parts: NameParts) -> dict[str, str]:
    last = " ".join(parts.last)
    if last.startswith(_CORPORATE):
        return {"literal": last.removeprefix(_CORPORATE).strip("{}")}
    named = {"family": last, "given": " ".join(parts.first), "suffix": " ".join(parts.jr)}
    named["non-dropping-particle"] = " ".join(parts.von)
    return {key: value for key, value in named.items() if value}
