"""Addresses that lead to the words that are quoted: text fragments, as browsers know them."""

from untaken.model import Citation
from untaken.model.sources import Source


def link(source: Source, citation: Citation) -> str:
    """The address of a source, leading to the quoted words where a browser knows text fragments; empty without one.

    >>> link(Source(type="webpage", title="A page", URL="https://example.org/a"), Citation(source="a", quote="a, b-c"))
    'https://example.org/a#:~:text=a%2C%20b%2Dc'
    """
    if not source.url or not source.url.startswith(("https://", "http://")):
        return ""
    if not citation.quote:
        return source.url
    from urllib.parse import quote

    address, _, fragment = source.url.partition("#")
    return f"{address}#{fragment.partition(':~:')[0]}:~:text={quote(citation.quote, safe='').replace('-', '%2D')}"
