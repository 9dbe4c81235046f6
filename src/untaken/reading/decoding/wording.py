"""What is wrong with a key or a value, in an author's words."""

import re
from functools import lru_cache
from typing import Any

from untaken.model.keys import Key
from untaken.model.traversal import Route
from untaken.reading.decoding.fields import ALONE, OWNERS
from untaken.reading.marked import Finding, Listing, Mapping, Marked, Text
from untaken.reading.rules import UNUSED_KEY
from untaken.text.date_guesses import date_meant, is_old_style
from untaken.text.dates import DateFault, date_fault
from untaken.text.naming import nearest, sentence_list


def meant_key(key: str, free: dict[str, Key]) -> str | None:
    """The key that a word is taken for: the nearest of those that are free, or one that means the same."""
    same = next((name for name, told in free.items() if key.casefold() in told.also), None)
    return same or _nearest(key, tuple(free))


@lru_cache(maxsize=1000)
def _nearest(key: str, free: tuple[str, ...]) -> str | None:
    """A file may have one slip a thousand times."""
    return nearest(key, free)


def unused(route: Route) -> Finding:
    """What is said of a key that the format does not ask for, and that may stand there all the same."""
    return Finding(route, UNUSED_KEY, f"'{route[-1]}' is not asked for here, and passed over", at_key=True)


_ONE_ID = ("one id", "write one; what can go several ways is a decision or a chance of its own")
"""What belongs under the keys that name something, and how it is written."""

_WANTED = {
    "string_type": ("text", "write the text on the same line, in quotes where it begins with [ or {{"),
    "tuple_type": ("a list", "write [{value}], or one '- …' a line"),
    "bool_parsing": ("yes or no", "write 'true', or leave the key out"),
    "bool_type": ("yes or no", "write 'true', or leave the key out"),
    "int_parsing": ("a whole number", "write it in digits"),
    "int_type": ("a whole number", "write it in digits"),
    "greater_than_equal": ("a number from 1 upward", "count from 1"),
}


def wanted(type: str, is_id: bool, value: Any) -> tuple[str, str] | None:
    """What belongs in the place of a value, by the type of pydantic's error, and how it is written."""
    if type not in _WANTED:
        return None
    kind, cure = _ONE_ID if is_id else _WANTED[type]
    return kind, cure.format(value=value if isinstance(value, str) else "…")


def date_cure(text: str, beside: Any) -> str:
    """How a date is written that was written otherwise; `beside` are the keys that stand beside it."""
    fault, meant = date_fault(text), date_meant(text)
    if fault in _DATE_CURES:
        return _DATE_CURES[fault]
    if meant is None:
        return "write it like 1917, 1917-10 or 1917-10-25; free text goes into 'when'"
    calendar = "'calendar: julian'" if is_old_style(text) and "calendar" not in beside else ""
    when = f"'when: {text}'" if re.search(r"[^\W\d_]", text) and "when" not in beside else ""
    others = [each for each in (calendar, when) if each]
    return "write " + sentence_list([f"'date: {meant}'", *others]) if others else f"write '{meant}'"


_DATE_CURES = {
    DateFault.DAY: "correct the month or the day",
    DateFault.ZERO: "write '-0001' for 1 BC, or '0001' for AD 1",
    DateFault.BACKWARD: "write the earlier date before the '/'",
}


def found(marked: Marked) -> str:
    """What stands in a file: a text, a list or a mapping."""
    return {Text: "a text", Listing: "a list", Mapping: "a mapping"}[type(marked)]


def kind_of(value: Any) -> str:
    """What a plain value is, with its words where it is short."""
    if isinstance(value, str):
        return f"the text '{value if len(value) <= 40 else value[:39] + '…'}'"
    return "a list" if isinstance(value, list) else "a mapping"


def owner(route: Route, whole: bool = False) -> str:
    """What the last key of a route belongs to, in words: "option 'sail'"; with `whole`, what the route itself is."""
    steps = route if whole else route[:-1]
    for at in range(len(steps) - 1, -1, -1):
        if at > 0 and steps[at - 1] in OWNERS:
            name = OWNERS[str(steps[at - 1])]
            return f"{name} '{steps[at]}'" if isinstance(steps[at], str) else f"the {_ordinal(int(steps[at]))} {name}"
        if at == len(steps) - 1 and steps[at] in ALONE:
            return ALONE[str(steps[at])]
    return "the file"


def _ordinal(position: int) -> str:
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return words[position] if position < len(words) else f"{position + 1}th"


def named(route: Route) -> str:
    """What stands at the end of a route: its key in quotes, or which item of a list it is."""
    return f"'{route[-1]}'" if isinstance(route[-1], str) else owner(route, whole=True)
