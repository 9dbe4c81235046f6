"""The numbers in words: totals, tables and what is missing for people, JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from untaken.model import Basis
from untaken.telling.document import GAP, Block, Role, Run, block
from untaken.telling.statistics.counts import Arguments, Counts, Roads, SourceCounts, Statistics
from untaken.text.naming import counted

JSON_FORMAT = 1
"""The version of the JSON; keys may be added to it, none is renamed or taken away."""

Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table under its title; the first column is text, the others are numbers."""

    title: str
    headings: Row
    rows: tuple[Row, ...]


def statistics_parts(statistics: Statistics) -> list[list[Block] | Table]:
    """First the totals, then what each source and each scenario contributes, then what is missing."""
    several = len(statistics.scenarios) > 1
    parts: list[list[Block] | Table] = [
        list(_totals(statistics)),
        _by_source(statistics.cited),
        *([_trees(statistics.scenarios), _evidence(statistics.scenarios)] if several else []),
        list(_missing(statistics)),
    ]
    return [part for part in parts if (part.rows if isinstance(part, Table) else part)]


UNCOUNTED = "too many to count"


def _totals(statistics: Statistics) -> Iterator[Block]:
    counts = statistics.scenarios
    only = counts[0] if len(counts) == 1 else None
    yield block(only.title if only else counted(len(counts), "scenario"), Role.TITLE)
    bases = {basis: sum(each.outcomes[basis] for each in counts) for basis in Basis}
    arguments = [each.arguments for each in counts]
    yield _total("decisions", sum(each.decisions for each in counts))
    yield _total("chances", sum(each.chances for each in counts))
    yield _total("outcomes", sum(bases.values()), _list(f"{number:,} {basis}" for basis, number in bases.items()))
    yield _total("options", sum(each.options for each in counts))
    sides = f"{sum(each.in_favour for each in arguments):,} for, {sum(each.against for each in arguments):,} against"
    yield _total("arguments", sum(each.total for each in arguments), sides)
    own, reported = sum(each.own for each in arguments), sum(each.reported for each in arguments)
    yield _more(f"{own:,} in the cited author’s own voice, {reported:,} in an actor’s")
    yield _total("words", sum(each.words for each in counts))
    paths = [each.roads.paths for each in counts]
    if None in paths:
        yield _aligned(f"{'roads':<10}{UNCOUNTED}")
    else:
        yield _total("roads", sum(filter(None, paths)), _within(only))
    for history in statistics.histories:
        if history.paths is None:
            yield _more(f"{UNCOUNTED} through {history.name}")
            continue
        yield _total("", history.paths, f"{_steps_in_words(history)}, through {history.name}")


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)


def _total(label: str, number: int, note: str = "") -> Block:
    return _aligned(f"{label:<10}{number:>8,}{f'   {note}' if note else ''}")


def _more(note: str) -> Block:
    """A further note on the line above."""
    return _aligned(f"{'':<18}   {note}")


def _aligned(text: str) -> Block:
    """A line whose blanks set columns."""
    return Block((Run(text),), indent=1)


def _within(only: Counts | None) -> str:
    return f"from the start to an outcome, {_steps_in_words(only.roads)}" if only else "each within its scenario"


def _steps_in_words(roads: Roads) -> str:
    if roads.shortest == roads.longest:
        return f"of {counted(roads.longest, 'step')}"
    return f"of {roads.shortest:,} to {counted(roads.longest, 'step')}"


def _by_source(sources: Iterable[SourceCounts]) -> Table:
    rows = tuple((each.id, *_numbers(each.arguments), f"{each.scenarios:,}") for each in sources)
    return Table("Arguments by source", ("source", "for", "against", "own voice", "reported", "scenarios"), rows)


def _numbers(arguments: Arguments) -> Row:
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
    return Table("Trees", ("scenario", "decisions", "chances", "outcomes", "roads", "steps"), rows)


def _paths_and_steps(roads: Roads) -> tuple[str, str]:
    if roads.paths is None:
        return UNCOUNTED, ""
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
    return Table("Evidence", ("scenario", "options", "for", "against", "argued", "inferred", "words"), rows)


def _missing(statistics: Statistics) -> Iterator[Block]:
    unargued = [each for each in statistics.scenarios if each.unargued]
    if unargued:
        yield block("Options without an argument", Role.TITLE)
        for each in unargued:
            yield block(f"{each.id}: {_list(each.unargued)}", indent=1)
    if unargued and statistics.uncited:
        yield GAP
    if statistics.uncited:
        yield block("Sources that nothing here cites", Role.TITLE)
        for source in statistics.uncited:
            yield block(f"{source.id}: {source.reference}", indent=1)


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
