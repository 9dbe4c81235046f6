"""What a text says, found without the program's own reader: by PyYAML alone, and by its bare words and lines."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from untaken.model import Scenario


def misread(text: str, scenario: Scenario) -> str:
    """What of a text the model has wrong, or nothing."""
    said = scenario.model_dump(by_alias=True, exclude_unset=True, mode="json")
    meant = yaml.load(text, yaml.CBaseLoader)
    if _normal(said) != _normal(meant):
        return "the model differs from the YAML"
    lost = (
        _difference("word", _words_of_text(text), Counter(_words(meant)))
        or _difference("key", _keys_of_text(text), Counter(_keys(meant)))
        or _difference("list item", Counter({"-": len(re.findall(r"(?m)^ *- ", text))}), Counter(_items(meant)))
    )
    return lost


def _difference(what: str, written: Counter[str], read: Counter[str]) -> str:
    lost = written - read
    return f"lost {what}: {', '.join(lost)}" if lost else ""


def _normal(value: Any) -> Any:
    """The same for what the format lets be written in two ways."""
    if isinstance(value, Mapping):
        entries = {str(key): _normal(each) for key, each in value.items()}
        if isinstance(entries.get("cite"), dict):
            entries["cite"] = [entries["cite"]]
        for key in ("requires", "unless", "restores"):
            if isinstance(entries.get(key), list):
                entries[key] = [_long(each, "fact") for each in entries[key]]
        if "likelihood" in entries:
            entries["likelihood"] = _long(entries["likelihood"], "word")
        if isinstance(entries.get("facts"), dict):
            entries["facts"] = {fact: _long(each, "holds") for fact, each in entries["facts"].items()}
        return entries
    if isinstance(value, list | tuple):
        return [_normal(each) for each in value]
    text = str(value).strip()
    return {"True": "true", "False": "false"}.get(text, text)


def _long(value: Any, key: str) -> Any:
    """The long form of what may be written as a plain text."""
    return {key: value} if isinstance(value, str) else value


def _words_of_text(text: str) -> Counter[str]:
    written = re.sub(r"(?m)^\s*#.*$|\s# .*$|\\n", " ", text)
    return Counter(re.findall(r"\w+", written))


def _keys_of_text(text: str) -> Counter[str]:
    # No key and no id of a shipped scenario has a capital: such a word before a colon is prose.
    return Counter(re.findall(r"(?m)^ *(?:- +)?([a-z][\w-]*):(?= |$)", text))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _words(key)
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    else:
        yield from re.findall(r"\w+", value)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from value
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _keys(each)


def _items(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from ("-" for _ in value)
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _items(each)
