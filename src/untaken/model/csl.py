"""What the Citation Style Language knows of a text, CSL 1.0.2, and this program does not ask for.

An item that was pasted from Zotero or pandoc is read as it is: these keys are passed over.
"""

from collections.abc import Mapping

from untaken.model.sources import Name, Noun, Source

_OF_SOURCES = frozenset(
    {
        "id", "citation-key", "citation-label", "citation-number", "categories", "journalAbbreviation", "shortTitle",
        "chair", "collection-editor", "compiler", "composer", "contributor", "curator", "director",
        "editorial-director", "executive-producer", "guest", "host", "interviewer", "illustrator", "narrator",
        "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer",
        "series-creator", "available-date", "event-date", "submitted", "annote", "archive_collection",
        "archive-place", "authority", "chapter-number", "container-title-short", "dimensions", "division", "event",
        "event-title", "event-place", "first-reference-note-number", "jurisdiction", "keyword", "locator",
        "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place", "original-title",
        "page-first", "part", "part-title", "PMCID", "PMID", "printing", "references", "reviewed-genre",
        "reviewed-title", "scale", "source", "status", "supplement", "version", "volume-title",
        "volume-title-short", "year-suffix", "custom",
    }
)  # fmt: skip

_OF_NAMES = frozenset({"comma-suffix", "static-ordering", "parse-names"})

PASSED_OVER: Mapping[type[Noun], frozenset[str]] = {Source: _OF_SOURCES, Name: _OF_NAMES}
"""By noun. `section` is none of them: whoever writes it in a source means `sections`."""
