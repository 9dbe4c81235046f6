"""Pins as the Web Annotation Data Model of the W3C has them, a TextQuoteSelector each."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from untaken.evidence.quotation import SourceText
from untaken.model import Citation
from untaken.model.sources import Source

REACH = 32
"""Letters of the text before and behind a quotation that a selector carries."""


@dataclass(frozen=True)
class Annotated:
    """A claim with the citation that carries it, and where it stands: its scenario and its route in words."""

    id: str
    claim: str
    citation: Citation


@dataclass(frozen=True)
class Pinned:
    """Pins with the sources that they point into, and such texts of these as are at hand."""

    pins: tuple[Annotated, ...]
    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]


def as_annotations(pins: Iterable[Annotated], sources: Mapping[str, Source], texts: Mapping[str, SourceText]) -> str:
    """Every pin as an annotation; one whose text is not at hand has the quotation as it was written."""
    return json.dumps([_annotation(each, sources, texts) for each in pins], ensure_ascii=False, indent=2)


def _annotation(pin: Annotated, sources: Mapping[str, Source], texts: Mapping[str, SourceText]) -> dict[str, Any]:
    source = sources[pin.citation.source]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:untaken:{quote(pin.id)}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": pin.claim, "format": "text/plain"},
        "target": {
            "source": source.url or f"urn:untaken:source:{quote(pin.citation.source)}",
            "selector": selector(pin.citation, texts.get(pin.citation.source)),
        },
    }


def selector(citation: Citation, text: SourceText | None) -> dict[str, str]:
    """The TextQuoteSelector of a pin: the words as the text has them, and a little of what stands round them."""
    exact = citation.quote or ""
    found = text.matches(exact, citation.section) if text else []
    if text is None or len(found) != 1:
        return {"type": "TextQuoteSelector", "exact": exact}
    start, end = (text.folding.clean_place(place) for place in found[0])
    around = {"prefix": text.clean[max(0, start - REACH) : start], "suffix": text.clean[end : end + REACH]}
    return {"type": "TextQuoteSelector", "exact": text.clean[start:end], **around}
