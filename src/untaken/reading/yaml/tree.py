"""YAML's events to a marked tree, without recursion, within bounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from untaken.reading.diagnostics import Diagnostic, Rule
from untaken.reading.marked import Inner, Listing, Mapping, Marked, Text
from untaken.reading.rules import (
    CONTROL_CHARACTER,
    FILE_TOO_LARGE,
    LOST_TEXT,
    NESTED_TOO_DEEP,
    WRONG_TYPE,
    YAML_ALIAS,
    YAML_SYNTAX,
    YAML_TAG,
)
from untaken.reading.yaml.controls import harmless
from untaken.reading.yaml.patches import quotes
from untaken.reading.yaml.places import Places, edits_of
from untaken.text.span import Span

# libyaml is ten times faster; its absence (a source build of PyYAML) changes nothing but that.
LOADER = getattr(yaml, "CLoader", yaml.Loader)

MOST_VALUES = 3_000_000
"""Ten thousand decisions have a third of this; a long text counts as one for each hundred letters."""
MOST_REPEATED = 100_000
"""Of these, what aliases may add: a few lines of them could mean more than any machine holds."""
MOST_DEPTH = 40


Tagged = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent


class Stopped(Exception):
    """Reading goes no further: the file is too large or too deep to be worth it."""

    def __init__(self, problem: Diagnostic) -> None:
        self.problem = problem


@dataclass
class _Open:
    """A list or mapping whose end has not been read; a strange one has a tag that makes something else of it."""

    start: Span
    is_mapping: bool
    anchor: str | None
    is_strange: bool
    children: list[Marked] = field(default_factory=list)


class Builder:
    """Builds the marked tree from YAML's events, without recursion, within bounds."""

    def __init__(self, places: Places) -> None:
        self.problems: list[Diagnostic] = []
        self.last: yaml.Event | None = None
        self._places = places
        self._anchors: dict[str, Marked] = {}
        self._unused: dict[str, Text] = {}
        self._open: list[_Open] = []
        self._size = 0
        self._repeated = 0
        self._root: Marked | None = None

    def document(self, events: Iterator[yaml.Event]) -> Marked | None:
        documents = 0
        for event in events:
            self.last = event
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    message = "the line '---' ends what is read of the file"
                    cure = "delete it, or put what follows it into a file of its own"
                    raise Stopped(Diagnostic(self._span(event), YAML_SYNTAX, message, cure))
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                self._end()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
        for anchor, text in self._unused.items():
            message = f"'&{anchor}' is no part of the text, but a name for it that nothing repeats"
            self._problem(text.span, YAML_ALIAS, message, "put quotes round text that begins with &")
        return self._root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._check_tag(event)
        # libyaml says '' for text without quotes, PyYAML's own scanner None.
        plain = not event.style
        is_tag = event.tag is not None and not event.value
        size = 1 + len(event.value) // 100
        text = Text(self._span(event), harmless(event.value), plain, size, is_tag, tuple(self._inner(event)))
        if text.value != event.value:
            message = "a code in this text makes a control character"
            self._report(event, CONTROL_CHARACTER, message, "delete the backslash and the letters after it")
        elif plain:
            self.problems += self._lost(event, text)
        self._keep(event.anchor, text)
        if event.anchor is not None:
            self._unused[event.anchor] = text
        self._add(text)

    def _inner(self, event: yaml.ScalarEvent) -> Iterator[Inner]:
        """The lines of a text that read like keys or list items; in quotes, nobody takes them for such."""
        first, last = event.start_mark.line, event.end_mark.line  # type: ignore[union-attr]
        in_block = event.style in ("|", ">")
        if last <= first or event.style in ("'", '"'):
            return
        for line in range(first + 1, min(last + (not in_block), len(self._places.lines))):
            found = _INNER.match(self._places.lines[line][:_LONGEST_HEAD])
            if found and (in_block or found["dash"]):
                start = found.start("dash") if found["dash"] else found.start("key")
                yield Inner(
                    self._places.mark(line, start, found.end() - start), found["key"] or "", bool(found["dash"])
                )

    def _lost(self, event: yaml.ScalarEvent, text: Text) -> Iterator[Diagnostic]:
        """The text that a `#` behind a value begins without a blank after it: that is hardly meant for a comment."""
        line, column = event.end_mark.line, event.end_mark.column  # type: ignore[union-attr]
        rest = self._places.lines[line] if line < len(self._places.lines) else ""
        lost = _LOST.match(rest, column) if text.value else None
        if lost:
            text_lost = lost["text"].partition(" # ")[0].rstrip()
            span = self._places.mark(line, lost.start("text"), len(text_lost))
            message = f"'{_short(text_lost)}' is taken for a comment, not for text"
            cure = "put quotes round text that contains ' #', and a blank after the # of a comment"
            patches = quotes(self._places.lines, line) if text_lost[1].isdigit() else ()
            yield Diagnostic(span, LOST_TEXT, message, cure, edits_of(patches, self._places))

    def _begin(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        self._check_tag(event)
        if len(self._open) >= MOST_DEPTH:
            message = f"lists and mappings stand more than {MOST_DEPTH} deep here"
            cure = "look for brackets that should stand in quotes"
            raise Stopped(Diagnostic(self._span(event), NESTED_TOO_DEEP, message, cure))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        is_strange = event.tag not in (None, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
        self._open.append(_Open(self._span(event), is_mapping, event.anchor, is_strange))

    def _end(self) -> None:
        ended = self._open.pop()
        size = 1 + sum(child.size for child in ended.children)
        built: Marked
        if ended.is_strange:
            built = Text(ended.start, "", size=size, lost=True)
        elif ended.is_mapping:
            entries, doubled = self._entries(ended.children)
            built = Mapping(ended.start, entries, size, tuple(doubled))
        else:
            built = Listing(ended.start, tuple(ended.children), size)
        self._keep(ended.anchor, built)
        self._size += 1
        self._add(built, counted=True)

    def _entries(self, children: list[Marked]) -> tuple[dict[str, tuple[Text, Marked]], list[tuple[Text, Marked]]]:
        """The entries by their keys, and those whose key was there already."""
        entries: dict[str, tuple[Text, Marked]] = {}
        doubled: list[tuple[Text, Marked]] = []
        merged: list[Mapping] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, Text):
                key = replace(key, value=key.value.strip())
            if not isinstance(key, Text):
                self._problem(
                    key.span,
                    WRONG_TYPE,
                    "a key is a word, not a list or a mapping",
                    "put quotes round text that begins with [ or {",
                )
            elif key.value == MERGE and key.plain:
                merged += self._merged(key, value)
            elif key.value in entries:
                doubled.append((key, value))
            else:
                entries[key.value] = (key, value)
        for each in merged:
            entries = {**each.entries, **entries}
        return entries, doubled

    def _merged(self, key: Text, value: Marked) -> Iterator[Mapping]:
        """The mappings whose keys a merge key adds: earlier ones count before later ones, own keys before all."""
        for each in value.items if isinstance(value, Listing) else (value,):
            if isinstance(each, Mapping):
                yield each
            elif not (isinstance(each, Text) and each.lost):
                message = f"'{MERGE}' adds the keys of a mapping, and no mapping is named here"
                self._problem(key.span, YAML_ALIAS, message, f"write '{MERGE}: *name', and '&name' before the mapping")

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._unused.pop(event.anchor or "", None)
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            inside = any(each.anchor == event.anchor for each in self._open)
            message = (
                f"'*{event.anchor}' repeats what it stands in"
                if inside
                else f"no '&{event.anchor}' stands before '*{event.anchor}'"
            )
            cure = "put quotes round text that begins with *"
            self._report(event, YAML_ALIAS, message, f"delete it, or {cure}" if inside else cure)
            anchored = Text(self._span(event), f"*{event.anchor}", lost=True)
        self._repeated += anchored.size
        if self._repeated > MOST_REPEATED:
            most = f"{MOST_REPEATED:,} values, or {MOST_REPEATED // 10_000} MB of text"
            message = f"the aliases of the file repeat more than {most}"
            cure = "write fewer aliases, or several scenarios"
            raise Stopped(Diagnostic(self._span(event), FILE_TOO_LARGE, message, cure))
        self._add(anchored, counted=True)

    def _keep(self, anchor: str | None, marked: Marked) -> None:
        if anchor is not None:
            self._anchors[anchor] = marked

    def _add(self, marked: Marked, counted: bool = False) -> None:
        self._size += 0 if counted else marked.size
        if self._size > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES:,} values"
            raise Stopped(Diagnostic(marked.span, FILE_TOO_LARGE, message, "make several scenarios of it"))
        if self._open:
            self._open[-1].children.append(marked)
        else:
            self._root = marked

    def _check_tag(self, event: Tagged) -> None:
        if event.tag is not None:
            self._report(
                event,
                YAML_TAG,
                f"the tag '{harmless(_short_tag(event.tag))}' has no meaning here",
                "delete it, or put quotes round text that begins with !",
            )

    def _report(self, event: yaml.Event, rule: Rule, message: str, cure: str) -> None:
        self._problem(self._span(event), rule, message, cure)

    def _problem(self, span: Span, rule: Rule, message: str, cure: str) -> None:
        self.problems.append(Diagnostic(span, rule, message, cure))

    def _span(self, event: yaml.Event) -> Span:
        # PyYAML's types allow an event without marks; the loaders used here give each of them.
        return self._places.between(event.start_mark, event.end_mark)  # type: ignore[arg-type]


MERGE = "<<"
"""YAML's key for taking over what another mapping holds."""

_LONGEST_HEAD = 200
_INNER = re.compile(r" *(?:(?P<dash>- )|(?=[a-z]))(?:(?P<key>[a-z][a-z-]*)(?=:(?: |$)))?")
_LOST = re.compile(r" +(?P<text>#[^\s#!].*)$")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
