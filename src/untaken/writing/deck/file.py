"""A deck as the bytes of a .pptx file: the same bytes for the same slides."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as NativeSlide
from pptx.text.text import _Paragraph as Paragraph
from pptx.util import Pt

from untaken.drawing.slides.slide import HEIGHT, MARGIN, WIDTH, Slide
from untaken.drawing.theme import LIGHT, Theme
from untaken.telling.document import Block
from untaken.writing.deck.colors import DeckColors, plain
from untaken.writing.deck.lines import anchored
from untaken.writing.deck.shapes import Shapes

_TITLE_ONLY = 5
"""The layout of python-pptx's template with a title and nothing else."""
_TITLE_SIZE = 26.0
"""In points: the same on every slide, and two lines of it have room."""
_THEN = datetime(1980, 1, 1)
_OLD_WIDTH = 720.0


@dataclass(frozen=True)
class SlideShow:
    """The slides of a lecture in their order, under one title and in one look."""

    slides: Sequence[Slide]
    title: str
    theme: Theme = LIGHT


def deck_file(slides: Sequence[Slide], title: str, language: str = "en", theme: Theme = LIGHT) -> bytes:
    """The file of a deck with these slides; its properties name the title and nobody.

    Raises ValueError for no slides.
    """
    if not slides:
        raise ValueError("a deck has slides")
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    colors = DeckColors(theme.palette)
    colors.dress(deck)
    _widen(deck)
    layout = deck.slide_layouts[_TITLE_ONLY]
    for slide in slides:
        _add(deck.slides.add_slide(layout), slide, Shapes(theme, colors), language)
    _properties(deck, title, language)
    return _fixed(deck)


def _widen(deck: Deck) -> None:
    """The template is made for 4:3: its placeholders on the wider page."""
    for shapes in (deck.slide_master.placeholders, *(layout.placeholders for layout in deck.slide_layouts)):
        for each in shapes:
            left, top, width, height = each.left, each.top, each.width, each.height
            each.left, each.width = round(left * WIDTH / _OLD_WIDTH), round(width * WIDTH / _OLD_WIDTH)
            each.top, each.height = top, height


def _add(native: NativeSlide, slide: Slide, shapes: Shapes, language: str) -> None:
    _title(native, slide, shapes)
    anchors, lines = anchored(slide.page)
    for anchor in anchors:
        if anchor.box.key or anchor.box.what not in ("title", "subtitle"):
            anchor.native = shapes.add_box(native.shapes, anchor.box, anchor.sites)
    for line in lines:
        shapes.add_connector(native.shapes, line)
    _notes(native, slide)
    _speak(native, language)


def _title(native: NativeSlide, slide: Slide, shapes: Shapes) -> None:
    shape = native.shapes.title
    assert shape is not None
    shape.left, shape.top, shape.width, shape.height = Pt(MARGIN), Pt(22), Pt(WIDTH - 2 * MARGIN), Pt(62)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.text = plain(slide.title)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size = Pt(_TITLE_SIZE)
            run.font.bold = True
            shapes.colors.paint(run.font.color, shapes.theme.palette.ink)


def _notes(native: NativeSlide, slide: Slide) -> None:
    frame = native.notes_slide.notes_text_frame if slide.notes else None
    if frame is None:
        return
    frame.text = "\n".join(plain(str(block).strip()) for block in slide.notes)
    for paragraph, block in zip(frame.paragraphs, slide.notes, strict=True):
        if isinstance(block, Block) and any(run.href for run in block.runs):
            _link(paragraph, block)


def _link(paragraph: Paragraph, block: Block) -> None:
    """Write a paragraph anew, run by run, those that lead somewhere with their addresses."""
    paragraph.clear()
    for run in block.runs:
        written = paragraph.add_run()
        written.text = plain(run.text)
        if run.href:
            written.hyperlink.address = run.href


def _speak(native: NativeSlide, language: str) -> None:
    """Say in which language every run is, for who listens."""
    for properties in native._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"):
        properties.set("lang", language)


def _properties(deck: Deck, title: str, language: str) -> None:
    """The template's author and date are not the deck's."""
    core = deck.core_properties
    core.author = core.last_modified_by = "untaken"
    core.title, core.language = plain(title), language
    core.subject = core.keywords = core.comments = core.category = ""
    core.created = core.modified = core.last_printed = _THEN
    core.revision = 1


def _fixed(deck: Deck) -> bytes:
    """The file with one date for all its parts, so that two runs give the same bytes."""
    for relation in list(deck.part.package._rels.values()):
        if relation.reltype.endswith("/thumbnail"):
            deck.part.package._rels.pop(relation.rId)
    for relation in list(deck.part.rels.values()):
        if relation.reltype.endswith("/printerSettings"):
            deck.part.rels.pop(relation.rId)
    raw = io.BytesIO()
    deck.save(raw)
    made = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
