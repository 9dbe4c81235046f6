"""A web page: a document alone, or turning points to walk through."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.telling.document import Document
    from untaken.writing.page import Book


def _document(document: "Document") -> bytes:
    from untaken.writing.web import web_page

    return web_page(document).encode("utf-8")


def _book(book: "Book") -> bytes:
    from untaken.writing.page import page_file

    return page_file(book)


FORMAT = Format("html", ".html", {Stuff.DOCUMENT: _document, Stuff.BOOK: _book})
