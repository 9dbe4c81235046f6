"""Handouts and worksheets as tagged PDF files. The only room that knows typst."""

from untaken.writing.handout.pdf import SheetSize, handout_pdf, letters_on

__all__ = ["SheetSize", "handout_pdf", "letters_on"]
