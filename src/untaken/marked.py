"""The marked tree: what YAML text says, every key and value with its place. Nothing is guessed about what it means."""

from dataclasses import dataclass

from untaken.source import Span


@dataclass(frozen=True, slots=True)
class Text:
    """A word, a sentence, a number as it was written."""

    span: Span
    value: str
    plain: bool = True
    size: int = 1
    lost: bool = False
    """Whether it stands for something that could not be read, which is reported already."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    span: Span
    items: "tuple[Marked, ...]"
    size: int = 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping in the author's order, without the second of two equal keys; keys as they are written."""

    span: Span
    entries: "dict[str, tuple[Text, Marked]]"
    size: int = 1


Marked = Text | Listing | Mapping
Route = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and positions in lists from 0."""

HOLE = "\0"
"""Stands where a text is missing or could not be read. No author can write it: reading refuses control characters."""


def locate(tree: Marked, route: Route, at_key: bool = False) -> Span:
    """The place of a value: as far along the route as the file goes; with `at_key`, of its last key."""
    here: Marked = tree
    span = _title(tree)
    for position, step in enumerate(route):
        last = position == len(route) - 1
        if isinstance(here, Mapping):
            entry = here.entries.get(str(step))
            if entry is None:
                # A single citation may stand where the model has a list of them.
                if isinstance(step, int):
                    continue
                return span
            key, here = entry
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


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake by its route into the file; the place is resolved last. `at_key` marks the key, not the value."""

    route: Route
    code: str
    message: str
    help: str = ""
    at_key: bool = False
