"""The deck's colours and typeface, changed in one place: the slots of its theme, and which colour of ours has which."""

import re
from collections.abc import Iterator

from lxml import etree
from pptx.dml.color import ColorFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation

from untaken.drawing.palette import Palette

FAMILY = "Calibri"
"""At hand wherever PowerPoint is, and 2 per cent narrower than the face that everything is measured with."""

_SLOTS = {
    "dk1": ("ink", MSO_THEME_COLOR.TEXT_1),
    "lt1": ("paper", MSO_THEME_COLOR.BACKGROUND_1),
    "dk2": ("night", MSO_THEME_COLOR.TEXT_2),
    "lt2": ("mist", MSO_THEME_COLOR.BACKGROUND_2),
    "accent1": ("history", MSO_THEME_COLOR.ACCENT_1),
    "accent2": ("speaks_for", MSO_THEME_COLOR.ACCENT_2),
    "accent3": ("speaks_against", MSO_THEME_COLOR.ACCENT_3),
    "accent4": ("road", MSO_THEME_COLOR.ACCENT_4),
    "accent5": ("quiet", MSO_THEME_COLOR.ACCENT_5),
    "accent6": ("dusk", MSO_THEME_COLOR.ACCENT_6),
    "hlink": ("road", MSO_THEME_COLOR.HYPERLINK),
    "folHlink": ("dusk", MSO_THEME_COLOR.FOLLOWED_HYPERLINK),
}
"""Which colour of ours has which slot of the theme, by the names that its file gives them."""

_SHADES = {
    "history_tint": "history",
    "history_seal": "history",
    "road_tint": "road",
    "road_seal": "road",
    "line": "quiet",
}
"""Colours without a slot, and of which that has one they are a lighter or a darker shade."""


class DeckColors:
    """The colours of a deck: each is one of its theme's, or a shade of one, so that it changes with it."""

    def __init__(self, palette: Palette) -> None:
        self.slots = {slot: getattr(palette, role) for slot, (role, _) in _SLOTS.items()}
        slot_of = {role: slot for slot, (role, _) in reversed(_SLOTS.items())}
        upon_night = "ink" if palette.is_dark else "paper"
        self._shades: dict[str, tuple[str, float]] = {}
        for role, of in (_SHADES | {"on_night": upon_night, "quiet_on_night": upon_night}).items():
            color = getattr(palette, role)
            self._shades[color] = slot_of[of], _brightness(getattr(palette, of), color)
        self._shades |= {getattr(palette, role): (slot, 0.0) for role, slot in reversed(slot_of.items())}

    def shade(self, color: str) -> tuple[str, float]:
        """The slot of a colour of ours, and how much lighter, up to 1, or darker, down to -1, it is than that."""
        return self._shades[color]

    def paint(self, color: ColorFormat, wanted: str) -> None:
        """Give a colour of ours as the theme's."""
        slot, brightness = self.shade(wanted)
        color.theme_color = _SLOTS[slot][1]
        if brightness:
            color.brightness = brightness

    def dress(self, deck: Presentation) -> None:
        """Put our colours and our typeface into the theme of a deck's master."""
        part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        root = etree.fromstring(part.blob)
        space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
        for name, color in self.slots.items():
            for slot in root.iterfind(f".//a:clrScheme/a:{name}", space):
                for old in list(slot):
                    slot.remove(old)
                etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=color.lstrip("#").upper())
        for face in _faces(root, space):
            face.set("typeface", FAMILY)
        root.set("name", "untaken")
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _brightness(slot: str, wanted: str) -> float:
    """By how much a slot's colour is to be made lighter, up to 1, or darker, down to -1."""
    of, to = _lightness(slot), _lightness(wanted)
    if abs(of - to) < 0.01:
        return 0.0
    return round((to - of) / (1 - of) if to > of else to / of - 1, 3)


def _lightness(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return (max(parts) + min(parts)) / 2


def _faces(root: etree._Element, space: dict[str, str]) -> Iterator[etree._Element]:
    for kind in ("majorFont", "minorFont"):
        yield from root.iterfind(f".//a:{kind}/a:latin", space)


def plain(text: str) -> str:
    """A text without what XML cannot hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
