"""Paragraphs with hanging indents, and the widget that shows them at whatever width it has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from untaken.text.legible import legible

EMPTY = Content()


@dataclass(frozen=True)
class Row:
    """A paragraph. `lead` stands before its first line, blanks as wide before the others."""

    text: Content
    lead: Content = EMPTY

    def lines(self, width: int) -> list[Content]:
        """The paragraph in lines of at most `width` cells, if there is room for words at all."""
        margin = Content(" " * self.lead.cell_length)
        wrapped = _exchanged(self.text, _NO_BREAK, _BOUND).wrap(max(width - self.lead.cell_length, _LEAST))
        return [(margin if at else self.lead) + _exchanged(line, _BOUND, _NO_BREAK) for at, line in enumerate(wrapped)]


BLANK = Row(EMPTY)
_LEAST = 4
_BREAKS = re.compile("[\t\r\n]+")
_NO_BREAK = "\N{NO-BREAK SPACE}"
# Textual breaks lines at no-break spaces, too; this stands for them while it does. No text holds a noncharacter.
_BOUND = "\ufdd0"


def _exchanged(content: Content, old: str, new: str) -> Content:
    return Content(content.plain.replace(old, new), list(content.spans)) if old in content.plain else content


def said(text: str, style: str = "") -> Content:
    """A text of an author's, as it is: never read as markup, and nothing in it that a terminal would obey.

    A dash goes with the name behind it on to the next line.
    """
    bound = _BREAKS.sub(" ", text).replace("— ", f"—{_NO_BREAK}")
    return Content.styled(legible(bound), style)


def row(text: str, style: str = "", lead: str = "", lead_style: str = "") -> Row:
    """A paragraph in one style."""
    return Row(said(text, style), Content.styled(lead, lead_style))


def lines(rows: Iterable[Row], width: int) -> list[Content]:
    """All lines of some paragraphs."""
    return [line for each in rows for line in each.lines(width)]


class Prose(Widget):
    """Paragraphs, wrapped to the widget's width."""

    def __init__(self, rows: Iterable[Row], *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = tuple(rows)

    def show(self, rows: Iterable[Row]) -> None:
        """Show other paragraphs."""
        self._rows = tuple(rows)
        self.refresh(layout=True)

    def paragraphs(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(lines(self.paragraphs(), width))

    def render(self) -> Content:
        return Content("\n").join(lines(self.paragraphs(), self.content_size.width))


class End(Prose):
    """Paragraphs as tall as there is room for: of too many, the last lines, under one that says so."""

    def __init__(self, rows: Iterable[Row], more: Row) -> None:
        super().__init__(rows)
        self._more = more

    def render(self) -> Content:
        width, height = self.content_size
        shown = lines(self.paragraphs(), width)
        if len(shown) > height:
            shown = [*self._more.lines(width), *shown[1 - height :]] if height > 1 else shown[-1:]
        return Content("\n").join(shown)
