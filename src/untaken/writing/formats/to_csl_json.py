"""CSL-JSON, for Zotero and for citation processors."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.model.sources import Source


def _sources(sources: "Mapping[str, Source]") -> bytes:
    from untaken.evidence.csl import as_csl

    return f"{as_csl(sources)}\n".encode()


FORMAT = Format("csl-json", ".json", {Stuff.SOURCES: _sources})
