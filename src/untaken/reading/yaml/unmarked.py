"""What YAML text says, without places: a short way to the data of a text in which nothing is to be remarked.

Most texts are such, and of them nobody asks where something stands. It takes a fifth of the time of the marked tree.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

import yaml

from untaken.model.values import OWN
from untaken.reading.yaml.controls import CONTROL
from untaken.reading.yaml.tree import LOADER, MERGE, MOST_DEPTH, MOST_VALUES

_DOUBTFUL = re.compile("[^ \n] +#[^ \t\n#!]|\r(?!\n)|[\u2028\u2029]")
"""What a `#` may have cut off, and lines that end in an unusual way."""

_INNER = re.compile(r"(?m)^ *(?:- |[a-z][a-z-]*:[ \r\n])")
"""A line that reads like a key or a list item."""


class _Remarkable(Exception):
    """Something is to be said of the text, or may be: it has to be read with its places."""


def unmarked(text: str) -> dict[str, Any] | None:
    """The data of a text, a mapping of words, lists and mappings; None where its marked tree has to be looked at.

    Where it is not None, the marked tree says the same, and nothing is to be remarked of it.
    """
    if CONTROL.search(text) or _DOUBTFUL.search(text):
        return None
    loader = LOADER(text)
    try:
        return _Reading(iter(loader.get_event, None), text).document()
    except (_Remarkable, yaml.YAMLError):
        return None
    finally:
        loader.dispose()


class _Reading:
    """One way through the events of a text."""

    def __init__(self, events: Iterator[Any], text: str) -> None:
        self._events = events
        self._text = text
        self._size = 0

    def document(self) -> dict[str, Any]:
        before = [next(self._events, None).__class__ for _ in range(3)]
        if before != [yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.MappingStartEvent]:
            raise _Remarkable
        data = self._mapping(1)
        if [each.__class__ for each in self._events] != [yaml.DocumentEndEvent, yaml.StreamEndEvent]:
            raise _Remarkable
        return data

    def _mapping(self, depth: int) -> dict[str, Any]:
        """The mapping whose beginning was read last."""
        data: dict[str, Any] = {}
        for event in self._events:
            if event.__class__ is yaml.MappingEndEvent:
                self._count(len(data))
                return data
            key = self._scalar(event).strip()
            if not key or key in data or key == MERGE or key.startswith(OWN):
                raise _Remarkable
            event = next(self._events, None)
            data[key] = self._scalar(event) if event.__class__ is yaml.ScalarEvent else self._inside(event, depth)
        raise _Remarkable

    def _listing(self, depth: int) -> list[Any]:
        """The list whose beginning was read last."""
        items: list[Any] = []
        for event in self._events:
            if event.__class__ is yaml.SequenceEndEvent:
                self._count(len(items))
                return items
            items.append(self._scalar(event) if event.__class__ is yaml.ScalarEvent else self._inside(event, depth))
        raise _Remarkable

    def _inside(self, event: Any, depth: int) -> Any:
        """The mapping or list that begins with an event."""
        is_mapping = event.__class__ is yaml.MappingStartEvent
        if not (is_mapping or event.__class__ is yaml.SequenceStartEvent) or depth >= MOST_DEPTH:
            raise _Remarkable
        if event.tag is not None or event.anchor is not None:
            raise _Remarkable
        return self._mapping(depth + 1) if is_mapping else self._listing(depth + 1)

    def _scalar(self, event: Any) -> str:
        if event.__class__ is not yaml.ScalarEvent or event.tag is not None or event.anchor is not None:
            raise _Remarkable
        value: str = event.value
        if event.style == "'":
            return value
        if event.style == '"':
            if CONTROL.search(value):
                raise _Remarkable
            return value
        # PyYAML's types allow an event without marks; the loaders used here give each of them.
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        if not value or (start.line != end.line and _INNER.search(self._text, start.index, end.index)):
            raise _Remarkable
        return value

    def _count(self, values: int) -> None:
        self._size += 2 * values + 1
        if self._size > MOST_VALUES:
            raise _Remarkable
