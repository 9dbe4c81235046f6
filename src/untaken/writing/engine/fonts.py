"""Tells Graphviz's text library where the typeface is."""

import shutil
from html import escape
from pathlib import Path

from untaken.drawing.machine_fonts import font_folders
from untaken.drawing.typeface import EMOJI_FAMILY, FAMILY, font_files


def write_configuration(folder: Path) -> Path:
    """Write a fontconfig file into `folder` and return its path.

    The package's fonts come first, as copies in `folder`: fontconfig leaves a file `.uuid` wherever it looks. The
    machine's own stand behind them, for scripts that ours lack. Hinting would push the letters of small type apart, to
    whole pixels.
    """
    own = folder / "fonts"
    own.mkdir(exist_ok=True)
    for file in font_files():
        shutil.copy(file, own)
    folders = "".join(f"<dir>{escape(str(each))}</dir>" for each in (own, *font_folders()))
    path = folder / "fonts.conf"
    path.write_text(
        f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{escape(str(folder / "cache"))}</cachedir>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
  </match>
  <alias binding="strong">
    <family>{FAMILY}</family>
    <prefer><family>{FAMILY}</family><family>{EMOJI_FAMILY}</family></prefer>
  </alias>
  <alias binding="strong"><family>emoji</family><prefer><family>{EMOJI_FAMILY}</family></prefer></alias>
</fontconfig>
""",
        encoding="utf-8",
    )
    return path
