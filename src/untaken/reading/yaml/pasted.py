"""What web pages, chats and word processors leave in a text that is pasted: fences of code, other kinds of blanks.

Each is one mistake, however many lines it spoils.
"""

import re
from collections.abc import Iterator

from untaken.reading.diagnostics import Diagnostic
from untaken.reading.marked import Mapping, Marked, Text
from untaken.reading.rules import YAML_SYNTAX
from untaken.reading.yaml.places import Places
from untaken.text.edits import Edit

_FENCE = re.compile(r"(?m)^(?:```|~~~)[\w-]{0,40}[ \t\r]*$")
_OTHER_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INDENTED = re.compile(rf"(?m)^(?P<indent> {{0,80}}[{_OTHER_BLANK}][ {_OTHER_BLANK}]{{0,80}})(?=\S)")


def fences(text: str, places: Places, is_broken: bool) -> Diagnostic | None:
    """The fences round pasted code: those of a text that begins with one, or that is no YAML."""
    lines = places.lines
    found = [places.at(match.start()).line - 1 for match in _FENCE.finditer(text)]
    if not found:
        return None
    first = next((at for at, line in enumerate(lines) if line.strip() and line[0] != "#"), None)
    if not (is_broken or found[0] == first):
        return None
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), None)
    if len(found) > 2 or not set(found) <= {first, last}:
        message = f"a fence of code stands here: '{lines[found[0]].strip()}'"
        return Diagnostic(places.mark(found[0], 0, 3), YAML_SYNTAX, message, "keep only the lines between the fences")
    message = f"the text was pasted with its fence of code: '{lines[found[0]].strip()}'"
    whole = tuple(Edit(places.mark(at, 0, _with_its_end(places, at)), "") for at in found)
    return Diagnostic(places.mark(found[0], 0, 3), YAML_SYNTAX, message, "delete the lines with ``` or ~~~", whole)


def _with_its_end(places: Places, at: int) -> int:
    """The letters of a line, with what ends it."""
    starts = places.lines.starts
    return starts[at + 1] - starts[at] if at + 1 < len(starts) else len(places.lines[at])


def other_blanks(text: str, places: Places, tree: Marked | None) -> Diagnostic | None:
    """Lines that are indented with blanks that YAML takes for letters: those of a text that is no YAML, or whose keys
    begin with them."""
    found = [(places.at(match.start()), match["indent"]) for match in _INDENTED.finditer(text)]
    is_meant = any(map(_begins_with_blank, _keys(tree))) if found and tree is not None else len(found) > 1
    if not is_meant:
        return None
    first, indent = found[0]
    column = next(at for at, sign in enumerate(indent) if sign != " ")
    name = "no-break blanks" if indent[column] == "\u00a0" else "blanks that are no ordinary ones"
    message = f"lines are indented with {name} (U+{ord(indent[column]):04X}), {len(found)} of them from here on"
    edits = tuple(Edit(places.mark(at.line - 1, 0, len(each)), " " * len(each)) for at, each in found)
    place = places.mark(first.line - 1, column)
    return Diagnostic(place, YAML_SYNTAX, message, "indent them with ordinary blanks", edits)


def _begins_with_blank(key: Text) -> bool:
    return key.span.text[key.span.column - 1 : key.span.column].isspace()


def _keys(tree: Marked) -> Iterator[Text]:
    waiting = [tree]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Mapping):
            for key, value in (*here.entries.values(), *here.doubled):
                yield key
                waiting.append(value)
        elif not isinstance(here, Text):
            waiting += here.items
