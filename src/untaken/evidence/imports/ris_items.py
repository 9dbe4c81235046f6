"""RIS in the variables of CSL. The only importer of rispy."""

from typing import Any

import rispy

from untaken.evidence.imports.items import Item, Items, no_references

_TYPES = {
    "BOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "EBOOK": "book", "JOUR": "article-journal",
    "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "RPRT": "report",
    "THES": "thesis", "CONF": "paper-conference", "CPAPER": "paper-conference", "ELEC": "webpage", "WEB": "webpage",
    "BLOG": "post-weblog", "UNPB": "manuscript", "MANSCPT": "manuscript", "PAMP": "pamphlet", "MAP": "map",
    "CASE": "legal_case", "BILL": "bill", "STAT": "legislation", "HEAR": "hearing", "LEGAL": "legislation",
    "ICOMM": "personal_communication", "PCOMM": "personal_communication", "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary", "ART": "graphic", "FIGURE": "figure", "MPCT": "motion_picture", "VIDEO": "broadcast",
    "SOUND": "song", "MUSIC": "musical_score", "PAT": "patent", "DATA": "dataset", "COMP": "software",
    "STAND": "standard", "CLSWK": "classic", "GOVDOC": "report", "SER": "periodical", "GEN": "document",
    "SLIDE": "speech", "ANCIENT": "classic", "JFULL": "periodical",
}  # fmt: skip

_FIELDS = {
    "title": "title", "primary_title": "title", "short_title": "title-short", "secondary_title": "container-title",
    "journal_name": "container-title", "alternate_title3": "container-title", "tertiary_title": "collection-title",
    "edition": "edition", "volume": "volume", "publisher": "publisher", "place_published": "publisher-place",
    "abstract": "abstract", "notes_abstract": "abstract", "doi": "DOI", "language": "language",
    "type_of_work": "genre", "call_number": "call-number", "name_of_database": "archive",
    "accession_number": "archive-location", "access_date": "accessed", "publication_year": "issued", "year": "issued",
    "date": "issued", "original_publication": "original-date",
}  # fmt: skip
_PEOPLE = {
    "authors": "author", "first_authors": "author", "secondary_authors": "editor", "translated_author": "translator",
    "subsidiary_authors": "translator",
}  # fmt: skip
_WITHIN = {"chapter", "article-journal", "article-magazine", "article-newspaper", "paper-conference"}


def ris(text: str) -> Items:
    """The entries of RIS. Raises Trouble where the text is none."""
    try:
        entries = rispy.loads(text)
    except (OSError, ValueError, IndexError, KeyError) as error:
        raise no_references(f"the file is no RIS: {' '.join(str(error).split())}") from error
    return Items(tuple(map(_item, entries)))


def _item(entry: dict[str, Any]) -> Item:
    kind = _TYPES.get(entry.pop("type_of_reference", ""), "document")
    fields: dict[str, Any] = {"type": kind}
    ends = [entry.pop(key) for key in ("start_page", "end_page") if entry.get(key)]
    for key, value in entry.items():
        if key in _PEOPLE:
            fields.setdefault(_PEOPLE[key], []).extend(map(_name, [value] if isinstance(value, str) else value))
        elif key in _FIELDS:
            fields[_FIELDS[key]] = value
        elif key not in ("id", "urls", "number", "issn", "notes", "unknown_tag"):
            fields[key] = value
    if ends:
        fields["page"] = "–".join(ends)
    if entry.get("urls"):
        fields["URL"] = entry["urls"][0]
    if number := entry.get("number"):
        fields["issue" if kind.startswith("article") else "number"] = number
    if standard := entry.get("issn"):
        fields["ISSN" if kind.startswith("article") or kind == "periodical" else "ISBN"] = standard
    if entry.get("notes"):
        fields["note"] = "; ".join(entry["notes"])
    for key in ("issued", "accessed", "original-date"):
        if key in fields:
            fields[key] = _date(fields[key])
    if kind not in _WITHIN and "collection-title" not in fields and "container-title" in fields:
        fields["collection-title"] = fields.pop("container-title")
    return Item(str(entry.get("id", "")), fields)


def _date(text: str) -> str:
    """RIS has 2024/03/14/ and leaves parts of it empty."""
    parts = [part for part in str(text).split("/")[:3] if part]
    return "-".join(parts) if all(part.isdigit() for part in parts) else str(text).strip("/ ")


def _name(text: str) -> dict[str, str]:
    family, _, given = (part.strip() for part in text.partition(","))
    if not given:
        return {"literal": family}
    given, _, suffix = (part.strip() for part in given.partition(","))
    return {"family": family, "given": given, **({"suffix": suffix} if suffix else {})}
