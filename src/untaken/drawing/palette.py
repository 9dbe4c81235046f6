"""The colours of every diagram, by theme. Text keeps a contrast of 4.5 : 1 with its ground, which a test measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """For which place something is drawn: a bright hall, a dark one, a grey printer, eyes that need more contrast."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, each written #rrggbb.

    `ink` is text on `paper`; `quiet` are words of the second rank and roads not taken; `line` borders that carry no
    meaning of their own. `night` is the ground of a decision that history came to, `dusk` of one that it never came to,
    `on_night` and `quiet_on_night` the words on both, `mist` the ground of a chance node. `history` is what happened,
    `road` where somebody walked: for words and lines, as a light ground (`tint`), and as one for words in `on_night`
    (`seal`). `speaks_for` and `speaks_against` mark arguments.
    """

    ink: str
    paper: str
    quiet: str
    line: str
    night: str
    dusk: str
    on_night: str
    quiet_on_night: str
    mist: str
    history: str
    history_tint: str
    history_seal: str
    road: str
    road_tint: str
    road_seal: str
    speaks_for: str
    speaks_against: str

    @property
    def is_dark(self) -> bool:
        """Whether light words stand on dark paper."""
        return int(self.paper[1:3], 16) < int(self.ink[1:3], 16)


LIGHT = Palette(
    ink="#1b2430", paper="#ffffff", quiet="#56616f", line="#8a94a1",
    night="#1f2a36", dusk="#525f6d", on_night="#ffffff", quiet_on_night="#d5dbe3", mist="#eef2f7",
    history="#a3161f", history_tint="#fdeeee", history_seal="#a3161f",
    road="#1a4fa0", road_tint="#eaf1fc", road_seal="#1a4fa0",
    speaks_for="#0b6546", speaks_against="#8a4300",
)  # fmt: skip

DARK = Palette(
    ink="#f2f5f9", paper="#11171f", quiet="#b7c1cd", line="#75818f",
    night="#35597f", dusk="#48525e", on_night="#ffffff", quiet_on_night="#dbe3ec", mist="#222c38",
    history="#ff8f89", history_tint="#3c1a1f", history_seal="#b4262e",
    road="#8fbcff", road_tint="#172a47", road_seal="#2a5cab",
    speaks_for="#7fd6b0", speaks_against="#f3b67a",
)  # fmt: skip

PRINT = Palette(
    ink="#1a1a1a", paper="#ffffff", quiet="#555555", line="#8c8c8c",
    night="#2b2b2b", dusk="#666666", on_night="#ffffff", quiet_on_night="#e2e2e2", mist="#efefef",
    history="#000000", history_tint="#e3e3e3", history_seal="#000000",
    road="#4a4a4a", road_tint="#f6f6f6", road_seal="#4a4a4a",
    speaks_for="#1a1a1a", speaks_against="#1a1a1a",
)  # fmt: skip

CONTRAST = Palette(
    ink="#000000", paper="#ffffff", quiet="#262626", line="#000000",
    night="#000000", dusk="#404040", on_night="#ffffff", quiet_on_night="#ffffff", mist="#ffffff",
    history="#8c0009", history_tint="#ffffff", history_seal="#8c0009",
    road="#00287a", road_tint="#ffffff", road_seal="#00287a",
    speaks_for="#00432c", speaks_against="#5c2b00",
)  # fmt: skip

PALETTES: Mapping[Tone, Palette] = {Tone.LIGHT: LIGHT, Tone.DARK: DARK, Tone.PRINT: PRINT, Tone.CONTRAST: CONTRAST}
