"""PDF, for print: pictures, a page each, and the papers of a handout."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.booklet import Booklet
    from untaken.writing.handout import Stack


def _booklet(pages: "Booklet") -> bytes:
    from untaken.writing.booklet import booklet

    return booklet(pages.leaves, pages.title)


def _papers(stack: "Stack") -> bytes:
    from untaken.writing.handout import handout_pdf

    return handout_pdf(stack.papers, stack.title, stack.paper, stack.is_worksheet, stack.theme)


FORMAT = Format("pdf", ".pdf", {Stuff.BOOKLET: _booklet, Stuff.PAPERS: _papers}, is_text=False)
