"""The marked tree: what YAML text says, every key and value with its place. Nothing is guessed about what it means."""

from collections.abc import Iterable
from dataclasses import dataclass

from untaken.model.traversal import Route
from untaken.reading.diagnostics import Rule
from untaken.text.edits import Edit
from untaken.text.naming import only_near
from untaken.text.scalars import bare, quoted, written
from untaken.text.span import Span


@dataclass(frozen=True, slots=True)
class Text:
    """A word, a sentence, a number as it was written."""

    span: Span
    value: str
    plain: bool = True
    size: int = 1
    lost: bool = False
    """Whether it stands for something that could not be read, which is reported already."""
    inner: "tuple[Inner, ...]" = ()


@dataclass(frozen=True, slots=True)
class Inner:
    """A line within a text of several lines that reads like a key; or like a list item: then `key` may be empty."""

    span: Span
    key: str
    is_item: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    span: Span
    items: "tuple[Marked, ...]"
    size: int = 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, in the author's order; each value with its key's place. In `doubled`: keys that came before."""

    span: Span
    entries: "dict[str, tuple[Text, Marked]]"
    size: int = 1
    doubled: "tuple[tuple[Text, Marked], ...]" = ()


Marked = Text | Listing | Mapping

HOLE = "\0"
"""Stands where a text is missing or could not be read. No author can write it: reading refuses control characters."""


def locate(tree: Marked, route: Route, at_key: bool = False) -> Span:
    """The place of a value: as far along the route as the file goes; with `at_key`, of its last key."""
    here: Marked = tree
    span = _title(tree)
    for position, step in enumerate(route):
        last = position == len(route) - 1
        if isinstance(here, Mapping) and isinstance(step, int):
            # A single citation may stand where the model has a list of them.
            continue
        if isinstance(here, Mapping) and step in here.entries:
            key, here = here.entries[str(step)]
            span = key.span if at_key and last else _title(here, key.span)
        elif isinstance(here, Listing) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
            span = _title(here)
        else:
            return span
    return span


def _title(marked: Marked, key: Span | None = None) -> Span:
    """The span that stands for a value: the value of a text, the key over a mapping or a list."""
    if isinstance(marked, Text):
        return key if key and marked.plain and not marked.value else marked.span
    if key is not None:
        return key
    if isinstance(marked, Mapping) and marked.entries:
        return next(iter(marked.entries.values()))[0].span
    return marked.span


def correction(name: str, known: Iterable[str]) -> "Correction | None":
    """The correction of an unknown name, where exactly one of the known ones is like it."""
    near = only_near(name, known)
    return Correction(name, near) if near else None


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake by its route into the file; the place is resolved last. `at_key` marks the key, not the value."""

    route: Route
    rule: Rule
    message: str
    help: str = ""
    at_key: bool = False
    correction: "Correction | None" = None
    place: Span | None = None
    """Where it stands, if at no key and no value."""

    @property
    def code(self) -> str:
        return self.rule.code


@dataclass(frozen=True, slots=True)
class Correction:
    """A misspelt word with the only known one that is like it: the program may write it."""

    written: str
    meant: str
    as_it_is: bool = False
    """Whether `meant` is YAML already, and needs no quotes."""

    def at(self, span: Span) -> tuple[Edit, ...]:
        """The change at the place of the word; none where something else stands there, as where an alias does."""
        if bare(span.marked) != self.written:
            return ()
        if self.as_it_is:
            return (Edit(span, self.meant),)
        return (Edit(span, written(self.meant) if span.marked == self.written else quoted(self.meant)),)
