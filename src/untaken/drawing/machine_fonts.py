"""Letters that our typeface lacks, and the typefaces of this machine that have them."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from untaken.drawing.typeface import is_ours

_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("%WINDIR%/Fonts", "%LOCALAPPDATA%/Microsoft/Windows/Fonts"),
}
_ELSEWHERE = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts")
_KINDS = (".ttf", ".otf", ".ttc", ".otc")
_UNSEEN = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
"""Categories of Unicode of which nothing is drawn."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A typeface of the machine's: its file, and its place in it where that holds several."""

    path: Path
    number: int = -1


def font_folders() -> tuple[Path, ...]:
    """The folders in which this kind of machine keeps its typefaces."""
    named = _FOLDERS.get(sys.platform, _ELSEWHERE)
    return tuple(Path(os.path.expandvars(each)).expanduser() for each in named)


def strange(texts: Iterable[str]) -> str:
    """The letters that our typeface has in none of its faces, each once, in the order in which they occur.

    >>> strange(["Vote 十月 🗳", "月 Я é"])
    '十月'
    """
    letters = dict.fromkeys(letter for text in texts for letter in text)
    return "".join(letter for letter in letters if not is_ours(letter) and _is_drawn(letter))


def _is_drawn(letter: str) -> bool:
    is_selector = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return unicodedata.category(letter) not in _UNSEEN and not is_selector


def on_machine(letters: Iterable[str]) -> dict[str, FontFile]:
    """A typeface of this machine for each of these letters that any of them has. It reads them until all are found."""
    missing, found = set(letters), dict[str, FontFile]()
    for file in _files() if missing else ():
        for number, codes in _codes(file):
            having = {letter for letter in missing if ord(letter) in codes}
            found |= dict.fromkeys(having, FontFile(file, number))
            missing -= having
        if not missing:
            break
    return found


def _files() -> list[Path]:
    """The files of the machine's typefaces, regular ones first."""
    files = [path for folder in font_folders() for path in folder.rglob("*") if path.suffix.lower() in _KINDS]
    return sorted(files, key=lambda path: ("regular" not in path.name.lower(), str(path)))


@lru_cache(maxsize=1024)
def _codes(file: Path) -> tuple[tuple[int, frozenset[int]], ...]:
    """The letters of each typeface in a file that has outlines, with its place there; none where it cannot be read."""
    try:
        return tuple(_read(file))
    except Exception:  # a file of the machine's that is damaged is no reason to stop
        return ()


def _read(file: Path) -> Iterator[tuple[int, frozenset[int]]]:
    from fontTools.ttLib import TTCollection, TTFont

    with file.open("rb") as data:
        if file.suffix.lower() in (".ttc", ".otc"):
            fonts = dict(enumerate(TTCollection(data, lazy=True).fonts))
        else:
            fonts = {-1: TTFont(data, lazy=True)}
        for number, font in fonts.items():
            yield number, frozenset(font.getBestCmap() if _OUTLINES & {*font.keys()} else ())


_OUTLINES = {"glyf", "CFF ", "CFF2"}
"""The tables of which a typeface has one where its letters are lines and not dots."""
