"""Items of references as sources of a collection: each under an id of its own, what has no use left out and said."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from untaken.evidence.imports.csl_items import csl_json, csl_yaml
from untaken.evidence.imports.items import Item, Items, no_references
from untaken.model.keys import GUIDES
from untaken.model.sources import Name, Source
from untaken.text.naming import id_of
from untaken.text.trouble import Trouble

_KEYS = set(GUIDES[Source].keys) - {"sections", "captions", "text", "label"}
_PARTS = set(GUIDES[Name].keys)
_PEOPLE = ("author", "editor", "translator", "container-author")
_NO_LOSS = {"id", "citation-key"}
"""What an item's id is made of."""


@dataclass(frozen=True)
class Shelved:
    """What came of an import: new sources by id, ids of those that were there, what was left out and how often."""

    added: dict[str, Source] = field(default_factory=dict)
    present: tuple[str, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


def references(text: str, path: Path) -> Items:
    """The items of a file, by the ending of its name. Raises Trouble where it holds none."""
    try:
        return _items(text, path)
    except Trouble as trouble:
        raise trouble.at(path) from None


def _items(text: str, path: Path) -> Items:
    ending = path.suffix.casefold()
    if ending == ".json":
        return csl_json(text)
    if ending in (".yaml", ".yml"):
        return csl_yaml(text, str(path))
    if ending in (".bib", ".bibtex", ".biblatex"):
        from untaken.evidence.imports.bibtex_items import bibtex

        return bibtex(text)
    if ending == ".ris":
        from untaken.evidence.imports.ris_items import ris

        return ris(text)
    raise no_references("the name of a file of references ends with .json, .yaml, .bib or .ris")


def shelved(items: Items, known: Mapping[str, Source]) -> Shelved:
    """The items as sources, beside those that a collection has already."""
    added: dict[str, Source] = {}
    present: list[str] = []
    left_out: Counter[str] = Counter()
    unread = [*items.unread]
    for item in items.items:
        fields, lost = _kept(item)
        try:
            source = Source.model_validate(fields, by_alias=True, by_name=False)
        except ValidationError as error:
            unread.append(f"{item.name or 'an item'}: {_fault(error)}")
            continue
        left_out.update(lost)
        same = next((id for id, each in (*known.items(), *added.items()) if _is_same(each, source)), None)
        if same:
            present.append(same)
        else:
            added[_own_id(item, source, {*known, *added})] = source
    return Shelved(added, tuple(present), left_out, tuple(unread))


def _is_same(known: Source, source: Source) -> bool:
    """Whether two are one text: what the author added for this program makes no difference."""
    ours = {"sections": (), "captions": (), "text": None, "label": None}
    return known.model_copy(update=ours) == source


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    where = first["loc"][0] if first["loc"] else ""
    return f"it has no '{where}'" if first["type"] == "missing" else f"'{where}': {first['msg']}"


def _kept(item: Item) -> tuple[dict[str, Any], list[str]]:
    """The fields that a source has, and the names of the others."""
    fields = {key: _words(key, value) for key, value in item.fields.items() if key in _KEYS and value not in ("", [])}
    lost = [key for key in item.fields if key not in _KEYS and key not in _NO_LOSS]
    return fields, lost


def _words(key: str, value: Any) -> Any:
    """A value as a source has it: numbers are words, names have the parts that are asked for."""
    if key in _PEOPLE and isinstance(value, list):
        return [{part: each[part] for part in each if part in _PARTS} for each in value if isinstance(each, dict)]
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _own_id(item: Item, source: Source, taken: set[str]) -> str:
    """What the file calls it where that is a word, else its author and title; with a number where that is taken."""
    made = id_of(" ".join(filter(None, [*(each.short for each in source.people[:1]), source.short_title])))
    bare = item.name if re.fullmatch(r"[^\W_][\w.-]{1,60}", item.name) and not item.name.isdigit() else made or "source"
    own, number = bare, 2
    folded = {each.casefold() for each in taken}
    while own.casefold() in folded:
        own, number = f"{bare}-{number}", number + 1
    return own
