"""Files read and decoded, each of them once: the desk from which loading takes them."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from untaken.checking.catalogue import CATALOGUE
from untaken.evidence.rules import BROKEN_LOCK
from untaken.evidence.verification import Lock, decode_lock
from untaken.model import Actor, Collection, Fact, Scenario
from untaken.model.sources import Source
from untaken.model.traversal import Route
from untaken.reading.decoding import Decoded, decode, regrouped, sound
from untaken.reading.diagnostics import ERROR, Diagnostic, Rule
from untaken.reading.disk import ordinary_file
from untaken.reading.marked import HOLE, Finding, Listing, Mapping, Marked
from untaken.reading.yaml import Read, file_text, glimpse, read_text, unmarked
from untaken.text.span import Span
from untaken.text.trouble import Trouble

UNREAD = Scenario(title=HOLE, question=HOLE, nodes={})
"""Stands for a scenario whose file is there, but could not be read."""

UNREAD_COLLECTION = Collection(
    title=HOLE,
    sources={HOLE: Source(type="document", title=HOLE)},
    actors={HOLE: Actor(name=HOLE)},
    facts={HOLE: Fact(holds=HOLE)},
)
"""Stands for a collection whose file could not be read: nobody can say what it declares."""

MOST_OF_LOCK = 64_000_000
"""Bytes of a record of quotations; that of a hundred scenarios has a few hundred thousand."""

Problems = tuple[Diagnostic, ...]
Kind = TypeVar("Kind", Scenario, Collection)
Made = TypeVar("Made")


@dataclass(frozen=True)
class FileDraft(Generic[Kind]):
    """A file that was read: what decoding made of it, what is wrong so far, and how its tree is had.

    `marked` gives the tree as far as the routes lead that it is given: places are sought when somebody asks for them.
    """

    path: Path
    decoded: Decoded[Kind]
    problems: Problems
    marked: Callable[[Sequence[Route]], Marked | None] = field(compare=False)

    def placed(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Findings about the file as diagnostics with their places in it."""
        found = list(findings)
        tree = self.marked([self.decoded.written(each) for each in found]) if found else None
        nowhere = Span(str(self.path))
        return [_diagnostic(each, each.place or (self.decoded.span(each, tree) if tree else nowhere)) for each in found]

    def keeps_silent_of(self, rule: Rule) -> bool:
        """Whether a warning follows from an acknowledgement that a mistake has put out of its place."""
        return rule.severity is not ERROR and rule.code in self._codes_among_keys

    @cached_property
    def _codes_among_keys(self) -> frozenset[str]:
        """The codes that stand anywhere as a key: what is acknowledged, even if in the wrong place."""
        found: set[str] = set()
        waiting = [self.marked(())]
        while waiting:
            here = waiting.pop()
            if isinstance(here, Mapping):
                found.update(key for key in here.entries if key in CATALOGUE)
                waiting += [value for _, value in here.entries.values()]
            elif isinstance(here, Listing):
                waiting += here.items
        return frozenset(found)


class Desk:
    """Reads and decodes files, each once. A text that was laid on it stands for the file of that path."""

    def __init__(self) -> None:
        self._texts: dict[Path, str] = {}
        self._made: dict[tuple[Callable[..., Any], Path], Any] = {}

    def with_text(self, path: Path, text: str) -> "Desk":
        """The same desk, but for one file, for which this text stands."""
        desk = Desk()
        desk._texts = {**self._texts, path: text}
        desk._made = {key: made for key, made in self._made.items() if key[1] != path}
        return desk

    def scenario(self, path: Path) -> FileDraft[Scenario]:
        return self._once(self._scenario, path)

    def collection(self, path: Path) -> FileDraft[Collection]:
        return self._once(self._collection, path)

    def lock(self, path: Path) -> tuple[Lock | None, Problems]:
        """The record of verified quotations, where one is kept."""
        return self._once(_lock, path)

    def _once(self, make: Callable[[Path], Made], path: Path) -> Made:
        key = getattr(make, "__func__", make), path
        if key not in self._made:
            self._made[key] = make(path)
        made: Made = self._made[key]
        return made

    def _scenario(self, path: Path) -> FileDraft[Scenario]:
        return self._draft(path, Scenario)

    def _collection(self, path: Path) -> FileDraft[Collection]:
        return self._draft(path, Collection)

    def _draft(self, path: Path, kind: type[Kind]) -> FileDraft[Kind]:
        text = self._texts[path] if path in self._texts else file_text(path)
        if isinstance(text, Diagnostic):
            return FileDraft(path, Decoded(None), (text,), lambda routes: None)
        model = sound(unmarked(text), kind)
        if model is not None:
            return FileDraft(path, Decoded(model), (), lambda routes: glimpse(text, str(path), routes))
        read: Read = _read(text, path)
        decoded: Decoded[Kind] = decode(read.tree, kind) if read.tree else Decoded(None)
        draft: FileDraft[Kind] = FileDraft(path, decoded, read.problems, lambda routes: read.tree)
        return replace(draft, problems=(*read.problems, *draft.placed(decoded.findings)))


def _read(text: str, path: Path) -> Read:
    """The tree of a text without doubled keys, and what is wrong with it."""
    read = read_text(text, str(path))
    if read.tree is None:
        return read
    tree, doubled = regrouped(read.tree)
    return Read(tree, (*read.problems, *doubled))


def _lock(path: Path) -> tuple[Lock | None, Problems]:
    if not os.path.lexists(path):
        return None, ()
    data = ordinary_file(path, MOST_OF_LOCK)
    if isinstance(data, Trouble):
        message, cure = f"the record of verified quotations cannot be read: {data.message}", data.cure
    elif lock := decode_lock(data.decode("utf-8", "surrogateescape")):
        return lock, ()
    elif re.search(b"(?m)^<{7}", data):
        message = "a merge left two versions of the record of verified quotations here"
        cure = "settle it as in any text, or run `untaken verify` with the texts of all sources"
    else:
        message = "this is no record of verified quotations that this version reads"
        cure = "run `untaken verify` with the texts of all sources, which makes it anew"
    return None, (Diagnostic(Span(str(path)), BROKEN_LOCK, message, cure),)


def _diagnostic(finding: Finding, span: Span) -> Diagnostic:
    edits = finding.correction.at(span) if finding.correction else ()
    return Diagnostic(span, finding.rule, finding.message, finding.help, edits)
