"""A document in plain lines, for a file, a pipe or a screen reader."""

from collections.abc import Iterator, Sequence

from untaken.reading.diagnostics import columns
from untaken.telling.document import Document, Table


def document_lines(document: Document) -> Iterator[str]:
    """The lines of a document, each whole; the columns of a table stand under their headings."""
    for each in document:
        if isinstance(each, Table):
            yield from table_lines(each)
        else:
            yield str(each)


def table_lines(table: Table) -> list[str]:
    """The headings and the rows of a table, numbers at the right."""
    headings, rows = table.headings, table.rows
    widths = [max(map(columns, column)) for column in zip(headings, *rows, strict=True)]
    return ["  ".join(_cells(row, widths, table.numeric_from)).rstrip() for row in (headings, *rows)]


def _cells(row: Sequence[str], widths: Sequence[int], numeric_from: int) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        blanks = " " * (width - columns(cell))
        yield blanks + cell if at >= numeric_from else cell + blanks
