"""What the model declares at a place of a file: which noun stands there, which keys it has, what may stand in."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from untaken.model import KINDS, Collection, Outcome, Scenario
from untaken.model.csl import PASSED_OVER
from untaken.model.keys import GUIDES, Guide, Key
from untaken.model.shape import NounShape, named_routes, needed, nouns_under, shapes
from untaken.model.sources import Noun
from untaken.model.traversal import Route
from untaken.reading.marked import HOLE, Inner

NODES: dict[str, type[Noun]] = dict(zip(KINDS, shapes(Scenario)["nodes"].nouns, strict=True))

EVERY_NOUN = tuple(dict.fromkeys((*nouns_under(Scenario), *nouns_under(Collection))))
EVERY_SHAPE: list[tuple[str, NounShape]] = [(key, shape) for noun in EVERY_NOUN for key, shape in shapes(noun).items()]
"""Every key of every noun, with what stands under it."""

_NAMED = {*named_routes(Scenario), *named_routes(Collection)}
"""Where mappings of the author's own ids stand, `*` for each of these."""

OF_TEXTS = {key for key, shape in EVERY_SHAPE if shape.is_named and (shape.short or not shape.nouns)}
"""The mappings of the author's own ids that need not hold nouns."""

OWNERS = {
    key: "node" if len(shape.nouns) > 1 else GUIDES[shape.nouns[0]].noun.split(" of ")[0]
    for key, shape in EVERY_SHAPE
    if shape.nouns and shape.holder
}
"""What one is called of those that stand under a key, in a list or under ids of their own."""

ALONE = {key: f"the {OWNERS[key]}" if shape.is_list else f"'{key}'" for key, shape in EVERY_SHAPE if shape.nouns}
"""What that is called which stands under a key by itself."""


def holds_names(route: Route) -> bool:
    """Whether at a route a mapping stands whose keys are the author's own."""
    return any(
        len(route) == len(known) and all(step in ("*", here) for here, step in zip(route, known, strict=True))
        for known in _NAMED
    )


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


def guide_at(kind: type[Noun], plain: Any, route: Route) -> Guide | None:
    """What is said of the noun that stands at a route of a file of this kind; None where text stands."""
    noun = noun_at(kind, plain, route)
    return GUIDES[noun] if noun else None


def keys_at(kind: type[Noun], plain: Any, route: Route) -> Mapping[str, Key]:
    """The keys of the noun that stands at a route, in their best order; none where text stands."""
    guide = guide_at(kind, plain, route)
    return guide.keys if guide else {}


def key_at(kind: type[Noun], plain: Any, route: Route) -> Key:
    """What is said of the key at the end of a route; nothing, where it is an id or a number."""
    return keys_at(kind, plain, route[:-1]).get(str(route[-1])) or Key("", "")


def stand_in(kind: type[Noun], plain: Any, route: Route) -> Any:
    """What is read in the place of a key that is missing."""
    noun = noun_at(kind, plain, route[:-1])
    return _least(noun, str(route[-1])) if noun else HOLE


def _least(noun: type[Noun], key: str) -> Any:
    shape = shapes(noun)[key]
    if shape.is_named or shape.is_list:
        return {} if shape.is_named else []
    return GUIDES[noun].keys[key].stand_in or HOLE


def blank(noun: type[Noun]) -> Any:
    """The least that makes one of a noun, for the place of one that could not be read."""
    keys = GUIDES[noun].keys
    least = {key: _least(noun, key) for key in keys if key in needed(noun)}
    return least | {key: _blank_under(shapes(noun)[key]) for key in GUIDES[noun].kept}


def _blank_under(shape: NounShape) -> Any:
    item = blank(shape.nouns[0]) if shape.nouns else HOLE
    return [item] if shape.is_list else item


def blank_at(kind: type[Noun], plain: Any, route: Route, value: Any) -> Any:
    """What stands for a value of the author's that could not be read; None where it is best left out."""
    holder, key = route[:-1], route[-1]
    if route[0] == "expect":
        return HOLE if isinstance(key, int) else None
    if holds_names(holder):
        return _blank_named(kind, plain, holder)
    if holds_names(route):
        return _lost_names(kind, plain, route, value)
    if isinstance(key, int):
        noun = noun_at(kind, plain, route)
        return blank(noun) if noun else HOLE
    return HOLE if len(route) == 3 and route[0] == "nodes" and key in KINDS else _blank_list(kind, plain, route)


def _blank_list(kind: type[Noun], plain: Any, route: Route) -> Any:
    """What stands for a list on which others rest: they have to hear that something stands there."""
    above, key = noun_at(kind, plain, route[:-1]), str(route[-1])
    shape = shapes(above).get(key) if above else None
    if above is None or shape is None or not shape.is_list:
        return None
    return _blank_under(shape) if shape.nouns or key in GUIDES[above].kept else None


def _blank_named(kind: type[Noun], plain: Any, holder: Route) -> Any:
    """What stands under an id of the author's: of nodes, an outcome asks for the least."""
    nouns = _shape_at(kind, plain, holder).nouns
    return blank(Outcome if Outcome in nouns else nouns[0]) if nouns else HOLE


def _lost_names(kind: type[Noun], plain: Any, route: Route, value: Any) -> dict[str, Any]:
    """What stands for a mapping of the author's own names that could not be read."""
    items = value if isinstance(value, list) else [value]
    if route == ("nodes",):
        return {}
    if not _shape_at(kind, plain, route).nouns:
        return {item.strip(): HOLE for item in items if isinstance(item, str) and item.strip()}
    return {HOLE * at: _blank_named(kind, plain, route) for at in range(1, max(2, len(items) + 1))}


def noun_at(kind: type[Noun], plain: Any, route: Route) -> type[Noun] | None:
    """The noun that stands at a route of a file of this kind; None where text stands."""
    shape = _shape_at(kind, plain, route)
    value = _value_at(plain, route)
    alone = shape.holder is None or (shape.is_list and isinstance(value, dict))
    return _meant(shape, value) if alone else None


def is_without_use(kind: type[Noun], plain: Any, route: Route) -> bool:
    """Whether a key is one that CSL has for sources or names, and the format has not."""
    noun = noun_at(kind, plain, route[:-1])
    return noun is not None and route[-1] in PASSED_OVER.get(noun, ())


def member_at(kind: type[Noun], plain: Any, route: Route) -> type[Noun] | None:
    """The noun that a list at a route would hold; None where it would hold texts."""
    return noun_at(kind, plain, route) or noun_at(kind, plain, (*route, 0))


def _shape_at(kind: type[Noun], plain: Any, route: Route) -> NounShape:
    """What the model has at a route; of a node its kind, which its keys tell."""
    here = NounShape(None, (kind,))
    for at, step in enumerate(route):
        value = _value_at(plain, route[:at])
        if here.is_named or (here.is_list and not isinstance(value, dict)):
            here = NounShape(None, here.nouns, here.short)
        else:
            noun = _meant(here, value)
            here = (shapes(noun).get(str(step)) if noun else None) or NounShape()
    return here


def _meant(shape: NounShape, value: Any) -> type[Noun] | None:
    """The noun of a shape; of the kinds of node the one that the value is."""
    if len(shape.nouns) < 2:
        return shape.nouns[0] if shape.nouns else None
    kinds = kinds_of(value) if isinstance(value, dict) else []
    return NODES[kinds[0]] if kinds else None


def _value_at(plain: Any, route: Route) -> Any:
    for step in route:
        plain = plain[step] if _has(plain, step) else None
    return plain


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def swallowed(kind: type[Noun], plain: Any, route: Route, inner: Inner) -> Route | None:
    """What a line within the text at a route was meant for: a key that is missing further up, or an item of a list."""
    if inner.is_item and (isinstance(route[-1], int) or inner.key in _item_keys()):
        return route
    for length in range(len(route) - 1, -1, -1):
        holder = route[:length]
        if (
            not inner.is_item
            and inner.key in keys_of(noun_at(kind, plain, holder))
            and not _has(_value_at(plain, holder), inner.key)
        ):
            return (*holder, inner.key)
    return None


@cache
def _item_keys() -> frozenset[str]:
    """The keys of all nouns that stand in lists."""
    nouns = {noun for _, shape in EVERY_SHAPE if shape.is_list for noun in shape.nouns}
    return frozenset(key for noun in nouns for key in keys_of(noun))
