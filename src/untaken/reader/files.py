"""YAML text to a marked tree: every key and value keeps its text and its place.

Nothing is guessed: `no`, `1918-02-24` and `010` stay the words that the author wrote. The only importer of yaml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from untaken.diagnostics import Diagnostic
from untaken.marked import Marked, Text
from untaken.reader.places import Places
from untaken.reader.stumble import Stumble
from untaken.reader.tree import Builder, Stopped
from untaken.reader.words import explain
from untaken.source import Span

# libyaml is ten times faster; its absence (a source build of PyYAML) changes nothing but that.
_Loader = getattr(yaml, "CLoader", yaml.Loader)

MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave: the tree, or None where there is none, and what was wrong."""

    tree: Marked | None
    problems: tuple[Diagnostic, ...] = ()


def read_file(path: Path) -> Read:
    """Read a YAML file. What cannot be read is a diagnostic, never an exception."""
    shown = str(path)
    try:
        if path.is_dir():
            return _failed(Span(shown), "unreadable-file", "this is a folder, not a file")
        if not path.is_file():
            missing = not path.exists()
            cause = "there is no such file" if missing else "this is not an ordinary file"
            return _failed(Span(shown), "unreadable-file", cause)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        cause = (error.strerror or "the system refused").lower()
        return _failed(Span(shown), "unreadable-file", f"cannot be opened: {cause}", "check the file's permissions")
    return read_bytes(data, shown)


def read_bytes(data: bytes, path: str) -> Read:
    """Read the bytes of a YAML file; `path` is what messages call it."""
    if len(data) > MOST_BYTES:
        return _failed(Span(path), "file-too-large", "the file is larger than 2 MB", "split it into several scenarios")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        cure = "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
        return _failed(Span(path), "not-utf8", "the file is saved as UTF-16", cure)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        span = Places(before, path).at(len(before))
        return _failed(span, "not-utf8", "a letter here is not UTF-8", "save the file as UTF-8 in your editor")
    return read_text(text, path)


# What YAML calls printable, less DEL and the C1 controls, which a terminal obeys.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def read_text(text: str, path: str) -> Read:
    """Read YAML text; `path` is what messages call it."""
    places = Places(text, path)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        span = places.at(forbidden.start())
        message = f"a control character (U+{ord(forbidden.group()):04X}) stands here"
        return _failed(span, "control-character", message, "delete it; it is invisible in most editors")
    builder = Builder(places)
    try:
        tree = builder.document(_events(text))
    except yaml.MarkedYAMLError as error:
        slip = explain(Stumble.of(error, builder.last, places.lines))
        problem = Diagnostic(places.mark(*slip.place), "yaml-syntax", slip.message, slip.cure)
        return Read(None, (*builder.problems, problem))
    except Stopped as stopped:
        return Read(None, (*builder.problems, stopped.problem))
    if tree is None or (isinstance(tree, Text) and tree.plain and not tree.value):
        return _failed(
            Span(path),
            "empty-file",
            "the file holds no scenario",
            "see `untaken show` of a scenario that is there for a model",
        )
    return Read(tree, tuple(builder.problems))


def _failed(span: Span, code: str, message: str, cure: str = "") -> Read:
    return Read(None, (Diagnostic(span, code, message, cure),))


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()
