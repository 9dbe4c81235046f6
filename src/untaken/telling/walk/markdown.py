"""Markdown, built from an author's text so that no letter of it is ever taken for a sign."""

import re
from collections.abc import Iterable

from untaken.text.wrapping import one_line

_SIGNS = re.compile(r"([\\`*_\[\]<>&|~^$#@])")
"""What has a meaning within a line, in CommonMark or in what widespread programs add to it."""


def escaped(text: str) -> str:
    """A text on one line, as it is read, to stand within a line.

    >>> escaped("No: war & peace <b>")
    'No: war \\\\& peace \\\\<b\\\\>'
    """
    return _SIGNS.sub(r"\\\1", one_line(text))


def paragraph(text: str) -> str:
    """A text as a paragraph of its own: nothing at its beginning makes it a list or a heading.

    >>> paragraph("1. Peace"), paragraph("- and land")
    ('1\\\\. Peace', '\\\\- and land')
    """
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=:])", r"\\\1", escaped(text)))


def heading(level: int, text: str) -> str:
    """A heading of a level from 1 on."""
    return f"{'#' * level} {escaped(text)}"


def points(items: Iterable[str]) -> str:
    """A list, of which each item is a line of Markdown."""
    return "\n".join(f"- {item}" for item in items)
