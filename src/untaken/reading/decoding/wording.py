"""What is wrong with a key or a value, in an author's words."""

import re
from functools import lru_cache
from typing import Any

from untaken.model.traversal import Route
from untaken.reading.marked import Listing, Mapping, Marked, Text
from untaken.text.date_guesses import date_meant, is_old_style
from untaken.text.dates import DateFault, date_fault
from untaken.text.naming import nearest, sentence_list

EXAMPLES = {
    "leads-to": "add 'leads-to: …' with the id of the next node",
    "basis": "add 'basis: recorded', 'basis: argued' or 'basis: inferred'",
    "question": "add 'question: …', the turning point in one sentence",
    "options": "add 'options:' with the courses that could be chosen",
    "branches": "add 'branches:' with the ways in which chance could fall",
    "nodes": "add 'nodes:' with at least one decision and its outcomes",
    "title": "add 'title: …', what the diagram is called",
    "claim": "add 'claim: …' with what followed, in your own words",
    "source": "add 'source: …' with the id of one of the sources",
    "label": "add 'label: …' with the words that the diagram shows",
    "type": "add 'type: …', such as book, chapter, article-magazine, speech or webpage",
}

GOES_WITH = {"basis": "outcome", "options": "decision", "branches": "chance", "question": "title"}
"""The key under which a key is written, so that its absence is told there."""

_SYNONYMS = {
    "to": "leads-to", "next": "leads-to", "goto": "leads-to", "leads": "leads-to", "then": "leads-to",
    "pro": "for", "con": "against", "contra": "against", "by": "voice", "who": "deciders",
    "happened": "historical", "actual": "historical", "choices": "options", "alternatives": "options",
    "chances": "branches", "citation": "cite", "quotation": "quote", "name": "label", "text": "label",
    "year": "issued", "published": "issued", "journal": "container-title", "newspaper": "container-title",
    "pages": "page", "place": "where", "link": "URL",
}  # fmt: skip

STAND_INS: dict[str, Any] = {
    **{"options": {}, "branches": {}, "nodes": {}, "scenarios": []},
    **{"basis": "inferred", "type": "document", "word": "even"},
}
"""What is read in the place of a key that is missing and cannot be any text."""


@lru_cache(maxsize=1000)
def meant_key(key: str, known: tuple[str, ...]) -> str | None:
    """The known key that a word is taken for: the nearest one, or one that means the same."""
    synonym = _SYNONYMS.get(key.casefold())
    return synonym if synonym in known else nearest(key, known)


NOUNS = {
    "Argument": ("an argument", "write 'for: …' or 'against: …' before the text"),
    "Consequence": ("a consequence", "write 'claim: …' before the text"),
    "Note": ("a note", "write 'note: …' before the text"),
    "Tie": ("the id of a fact", "write it, or {fact: …, claim: …, cite: …}"),
    "Fact": ("a sentence", "write what is so where the fact holds, or {holds: …, fails: …}"),
    "Gate": ("a gate", "write {from: …, claim: …, cite: …}"),
    "Lesson": ("a course", "write 'title: …' and 'scenarios: […]' under it, indented"),
    "Estimate": ("a word of likelihood", "write the word, or {word: …, figures: …, cite: …}"),
    "Citation": ("a citation", "write {source: …, section: …, quote: …}"),
    "Name": ("a name", "write {family: …, given: …}, or {literal: …} for an institution"),
    "Actor": ("an actor", "write {name: …}"),
    "Source": ("a source", "write {type: …, title: …}"),
    "Option": ("an option", "write 'label: …' and 'leads-to: …' under it, indented"),
    "Branch": ("a branch", "write 'label: …' and 'leads-to: …' under it, indented"),
    "Expectations": ("a mapping", "write 'outcomes: …', 'paths: …', 'reaches: …' or 'closed: …' under it, indented"),
}
"""What a noun is called, and how one is written."""

LISTS = {
    "Argument": "write '- for: …' or '- against: …' below it",
    "Consequence": "write '- claim: …' below it",
    "Note": "write '- note: …' below it",
    "Name": "write [{family: …, given: …}], or [{literal: …}] for an institution",
}
"""How a list of a noun is written."""

_REFERENCES = {"leads-to", "start", "continues", "source", "fact", "from"}
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


def wanted(type: str, key: str | int, value: Any) -> tuple[str, str] | None:
    """What belongs in the place of a value, by the type of pydantic's error, and how it is written."""
    if type not in _WANTED:
        return None
    kind, cure = _ONE_ID if key in _REFERENCES else _WANTED[type]
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


_OWNERS = {
    "nodes": "node", "options": "option", "branches": "branch", "sources": "source", "actors": "actor", "facts": "fact",
    "arguments": "argument", "consequences": "consequence", "notes": "note", "cite": "citation", "author": "author",
    "gates": "gate", "courses": "course", "otherwise": "variant", "requires": "tie", "unless": "tie", "restores": "tie",
}  # fmt: skip


_ALONE = {"cite": "the citation", "expect": "'expect'", "likelihood": "the estimate"}


def owner(route: Route, whole: bool = False) -> str:
    """What the last key of a route belongs to, in words: "option 'sail'"; with `whole`, what the route itself is."""
    steps = route if whole else route[:-1]
    for at in range(len(steps) - 1, -1, -1):
        if at > 0 and steps[at - 1] in _OWNERS:
            name = _OWNERS[str(steps[at - 1])]
            return f"{name} '{steps[at]}'" if isinstance(steps[at], str) else f"the {_ordinal(int(steps[at]))} {name}"
        if at == len(steps) - 1 and steps[at] in _ALONE:
            return _ALONE[str(steps[at])]
    return "the file"


def _ordinal(position: int) -> str:
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return words[position] if position < len(words) else f"{position + 1}th"


def named(route: Route) -> str:
    """What stands at the end of a route: its key in quotes, or which item of a list it is."""
    return f"'{route[-1]}'" if isinstance(route[-1], str) else owner(route, whole=True)
