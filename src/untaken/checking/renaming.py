"""Another id for something, wherever it is named: changes by place, so that comments and layout stay as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from untaken.checking.homes import SHARED
from untaken.evidence.verification import Lock
from untaken.model.traversal import Route
from untaken.reading.marked import Listing, Marked, Text
from untaken.reading.marked import Mapping as MarkedMapping
from untaken.text.edits import Edit, without_overlaps
from untaken.text.scalars import quoted, written


class Kind(StrEnum):
    """What has an id."""

    SCENARIO = "scenario"
    NODE = "node"
    OPTION = "option"
    SOURCE = "source"
    ACTOR = "actor"
    FACT = "fact"


_HOLDERS = {"sources": Kind.SOURCE, "actors": Kind.ACTOR, "facts": Kind.FACT}
_STEPS = ("options", "branches")
Trees = Mapping[Path, MarkedMapping]
"""The files of one folder, read."""


@dataclass(frozen=True)
class Meaning:
    """Something that an id may mean: what it is, the file that declares it, and of an option its node."""

    kind: Kind
    file: Path
    id: str
    node: str = ""

    @property
    def name(self) -> str:
        """Its id with what it stands in, so that no other is called so: `ferry/harbour/sail`."""
        is_shared = self.kind in (Kind.SCENARIO, *_HOLDERS.values())
        return self.id if is_shared else "/".join(filter(None, (self.file.stem, self.node, self.id)))


def meanings(trees: Trees, name: str) -> Iterator[Meaning]:
    """All that a name may mean in the files of a folder: an id, or one with what it stands in before it."""
    *above, id = name.split("/")
    for file, tree in trees.items():
        if not above and file.stem == id != SHARED:
            yield Meaning(Kind.SCENARIO, file, id)
        if not above:
            yield from (Meaning(kind, file, id) for key, kind in _HOLDERS.items() if id in _ids(tree, key))
        if id in _ids(tree, "nodes") and above in ([], [file.stem]):
            yield Meaning(Kind.NODE, file, id)
        for node in _ids(tree, "nodes"):
            if any(id in _ids(tree, "nodes", node, key) for key in _STEPS):
                meant = Meaning(Kind.OPTION, file, id, node)
                if above in ([], [node], [file.stem, node]):
                    yield meant


def is_taken(trees: Trees, meaning: Meaning, id: str) -> bool:
    """Whether something else of the same kind, which may stand in the same places, has an id already."""
    tree = trees[meaning.file]
    if meaning.kind is Kind.SCENARIO:
        return id == SHARED or any(file.stem.casefold() == id.casefold() for file in trees)
    if meaning.kind is Kind.NODE:
        return id in _ids(tree, "nodes")
    if meaning.kind is Kind.OPTION:
        return any(id in _ids(tree, "nodes", meaning.node, key) for key in _STEPS)
    holder = next(key for key, kind in _HOLDERS.items() if kind is meaning.kind)
    return any(id in _ids(each, holder) for each in _scope(trees, meaning).values())


def renaming(trees: Trees, meaning: Meaning, id: str) -> dict[Path, list[Edit]]:
    """The changes in each file that give something another id."""
    found = {}
    for file, tree in _scope(trees, meaning).items():
        edits = [edit for each in _texts(tree) if (edit := _edit(each, tree, meaning, id))]
        if edits:
            found[file] = without_overlaps(edits)
    return found


def renamed_lock(lock: Lock, meaning: Meaning, id: str) -> Lock:
    """The record of quotations after a source or a scenario has another id."""
    if meaning.kind is Kind.SOURCE:
        texts = {id if source == meaning.id else source: mark for source, mark in lock.texts.items()}
        pins = {
            name: tuple((pin._replace(source=id) if pin.source == meaning.id else pin, at) for pin, at in verified)
            for name, verified in lock.quotations.items()
        }
        return Lock(dict(sorted(texts.items())), pins)
    if meaning.kind is Kind.SCENARIO:
        return replace(lock, quotations={id if key == meaning.id else key: x for key, x in lock.quotations.items()})
    return lock


def _scope(trees: Trees, meaning: Meaning) -> Trees:
    """The files in which the id means this: one scenario, or all of a collection that do not declare it themselves."""
    if meaning.kind is Kind.SCENARIO:
        return trees
    if meaning.file.stem != SHARED:
        return {meaning.file: trees[meaning.file]}
    holder = next(key for key, kind in _HOLDERS.items() if kind is meaning.kind)
    return {file: each for file, each in trees.items() if file == meaning.file or meaning.id not in _ids(each, holder)}


def _ids(tree: Marked, *route: str) -> list[str]:
    """The keys of a mapping."""
    for step in route:
        tree = (
            tree.entries[step][1]
            if isinstance(tree, MarkedMapping) and step in tree.entries
            else Listing(tree.span, ())
        )
    return [*tree.entries] if isinstance(tree, MarkedMapping) else []


@dataclass(frozen=True)
class _Place:
    """A text of a file, with its route; that of a key ends with the key."""

    route: Route
    text: Text
    is_key: bool = False


def _texts(tree: Marked, route: Route = ()) -> Iterator[_Place]:
    """All texts and keys of a file; an alias gives those that it repeats in its own place, too."""
    if isinstance(tree, Text):
        yield _Place(route, tree)
    elif isinstance(tree, Listing):
        for at, item in enumerate(tree.items):
            yield from _texts(item, (*route, at))
    else:
        for name, (key, value) in tree.entries.items():
            yield _Place((*route, name), key, True)
            yield from _texts(value, (*route, name))


def _edit(place: _Place, tree: MarkedMapping, meaning: Meaning, id: str) -> Edit | None:
    """The change of a text that names it."""
    value = place.text.value.strip()
    new = _instead(place, value, tree, meaning, id)
    at = place.text.span.marked.rfind(value)
    if new is None or at < 0:
        return None
    span = replace(place.text.span, column=place.text.span.column + at, width=len(value))
    is_in_quotes = span.text[span.column - 2 : span.column - 1] in ("'", '"') and span.column > 1
    return Edit(span, new if is_in_quotes or written(new) == new else quoted(new))


def _instead(place: _Place, value: str, tree: MarkedMapping, meaning: Meaning, id: str) -> str | None:
    """What is to stand in the place of a text; None where it does not name the thing."""
    if place.route[:1] == ("expect",):
        return _expected(place, value, tree, meaning, id)
    return id if value == meaning.id and _NAMES[meaning.kind](place, meaning) else None


def _names_scenario(place: _Place, meaning: Meaning) -> bool:
    is_gate = len(place.route) == 3 and place.route[0] == "gates" and place.route[2] == "from"
    in_course = len(place.route) == 4 and place.route[0] == "courses" and place.route[2] == "scenarios"
    return not place.is_key and (place.route[-1] == "continues" or is_gate or in_course)


def _names_node(place: _Place, meaning: Meaning) -> bool:
    if place.is_key:
        return place.route == ("nodes", meaning.id)
    return place.route[-1] == "leads-to" or place.route == ("start",)


def _names_option(place: _Place, meaning: Meaning) -> bool:
    return place.is_key and place.route in [("nodes", meaning.node, key, meaning.id) for key in _STEPS]


def _names_source(place: _Place, meaning: Meaning) -> bool:
    if place.is_key:
        return place.route == ("sources", meaning.id)
    return place.route[-1] == "source" and "cite" in place.route


def _names_actor(place: _Place, meaning: Meaning) -> bool:
    if place.is_key:
        return place.route == ("actors", meaning.id)
    return place.route[-1] == "voice" or place.route[-2:-1] in (("deciders",), ("advocates",))


def _names_fact(place: _Place, meaning: Meaning) -> bool:
    if place.is_key:
        return place.route in (("facts", meaning.id), ("gates", meaning.id))
    return place.route[-1] == "fact" or place.route[-2:-1] in [(key,) for key in _ASKING]


_ASKING = ("requires", "unless", "restores", "establishes")
_NAMES = {
    Kind.SCENARIO: _names_scenario,
    Kind.NODE: _names_node,
    Kind.OPTION: _names_option,
    Kind.SOURCE: _names_source,
    Kind.ACTOR: _names_actor,
    Kind.FACT: _names_fact,
}


def _expected(place: _Place, value: str, tree: MarkedMapping, meaning: Meaning, id: str) -> str | None:
    """The same among what an author expects, where nodes and options stand by their ids, or as `node/id`."""
    if len(place.route) < 3:
        return None
    of_outcome = place.route[1] == "outcomes" or (place.is_key and place.route[1] == "reaches")
    if meaning.kind is Kind.NODE:
        if of_outcome:
            return id if value == meaning.id else None
        return f"{id}{value[len(meaning.id) :]}" if value.startswith(f"{meaning.id}/") else None
    if meaning.kind is not Kind.OPTION or of_outcome:
        return None
    if value == f"{meaning.node}/{meaning.id}":
        return f"{meaning.node}/{id}"
    namesakes = [node for node in _ids(tree, "nodes") for key in _STEPS if value in _ids(tree, "nodes", node, key)]
    return id if value == meaning.id and namesakes == [meaning.node] else None
