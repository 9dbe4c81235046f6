"""The numbers in words: totals, tables and what is missing for people, JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from untaken.model import Basis
from untaken.telling.document import GAP, Block, Role, Run, Table, block
from untaken.telling.phrases import numbers
from untaken.telling.statistics.counts import Arguments, Counts, Roads, SourceCounts, Statistics

JSON_FORMAT = 1
"""The version of the JSON; keys may be added to it, none is renamed or taken away."""


def statistics_document(statistics: Statistics) -> list[Block | Table]:
    """First the totals, then what each source and each scenario contributes, then what is missing."""
    tables = [(numbers.BY_SOURCE, _by_source(statistics.cited))]
    if len(statistics.scenarios) > 1:
        tables += [(numbers.TREES, _trees(statistics.scenarios)), (numbers.EVIDENCE, _evidence(statistics.scenarios))]
    document: list[Block | Table] = [*_totals(statistics)]
    for title, table in tables:
        document += [GAP, block(title, Role.TITLE), table] if table.rows else []
    return [*document, *_missing(statistics)]


def _totals(statistics: Statistics) -> Iterator[Block]:
    counts = statistics.scenarios
    only = counts[0] if len(counts) == 1 else None
    yield block(only.title if only else numbers.scenarios(len(counts)), Role.TITLE)
    bases = {basis: sum(each.outcomes[basis] for each in counts) for basis in Basis}
    arguments = [each.arguments for each in counts]
    yield _total(numbers.DECISIONS, sum(each.decisions for each in counts))
    yield _total(numbers.CHANCES, sum(each.chances for each in counts))
    yield _total(numbers.OUTCOMES, sum(bases.values()), numbers.by_basis(bases))
    yield _total(numbers.OPTIONS, sum(each.options for each in counts))
    sides = numbers.sides(sum(each.in_favour for each in arguments), sum(each.against for each in arguments))
    yield _total(numbers.ARGUMENTS, sum(each.total for each in arguments), sides)
    yield _more(numbers.voices(sum(each.own for each in arguments), sum(each.reported for each in arguments)))
    yield _total(numbers.WORDS, sum(each.words for each in counts))
    yield from _roads_in_all(statistics, only)


def _roads_in_all(statistics: Statistics, only: Counts | None) -> Iterator[Block]:
    paths = [each.roads.paths for each in statistics.scenarios]
    if None in paths:
        yield _aligned(f"{numbers.ROADS:<10}{numbers.UNCOUNTED}")
    else:
        within = numbers.to_an_outcome(only.roads.shortest, only.roads.longest) if only else numbers.EACH_WITHIN
        yield _total(numbers.ROADS, sum(filter(None, paths)), within)
    for history in statistics.histories:
        if history.paths is None:
            yield _more(numbers.uncounted_through(history.name))
        else:
            through = numbers.through(history.shortest, history.longest, history.name)
            yield _total("", history.paths, through)


def _total(label: str, number: int, note: str = "") -> Block:
    return _aligned(f"{label:<10}{number:>8,}{f'   {note}' if note else ''}")


def _more(note: str) -> Block:
    """A further note on the line above."""
    return _aligned(f"{'':<18}   {note}")


def _aligned(text: str) -> Block:
    """A line whose blanks set columns."""
    return Block((Run(text),), indent=1)


def _by_source(sources: Iterable[SourceCounts]) -> Table:
    rows = tuple((each.id, *_numbers(each.arguments), f"{each.scenarios:,}") for each in sources)
    return Table(numbers.SOURCE_HEADINGS, rows, 1)


def _numbers(arguments: Arguments) -> tuple[str, ...]:
    return tuple(f"{each:,}" for each in (arguments.in_favour, arguments.against, arguments.own, arguments.reported))


def _trees(scenarios: Iterable[Counts]) -> Table:
    rows = tuple(
        (
            each.id,
            f"{each.decisions:,}",
            f"{each.chances:,}",
            f"{sum(each.outcomes.values()):,}",
            *_paths_and_steps(each.roads),
        )
        for each in scenarios
    )
    return Table(numbers.TREE_HEADINGS, rows, 1)


def _paths_and_steps(roads: Roads) -> tuple[str, str]:
    if roads.paths is None:
        return numbers.UNCOUNTED, ""
    is_one = roads.shortest == roads.longest
    return f"{roads.paths:,}", f"{roads.longest:,}" if is_one else f"{roads.shortest:,}–{roads.longest:,}"


def _evidence(scenarios: Iterable[Counts]) -> Table:
    rows = tuple(
        (
            each.id,
            f"{each.options:,}",
            f"{each.arguments.in_favour:,}",
            f"{each.arguments.against:,}",
            f"{each.outcomes[Basis.ARGUED]:,}",
            f"{each.outcomes[Basis.INFERRED]:,}",
            f"{each.words:,}",
        )
        for each in scenarios
    )
    return Table(numbers.EVIDENCE_HEADINGS, rows, 1)


def _missing(statistics: Statistics) -> Iterator[Block]:
    unargued = [each for each in statistics.scenarios if each.unargued]
    for title, lines in (
        (numbers.UNARGUED, [numbers.of_each(each.id, each.unargued) for each in unargued]),
        (numbers.UNCITED, [numbers.of_each(each.id, [each.reference]) for each in statistics.uncited]),
    ):
        if lines:
            yield GAP
            yield block(title, Role.TITLE)
            yield from (block(line, indent=1) for line in lines)


def statistics_json(statistics: Statistics) -> str:
    """The numbers for programs: `scenarios`, `sources` and `collections`, each in its order; roads count steps."""
    content = {
        "format": JSON_FORMAT,
        "scenarios": [_scenario(each) for each in statistics.scenarios],
        "sources": [_source(each) for each in statistics.sources],
        "collections": [{"title": each.name, "roads": _roads(each)} for each in statistics.histories],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _scenario(counts: Counts) -> dict[str, Any]:
    return {
        "id": counts.id,
        "collection": counts.collection or None,
        "title": counts.title,
        "decisions": counts.decisions,
        "chances": counts.chances,
        "outcomes": {str(basis): number for basis, number in counts.outcomes.items()},
        "options": counts.options,
        "options-without-argument": list(counts.unargued),
        "arguments": _arguments(counts.arguments),
        "words": counts.words,
        "roads": _roads(counts.roads),
    }


def _source(counts: SourceCounts) -> dict[str, Any]:
    return {
        "id": counts.id,
        "declared-in": counts.owner,
        "reference": counts.reference,
        "scenarios": counts.scenarios,
        "arguments": _arguments(counts.arguments),
    }


def _arguments(arguments: Arguments) -> dict[str, int]:
    return {
        "for": arguments.in_favour,
        "against": arguments.against,
        "own-voice": arguments.own,
        "reported": arguments.reported,
    }


def _roads(roads: Roads) -> dict[str, int | None]:
    return {"number": roads.paths, "shortest": roads.shortest, "longest": roads.longest}
