"""A handout as PDF/UA-1: title, language, bookmarks, tags; text is passed as data and never becomes markup."""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from untaken.drawing.machine_fonts import FontFile, on_machine, strange
from untaken.drawing.placed import PlacedPage
from untaken.drawing.theme import LIGHT, Theme
from untaken.drawing.typeface import emoji_fonts, text_fonts
from untaken.telling.handing import Handout
from untaken.telling.phrases.handouts import headings
from untaken.writing.scratch import Scratch
from untaken.writing.svg import svg


class SheetSize(StrEnum):
    """The sheet that it is printed on."""

    A4 = "a4"
    LETTER = "letter"


LANGUAGE = "en"
"""Of every word that the program adds."""

Pictured = tuple[Handout, PlacedPage | None]


def handout_pdf(
    papers: Sequence[Pictured], title: str, paper: SheetSize, is_worksheet: bool = False, theme: Theme = LIGHT
) -> bytes:
    """The file with these handouts, each with its picture if it has one. Two runs give the same bytes.

    Letters that our typeface lacks are set in one of this machine's; where that lacks them, too, they are boxes, and
    the file is tagged but no PDF/UA-1, which has to show every letter.
    """
    import typst

    with Scratch() as root:
        pictures = [_picture(root, at, picture, theme) for at, (_, picture) in enumerate(papers)]
        data = {
            "title": title,
            "language": LANGUAGE,
            "paper": "us-letter" if paper is SheetSize.LETTER else "a4",
            "colors": asdict(theme.palette),
            "worksheet": is_worksheet,
            "words": headings(),
            "papers": [asdict(each) | picture for (each, _), picture in zip(papers, pictures, strict=True)],
        }
        strange_letters = letters_on(papers)
        borrowed = on_machine(strange_letters)
        _lend(root / "fonts", borrowed.values())
        source = root / "handout.typ"
        source.write_text(files(__package__).joinpath("handout.typ").read_text(encoding="utf-8"), encoding="utf-8")
        made = typst.compile(
            str(source),
            root=str(root),
            font_paths=[str(text_fonts()), str(emoji_fonts()), str(root / "fonts")],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1" if len(borrowed) == len(strange_letters) else [],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    assert isinstance(made, bytes)
    return made


def letters_on(papers: Sequence[Pictured]) -> str:
    """The letters on these handouts that our typeface lacks."""
    words = [json.dumps(asdict(paper), ensure_ascii=False) for paper, _ in papers]
    return strange([*words, *(run.text for _, picture in papers if picture for run in picture.runs)])


def _lend(folder: Path, fonts: Iterable[FontFile]) -> None:
    """Copy typefaces of the machine into a folder, so that no others of its are used."""
    folder.mkdir()
    for path in {font.path for font in fonts}:
        shutil.copy(path, folder)


def _picture(root: Path, at: int, picture: PlacedPage | None, theme: Theme) -> dict[str, str]:
    """The picture as a file beside the source, with its words for who listens."""
    if picture is None:
        return {"picture": "", "alt": ""}
    name = f"picture-{at}.svg"
    (root / name).write_bytes(svg(picture, theme))
    return {"picture": name, "alt": picture.words}
