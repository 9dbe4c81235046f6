"""Plain text."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.evidence.annotations import Pinned
    from untaken.model.sources import Source
    from untaken.telling.document import Document
    from untaken.telling.matrix import Matrix
    from untaken.writing.reports import Report


def _document(document: "Document") -> bytes:
    from untaken.writing.lines import document_lines

    return "".join(f"{line}\n" for line in document_lines(document)).encode("utf-8")


def _matrix(matrix: "Matrix") -> bytes:
    from untaken.telling.matrix import matrix_lines

    return "".join(f"{line}\n" for line in matrix_lines(matrix)).encode("utf-8")


def _sources(sources: "Mapping[str, Source]") -> bytes:
    from untaken.evidence.references import as_text

    return f"{as_text(sources)}\n".encode()


def _problems(report: "Report") -> bytes:
    return "\n".join(f"{each}\n" for each in report.problems).encode("utf-8")


def _pins(pinned: "Pinned") -> bytes:
    from untaken.telling.phrases import citations

    sources = pinned.sources
    lines = (f"{each.id}: {citations.pin(sources[each.citation.source].short, each.citation)}" for each in pinned.pins)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


FORMAT = Format(
    "text",
    ".txt",
    {
        Stuff.DOCUMENT: _document,
        Stuff.MATRIX: _matrix,
        Stuff.SOURCES: _sources,
        Stuff.PROBLEMS: _problems,
        Stuff.PINS: _pins,
    },
)
