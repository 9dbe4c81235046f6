"""What of the fonts travels with the package agrees with the fonts."""

import ast
import base64
import io
import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from untaken import drawing
from untaken.drawing.typeface import (
    EVERYDAY,
    Face,
    advances_in_font,
    embedded,
    emoji_fonts,
    everyday_letters,
    is_ours,
    measure,
)

SHIPPED = json.loads((emoji_fonts() / EVERYDAY).read_text(encoding="utf-8"))


@cache
def made_anew() -> Any:
    """What the package ships, made from the fonts again."""
    return json.loads(everyday_letters())


def opened(url: str) -> TTFont:
    return TTFont(io.BytesIO(base64.b64decode(url.removeprefix("data:font/woff;base64,"))))


def test_the_widths_are_those_of_the_fonts() -> None:
    assert SHIPPED["widths"] == made_anew()["widths"], "run `make fonts`"


@pytest.mark.parametrize("face", Face)
def test_a_reduced_face_has_the_everyday_letters_and_no_name_that_is_reserved(face: Face) -> None:
    shipped, anew = (opened(each["reduced"][face]) for each in (SHIPPED, made_anew()))

    assert shipped.getGlyphOrder() == anew.getGlyphOrder(), "run `make fonts`"
    assert shipped.getBestCmap() == anew.getBestCmap()
    assert {ord(letter) for letter in "Aa09’—é\u00a0"} <= set(shipped.getBestCmap())
    assert not [record for record in shipped["name"].names if record.nameID in (1, 3, 4, 6)]


@pytest.mark.parametrize("face", Face)
def test_odd_letters_are_embedded_beside_the_everyday_ones(face: Face) -> None:
    assert embedded("abc", face) == SHIPPED["reduced"][face]
    assert {ord("ß"), ord("a")} <= set(opened(embedded("ß", face)).getBestCmap())


def test_a_text_is_as_wide_as_its_letters() -> None:
    advances = advances_in_font(Face.BOLD)

    assert measure(Face.BOLD, 20)("Red Army") == pytest.approx(20 * sum(advances[ord(each)] for each in "Red Army"))


def test_every_sign_that_drawings_have_of_themselves_is_in_a_shipped_typeface() -> None:
    folder = Path(str(drawing.__file__)).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))]
    words = [each.value for tree in trees for each in ast.walk(tree) if isinstance(each, ast.Constant)]
    signs = {sign for word in words if isinstance(word, str) for sign in word if unicodedata.category(sign)[0] in "PS"}
    assert {"▲", "→", "◉"} <= signs
    assert [sign for sign in sorted(signs) if not is_ours(sign)] == []
