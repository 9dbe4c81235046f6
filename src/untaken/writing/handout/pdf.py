"""A handout as PDF/UA-1: title, language, bookmarks, tags."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import as_file, files

from untaken.drawing.machine_fonts import strange
from untaken.drawing.placed import PlacedPage
from untaken.drawing.theme import LIGHT, Theme
from untaken.telling.handing import Handout
from untaken.telling.phrases.handouts import headings
from untaken.writing.handout.picture import SheetSize, is_inline
from untaken.writing.svg import svg
from untaken.writing.typesetting import typeset

LANGUAGE = "en"
"""Of every word that the program adds."""

Pictured = tuple[Handout, PlacedPage | None]


@dataclass(frozen=True)
class Stack:
    """Handouts that are printed together, each with its picture if it has one."""

    papers: Sequence[Pictured]
    title: str
    paper: SheetSize = SheetSize.A4
    is_worksheet: bool = False
    theme: Theme = LIGHT


def handout_pdf(
    papers: Sequence[Pictured], title: str, paper: SheetSize, is_worksheet: bool = False, theme: Theme = LIGHT
) -> bytes:
    """The file with these handouts, each with its picture if it has one. Two runs give the same bytes."""
    pictures = {f"picture-{at}.svg": picture for at, (_, picture) in enumerate(papers) if picture}
    data = {
        "title": title,
        "language": LANGUAGE,
        "paper": "us-letter" if paper is SheetSize.LETTER else "a4",
        "colors": asdict(theme.palette),
        "worksheet": is_worksheet,
        "words": headings(),
        "papers": [
            asdict(each) | {"picture": _picture(f"picture-{at}.svg", page, paper) if page else None}
            for at, (each, page) in enumerate(papers)
        ],
    }
    drawn = {name: svg(picture, theme) for name, picture in pictures.items()}
    with as_file(files(__package__).joinpath("handout.typ")) as template:
        return typeset(template, data, drawn, letters_on(papers))


def _picture(file: str, page: PlacedPage, sheet: SheetSize) -> dict[str, object]:
    """What the template has to know of a diagram, lengths in points."""
    inline = is_inline(page, sheet)
    return {"file": file, "alt": page.words, "width": page.width, "inline": inline, "across": page.width > page.height}


def letters_on(papers: Sequence[Pictured]) -> str:
    """The letters on these handouts that our typeface lacks."""
    words = [json.dumps(asdict(paper), ensure_ascii=False) for paper, _ in papers]
    return strange([*words, *(run.text for _, picture in papers if picture for run in picture.runs)])
