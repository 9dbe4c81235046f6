"""Sources for a reader: a line with all that leads to the text, or to where the document lies."""

from collections.abc import Mapping

from untaken.model.sources import Source


def as_text(sources: Mapping[str, Source]) -> str:
    """One source a line: its id and its reference."""
    return "\n".join(f"{id}: {source.reference}" for id, source in sources.items())
