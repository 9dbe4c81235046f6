"""What stands beside an empty key and belongs under it: the author has not indented it."""

from dataclasses import replace
from typing import Any

from untaken.model.sources import Noun
from untaken.model.traversal import Route
from untaken.reading.decoding.fields import holds_names, keys_of, member_at, noun_at
from untaken.reading.marked import Finding

_OF_TEXTS_OR_LISTS = {"facts", "acknowledge", "reaches", "closed"}
"""The mappings of the author's own names that hold no nouns."""


def gathered(kind: type[Noun], plain: Any, route: Route) -> list[str]:
    """Move what follows an empty key of a file of this kind, and belongs under it, to its place; the moved keys."""
    holder: Any = plain
    for step in route[:-1]:
        holder = holder[step]
    if not isinstance(holder, dict):
        return []
    keys = list(holder)
    moved = []
    for key in keys[keys.index(str(route[-1])) + 1 :]:
        if not _belongs(kind, plain, route, key, holder[key]):
            break
        moved.append(key)
    if moved:
        holder[str(route[-1])] = {key: holder.pop(key) for key in moved}
    return moved


def _belongs(kind: type[Noun], plain: Any, route: Route, key: str, value: Any) -> bool:
    """Whether a key has no meaning where it stands, and one under the key at the route."""
    if holds_names(route[:-1]):
        return not isinstance(value, dict) and key in keys_of(noun_at(kind, plain, route))
    if key in keys_of(noun_at(kind, plain, route[:-1])):
        return False
    if holds_names(route):
        return isinstance(value, dict) or route[-1] in _OF_TEXTS_OR_LISTS
    return key in keys_of(member_at(kind, plain, route))


def not_indented(finding: Finding, moved: list[str]) -> Finding:
    """What is said of an empty key whose lines stand beside it."""
    message = f"'{finding.route[-1]}' has no value: what belongs under it is not indented"
    lines = f"each of its lines, from '{moved[0]}' to '{moved[-1]}'" if len(moved) > 1 else f"'{moved[0]}'"
    return replace(finding, message=message, help=f"write two blanks more before {lines}")
