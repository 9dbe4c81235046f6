"""Text as shapes: the outline of every letter and where it stands, so that a file needs no typeface."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from untaken.drawing.machine_fonts import FontFile, on_machine
from untaken.drawing.typeface import Face, font_file

_Source = Face | FontFile | None
"""A face of the text font, one of the machine's, or the emoji font (None)."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a line: what its shape is called, the shape as a path of SVG, and its place from the line's begin.

    Shape and place are in units of its typeface, of which `em` make the type size; y grows upward.
    """

    name: str
    path: str
    x: float
    em: int


def outlined(text: str, face: Face) -> Iterator[Letter]:
    """The letters of a text that have a shape, spaced and kerned as its face says.

    What the face lacks comes from the emoji font, else from the machine's; what none has is the face's empty box.
    """
    x = 0.0
    """In parts of the type size."""
    before: tuple[_Source, str] | None = None
    for letter in unicodedata.normalize("NFC", text):
        source = _source(letter, face)
        font = _Font.of(source)
        glyph = font.glyph(letter)
        if glyph is None:
            continue
        if before and before[0] == source:
            x += font.kerning(before[1], glyph) / font.em
        if path := font.path(glyph):
            yield Letter(f"{font.name}-{glyph}", path, x * font.em, font.em)
        x += font.advance(glyph) / font.em
        before = source, glyph


@lru_cache(maxsize=10_000)
def _source(letter: str, face: Face) -> _Source:
    for source in (face, None):
        if ord(letter) in _Font.of(source).codes:
            return source
    return on_machine([letter]).get(letter, face)


class _Font:
    """A typeface that is read as far as it is asked for."""

    def __init__(self, source: _Source, font: Any) -> None:
        self.name = (
            source.value if isinstance(source, Face) else f"{source.path.stem}{source.number}" if source else "e"
        )
        self.em: int = font["head"].unitsPerEm
        self.codes: dict[int, str] = font.getBestCmap()
        self._shapes = font.getGlyphSet()
        self._kerning = _kerning_tables(font)
        self._paths: dict[str, str] = {}

    @staticmethod
    @lru_cache(maxsize=16)
    def of(source: _Source) -> "_Font":
        from fontTools.ttLib import TTFont

        if isinstance(source, FontFile):
            return _Font(source, TTFont(source.path, lazy=True, fontNumber=source.number))
        return _Font(source, TTFont(font_file(source), lazy=True))

    def glyph(self, letter: str) -> str | None:
        """Its name in the font; that of the empty box where it has none; None for a sign that nobody sees."""
        if unicodedata.category(letter) in ("Cf", "Mn") and ord(letter) not in self.codes:
            return None
        return self.codes.get(ord(letter), ".notdef")

    def advance(self, glyph: str) -> float:
        return float(self._shapes[glyph].width)

    def path(self, glyph: str) -> str:
        """Empty for a blank."""
        from fontTools.pens.svgPathPen import SVGPathPen

        if glyph not in self._paths:
            pen = SVGPathPen(self._shapes, ntos=lambda value: f"{value:g}")
            self._shapes[glyph].draw(pen)
            self._paths[glyph] = pen.getCommands()
        return self._paths[glyph]

    def kerning(self, one: str, other: str) -> float:
        """By how much two letters stand nearer to each other, or farther; the first table that has the pair says it."""
        for table in self._kerning:
            found = _pair(table, one, other)
            if found is not None:
                return found
        return 0.0


def _kerning_tables(font: Any) -> Sequence[Any]:
    """The tables of pairs that a font's kerning consists of, in their order."""
    if "GPOS" not in font:
        return ()
    table = font["GPOS"].table
    features = [each.Feature for each in table.FeatureList.FeatureRecord if each.FeatureTag == "kern"]
    lookups = [table.LookupList.Lookup[at] for at in features[0].LookupListIndex] if features else []
    tables = [getattr(each, "ExtSubTable", each) for lookup in lookups for each in lookup.SubTable]
    return [each for each in tables if each.LookupType == _PAIRS]


_PAIRS = 2
"""The type of a lookup in OpenType that moves the letters of a pair."""


def _pair(table: Any, one: str, other: str) -> float | None:
    """What a table of pairs says of two glyphs; None where it does not have the first of them, or not the pair."""
    if one not in table.Coverage.glyphs:
        return None
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(one)].PairValueRecord
        value = next((pair.Value1 for pair in pairs if pair.SecondGlyph == other), None)
        return float(getattr(value, "XAdvance", 0) or 0) if value else None
    first, second = table.ClassDef1.classDefs.get(one, 0), table.ClassDef2.classDefs.get(other, 0)
    value = table.Class1Record[first].Class2Record[second].Value1
    return float(getattr(value, "XAdvance", 0) or 0)
