"""Of which kind a node is, where its author does not say so, says it twice, or says what its other keys contradict."""

from typing import Any

from untaken.model import KINDS
from untaken.model.keys import GUIDES
from untaken.model.shape import shapes
from untaken.model.traversal import Route
from untaken.reading.decoding.fields import NODES, keys_of, kinds_of
from untaken.reading.decoding.wording import owner
from untaken.reading.marked import HOLE, Finding, correction
from untaken.reading.rules import MISSING_KEY, UNKNOWN_KEY
from untaken.text.naming import nearest, sentence_list

_KINDS_WITH = {key: kind for kind, noun in NODES.items() for key, shape in shapes(noun).items() if shape.is_named}
_EVERY_KEY = {key for noun in NODES.values() for key in keys_of(noun)}


def settle(node: dict[str, Any], route: Route, renamed: dict[Route, str]) -> Finding | None:
    """Give a node one kind; what was wrong with the one that it had."""
    kinds = kinds_of(node)
    if not kinds:
        return _without_kind(node, route, renamed)
    if len(kinds) > 1:
        return _of_several_kinds(node, route, kinds)
    return _of_another_kind(node, route, kinds[0], renamed)


def _without_kind(node: dict[str, Any], route: Route, renamed: dict[Route, str]) -> Finding:
    unknown = [key for key in node if key not in _EVERY_KEY]
    written, kind = next(((key, near) for key in unknown if (near := nearest(key, KINDS))), (None, None))
    if written and kind:
        node[kind] = node.pop(written)
        renamed[(*route, kind)] = written
        message = f"{owner(route, whole=True)} has no key '{written}'"
        return Finding((*route, kind), UNKNOWN_KEY, message, f"write '{kind}'", True, correction(written, KINDS))
    kind = next((kind for key, kind in _KINDS_WITH.items() if key in node), "outcome")
    node[kind] = HOLE
    if kind == "outcome":
        node.setdefault("basis", "inferred")
    message = f"{owner(route, whole=True)} is neither decision, chance nor outcome"
    return Finding((*route, kind), MISSING_KEY, message, f"add '{kind}: …' with the node's text")


def _of_several_kinds(node: dict[str, Any], route: Route, kinds: list[str]) -> Finding:
    """The kind that goes best with the node's other keys is kept."""
    kept = max(kinds, key=lambda kind: sum(key in node for key in keys_of(NODES[kind])))
    extra = [kind for kind in kinds if kind != kept]
    for kind in extra:
        del node[kind]
    message = f"{owner(route, whole=True)} is {sentence_list(kinds)} at once"
    return Finding((*route, extra[-1]), UNKNOWN_KEY, message, "keep one of them, or make several nodes", at_key=True)


def _of_another_kind(node: dict[str, Any], route: Route, kind: str, renamed: dict[Route, str]) -> Finding | None:
    """An outcome with options, say, is taken for a decision."""
    key = next((key for key in _KINDS_WITH if key in node and key not in keys_of(NODES[kind])), None)
    if key is None or (kind == "outcome" and "basis" in node):
        return None
    meant = _KINDS_WITH[key]
    node[meant] = node.pop(kind)
    renamed[(*route, meant)] = kind
    message = f"{owner(route, whole=True)} is {GUIDES[NODES[kind]].wanted[0]}, but has {key}"
    return Finding((*route, meant), UNKNOWN_KEY, message, f"write '{meant}' instead of '{kind}'", at_key=True)
