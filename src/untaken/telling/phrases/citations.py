"""Where in a source a claim stands, and the words that pin it there."""

import re
from collections.abc import Collection, Iterator

from untaken.model import Citation
from untaken.text.naming import name_list


def pin(source: str, cite: Citation, translators: Collection[str] = ()) -> str:
    """A citation in short: "Davidson, The Pact, page 12: “not fired the shot”"."""
    return ": ".join([", ".join((source, *_places(cite))), *_quoted(cite, translators)])


def reference(named: Collection[str], cite: Citation, translators: Collection[str] = ()) -> str:
    """A citation as an essay has it, after the words that name its source: "Davidson, Looking Back, page 12, “…”"."""
    return ", ".join([*named, *_places(cite), *_quoted(cite, translators)])


def translated(words: str, translators: Collection[str]) -> str:
    """What a quotation says in the reader's language, and whose translation that is; the editor's without a name.

    >>> translated("forfeit the mails", ["Edwin Muir"])
    '[forfeit the mails; Edwin Muir’s translation]'
    """
    whose = f"{name_list(translators)}’s" if translators else "the editor’s"
    return f"[{words}; {whose} translation]"


def place(source: str, cite: Citation) -> str:
    """Where in a source a claim stands, without the words that pin it there: "Davidson, The Pact, page 12"."""
    return ", ".join((source, *_places(cite)))


def _places(cite: Citation) -> Iterator[str]:
    numbered = (
        ("document", cite.document),
        ("folio", cite.folio),
        ("paragraph", cite.paragraph),
        ("page", cite.page),
        ("line", cite.line),
        ("note", cite.note),
    )
    if cite.section:
        yield cite.section
    yield from (f"{word}{'s' if _is_range(number) else ''} {number}" for word, number in numbered if number)
    if cite.time:
        yield cite.time


def _is_range(number: str | int) -> bool:
    """Whether a place in a source is more than one.

    >>> _is_range("87–88"), _is_range("3, 5"), _is_range("12"), _is_range("4r")
    (True, True, False, False)
    """
    return bool(re.search(r"\w\s*[-–,]\s*\w", str(number)))


def _quoted(cite: Citation, translators: Collection[str]) -> list[str]:
    """The words of a quotation, and what they say in the reader's language."""
    if not cite.quote:
        return []
    beside = f" {translated(cite.translation, translators)}" if cite.translation else ""
    return [f"“{cite.quote}”{beside}"]
