"""The deck's colours and typeface, changed in one place: the slots of its theme, and which colour of ours has which."""

import re
from collections.abc import Iterator

from lxml import etree
from pptx.dml.color import ColorFormat, RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation

from untaken.drawing import palette

FAMILY = "Calibri"
"""At hand wherever PowerPoint is, and 2 per cent narrower than the face that everything is measured with."""

SLOTS = {
    "dk1": palette.INK,
    "lt1": palette.PAPER,
    "dk2": palette.NIGHT,
    "lt2": palette.MIST,
    "accent1": palette.HISTORY,
    "accent2": palette.FOR,
    "accent3": palette.AGAINST,
    "accent4": palette.ROAD,
    "accent5": palette.QUIET,
    "accent6": palette.DUSK,
    "hlink": palette.ROAD,
    "folHlink": palette.DUSK,
}
"""The colours of the theme by the names that its file gives them."""

_THEMED = {
    palette.INK: (MSO_THEME_COLOR.TEXT_1, 0.0),
    palette.PAPER: (MSO_THEME_COLOR.BACKGROUND_1, 0.0),
    palette.NIGHT: (MSO_THEME_COLOR.TEXT_2, 0.0),
    palette.MIST: (MSO_THEME_COLOR.BACKGROUND_2, 0.0),
    palette.QUIET_ON_NIGHT: (MSO_THEME_COLOR.BACKGROUND_2, 0.0),
    palette.HISTORY: (MSO_THEME_COLOR.ACCENT_1, 0.0),
    palette.HISTORY_TINT: (MSO_THEME_COLOR.ACCENT_1, 0.9),
    palette.FOR: (MSO_THEME_COLOR.ACCENT_2, 0.0),
    palette.AGAINST: (MSO_THEME_COLOR.ACCENT_3, 0.0),
    palette.ROAD: (MSO_THEME_COLOR.ACCENT_4, 0.0),
    palette.ROAD_TINT: (MSO_THEME_COLOR.ACCENT_4, 0.9),
    palette.QUIET: (MSO_THEME_COLOR.ACCENT_5, 0.0),
    palette.LINE: (MSO_THEME_COLOR.ACCENT_5, 0.4),
    palette.DUSK: (MSO_THEME_COLOR.ACCENT_6, 0.0),
}


def paint(color: ColorFormat, wanted: str) -> None:
    """Give a colour of ours as the theme's, so that it changes with it."""
    themed = _THEMED.get(wanted)
    if themed is None:
        color.rgb = RGBColor.from_string(wanted.lstrip("#").upper())
        return
    color.theme_color, brightness = themed
    if brightness:
        color.brightness = brightness


def dress(deck: Presentation) -> None:
    """Put our colours and our typeface into the theme of a deck's master."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for name, color in SLOTS.items():
        for slot in root.iterfind(f".//a:clrScheme/a:{name}", space):
            for old in list(slot):
                slot.remove(old)
            etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=color.lstrip("#").upper())
    for face in _faces(root, space):
        face.set("typeface", FAMILY)
    root.set("name", "untaken")
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _faces(root: etree._Element, space: dict[str, str]) -> Iterator[etree._Element]:
    for kind in ("majorFont", "minorFont"):
        yield from root.iterfind(f".//a:{kind}/a:latin", space)


def plain(text: str) -> str:
    """A text without what XML cannot hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
