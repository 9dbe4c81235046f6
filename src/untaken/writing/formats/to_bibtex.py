"""BibTeX, for LaTeX."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.model.sources import Source


def _sources(sources: "Mapping[str, Source]") -> bytes:
    from untaken.evidence.bibtex import as_bibtex

    return f"{as_bibtex(sources)}\n".encode()


FORMAT = Format("bibtex", ".bib", {Stuff.SOURCES: _sources})
