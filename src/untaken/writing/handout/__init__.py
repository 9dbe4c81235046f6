"""Handouts and worksheets as tagged PDF files."""

from untaken.writing.handout.pdf import Stack, handout_pdf, letters_on
from untaken.writing.handout.picture import SheetSize, picture

__all__ = ["SheetSize", "Stack", "handout_pdf", "letters_on", "picture"]
