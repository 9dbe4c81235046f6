"""Graphviz's HTML-like labels, built from an author's text so that no letter of it is ever taken for markup."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from untaken.drawing.typeface import Face, has_all, measure
from untaken.text.wrapping import wrap


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks: type size in points, colour, face."""

    size: float
    color: str
    face: Face = Face.REGULAR

    def colored(self, color: str) -> "Style":
        return replace(self, color=color)

    def for_text(self, text: str) -> "Style":
        """This style, upright where its face lacks a letter of the text."""
        return self if has_all(self.face, text) else replace(self, face=Face.REGULAR)


def text_lines(text: str, width: float, style: Style) -> list[str]:
    """The text's lines at this width, in points, each as markup."""
    style = style.for_text(text)
    return [run(line, style) for line in wrap(text, width, measure(style.face, style.size))]


def widest(text: str, width: float, style: Style) -> int:
    """The room that the widest of the text's lines at this width needs, in points.

    Graphviz rounds every letter to the dots of a screen and takes lines for up to 3 % narrower than a browser draws
    them, of which the blank round a label bears a little.
    """
    style = style.for_text(text)
    wide = measure(style.face, style.size)
    return max(0, math.ceil(max(map(wide, wrap(text, width, wide)))) - 4)


def run(text: str, style: Style) -> str:
    """One line of text as markup. In labels of every kind Graphviz replaces a backslash and the letter behind it."""
    marked = escape(text.replace("\\", r"\\")) or " "
    if style.face is Face.BOLD:
        marked = f"<B>{marked}</B>"
    if style.face is Face.ITALIC:
        marked = f"<I>{marked}</I>"
    return f'<FONT POINT-SIZE="{style.size:g}" COLOR="{style.color}">{marked}</FONT>'


def attributed_lines(text: str, tail: str, width: float, style: Style, tail_style: Style) -> list[str]:
    """The lines of a claim, and at the end of the last one, or on lines of its own, whose claim it is."""
    style, tail_style = style.for_text(text), tail_style.for_text(tail)
    lines = wrap(text, width, measure(style.face, style.size))
    styled = [run(line, style) for line in lines]
    if not tail:
        # Graphviz sets lines of one style further apart than lines of several: a blank keeps all claims alike.
        styled[-1] += run(" ", tail_style)
        return styled
    widths = measure(style.face, style.size), measure(tail_style.face, tail_style.size)
    if widths[0](lines[-1] + " ") + widths[1](tail) <= width:
        styled[-1] += run(" " + tail, tail_style)
        return styled
    return styled + text_lines(tail, width, tail_style)


def stacked(lines: Iterable[str], align: str = "LEFT") -> str:
    """Lines of markup one under the other."""
    return "".join(f'{line}<BR ALIGN="{align}"/>' for line in lines)


def cell(content: str, align: str = "LEFT", **attributes: object) -> str:
    """A table cell; attribute names are Graphviz's, with _ for none."""
    return f'<TD ALIGN="{align}" BALIGN="{align}"{_attributes(attributes)}>{content}</TD>'


def row(*cells: str) -> str:
    """A table row."""
    return f"<TR>{''.join(cells)}</TR>"


def table(*rows: str, **attributes: object) -> str:
    """A table without border or padding, unless `attributes` say otherwise."""
    bare: dict[str, object] = {"BORDER": 0, "CELLBORDER": 0, "CELLSPACING": 0, "CELLPADDING": 0}
    return f"<TABLE{_attributes(bare | attributes)}>{''.join(rows)}</TABLE>"


_LONGEST = 65_535
"""Graphviz takes no longer side of a table or cell, in points."""


def _attributes(attributes: dict[str, object]) -> str:
    bounded = {name: min(value, _LONGEST) if isinstance(value, int) else value for name, value in attributes.items()}
    return "".join(f' {name}="{escape(str(value), quote=True)}"' for name, value in bounded.items())


def label(content: str) -> str:
    """The label that Graphviz reads as markup."""
    return f"<{content}>"
