"""JSON-LD: quotations as annotations of the W3C."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.evidence.annotations import Pinned


def _pins(pinned: "Pinned") -> bytes:
    from untaken.evidence.annotations import as_annotations

    return f"{as_annotations(pinned.pins, pinned.sources, pinned.texts)}\n".encode()


FORMAT = Format("json-ld", ".jsonld", {Stuff.PINS: _pins})
