"""The sources of a collection, for a reader, for CSL and for BibTeX."""

import json
import re
from collections.abc import Mapping
from typing import Any

from untaken.model.sources import Name, Source

Sources = Mapping[str, Source]

_OURS = {"sections", "captions", "text"}
"""Keys of a source that CSL does not know."""
_DATES = ("issued", "original-date", "accessed")


def as_text(sources: Sources) -> str:
    """One source a line: its id and its reference."""
    return "\n".join(f"{id}: {source.reference}" for id, source in sources.items())


def as_csl(sources: Sources) -> str:
    """CSL-JSON, as the published schema for CSL data has it."""
    return json.dumps([_csl_item(id, source) for id, source in sources.items()], ensure_ascii=False, indent=2)


def _csl_item(id: str, source: Source) -> dict[str, Any]:
    fields = source.model_dump(by_alias=True, exclude_defaults=True)
    item = {"id": id, **{key: value for key, value in fields.items() if key not in _OURS}}
    return {key: _csl_date(value) if key in _DATES else value for key, value in item.items()}


def _csl_date(text: str) -> dict[str, Any]:
    """A date in parts where it has the form of one, else as it was written."""
    match = re.fullmatch(r"(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?", text)
    return {"date-parts": [[int(part) for part in match.groups() if part]]} if match else {"literal": text}


_BIBTEX_TYPES = {
    "article": "misc", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "pamphlet": "booklet",
    "report": "techreport", "thesis": "phdthesis", "manuscript": "unpublished",
}  # fmt: skip

_BIBTEX_FIELDS = {
    "title": "title",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "address",
    "edition": "edition",
    "collection-title": "series",
    "genre": "type",
    "note": "note",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
}


def as_bibtex(sources: Sources) -> str:
    """BibTeX, in UTF-8, titles with their capitals kept."""
    return "\n\n".join(_bibtex_entry(id, source) for id, source in sources.items())


def _bibtex_entry(id: str, source: Source) -> str:
    kind = _BIBTEX_TYPES.get(source.type, "misc")
    written = source.model_dump(by_alias=True, exclude_defaults=True)
    fields = {"author": _bibtex_names(source.author), "editor": _bibtex_names(source.editor)}
    fields |= {ours: written.get(csl, "") for csl, ours in _BIBTEX_FIELDS.items()}
    container = "journal" if kind == "article" else "booktitle" if kind.startswith("in") else "howpublished"
    fields |= {container: source.container_title or "", "year": _year(source.issued or "")}
    lines = [f"  {name} = {{{_bibtex_text(value, name)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{_bibtex_key(id)},", *lines, "}"])


def _bibtex_names(names: tuple[Name, ...]) -> str:
    return " and ".join(_bibtex_name(each) for each in names)


def _bibtex_name(name: Name) -> str:
    if name.literal or not name.family:
        return f"{{{name.literal or name.given or ''}}}"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return ", ".join(filter(None, (family, name.suffix, name.given)))


def _bibtex_text(text: str, field: str) -> str:
    """The text with BibTeX's own signs made harmless. Names keep their braces, titles get them round every capital."""
    if field in ("author", "editor", "url", "doi"):
        return text
    plain = re.sub(r"[\\{}]", "", " ".join(text.split()))
    marked = re.sub(r"([&%$#_])", r"\\\1", plain)
    return re.sub(r"([^\W_]*[A-ZÀ-ÞА-Я][^\W_]*)", r"{\1}", marked) if field == "title" else marked


def _bibtex_key(id: str) -> str:
    return re.sub(r"[^\w:.+/-]", "-", id)


def _year(issued: str) -> str:
    match = re.match(r"-?\d{1,4}", issued)
    return match.group() if match else issued
