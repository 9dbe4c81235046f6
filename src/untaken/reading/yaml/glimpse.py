"""Where a few things stand in a text in which nothing is to be remarked: its marked tree, only as far as it is needed.

A tree of everything takes ten times as long, and most findings are about one or two places of a file.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from untaken.model.traversal import Route
from untaken.reading.marked import Listing, Mapping, Marked, Text
from untaken.reading.yaml.places import Places
from untaken.reading.yaml.tree import LOADER

Wanted = dict[str | int, "Wanted"]
"""Routes as a tree: what is wanted under each key and each position in a list."""


def glimpse(text: str, path: str, routes: Iterable[Route]) -> Marked:
    """The marked tree of a text of which `unmarked` has given the data; `locate` finds in it what these routes lead to.

    What stands on no route is empty, or not there at all.
    """
    wanted = _tree(routes)
    loader = LOADER(text)
    try:
        events = iter(loader.get_event, None)
        next(events)
        next(events)
        return _Glimpse(events, Places(text, path)).marked(next(events), wanted)
    finally:
        loader.dispose()


def _tree(routes: Iterable[Route]) -> Wanted:
    wanted: Wanted = {}
    for route in routes:
        here = wanted
        for step in route:
            here = here.setdefault(step, {})
    return wanted


def _beyond_positions(wanted: Wanted) -> Wanted:
    """What is wanted of a mapping: it may be the single citation that stands where the routes have a list of them."""
    if not any(isinstance(step, int) for step in wanted):
        return wanted
    return _tree(route[1:] if isinstance(route[0], int) else route for route in _routes(wanted))


def _routes(wanted: Wanted) -> Iterator[Route]:
    """Every route of a tree."""
    if not wanted:
        yield ()
    for step, inside in wanted.items():
        for route in _routes(inside):
            yield (step, *route)


class _Glimpse:
    """One way through the events of a text, which passes by what nobody wants."""

    def __init__(self, events: Iterator[Any], places: Places) -> None:
        self._events = events
        self._places = places

    def marked(self, event: Any, wanted: Wanted) -> Marked:
        """The tree that begins with an event."""
        if event.__class__ is yaml.MappingStartEvent:
            return self._mapping(event, wanted)
        return self._listing(event, wanted) if event.__class__ is yaml.SequenceStartEvent else self._text(event)

    def _text(self, event: Any) -> Text:
        return Text(self._places.between(event.start_mark, event.end_mark), event.value, not event.style)

    def _mapping(self, start: Any, wanted: Wanted) -> Mapping:
        inside = _beyond_positions(wanted)
        entries: dict[str, tuple[Text, Marked]] = {}
        for event in self._events:
            if event.__class__ is yaml.MappingEndEvent:
                break
            name = event.value.strip()
            value = next(self._events)
            if name in inside:
                key = self._text(event)
                entries[name] = (key, self.marked(value, inside[name]))
            else:
                if not entries:
                    # The first key stands for the whole.
                    entries[name] = (self._text(event), _passed_by(self._places))
                self._pass_by(value)
        return Mapping(self._places.between(start.start_mark, start.end_mark), entries)

    def _listing(self, start: Any, wanted: Wanted) -> Listing:
        items: list[Marked] = []
        for event in self._events:
            if event.__class__ is yaml.SequenceEndEvent:
                break
            if len(items) in wanted:
                items.append(self.marked(event, wanted[len(items)]))
            else:
                items.append(_passed_by(self._places))
                self._pass_by(event)
        return Listing(self._places.between(start.start_mark, start.end_mark), tuple(items))

    def _pass_by(self, event: Any) -> None:
        """Leave out what begins with an event."""
        depth = 0
        while True:
            if event.__class__ in _BEGINNINGS:
                depth += 1
            elif event.__class__ in _ENDS:
                depth -= 1
            if not depth:
                return
            event = next(self._events)


_BEGINNINGS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _passed_by(places: Places) -> Text:
    return Text(places.mark(0, 0), "")
