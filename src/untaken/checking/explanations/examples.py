"""The examples of the rules, which stand in YAML beside this module."""

from dataclasses import dataclass
from importlib.resources import files

from untaken.reading.marked import Mapping, Text
from untaken.reading.yaml import read_text

_FILES = ("form.yaml", "history.yaml")


@dataclass(frozen=True)
class Explanation:
    """A wrong and a right piece of a scenario; or, for a rule about something else, what to do instead."""

    wrong: str = ""
    right: str = ""
    instead: str = ""


def explanations() -> dict[str, Explanation]:
    """The explanation of each code."""
    found: dict[str, Explanation] = {}
    for name in _FILES:
        tree = read_text(files(__package__).joinpath(name).read_text(encoding="utf-8"), name).tree
        assert isinstance(tree, Mapping)
        found |= {code: _explanation(value) for code, (_, value) in tree.entries.items()}
    return found


def _explanation(value: object) -> Explanation:
    assert isinstance(value, Mapping)
    parts = {key: each.value.rstrip() for key, (_, each) in value.entries.items() if isinstance(each, Text)}
    return Explanation(**parts)
