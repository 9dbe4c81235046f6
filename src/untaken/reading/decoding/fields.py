"""What the model declares at a place of a file: which noun stands there, and which keys it has."""

import copy
import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from untaken.model import (
    KINDS,
    Actor,
    Argument,
    Branch,
    Chance,
    Citation,
    Consequence,
    Decision,
    Fact,
    Gate,
    Lesson,
    Note,
    Option,
    Outcome,
    Tie,
)
from untaken.model.keys import GUIDES
from untaken.model.sources import Name, Noun, Source
from untaken.model.traversal import Route
from untaken.reading.marked import HOLE, Inner

NODES: dict[str, type[Noun]] = {"decision": Decision, "chance": Chance, "outcome": Outcome}

_CITATION = {"source": HOLE}
_ARGUMENT = {"for": HOLE, "cite": _CITATION}
_CONSEQUENCE = {"claim": HOLE, "cite": _CITATION}
_NODE = {"outcome": HOLE, "basis": "inferred", "consequences": [_CONSEQUENCE]}
_BLANKS: dict[Any, Any] = {
    Argument: _ARGUMENT,
    Citation: _CITATION,
    Consequence: _CONSEQUENCE,
    Note: {"note": HOLE, "cite": _CITATION},
    Name: {},
    Option: {"label": HOLE, "leads-to": HOLE, "arguments": [_ARGUMENT]},
    Branch: {"label": HOLE, "leads-to": HOLE},
    Source: {"type": "document", "title": HOLE, "sections": [HOLE]},
    Actor: {"name": HOLE},
    Tie: {"fact": HOLE},
    Fact: {"holds": HOLE},
    Gate: {"from": HOLE},
    Lesson: {"title": HOLE, "scenarios": [HOLE]},
}
"""The least that makes one of a noun, for the place of one that could not be read."""

_LISTS: dict[str | int, type[Noun] | None] = {
    **{"arguments": Argument, "consequences": Consequence, "notes": Note, "cite": Citation, "sections": None},
    **dict.fromkeys(("requires", "unless", "restores"), Tie),
}
"""The lists that others rest on: whoever asks about them has to hear that something stands there."""

_NAMED: dict[str, type[Noun] | None] = {
    **{"sources": Source, "actors": Actor, "facts": Fact, "gates": Gate, "courses": Lesson},
    **{"options": Option, "branches": Branch, "acknowledge": None},
}
"""The mappings whose keys are the author's own ids, with the noun that each holds; of nodes there are three."""


def holds_names(route: Route) -> bool:
    """Whether at a route a mapping stands whose keys are the author's own."""
    if route in (("expect", "reaches"), ("expect", "closed")):
        return True
    at_top = len(route) == 1 and route[0] in (*_NAMED, "nodes")
    return at_top or (len(route) == 3 and route[0] == "nodes" and route[2] in ("options", "branches"))


def in_list(route: Route, at: int) -> Route:
    """The route to what stands in the only item of a list, where the author wrote the item without a list."""
    return route if isinstance(route[at], int) else (*route[:at], 0, *route[at:])


def is_union_tag(step: str | int) -> bool:
    """Whether a step of pydantic's location is the tag of a node's kind, which no author writes."""
    return isinstance(step, str) and step[:1] == "\0" and step.strip("\0") != ""


def kinds_of(node: dict[str, Any]) -> list[str]:
    """The keys of a node that say what kind it is."""
    return [kind for kind in KINDS if kind in node]


def keys_of(noun: type[Noun] | None) -> list[str]:
    """The keys that an author may write in a noun, in their best order."""
    return [*GUIDES[noun].keys] if noun else []


def blank_at(kind: type[Noun], plain: Any, route: Route, value: Any) -> Any:
    """What stands for a value of the author's that could not be read; None where it is best left out."""
    holder, key = route[:-1], route[-1]
    if route[0] == "expect":
        return HOLE if isinstance(key, int) else None
    if holds_names(holder):
        return copy.deepcopy(_NODE if holder == ("nodes",) else _BLANKS.get(_NAMED[str(holder[-1])], HOLE))
    if len(route) == 3 and route[0] == "nodes" and key in KINDS:
        return HOLE
    if isinstance(key, int):
        return copy.deepcopy(_BLANKS.get(noun_at(kind, plain, route), HOLE))
    if key in _LISTS and key in keys_of(noun_at(kind, plain, holder)):
        return [copy.deepcopy(_BLANKS.get(_LISTS[key], HOLE))]
    return _lost_names(str(key), value) if holds_names(route) else None


def _lost_names(key: str, value: Any) -> dict[str, Any]:
    """What stands for a mapping of the author's own names that could not be read."""
    items = value if isinstance(value, list) else [value]
    if key == "nodes":
        return {}
    if key == "acknowledge":
        return {item.strip(): HOLE for item in items if isinstance(item, str) and item.strip()}
    blank = _BLANKS.get(_NAMED[key], HOLE)
    return {HOLE * at: copy.deepcopy(blank) for at in range(1, max(2, len(items) + 1))}


def noun_at(kind: type[Noun], plain: Any, route: Route) -> type[Noun] | None:
    """The noun that stands at a route of a file of this kind; None where text stands."""
    here: Any = kind
    value = plain
    for step in route:
        if isinstance(here, type) and issubclass(here, BaseModel):
            info = next((info for name, info in here.model_fields.items() if (info.alias or name) == step), None)
            here = info and info.annotation
        else:
            here = _member(here)
        value = value[step] if _has(value, step) else None
        here = _noun(here, value)
    return here if isinstance(here, type) and issubclass(here, Noun) else None


def member_at(kind: type[Noun], plain: Any, route: Route) -> type[Noun] | None:
    """The noun that a list at a route would hold; None where it would hold texts."""
    return noun_at(kind, plain, route) or noun_at(kind, plain, (*route, 0))


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def _member(annotation: Any) -> Any:
    """What a mapping or a list of this type holds."""
    arguments = [each for each in get_args(annotation) if each is not Ellipsis]
    return arguments[-1] if arguments else None


def _noun(annotation: Any, value: Any) -> Any:
    """The type without its wrapping; of the kinds of node the one that the value is."""
    if get_origin(annotation) is Annotated:
        return _noun(get_args(annotation)[0], value)
    if get_origin(annotation) in (Union, types.UnionType):
        members = [_noun(each, value) for each in get_args(annotation) if each is not type(None)]
        if set(members) == set(NODES.values()):
            kinds = kinds_of(value) if isinstance(value, dict) else []
            return NODES[kinds[0]] if kinds else None
        return members[0]
    if get_origin(annotation) is tuple and isinstance(value, dict):
        return _noun(_member(annotation), value)
    return annotation


def swallowed(kind: type[Noun], plain: Any, route: Route, inner: Inner) -> Route | None:
    """What a line within the text at a route was meant for: a key that is missing further up, or an item of a list."""
    if inner.is_item and (isinstance(route[-1], int) or inner.key in _ITEM_KEYS):
        return route
    for length in range(len(route) - 1, -1, -1):
        holder = route[:length]
        if (
            not inner.is_item
            and inner.key in keys_of(noun_at(kind, plain, holder))
            and not _has(_at(plain, holder), inner.key)
        ):
            return (*holder, inner.key)
    return None


_ITEM_KEYS = {key for noun in (Argument, Consequence, Note, Citation, Name, Tie) for key in keys_of(noun)}


def _at(plain: Any, route: Route) -> Any:
    for step in route:
        plain = plain[step]
    return plain
