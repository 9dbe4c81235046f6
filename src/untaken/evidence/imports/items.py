"""What a file of references holds: an item for each text, in the variables of CSL, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from untaken.text.trouble import Trouble


@dataclass(frozen=True)
class Item:
    """One text: what its file calls it, and what is known of it, by variables of CSL 1.0.2."""

    name: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Items:
    """The items of a file in their order, and a sentence for each that could not be read."""

    items: tuple[Item, ...] = ()
    unread: tuple[str, ...] = ()


def no_references(message: str) -> Trouble:
    """Why a file is none of references, and what would be one."""
    return Trouble(message, "export the references from Zotero as CSL JSON, BibTeX or RIS")
