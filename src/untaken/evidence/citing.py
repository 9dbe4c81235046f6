"""Whose a claim is, where a citation points, and who is silent: in words."""

import re
from collections.abc import Iterable

from untaken.model import EDITOR, Basis, Citation, Option, Outcome, TurningPoint
from untaken.model.sources import Source
from untaken.text.naming import name_list, sentence_list


def attribution(point: TurningPoint, voice: str | None, cite: Iterable[Citation]) -> str:
    """Whose claim it is: the voice, and the sources that carry it: "Lenin, in Davidson"; "the editor, on Davidson"."""
    sources = name_list(dict.fromkeys(point.sources[each.source].short for each in cite))
    if voice and sources:
        return f"{point.name(voice)}, {'on' if voice == EDITOR else 'in'} {sources}"
    return point.name(voice) if voice else sources


def pin(point: TurningPoint, cite: Citation) -> str:
    """Where a citation points, and the words that pin it there."""
    where = ", ".join((point.sources[cite.source].short, *_places(cite)))
    return ": ".join([where, *_quoted(cite)])


def reference(point: TurningPoint, cite: Citation) -> str:
    """A citation as an essay has it: author, short title, where in it, and the words that pin it there."""
    source = point.sources[cite.source]
    named = [source.short, *([] if source.short_title in source.short else [source.title_short or source.title])]
    return ", ".join([*named, *_places(cite), *_quoted(cite)])


def _places(cite: Citation) -> list[str]:
    numbered = (
        ("document", cite.document),
        ("folio", cite.folio),
        ("paragraph", cite.paragraph),
        ("page", cite.page),
        ("line", cite.line),
        ("note", cite.note),
    )
    places = [f"{word}{'s' if _is_range(number) else ''} {number}" for word, number in numbered if number]
    return [*filter(None, [cite.section]), *places, *filter(None, [cite.time])]


def _is_range(number: str | int) -> bool:
    """Whether a place in a source is more than one.

    >>> _is_range("87–88"), _is_range("3, 5"), _is_range("12"), _is_range("4r")
    (True, True, False, False)
    """
    return bool(re.search(r"\w\s*[-–,]\s*\w", str(number)))


def _quoted(cite: Citation) -> list[str]:
    """The words of a quotation, and what they say in the reader's language."""
    if not cite.quote:
        return []
    return [f"“{cite.quote}” [{cite.translation}]" if cite.translation else f"“{cite.quote}”"]


def silent_sources(point: TurningPoint, option: Option) -> list[Source]:
    """The sources that speak in this scenario, but not on this option; none where nobody speaks on it."""
    speaking = {cite.source for argument in option.arguments for cite in argument.cite}
    silent = point.cited - speaking
    return [source for id, source in point.sources.items() if id in silent] if option.arguments else []


def basis_in_words(point: TurningPoint, outcome: Outcome) -> str:
    """What an outcome rests on; if on an argument, whose: the source's own, or what actors expected, as it reports."""
    if outcome.basis is Basis.RECORDED:
        return "what happened"
    if outcome.basis is Basis.INFERRED:
        return "inferred"
    sources = dict.fromkeys(cite.source for each in outcome.consequences for cite in each.cite)
    named = name_list(point.sources[each].short for each in sources)
    voices = dict.fromkeys(each.voice for each in outcome.consequences)
    if None in voices or not voices:
        return f"argued by {named}"
    return f"expected by {sentence_list(point.name(each) for each in voices if each)}, in {named}"
