"""Handouts and worksheets as tagged PDF files."""

from untaken.writing.handout.pdf import SheetSize, Stack, handout_pdf, letters_on

__all__ = ["SheetSize", "Stack", "handout_pdf", "letters_on"]
