"""Sources written into a file that an author keeps: below those that are there, comments and layout as they are."""

from collections.abc import Iterator, Mapping
from typing import Any

from untaken.model.keys import GUIDES
from untaken.model.sources import Source
from untaken.reading.marked import Mapping as MarkedMapping
from untaken.reading.yaml import read_text
from untaken.text.scalars import quoted, scalar, written


def with_sources(text: str, sources: Mapping[str, Source], path: str) -> str | None:
    """The text of a collection or a scenario with these sources at the end of its `sources`.

    None where its `sources` stand in {braces}, or the text is no YAML: then nobody but its author can say where.
    """
    read = read_text(text, path)
    if not isinstance(read.tree, MarkedMapping):
        return None
    ending = "\r\n" if "\r\n" in text else "\n"
    if "sources" not in read.tree.entries:
        return ending.join([text.rstrip(), "", "sources:", *_lines(sources, 2), ""])
    key, value = read.tree.entries["sources"]
    lines = text.splitlines()
    if isinstance(value, MarkedMapping) and value.entries:
        first = next(iter(value.entries.values()))[0].span
        if first.line == key.span.line:
            return None
        indent = first.column - 1
    elif value.span.marked.strip():
        return None
    else:
        indent = 2
    at = _end_of_block(lines, key.span.line)
    return ending.join([*lines[:at], *_lines(sources, indent), *lines[at:], ""])


def _end_of_block(lines: list[str], below: int) -> int:
    """The line, counted from 0, behind the last one that belongs to the key in the line before."""
    end = below
    for at in range(below, len(lines)):
        if lines[at].strip() and not lines[at].startswith((" ", "#")):
            break
        if lines[at].startswith(" ") and lines[at].strip():
            end = at + 1
    return end


def _lines(sources: Mapping[str, Source], indent: int) -> Iterator[str]:
    for id, source in sources.items():
        yield f"{' ' * indent}{written(id)}:"
        fields = source.model_dump(by_alias=True, exclude_defaults=True)
        for key in GUIDES[Source].keys:
            if key in fields:
                yield f"{' ' * (indent + 2)}{key}: {_value(fields[key])}"


def _value(value: Any) -> str:
    if isinstance(value, str):
        return scalar(" ".join(value.split()))
    return f"[{', '.join(map(_in_braces, value))}]"


def _in_braces(value: Any) -> str:
    """A name, or a text in a list: commas stand in quotes there."""
    if isinstance(value, str):
        return quoted(value)
    return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
