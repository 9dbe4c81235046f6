"""Pins with what stands round them in their texts, and the quotations of an essay, as documents."""

from collections.abc import Iterable, Iterator, Mapping

from untaken.evidence.context import Context, context, sentence_place
from untaken.evidence.essays import Found
from untaken.evidence.quotation import SourceText
from untaken.evidence.verification import Checked
from untaken.model.claims import Argument
from untaken.model.sources import Source
from untaken.model.traversal import File, Route, cited
from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import pins as words

_Sentence = tuple[str, int]
"""A source, and where in its text a sentence begins."""


def pins_in_context(
    name: str, file: File, found: Iterable[Checked], texts: Mapping[str, SourceText], sources: Mapping[str, Source]
) -> Iterator[Block]:
    """Each quotation that holds, in its sentence, with what near it could turn its sense."""
    held = [each for each in found if each.verdict.holds]
    opposed = _opposed(file, held, texts)
    for each in held:
        text = texts[each.citation.source]
        (match, *_) = (m for m in text.matches(each.citation.quote or "", each.citation.section) if m.start == each.at)
        yield block(words.pin_place(name, each.route), Role.STEP)
        yield block(words.source_place(sources[each.citation.source], text.section_of(each.at)), Role.QUIET, 1)
        yield from _in_sentence(context(text, match))
        if each.route in opposed:
            yield block(words.one_sentence_two_sides(), Role.AGAINST, 1)


def count_opposed(file: File, found: Iterable[Checked], texts: Mapping[str, SourceText]) -> int:
    """How many pins stand in a sentence from which arguments for and against one option are taken."""
    return len(_opposed(file, [each for each in found if each.verdict.holds], texts))


def _opposed(file: File, held: list[Checked], texts: Mapping[str, SourceText]) -> set[Route]:
    sides = {route: claim.side for route, claim in cited(file) if isinstance(claim, Argument)}
    seen: dict[tuple[Route, _Sentence], list[Checked]] = {}
    for each in held:
        if (argument := each.route[:-2]) in sides:
            sentence = (each.citation.source, sentence_place(texts[each.citation.source], each.at))
            seen.setdefault((argument[:-1], sentence), []).append(each)
    return {each.route for same in seen.values() if len({sides[pin.route[:-2]] for pin in same}) > 1 for each in same}


def _in_sentence(around: Context) -> Iterator[Block]:
    yield block(f"{around.before}[{around.quote}]{around.after}", Role.TEXT, 1)
    yield from (block(words.caution(caution), Role.AGAINST, 1) for caution in around.cautions)


def essay_quotations(
    path: str, found: Iterable[Found], sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> Iterator[Block]:
    """What came of each quotation of an essay: where it stands, or the nearest passage with the words that differ.

    Where it stands in one of `texts`, it is shown in its sentence, with what near it could turn its sense.
    """
    for each in found:
        place = f"{path}:{each.passage.line}"
        if each.places:
            where = [words.source_place(sources[id], section) for id, section in each.places]
            yield block(words.quotation_found(place, where), Role.TEXT)
            for source in dict.fromkeys(source for source, _ in each.places if source in texts):
                for match in texts[source].matches(each.passage.words):
                    yield from _in_sentence(context(texts[source], match))
            continue
        yield block(words.quotation_missing(place, each.passage.words), Role.AGAINST)
        if each.objection:
            yield block(words.objection(each.objection), Role.QUIET, 1)
        elif each.nearest:
            yield block(words.nearest(sources[each.nearest], each.difference), Role.QUIET, 1)
        else:
            yield block(words.nothing_near(), Role.QUIET, 1)
