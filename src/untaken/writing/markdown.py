"""Markdown, built from an author's text so that no letter of it is ever taken for a sign."""

import re
from collections.abc import Iterator

from untaken.telling.document import Block, Document, Role, Run, Table
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


def markdown(document: Document) -> str:
    """A document as a Markdown text: its first title a heading of the first level, other titles of the second.

    What stands further in than the margin, and every way on, is an item of a list.
    """
    written: list[str] = []
    follows_item = True
    for each, level in _levelled(document):
        if isinstance(each, Table):
            written.append(f"\n{_table(each)}\n")
        elif level is None:
            written.append(f"\n{_paragraph(each, is_first=not written)}\n")
        else:
            written.append(f"{'' if follows_item else chr(10)}{'  ' * level}- {_line(each)}\n")
        follows_item = level is not None
    return "".join(written).lstrip("\n")


def _table(table: Table) -> str:
    rules = ["---:" if at >= table.numeric_from else "---" for at in range(len(table.headings))]
    rows = (map(escaped, table.headings), rules, *(map(escaped, row) for row in table.rows))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _levelled(document: Document) -> Iterator[tuple[Block | Table, int | None]]:
    """The tables, and the blocks that say something, each with its level in a list; None where it is no item."""
    under_way, last = 0, -1
    for each in document:
        if isinstance(each, Table):
            yield each, None
            continue
        if each.role is Role.WAY or not each.indent:
            under_way = int(each.role is Role.WAY)
        if each.runs:
            # An item stands at most one step under the one before it, or Markdown takes it for code.
            level = min(each.indent - 1 + under_way, last + 1) if each.indent or under_way else None
            yield each, level
            last = -1 if level is None else level


def _paragraph(each: Block, is_first: bool) -> str:
    if each.role is Role.TITLE:
        return f"{'#' if is_first else '##'} {escaped(each.text)}"
    if each.role is Role.NODE:
        return f"### {escaped(each.text)}"
    if each.role is Role.CODE:
        return f"    {each.text}"
    return f"**{escaped(each.text)}**" if each.role is Role.SECTION else _line(each)


def _line(each: Block) -> str:
    """The runs of a block, that before its text in bold; nothing at its beginning makes it a list or a heading."""
    lead = "".join(run.text for run in each.runs if run.role is Role.LEAD)
    said = [run for run in each.runs if run.role is not Role.LEAD]
    if not any(run.href for run in said):
        text = "".join(run.text for run in said)
        return f"**{escaped(lead)}** {escaped(text)}" if lead else paragraph(text)
    first, *rest = said
    begun = _linked(first) if lead or first.href else paragraph(first.text) + _blank_behind(first)
    return "".join([f"**{escaped(lead)}** " if lead else "", begun, *map(_linked, rest)])


def _linked(run: Run) -> str:
    """A run within a line, with the blanks at its ends; as a link where it leads to an address."""
    before = " " if run.text[:1].isspace() else ""
    text = f"{before}{escaped(run.text)}{_blank_behind(run)}"
    return f"[{text}]({run.href.replace('(', '%28').replace(')', '%29')})" if run.href else text


def _blank_behind(run: Run) -> str:
    return " " if run.text[-1:].isspace() and run.text.strip() else ""
