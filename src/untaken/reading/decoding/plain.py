"""The marked tree as pydantic takes it: dicts, lists and words. What has no value is reported on the way."""

import re
from dataclasses import dataclass, field
from typing import Any

from untaken.model.traversal import Route
from untaken.model.values import OWN
from untaken.reading.decoding.fields import holds_names
from untaken.reading.diagnostics import Rule
from untaken.reading.marked import HOLE, Correction, Finding, Listing, Mapping, Marked, Text
from untaken.reading.rules import EMPTY_VALUE, YAML_SYNTAX
from untaken.text.naming import abridged

_GLUED = re.compile(r"(?P<key>[\w-]+):(?P<value>.+)", re.DOTALL)


@dataclass
class Plain:
    """Plain data with what was wrong with it: findings, the routes that stand open, keys that are read otherwise."""

    findings: list[Finding] = field(default_factory=list)
    open: list[Route] = field(default_factory=list)
    renamed: dict[Route, str] = field(default_factory=dict)
    inner: list[tuple[Route, Text]] = field(default_factory=list)
    """The texts with lines that may have been meant for something else."""

    def of(self, marked: Marked, route: Route = ()) -> Any:
        """The plain data of a tree; `HOLE` stands where there is none."""
        if isinstance(marked, Text):
            if marked.inner:
                self.inner.append((route, marked))
            if marked.lost or _is_empty(marked):
                self.open.append(route)
                return HOLE
            return marked.value
        if isinstance(marked, Listing):
            if holds_names(route):
                # A list in the place of a mapping is one mistake; the ids that its items begin with are none.
                return [Plain().of(item, (*route, at)) for at, item in enumerate(marked.items)]
            return [self._item(item, (*route, at)) for at, item in enumerate(marked.items)]
        return self._mapping(marked, route)

    def _item(self, item: Marked, route: Route) -> Any:
        if _is_empty(item):
            self._find(route, EMPTY_VALUE, "this item of the list has no value", "write one, or delete the '-'")
        return self.of(item, route)

    def _mapping(self, mapping: Mapping, route: Route) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        cut_off, last = False, None
        for key, value in mapping.entries.values():
            here = (*route, key.value)
            if key.value.startswith(OWN) and not holds_names(route):
                continue
            if not key.value:
                plain |= self._nameless(route, key, value)
            elif not _is_empty(value):
                plain[key.value] = self.of(value, here)
            elif not _stands_alone(value):
                self._valueless(here, value)
                plain[key.value] = self.of(value, here)
            elif glued := _GLUED.fullmatch(key.value):
                self._glued(route, key.value, glued["key"], glued["value"])
                if glued["key"] not in mapping.entries:
                    plain[glued["key"]] = glued["value"]
                    self.renamed[(*route, glued["key"])] = key.value
            elif not cut_off:
                self._cut_off(here, key.value, last)
            cut_off, last = _stands_alone(value), value
        return plain

    def _valueless(self, route: Route, value: Marked) -> None:
        message = f"'{route[-1]}' has no value"
        if comment := _taken_for_comment(value):
            message, cure = f"{message}: '{abridged(comment)}' is taken for a comment", "put quotes round text with a #"
        else:
            cure = "what belongs under it, indented" if holds_names(route[:-1]) else "one after it"
            cure = f"write {cure}, or delete the line"
        self._find(route, EMPTY_VALUE, message, cure)

    def _nameless(self, route: Route, key: Text, value: Marked) -> dict[str, Any]:
        """An entry without a key is kept only where keys are ids, of which any will do."""
        here = (*route, HOLE)
        self.renamed[here] = ""
        if not key.lost:
            self._find(here, EMPTY_VALUE, "a key without a name stands here", "write a name before the colon", True)
        return {HOLE: self.of(value, here)} if holds_names(route) else {}

    def _glued(self, route: Route, written: str, key: str, value: str) -> None:
        """In {braces}, `source:annals` is a key without a value: a blank is missing."""
        message = f"a blank is missing after '{key}:'"
        cure, meant = f"write '{key}: {value}'", Correction(written, f"{key}: {value}", as_it_is=True)
        self.findings.append(Finding((*route, written), YAML_SYNTAX, message, cure, True, meant))

    def _cut_off(self, route: Route, key: str, before: Marked | None) -> None:
        message = f"'{key}' stands between commas without a value"
        typographic = isinstance(before, Text) and before.value.startswith(("“", "„", "«", "»", "‘"))
        straight = "straight quotes (\" or '), not typographic ones," if typographic else "quotes"
        self._find(route, YAML_SYNTAX, message, f"put {straight} round text in {{braces}} that contains a comma", True)

    def _find(self, route: Route, rule: Rule, message: str, cure: str, at_key: bool = False) -> None:
        self.findings.append(Finding(route, rule, message, cure, at_key))


def _stands_alone(value: Marked) -> bool:
    """Whether a key has neither value nor colon, which YAML takes for a key without value in {braces}."""
    return _is_empty(value) and not value.span.text[: value.span.column - 1].rstrip().endswith(":")


def _taken_for_comment(value: Marked) -> str:
    """What a `#` without a blank after it begins in the place of a value: that is hardly meant for a comment."""
    rest = value.span.text[value.span.column - 1 :].strip()
    return rest.partition(" # ")[0].rstrip() if re.match(r"#[^\s#!]", rest) else ""


def _is_empty(marked: Marked) -> bool:
    return isinstance(marked, Text) and marked.plain and not marked.value and not marked.lost
