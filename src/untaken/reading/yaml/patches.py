"""Cures of broken lines that a program may apply: blanks for tabs, quotes round a text, a blank that is missing.

All of them keep the letters of a text; where more than one reading is likely, there is no patch.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from untaken.text.scalars import quoted


class Patch(NamedTuple):
    """`width` letters at a line and column, both from 0, become `text`."""

    line: int
    column: int
    width: int
    text: str


Patches = tuple[Patch, ...]

_HEAD = re.compile(r" *(?:- +)*(?:[^\s:#\"'{\[][^:]*?: +)?")
_COMMENT = re.compile(r"\s+#(?:\s.*)?$")
_OPENING, _CLOSING = "“„«", "”“»"
_LONGEST_LINE = 2_000


def quotes(lines: Sequence[str], line: int) -> Patches:
    """Quotes round the value of a line `key: value` or `- value`; none where it may go on in the next line."""
    text = lines[line]
    head = _HEAD.match(text[:_LONGEST_LINE])
    if head is None or len(text) > _LONGEST_LINE or _goes_on(lines, line, head.group()):
        return ()
    start = head.end()
    value = _COMMENT.sub("", text[start:]).rstrip()
    instead = _in_quotes(value)
    return (Patch(line, start, len(value), instead),) if instead and not _in_brackets(lines, line) else ()


def _goes_on(lines: Sequence[str], line: int, head: str) -> bool:
    """Whether what follows is indented deeper than the line, and so belongs to its value."""
    indentation = len(head) - len(head.lstrip(" "))
    following = next((each for each in lines[line + 1 :] if each.strip()), "")
    return len(following) - len(following.lstrip()) > indentation + 2 * head.count("- ")


def _in_brackets(lines: Sequence[str], line: int) -> bool:
    """Whether brackets that opened in one of the lines right above are still open."""
    above = "\n".join(lines[max(0, line - 3) : line])
    return above.count("{") != above.count("}") or above.count("[") != above.count("]")


def _in_quotes(value: str) -> str:
    """The text as a value in quotes; nothing where nobody can say which of its marks belong to it."""
    if not value or re.match("[|>]|[{\\[].*[}\\]]$", value):
        return ""
    mark = value[0]
    if mark in "'\"":
        if value[-1] != mark or len(value) == 1:
            return quoted(value) if value.count(mark) % 2 == 0 else ""
        return quoted(value[1:-1]) if value.count(mark) % 2 == 1 else ""
    if mark in _OPENING and value[-1] in _CLOSING and not re.search(f"[{_OPENING}{_CLOSING}]", value[1:-1]):
        return quoted(value[1:-1])
    return quoted(value)


def tabs(lines: Sequence[str]) -> Patches:
    """Blanks for every tab in an indentation, where its depth can be told from the lines round it."""
    tabbed = [at for at, text in enumerate(lines) if "\t" in _blanks_before(text)]
    only_tabs = not any(text.startswith(" ") and text.strip() for text in lines)
    return tuple(patch for at in tabbed for patch in _without_tabs(lines, at, only_tabs))


def _without_tabs(lines: Sequence[str], at: int, only_tabs: bool) -> Iterator[Patch]:
    before = _blanks_before(lines[at])
    if not lines[at].strip():
        yield Patch(at, 0, len(lines[at]), "")
    elif only_tabs:
        yield Patch(at, 0, len(before), before.replace("\t", "  "))
    else:
        depths = {len(before.expandtabs(size)) for size in (2, 4, 8)} & _depths_round(lines, at)
        if len(depths) == 1:
            yield Patch(at, 0, len(before), " " * depths.pop())


def _depths_round(lines: Sequence[str], at: int) -> set[int]:
    """How deep a line may be indented after the nearest line above that is indented with blanks alone."""
    above = next((text for text in reversed(lines[:at]) if text.strip() and "\t" not in _blanks_before(text)), "")
    below = next((text for text in lines[at + 1 :] if text.strip() and "\t" not in _blanks_before(text)), "")
    if lines[at].rstrip().endswith(":"):
        return {len(_blanks_before(below)) - 2}
    depth = len(_blanks_before(above))
    item = 2 if above.lstrip().startswith("- ") else 0
    deeper = {depth + item + 2} if above.rstrip().endswith(":") else set()
    return deeper or {depth + item, *({len(_blanks_before(below))} if below else ())}


def _blanks_before(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t"))]


def strange_blanks(lines: Sequence[str], sign: re.Pattern[str]) -> Patches:
    """Ordinary blanks for those that look like them, wherever `sign` finds one under the name `blank`."""
    found = ((at, sign.match(text[:_LONGEST_LINE])) for at, text in enumerate(lines))
    return tuple(Patch(at, match.start("blank"), 1, " ") for at, match in found if match)
