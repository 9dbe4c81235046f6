"""The typeface that travels with the package: its files, the widths of its letters, and what of it a drawing uses.

Source Sans Pro for text (Latin, Greek, Cyrillic) and Noto Emoji, in one colour.
"""

import base64
import io
import json
import logging
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FAMILY = "Source Sans Pro"
EMOJI_FAMILY = "Noto Emoji"


class Face(StrEnum):
    """The faces that diagrams use."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "It"


def text_fonts() -> Path:
    """The folder with the files of Source Sans Pro. Raises FileNotFoundError where the package is not installed."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package font-source-sans-pro is not installed")
    return Path(spec.origin).parent / "files"


def emoji_fonts() -> Path:
    """The folder with the file of Noto Emoji."""
    return Path(str(files("untaken") / "fonts"))


def font_file(face: Face | None) -> Path:
    """The file of a face; of Noto Emoji for None."""
    return emoji_fonts() / "NotoEmoji-Regular.ttf" if face is None else text_fonts() / f"SourceSansPro-{face}.ttf"


def font_files() -> list[Path]:
    """The files of every face, and of Noto Emoji. Raises FileNotFoundError where one of them is not there."""
    found = [font_file(face) for face in (*Face, None)]
    for file in found:
        if not file.is_file():
            raise FileNotFoundError(f"the file {file} is not there")
    return found


EVERYDAY = "everyday.json"
"""The file in which widths of letters and reduced faces travel with the package: reading the fonts takes far longer."""


@lru_cache
def _shipped() -> Mapping[str, Any]:
    return json.loads((emoji_fonts() / EVERYDAY).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _named(face: Face | None) -> str:
    return face or EMOJI_FAMILY


@lru_cache
def _advances(face: Face | None) -> dict[int, float]:
    """The width of each letter of a face, in parts of the type size."""
    return {int(code): width for code, width in _shipped()["widths"][_named(face)].items()}


def advances_in_font(face: Face | None) -> dict[int, float]:
    """The same, as the font's own file has it."""
    from fontTools.ttLib import TTFont

    with TTFont(font_file(face), lazy=True) as font:
        widths, em = font["hmtx"], font["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}


def everyday_letters() -> str:
    """What `EVERYDAY` holds, made anew from the fonts: JSON, `widths` by face and code, `reduced` faces by name."""
    widths = {_named(face): advances_in_font(face) for face in (*Face, None)}
    reduced = {face.value: _subset(_EVERYDAY, face, advances_in_font(face)) for face in Face}
    return json.dumps({"widths": widths, "reduced": reduced}, separators=(",", ":")) + "\n"


# A letter that neither font has is drawn with one of the machine's, of unknown width; Chinese ones are an em wide.
_UNKNOWN_WIDTH = 1.05


@lru_cache
def measure(face: Face, size: float) -> Callable[[str], float]:
    """A function that gives the width of a text in points, in this face at this size."""

    def width(text: str) -> float:
        return size * _width(face, text)

    return width


# The same words are measured for every shape of a drawing that is tried.
@lru_cache(maxsize=100_000)
def _width(face: Face, text: str) -> float:
    widths, emoji = _advances(face), _advances(None)
    return sum(widths[code] if code in widths else emoji.get(code, _UNKNOWN_WIDTH) for code in map(ord, text))


def has_all(face: Face, text: str) -> bool:
    """Whether a face has every letter of a text that the upright one has: the italic one has no Cyrillic, no Greek."""
    upright, known = _advances(Face.REGULAR), _advances(face)
    return all(code in known for code in map(ord, text) if code in upright)


def is_ours(letter: str) -> bool:
    """Whether the text font or the emoji font has a letter."""
    return ord(letter) in _advances(Face.REGULAR) or ord(letter) in _advances(None)


_EVERYDAY = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("‘’“”–—…·•▲▼→é§\u00a0")
"""Letters that nearly every drawing has."""


def embedded(letters: Iterable[str], face: Face | None) -> str:
    """A data URL of a face (Noto Emoji for None) reduced to these letters and everyday ones.

    Empty where the face has none of these letters.
    """
    wanted = frozenset(letters)
    if not any(ord(letter) in _advances(face) for letter in wanted):
        return ""
    if face and wanted <= _EVERYDAY:
        shipped: str = _shipped()["reduced"][face]
        return shipped
    return _reduced(wanted | _EVERYDAY if face else wanted, face)


# Many drawings share one set of letters, and reducing a face takes longer than drawing with it.
@lru_cache(maxsize=64)
def _reduced(letters: frozenset[str], face: Face | None) -> str:
    return _subset(letters, face, _advances(face))


def _subset(letters: frozenset[str], face: Face | None, known: Mapping[int, float]) -> str:
    """A data URL of a face with these letters, as far as it has them."""
    from fontTools import subset

    # The subsetter reports on tables that it drops, which is what it is asked for.
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    codes = sorted(code for code in map(ord, letters) if code in known)
    options = subset.Options(flavor="woff", hinting=False, notdef_outline=True, desubroutinize=True)
    options.layout_features = ["kern", "ccmp", "mark"]
    # The licence reserves the font's name for the whole: a reduced face says only whose it is, and under which licence.
    options.name_IDs = [0, 13, 14]
    data = io.BytesIO()
    with subset.load_font(font_file(face), options) as font:
        # A fixed time makes the same letters give the same bytes.
        font.recalcTimestamp = False
        reducer = subset.Subsetter(options)
        reducer.populate(unicodes=codes)
        reducer.subset(font)
        subset.save_font(font, data, options)
    return "data:font/woff;base64," + base64.b64encode(data.getvalue()).decode("ascii")
