"""Whose a claim is, where a citation points, who is silent, and what an outcome rests on."""

from collections.abc import Iterable, Mapping

from untaken.model import EDITOR, Basis, Citation, Option, Outcome, TurningPoint
from untaken.model.sources import Source
from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import citations, claims, pages


def attribution(point: TurningPoint, voice: str | None, cite: Iterable[Citation]) -> str:
    """Whose claim it is: the voice, and the sources that carry it: "Lenin, in Davidson"; "the editor, on Davidson"."""
    sources = _carrying(point, cite)
    if not voice:
        return claims.of(sources)
    if not sources:
        return point.name(voice)
    return claims.on(point.name(voice), sources) if voice == EDITOR else claims.reported(point.name(voice), sources)


def _carrying(point: TurningPoint, cite: Iterable[Citation]) -> list[str]:
    """The sources cited, in the order in which the collection has them: no two places name the same ones otherwise."""
    cited = {each.source for each in cite}
    return list(dict.fromkeys(source.short for id, source in point.sources.items() if id in cited))


def pin(point: TurningPoint, cite: Citation) -> str:
    """Where a citation points, and the words that pin it there."""
    return citations.pin(point.sources[cite.source].short, cite, translators(point, cite))


def whereabouts(point: TurningPoint, cite: Iterable[Citation]) -> str:
    """Where in the sources a claim stands, each place once: "Sunkara, The Pact; Davidson, The War"."""
    return "; ".join(dict.fromkeys(citations.place(point.sources[each.source].short, each) for each in cite))


def reference(point: TurningPoint, cite: Citation) -> str:
    """A citation as an essay has it: author, short title, where in it, and the words that pin it there."""
    source = point.sources[cite.source]
    styled = source.cited_at(cite.place)
    named, where = ([styled], cite.words) if styled else (source.cited_as, cite)
    return citations.reference(named, where, translators(point, cite))


def translators(point: TurningPoint, cite: Citation) -> list[str]:
    """Who translated what a citation quotes; nobody where the editor did."""
    if cite.translated_by:
        return [] if cite.translated_by == EDITOR else [cite.translated_by]
    return [name.full for name in point.sources[cite.source].translator]


def silent_sources(point: TurningPoint, option: Option) -> list[Source]:
    """The sources that speak in this scenario, but not on this option; none where nobody speaks on it."""
    speaking = {cite.source for argument in option.arguments for cite in argument.cite}
    silent = point.cited - speaking
    return [source for id, source in point.sources.items() if id in silent] if option.arguments else []


def basis_in_words(point: TurningPoint, outcome: Outcome) -> str:
    """What an outcome rests on; if on an argument, whose: the source's own, or what actors expected, as it reports."""
    if outcome.basis is Basis.RECORDED:
        return claims.WHAT_HAPPENED
    if outcome.basis is Basis.INFERRED:
        return claims.INFERRED
    sources = _carrying(point, (cite for each in outcome.consequences for cite in each.cite))
    voices = dict.fromkeys(each.voice for each in outcome.consequences)
    if None in voices or not voices:
        return claims.argued_by(sources)
    return claims.expected_by([point.name(each) for each in voices if each], sources)


def bibliography(sources: Mapping[str, Source]) -> list[Block]:
    """The sources as a list of references."""
    return [block(pages.SOURCES, Role.TITLE), *(block(each.reference, Role.CLAIM, 1) for each in sources.values())]
