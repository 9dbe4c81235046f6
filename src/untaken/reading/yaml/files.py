"""YAML files to text, and text to a marked tree: every key and value keeps its text and its place.

Nothing is guessed: `no`, `1918-02-24` and `010` stay the words that the author wrote.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from untaken.reading.diagnostics import Diagnostic, Rule
from untaken.reading.disk import NothingThere, ordinary_file
from untaken.reading.marked import Marked, Text
from untaken.reading.rules import CONTROL_CHARACTER, EMPTY_FILE, FILE_TOO_LARGE, UNREADABLE_FILE, YAML_SYNTAX
from untaken.reading.yaml.controls import controls, count_controls, harmless
from untaken.reading.yaml.foreign import foreign, not_utf8
from untaken.reading.yaml.pasted import fences, other_blanks
from untaken.reading.yaml.places import Places, edits_of
from untaken.reading.yaml.stumble import Stumble
from untaken.reading.yaml.tree import LOADER, Builder, Stopped
from untaken.reading.yaml.words import explain
from untaken.text.naming import nearest
from untaken.text.span import Span
from untaken.text.trouble import Trouble

MOST_BYTES = 64_000_000
"""Ten thousand decisions have less than half of this."""


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave: the tree, or None where there is none, and what was wrong."""

    tree: Marked | None
    problems: tuple[Diagnostic, ...] = ()


def file_text(path: Path) -> str | Diagnostic:
    """The text of a file, or why it cannot be had. Nothing of what is in a file raises."""
    data = ordinary_file(path, MOST_BYTES)
    if isinstance(data, Trouble):
        cure = data.cure or (_meant(path) if isinstance(data, NothingThere) else "")
        return Diagnostic(Span(str(path)), UNREADABLE_FILE, data.message, cure)
    return decoded_text(data, str(path))


def _meant(path: Path) -> str:
    """What to write for the path of a file that is not there: the nearest name in its folder, where one is like it."""
    try:
        beside = [each.name for each in path.parent.iterdir() if not each.name.startswith(".")]
    except OSError:
        return _meant(path.parent) if path.parent != path else ""
    near = nearest(path.name, beside)
    return f"write '{path.with_name(near)}'" if near else ""


def decoded_text(data: bytes, path: str) -> str | Diagnostic:
    """The text that the bytes of a file hold, or why there is none; `path` is what messages call it."""
    if len(data) > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES // 1_000_000} MB"
        return Diagnostic(Span(path), FILE_TOO_LARGE, message, "split it into several scenarios")
    if kind := foreign(data, path):
        return kind
    # A mark before the first letter says that this is UTF-8; some editors write one.
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return not_utf8(data, error.start, path)


_MOST_CONTROLS = 20
"""A file with more control characters is no text."""


def read_text(text: str, path: str) -> Read:
    """Read YAML text; `path` is what messages call it."""
    clean = harmless(text)
    places = Places(clean, path)
    controlling = controls(text, places)
    if (count := count_controls(text)) > _MOST_CONTROLS:
        message = f"the file is no text: {count:,} control characters stand in it, the first of them here"
        return _failed(next(controlling).span, CONTROL_CHARACTER, message, "save it as plain text in UTF-8")
    found = tuple(controlling)
    read = _read_clean(clean, places)
    if pasted := fences(clean, places, read.tree is None) or other_blanks(clean, places, read.tree):
        return Read(None, (*found, pasted))
    return Read(read.tree, (*found, *read.problems))


def _read_clean(text: str, places: Places) -> Read:
    builder = Builder(places)
    try:
        tree = builder.document(_events(text))
    except yaml.MarkedYAMLError as error:
        slip = explain(Stumble.of(error, builder.last, places.lines))
        edits = edits_of(slip.patches, places)
        problem = Diagnostic(places.mark(*slip.place), YAML_SYNTAX, slip.message, slip.cure, edits)
        return Read(None, (*builder.problems, problem))
    except Stopped as stopped:
        return Read(None, (*builder.problems, stopped.problem))
    if tree is None or (isinstance(tree, Text) and tree.plain and not tree.value):
        return _failed(
            Span(places.path),
            EMPTY_FILE,
            "the file holds nothing but blanks and comments",
            "begin with 'title: …', or copy a scenario that is there",
        )
    return Read(tree, tuple(builder.problems))


def _failed(span: Span, rule: Rule, message: str, cure: str = "") -> Read:
    return Read(None, (Diagnostic(span, rule, message, cure),))


def _events(text: str) -> Iterator[yaml.Event]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()
