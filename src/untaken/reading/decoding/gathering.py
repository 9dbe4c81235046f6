"""What stands beside an empty key and belongs under it: the author has not indented it."""

from dataclasses import dataclass, field, replace
from typing import Any

from untaken.model.sources import Noun
from untaken.model.traversal import Route
from untaken.reading.decoding.fields import OF_TEXTS, holds_names, keys_of, member_at, noun_at
from untaken.reading.marked import Finding


@dataclass
class Moves:
    """What was moved under empty keys: whatever holds a route of the file learns here where that stands by now.

    >>> moves = Moves()
    >>> moves.under(("nodes",), ["harbour"])
    >>> moves.present(("harbour", "decision")), moves.present(("title",))
    (('nodes', 'harbour', 'decision'), ('title',))
    """

    _made: dict[Route, Route] = field(default_factory=dict)
    _holders: set[Route] = field(default_factory=set)

    def under(self, route: Route, keys: list[str]) -> None:
        """Remember that these keys, which stood beside the one at a present route, stand under it now."""
        self._made |= {(*route[:-1], key): (*route, key) for key in keys}
        self._holders.add(route)

    def present(self, route: Route) -> Route:
        """Where that stands by now which stands at a route of the file."""
        at = len(route)
        while at:
            # What stands deeper was moved first, or was moved at the place that it has since the other was.
            if (moved := self._made.get(route[:at])) is not None:
                route = (*moved, *route[at:])
                at = len(route)
            else:
                at -= 1
        return route

    def holds(self, route: Route) -> bool:
        """Whether what stands at a present route was moved there."""
        return any(route[:at] in self._holders for at in range(1, len(route)))


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
        return isinstance(value, dict) or route[-1] in OF_TEXTS
    return key in keys_of(member_at(kind, plain, route))


def not_indented(finding: Finding, moved: list[str]) -> Finding:
    """What is said of an empty key whose lines stand beside it."""
    message = f"'{finding.route[-1]}' has no value: what belongs under it is not indented"
    lines = f"each of its lines, from '{moved[0]}' to '{moved[-1]}'" if len(moved) > 1 else f"'{moved[0]}'"
    return replace(finding, message=message, help=f"write two blanks more before {lines}")
