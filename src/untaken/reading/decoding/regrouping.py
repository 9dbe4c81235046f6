"""Where a key stands twice because a line is missing or out of place: which of the two belongs to a neighbour.

A lost id lets two options run into one; a line that has slipped below a `- ` belongs to the item above. Taken apart
again, each slip is reported once, and nothing that stands under the second key is missed.
"""

from dataclasses import replace

from untaken.model.keys import GUIDES
from untaken.model.traversal import Route
from untaken.reading.decoding.fields import EVERY_SHAPE, holds_names
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.marked import Listing, Mapping, Marked, Text
from untaken.reading.rules import DUPLICATE_KEY, EMPTY_VALUE

Sibling = tuple[Text | None, Marked]
"""An item of a list, or a value with its key."""

_BEGUN = [(key, shape, GUIDES[noun].begins) for key, shape in EVERY_SHAPE for noun in shape.nouns]
_FIRST_KEYS = {begins for _, shape, keys in _BEGUN if shape.is_named for begins in keys}
"""With one of these, if it comes a second time, something new begins."""

_BEGIN_ITEMS = {begins for _, shape, keys in _BEGUN if shape.is_list for begins in keys}
_LISTS = {key for key, shape, keys in _BEGUN if shape.is_list and keys}


def regrouped(tree: Marked) -> tuple[Marked, list[Diagnostic]]:
    """The tree without doubled keys, and what is to be said of them."""
    problems: list[Diagnostic] = []
    settled = _settled(tree, (), problems)
    return _reported(settled, (), problems), problems


def _settled(marked: Marked, route: Route, problems: list[Diagnostic]) -> Marked:
    """The same with all that stands in it settled; its own doubled keys are left to what holds it."""
    if isinstance(marked, Listing):
        items: list[Sibling] = [(None, _settled(each, (*route, at), problems)) for at, each in enumerate(marked.items)]
        return replace(marked, items=tuple(item for _, item in _in_turn(items, route, problems)))
    if not isinstance(marked, Mapping):
        return marked
    values: list[Sibling] = [
        (key, _settled(value, (*route, key.value), problems)) for key, value in marked.entries.values()
    ]
    turned = _in_turn(values, route, problems, holds_names(route) and "" not in marked.entries)
    return replace(marked, entries={key.value: (key, value) for key, value in turned if key is not None})


def _in_turn(siblings: list[Sibling], route: Route, problems: list[Diagnostic], named: bool = False) -> list[Sibling]:
    """Siblings with no doubled key: what belongs to the one before has gone there, or a new one was begun."""
    done: list[Sibling] = []
    for key, value in siblings:
        rest: Marked = value
        if isinstance(value, Mapping) and value.doubled:
            alike = key is None or named
            before = done[-1][1] if done and alike else None
            moved = _moved(before, value, problems) if isinstance(before, Mapping) else None
            if moved:
                done[-1] = (done[-1][0], moved[0])
                rest = moved[1]
            elif named and all(each is None or each.value for each, _ in done):
                split = _split(value, problems)
                if split:
                    done.append((key, split[0]))
                    key, rest = split[1], split[2]
        if key is None and isinstance(rest, Mapping) and (parted := _parted(rest, problems)):
            done.append((None, parted[0]))
            rest = parted[1]
        done.append((key, _reported(rest, (*route, key.value) if key else (), problems)))
    return done


def _moved(before: Mapping, value: Mapping, problems: list[Diagnostic]) -> tuple[Mapping, Mapping] | None:
    """A key among the first two of a mapping that comes a second time, moved to the mapping before, which lacks it."""
    doubled = value.doubled[0]
    name = doubled[0].value
    if name in before.entries or name in _FIRST_KEYS or name not in list(value.entries)[:2]:
        return None
    first = value.entries[name]
    message = f"'{name}' stands here and in line {doubled[0].span.line}; what stands above has none"
    cure = "move it up, to what it belongs to"
    problems.append(Diagnostic(first[0].span, DUPLICATE_KEY, message, cure))
    kept = replace(value, entries={**value.entries, name: doubled}, doubled=value.doubled[1:])
    return replace(before, entries={**before.entries, name: first}), kept


def _parted(item: Mapping, problems: list[Diagnostic]) -> tuple[Mapping, Mapping] | None:
    """Two items of a list for one, in which keys come a second time behind a key that begins an item."""
    keys = _in_order(item)
    begins = [at for at, (key, _) in enumerate(keys) if at and key.value in _BEGIN_ITEMS]
    names = [key.value for key, _ in keys]
    if not item.doubled or len(begins) != 1 or len(set(names[: begins[0]])) < begins[0]:
        return None
    first, second = keys[: begins[0]], keys[begins[0] :]
    if len({key.value for key, _ in second}) < len(second) or len(first) < 2 or len(second) < 2:
        return None
    start = second[0][0]
    message = f"'{start.value}' begins a new item of the list, but no '- ' stands before it"
    cure = f"write '- {start.value}: …', and put the '- ' exactly under the one above"
    problems.append(Diagnostic(start.span, DUPLICATE_KEY, message, cure))
    one, other = ({key.value: (key, value) for key, value in each} for each in (first, second))
    return replace(item, entries=one, doubled=()), Mapping(start.span, other)


def _split(value: Mapping, problems: list[Diagnostic]) -> tuple[Mapping, Text, Mapping] | None:
    """Two mappings for one in which keys come a second time, with the name of the second, if it is there."""
    start, _ = value.doubled[0]
    keys = _in_order(value)
    at = next(at for at, (key, _) in enumerate(keys) if key is start)
    first = {key.value: (key, nested) for key, nested in keys[:at]}
    if len(value.doubled) < 2 and (start.value not in _FIRST_KEYS or len(first) < 2):
        return None
    message = f"'{start.value}' was given already in line {value.entries[start.value][0].span.line}"
    last, nothing = keys[at - 1]
    if isinstance(nothing, Text) and nothing.plain and not nothing.value:
        del first[last.value]
        name, message = last, f"'{last.value}' has no value; does something new begin here?"
        cure = "let it begin exactly under its neighbours, and indent what belongs to it"
        problems.append(Diagnostic(last.span, EMPTY_VALUE, message, cure))
    else:
        name = Text(start.span, "", lost=True)
        cure = "if something new begins here, write its id in a line above, as 'id:'; else keep one of the two"
        problems.append(Diagnostic(start.span, DUPLICATE_KEY, message, cure))
    begun = Mapping(start.span, {}, 1)
    for key, nested in keys[at:]:
        if key.value in begun.entries:
            begun = replace(begun, doubled=(*begun.doubled, (key, nested)))
        else:
            begun.entries[key.value] = (key, nested)
    return replace(value, entries=first, doubled=()), name, begun


def _in_order(value: Mapping) -> list[tuple[Text, Marked]]:
    """All keys of a mapping with what they hold, as they stand in the text."""
    keys = [*value.entries.values(), *value.doubled]
    return sorted(keys, key=lambda pair: (pair[0].span.line, pair[0].span.column))


def _reported(marked: Marked, route: Route, problems: list[Diagnostic]) -> Marked:
    """The same without its doubled keys, each of which is reported. What had an id twice is kept, without a name."""
    if not isinstance(marked, Mapping):
        return marked
    if route and route[-1] in _LISTS:
        # The keys of several items, whose '- ' are missing: that is told of the list.
        return replace(marked, doubled=())
    entries = dict(marked.entries)
    for key, value in marked.doubled:
        first_key, first_value = entries[key.value]
        message = f"'{key.value}' was given already in line {first_key.span.line}, column {first_key.span.column}"
        cure = "keep one of the two, or give this one another name"
        problems.append(Diagnostic(key.span, DUPLICATE_KEY, message, cure))
        if isinstance(first_value, Text) and first_value.plain and not first_value.value:
            entries[key.value] = (key, value)
        elif holds_names(route) and route[0] == "nodes":
            entries.setdefault("", (replace(key, value="", lost=True), value))
    return replace(marked, entries=entries, doubled=())
