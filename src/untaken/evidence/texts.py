"""Reads the texts of sources, for the search for quotations."""

from collections.abc import Mapping
from pathlib import Path

from untaken.evidence.quotation import SourceText
from untaken.evidence.rules import MISSING_HEADING, MISSING_TEXT
from untaken.model.sources import Source
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.disk import NothingThere, is_within, ordinary_file
from untaken.reading.yaml.foreign import foreign
from untaken.text.span import Span
from untaken.text.trouble import Trouble

MOST_BYTES = 64_000_000
"""No text has more: the longest novel has five million letters."""


def read_texts(sources: Mapping[str, Source], folder: Path) -> tuple[dict[str, SourceText], list[Diagnostic]]:
    """The texts of these sources, by source, and what could not be had."""
    texts: dict[str, SourceText] = {}
    problems: list[Diagnostic] = []
    for id, source in sources.items():
        path = text_file(folder, id, source)
        text = _read(path, folder, id)
        if isinstance(text, Trouble):
            problems.append(Diagnostic(Span(str(path)), MISSING_TEXT, text.message, text.cure))
        else:
            texts[id] = SourceText.of(text, source.sections, source.captions)
            problems += [_unfound(path, id, each) for each in texts[id].unfound]
    return texts, problems


def text_file(folder: Path, id: str, source: Source) -> Path:
    """The file in which the text of a source stands."""
    return folder / (source.text or f"{id}.txt")


def _read(path: Path, folder: Path, id: str) -> str | Trouble:
    """The text in a file of the folder, its lines parted by a single sign."""
    if not is_within(path, folder):
        return Trouble("this text lies outside of the folder of texts", "put a copy of it there, not a link")
    data = ordinary_file(path, MOST_BYTES)
    if isinstance(data, NothingThere):
        cure = f"put the text of '{id}' there, or name its file with 'text: …' under the source"
        return Trouble(f"there is no text of the source '{id}'", cure)
    if isinstance(data, Trouble):
        return data
    if len(data) > MOST_BYTES:
        return Trouble(f"the text is larger than {MOST_BYTES // 1_000_000} MB", "keep what is cited of it")
    return _decoded(data)


def _decoded(data: bytes) -> str | Trouble:
    # A web page is a text after all, with signs of its own in it.
    if not data.startswith(b"<") and (kind := foreign(data, "")):
        return Trouble(kind.message, kind.help)
    if b"\0" in data:
        return Trouble("the file is no text", "put the text itself there, saved as UTF-8")
    try:
        # Windows ends lines with two characters, and old machines with another one.
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return Trouble("the text is not UTF-8", "save it as UTF-8 in your editor")


def _unfound(path: Path, id: str, words: str) -> Diagnostic:
    """A heading or a caption of the source that its text does not have; quotations are looked up without it."""
    cure = f"write it under the source '{id}' as the text has it, or leave it out there"
    return Diagnostic(Span(str(path)), MISSING_HEADING, f"no line of the text is '{words}'", cure)
