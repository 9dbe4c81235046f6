"""One or many turning points as a page: one file, with everything in it, that a browser opens from a disk."""

from untaken.writing.page.file import page_file
from untaken.writing.page.selection import Book, alone, whole_history

__all__ = ["Book", "alone", "page_file", "whole_history"]
