"""Markdown."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.telling.document import Document


def _document(document: "Document") -> bytes:
    from untaken.writing.markdown import markdown

    return markdown(document).encode("utf-8")


FORMAT = Format("md", ".md", {Stuff.DOCUMENT: _document})
