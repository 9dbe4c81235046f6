"""A web page: a document alone, what a class decided, or turning points to walk through."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.history.crowd import Crowd
    from untaken.telling.document import Document
    from untaken.writing.page import Book


def _document(document: "Document") -> bytes:
    from untaken.writing.web import web_page

    return web_page(document).encode("utf-8")


def _book(book: "Book") -> bytes:
    from untaken.writing.page import page_file

    return page_file(book)


def _crowd(crowd: "Crowd") -> bytes:
    from untaken.writing.class_page import class_page

    return class_page(crowd).encode("utf-8")


FORMAT = Format("html", ".html", {Stuff.DOCUMENT: _document, Stuff.CROWD: _crowd, Stuff.BOOK: _book})
