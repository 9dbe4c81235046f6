"""What is said of a key, and of the noun that it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Key:
    """What a key is for, in whole sentences, and how it is written: lines of YAML that begin with the key.

    `words` has the words that may stand there, each with what it means, where there are only a few.
    """

    purpose: str
    example: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Guide:
    """What an author has to know of a noun: its name, what it is and where it stands, its keys in their best order."""

    name: str
    about: str
    keys: Mapping[str, Key]
