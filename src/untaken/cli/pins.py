"""What `verify` shows beside its verdicts: pins in their sentences, and annotations."""

from collections.abc import Mapping
from dataclasses import dataclass

from untaken.checking.loading import Loaded
from untaken.evidence.annotations import Annotated, Pinned
from untaken.evidence.quotation import SourceText
from untaken.evidence.verification import Checked
from untaken.faces.terminal import say, say_lines
from untaken.model.claims import Argument, Consequence, Note
from untaken.model.sources import Source
from untaken.model.traversal import cited
from untaken.telling.phrases import pins as words
from untaken.telling.pins import count_opposed, pins_in_context

Key = tuple[str, str]
"""A collection, and the id of a file of it, as `Loaded.files` has it."""


@dataclass(frozen=True)
class Shown:
    """What was looked up: the files, what came of each of their quotations, the texts, and the sources."""

    loaded: Loaded
    checked: Mapping[Key, list[Checked]]
    texts: Mapping[str, SourceText]
    sources: Mapping[str, Source]


def show_context(shown: Shown) -> None:
    """Print every quotation that holds in its sentence."""
    for key, found in shown.checked.items():
        say_lines(pins_in_context(key[1], shown.loaded.quoting[key], found, shown.texts, shown.sources))


def tell_opposed(shown: Shown) -> None:
    """Say how many pins speak for and against from one sentence, where any do."""
    files = shown.loaded.quoting
    opposed = sum(count_opposed(files[key], found, shown.texts) for key, found in shown.checked.items())
    if opposed:
        say(words.opposed_count(opposed))


def pinned(shown: Shown) -> Pinned:
    """Every pin that holds."""
    pins = []
    for key, found in shown.checked.items():
        claims = dict(cited(shown.loaded.quoting[key]))
        for each in found:
            if each.verdict.holds:
                id = "/".join(map(str, (*key, *each.route)))
                pins.append(Annotated(id, _claim(claims.get(each.route[:-2])), each.citation))
    return Pinned(tuple(pins), shown.sources, shown.texts)


def _claim(said: object) -> str:
    if isinstance(said, Note):
        return said.note
    if isinstance(said, Argument | Consequence):
        return said.claim
    return getattr(said, "claim", None) or ""
