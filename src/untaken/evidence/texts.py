"""Reads the texts of sources, for the search for quotations."""

from collections.abc import Iterable
from pathlib import Path

from untaken.evidence.quotation import SourceText
from untaken.model import TurningPoint
from untaken.model.sources import Source
from untaken.reading.diagnostics import Diagnostic
from untaken.text.span import Span


def read_texts(points: Iterable[TurningPoint], folder: Path) -> tuple[dict[str, SourceText], list[Diagnostic]]:
    """The texts of all sources of these points, by source, and what could not be had."""
    sources = {id: source for point in points for id, source in point.sources.items()}
    texts: dict[str, SourceText] = {}
    problems: list[Diagnostic] = []
    for id, source in sources.items():
        path = folder / (source.text or f"{id}.txt")
        found = _read(path, id, source)
        if isinstance(found, SourceText):
            texts[id] = found
            problems += [_unfound(path, id, each) for each in found.unfound]
        else:
            problems.append(found)
    return texts, problems


def _read(path: Path, id: str, source: Source) -> SourceText | Diagnostic:
    try:
        return SourceText.of(path.read_text(encoding="utf-8-sig"), source.sections, source.captions)
    except FileNotFoundError:
        cure = f"put the text of '{id}' there, or name its file with 'text: …' under the source"
        return Diagnostic(Span(str(path)), "missing-text", f"there is no text of the source '{id}'", cure)
    except OSError as error:
        return Diagnostic(Span(str(path)), "missing-text", f"cannot be opened: {(error.strerror or '').lower()}")
    except UnicodeDecodeError:
        return Diagnostic(Span(str(path)), "missing-text", "the text is not UTF-8", "save it as UTF-8 in your editor")


def _unfound(path: Path, id: str, words: str) -> Diagnostic:
    """A heading or a caption of the source that its text does not have; quotations are looked up without it."""
    cure = f"write it under the source '{id}' as the text has it, or leave it out there"
    return Diagnostic(Span(str(path)), "missing-heading", f"no line of the text is '{words}'", cure)
