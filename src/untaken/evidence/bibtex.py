"""Sources as BibTeX, in UTF-8: valid whatever stands in a field, titles with their capitals kept.

What BibTeX has no field for (where a document lies, who translated it, its first date) goes into the fields that
biblatex and library programs read, and, where a reader needs it, into the note.
"""

import re
import unicodedata
from collections.abc import Mapping

from untaken.model.sources import Name, Source

_TYPES = {
    "article": "misc", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "pamphlet": "booklet",
    "report": "techreport", "thesis": "phdthesis", "manuscript": "unpublished",
}  # fmt: skip

_FIELDS = {
    "title": "title", "title-short": "shorttitle", "volume": "volume", "page": "pages", "publisher-place": "address",
    "edition": "edition", "collection-title": "series", "genre": "type", "URL": "url", "DOI": "doi", "ISBN": "isbn",
    "ISSN": "issn", "archive": "library", "call-number": "callnumber", "original-date": "origdate",
    "accessed": "urldate", "language": "language", "abstract": "abstract",
}  # fmt: skip

_PUBLISHERS = {"phdthesis": "school", "techreport": "institution", "unpublished": "organization"}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def as_bibtex(sources: Mapping[str, Source]) -> str:
    """An entry for each source, in order; no two with the same key."""
    keys: dict[str, None] = {}
    return "\n\n".join(_entry(_own_key(id, keys), source) for id, source in sources.items())


def _entry(key: str, source: Source) -> str:
    kind = _TYPES.get(source.type, "misc")
    lines = [f"  {name} = {value}," for name, value in _fields(kind, source).items() if value not in ("", "{}")]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _fields(kind: str, source: Source) -> dict[str, str]:
    written = source.model_dump(by_alias=True, exclude_defaults=True)
    people = {"author": source.author, "editor": source.editor, "translator": source.translator}
    people |= {"bookauthor": source.container_author}
    fields = {name: f"{{{' and '.join(map(_name, names))}}}" for name, names in people.items() if names}
    own = {
        _CONTAINERS.get(kind, "howpublished"): source.container_title or source.medium or "",
        "number": source.issue or source.number or "",
        _PUBLISHERS.get(kind, "publisher"): source.publisher or "",
    }
    plain = {ours: written.get(csl, "") for csl, ours in _FIELDS.items()}
    plain = {"title": plain.pop("title"), **own, **plain, "note": _note(source)}
    if source.collection_number and not plain["number"]:
        plain["number"] = source.collection_number
    fields |= {name: f"{{{_text(value, name)}}}" for name, value in plain.items() if value}
    return fields | _dates(source.issued or "")


def _note(source: Source) -> str:
    """The note, and where a document lies."""
    lies = (source.archive_location, source.archive, source.call_number)
    return "; ".join(filter(None, (source.note, ", ".join(filter(None, lies)))))


def _dates(issued: str) -> dict[str, str]:
    """The year as it is written, or taken from a date; with it the month and the day."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", issued)
    if not match or not 1 <= int(match[2]) <= 12:
        before = re.fullmatch(r"-0*(\d+)(?:-\d\d){0,2}", issued)
        return {"year": f"{{{before[1]} BC}}" if before else f"{{{_text(issued, 'year')}}}"}
    dated = {"year": f"{{{match[1]}}}", "month": _MONTHS[int(match[2]) - 1]}
    return dated | ({"day": f"{{{int(match[3])}}}"} if match[3] else {})


def _name(name: Name) -> str:
    if name.literal or not name.family:
        return f"{{{_plain(name.literal or name.given or '')}}}"
    family = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle, _plain(name.family))))
    return ", ".join(_guarded(each) for each in (family, name.suffix, name.given) if each)


def _guarded(part: str) -> str:
    """A part of a name, in braces where BibTeX would take it for two."""
    bare = _plain(part)
    return f"{{{bare}}}" if re.search(r",|\band\b", bare) else bare


def _plain(text: str) -> str:
    """The text without braces and backslashes, BibTeX's own signs made harmless."""
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[\\{}]", "", " ".join(text.split())))


def _text(text: str, field: str) -> str:
    """A value as BibTeX reads it back; in a title, braces round every word with a capital, of whatever alphabet."""
    if field in ("url", "doi"):
        return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", text.strip())
    marked = _plain(text)
    if field != "title":
        return marked
    return re.sub(r"[^\W_]+", lambda word: f"{{{word[0]}}}" if word[0] != word[0].lower() else word[0], marked)


def _own_key(id: str, taken: dict[str, None]) -> str:
    """A key that BibTeX takes, in ASCII, told apart from those that are taken already."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", id) if not unicodedata.combining(each))
    key = re.sub(r"[^A-Za-z0-9:.+/-]+", "-", bare).strip("-") or "source"
    own, number = key, 2
    while own.lower() in taken:
        own, number = f"{key}-{number}", number + 1
    taken[own.lower()] = None
    return own
