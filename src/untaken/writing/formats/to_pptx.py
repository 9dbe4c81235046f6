"""Slides for PowerPoint, Keynote and LibreOffice."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.deck import SlideShow


def _slides(show: "SlideShow") -> bytes:
    from untaken.writing.deck import deck_file

    return deck_file(show.slides, show.title, theme=show.theme)


FORMAT = Format("pptx", ".pptx", {Stuff.SLIDES: _slides}, is_text=False)
