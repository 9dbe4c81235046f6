"""Handouts and worksheets as tagged PDF files. The only room that knows typst."""

from untaken.writing.handout.pdf import Paper, handout_pdf

__all__ = ["Paper", "handout_pdf"]
