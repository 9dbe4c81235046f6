"""What is said of a key, and of the noun that it belongs to: to authors who look it up, and to those who slip."""

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
    missing: str = ""
    """The cure where the key is not there, and has to be."""
    beside: str = ""
    """The key under which authors write this one: there it is told that it is missing."""
    stand_in: str = ""
    """The word that is read for it where it is missing, so that the rest can be judged."""
    also: tuple[str, ...] = ()
    """Other words that authors write for it."""
    is_id: bool = False
    """Whether one id belongs there, of something that stands elsewhere."""


@dataclass(frozen=True)
class Guide:
    """What an author has to know of a noun: its name, what it is and where it stands, its keys in their best order."""

    name: str
    about: str
    keys: Mapping[str, Key]
    belongs: str = ""
    """What is said to belong where something else stands; without it, the name with its article."""
    written: str = ""
    """How one is written."""
    listed: str = ""
    """How a list of them is written, where that is not plain."""
    begins: tuple[str, ...] = ()
    """The keys with one of which it begins."""
    kept: tuple[str, ...] = ()
    """Keys that stand for something even where the noun could not be read, since others ask for them."""

    @property
    def noun(self) -> str:
        """What one is called in a sentence."""
        return self.name.lower()

    @property
    def wanted(self) -> tuple[str, str]:
        """What belongs where something else stands, and how it is written."""
        article = "an" if self.noun[0] in "aeiou" else "a"
        begun = " or ".join(f"'{key}: …'" for key in self.begins)
        return self.belongs or f"{article} {self.noun}", self.written or f"write {begun} before the text"

    @property
    def in_a_list(self) -> str:
        """How a list of them is written; empty where like any list."""
        if self.listed or self.written or not self.begins:
            return self.listed
        begun = " or ".join(f"'- {key}: …'" for key in self.begins)
        return f"write {begun} below it"
