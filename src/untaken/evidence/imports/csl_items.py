"""CSL data as Zotero and pandoc write it: JSON, a list of items; YAML, the same or a list under `references`."""

import json
from typing import Any

from untaken.evidence.imports.items import Item, Items, no_references
from untaken.reading.marked import Listing, Mapping, Marked
from untaken.reading.yaml import read_text

_SPELT = {
    "archive_location": "archive-location",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}
"""Names of older versions and of the JSON, as the YAML has them."""


def csl_json(text: str) -> Items:
    """The items of CSL-JSON. Raises Trouble where the text is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise no_references(f"the file is no JSON: {error}") from error
    return _items(data)


def csl_yaml(text: str, path: str) -> Items:
    """The items of CSL-YAML. Raises Trouble where the text is none."""
    read = read_text(text.removeprefix("---\n").removesuffix("...\n"), path)
    if read.tree is None:
        raise no_references(f"the file is no YAML: {read.problems[0].message}")
    return _items(_plain(read.tree))


def _plain(tree: Marked) -> Any:
    if isinstance(tree, Mapping):
        return {key: _plain(value) for key, (_, value) in tree.entries.items()}
    return [_plain(each) for each in tree.items] if isinstance(tree, Listing) else tree.value


def _items(data: Any) -> Items:
    listed = data.get("references", data.get("items", [data])) if isinstance(data, dict) else data
    if not isinstance(listed, list):
        raise no_references("the file holds no list of references")
    good = [each for each in listed if isinstance(each, dict)]
    unread = ("an item is no mapping of keys and values",) * (len(listed) - len(good))
    return Items(tuple(map(_item, good)), unread)


def _item(data: dict[str, Any]) -> Item:
    name = str(data.get("citation-key") or data.get("id") or "")
    return Item(name, {_SPELT.get(key, key): value for key, value in data.items()})
