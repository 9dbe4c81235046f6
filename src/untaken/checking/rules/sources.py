"""Citations name sources and their sections."""

from collections.abc import Iterator, Sequence

from untaken.checking.bench import Held
from untaken.checking.strays import Named, one_of, strays, undeclared
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import Finding, correction
from untaken.text.naming import counted

UNKNOWN_SOURCE = Rule(
    "unknown-source",
    ERROR,
    Subject.REFERENCES,
    "A citation names a source that the collection or the scenario declares.",
    wrong="cite: {source: Island annals, section: The night}",
    right="cite: {source: annals, section: The night}",
)

UNKNOWN_SECTION = Rule(
    "unknown-section",
    ERROR,
    Subject.REFERENCES,
    "A cited section is one of the sections that its source lists.",
    wrong="cite: {source: annals, section: Night}",
    right="cite: {source: annals, section: The night}",
)


def judge(bench: Held) -> Iterator[Finding]:
    """Every citation names a declared source and, where it names a section, one that the source lists."""
    sources = bench.declared.sources
    named = [((*route, "source"), citation.source) for route, citation in bench.citations]
    yield from undeclared(bench, UNKNOWN_SOURCE, "source", named, sources)
    cited: dict[str, list[Named]] = {}
    for route, citation in bench.citations:
        if citation.section and citation.source in sources:
            cited.setdefault(citation.source, []).append(((*route, "section"), citation.section))
    for id, uses in cited.items():
        yield from _unlisted(id, uses, sources[id].sections)


judge_collection = judge


def _unlisted(source: str, uses: Sequence[Named], sections: Sequence[str]) -> Iterator[Finding]:
    if not sections:
        cure = "add 'sections: […]' to the source, or leave 'section' out"
        citing = "a citation names" if len(uses) == 1 else f"{counted(len(uses), 'citation')} name"
        yield Finding(uses[0][0], UNKNOWN_SECTION, f"'{source}' lists no sections, but {citing} one", cure)
        return
    for route, section, also, near in strays(uses, sections):
        cure = f"write '{near}'" if near else one_of(["add it to the source's 'sections'"], sections)
        message, meant = f"'{source}' has no section '{section}'{also}", correction(section, sections) if near else None
        yield Finding(route, UNKNOWN_SECTION, message, cure, correction=meant)
