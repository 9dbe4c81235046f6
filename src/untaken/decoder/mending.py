"""Marked tree to model. Pydantic's errors become findings with a route, a cause and a cure.

A file with mistakes is mended as far as it can be (a misspelt key read as the one that was meant, a missing text filled
with `HOLE`), so that the rules can judge the rest of it: the first mistake never hides the second. A mended model is
for the rules alone; nobody else gets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from untaken.decoder.fields import BLANKS, HOLE, allowed_keys, is_union_tag, kinds_of, noun_at
from untaken.decoder.wording import A_MAPPING, EXAMPLES, WANTED, found, kind_of, named, owner
from untaken.marked import Finding, Listing, Mapping, Marked, Route, Text, locate
from untaken.model import Collection, Scenario
from untaken.naming import nearest, sentence_list, write_instead
from untaken.source import Span

Kind = TypeVar("Kind", Scenario, Collection)


@dataclass(frozen=True)
class Decoded(Generic[Kind]):
    """What decoding gave. `model` is None where nothing could be made of the file, and mended where `findings` are."""

    model: Kind | None
    findings: tuple[Finding, ...] = ()
    mended: frozenset[Route] = frozenset()
    renamed: dict[Route, str] = field(default_factory=dict)

    def follows_up(self, finding: Finding) -> bool:
        """Whether a rule speaks of what was mended, and so of a mistake that is reported already."""
        return any(finding.route[:length] in self.mended for length in range(1, len(finding.route) + 1))

    def span(self, finding: Finding, tree: Marked) -> Span:
        """The place of a finding in the file, by the keys as they are spelt there."""
        written = tuple(self.renamed.get(finding.route[: at + 1], step) for at, step in enumerate(finding.route))
        return locate(tree, written, finding.at_key)


def decode(tree: Marked, kind: type[Kind]) -> Decoded[Kind]:
    """The model that a file's tree describes, with all that is wrong with its keys and values."""
    if not isinstance(tree, Mapping):
        message = f"the file holds {found(tree)}, not a {kind.__name__.lower()} with keys and values"
        return Decoded(None, (Finding((), "wrong-type", message, "begin with 'title: …' at the left margin"),))
    return _Decoder(tree, kind).run()


class _Decoder(Generic[Kind]):
    """Validates, mends what failed and validates again, until the rest of the file can be judged."""

    # Each round mends one layer of the file; the format is nine layers deep.
    ROUNDS = 24

    def __init__(self, tree: Mapping, kind: type[Kind]) -> None:
        self.kind: type[Kind] = kind
        self.findings: list[Finding] = []
        self.mended: set[Route] = set()
        self.renamed: dict[Route, str] = {}
        self.plain: Any = self._plain(tree, ())

    def run(self) -> Decoded[Kind]:
        model: Kind | None = None
        for _ in range(self.ROUNDS):
            try:
                model = self.kind.model_validate(self.plain)
                break
            except ValidationError as error:
                for details in _spelling_first(error.errors(include_url=False)):
                    self._take(details)
        return Decoded(model, tuple(self.findings), frozenset(self.mended), self.renamed)

    def _plain(self, marked: Marked, route: Route) -> Any:
        """The tree as pydantic takes it; a key without a value is reported and left out."""
        if isinstance(marked, Text):
            return marked.value
        if isinstance(marked, Listing):
            return [
                self._plain(item, (*route, at))
                for at, item in enumerate(marked.items)
                if not self._empty(item, (*route, at))
            ]
        return {
            key.value: self._plain(value, (*route, key.value))
            for key, value in marked.entries
            if not self._empty(value, (*route, key.value), key)
        }

    def _empty(self, marked: Marked, route: Route, key: Text | None = None) -> bool:
        if not (isinstance(marked, Text) and marked.plain and not marked.value):
            return False
        if (
            key is not None
            and marked.span.line == key.span.line
            and marked.span.column == key.span.column + key.span.width
        ):
            message = f"'{key.value}' is cut off from the text before it by a comma"
            self._find(
                route, "yaml-syntax", message, "put quotes round text in {braces} that contains a comma", at_key=True
            )
            return True
        name = f"'{route[-1]}'" if isinstance(route[-1], str) else "this item of the list"
        self._find(route, "empty-value", f"{name} has no value", "write one after it, or delete the line")
        return True

    def _find(self, route: Route, code: str, message: str, cure: str = "", at_key: bool = False) -> None:
        self.findings.append(Finding(route, code, message, cure, at_key))
        self.mended.add(route)

    def _take(self, details: ErrorDetails) -> None:
        """Report one of pydantic's errors, unless it follows from one that was reported, and mend what it speaks of."""
        route = tuple(step for step in details["loc"] if not is_union_tag(step))
        route = self._without_list_of_one(route)
        handler = getattr(self, f"_{details['type'].replace('-', '_')}", self._wrong_value)
        handler(route, details)

    def _without_list_of_one(self, route: Route) -> Route:
        """The model has a list where the author may write one mapping: the plain data has no such step."""
        kept: list[str | int] = []
        for step in route:
            if isinstance(step, int) and isinstance(self._at(tuple(kept)), dict):
                continue
            kept.append(step)
        return tuple(kept)

    def _at(self, route: Route) -> Any:
        here = self.plain
        for step in route:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def _put(self, route: Route, value: Any) -> None:
        self._at(route[:-1])[route[-1]] = value

    def _drop(self, route: Route) -> None:
        """Leave a wrong value out; in a list a blank stands for it, so that the places behind it stay right."""
        holder = self._at(route[:-1])
        if isinstance(holder, list):
            holder[int(route[-1])] = BLANKS.get(noun_at(self.kind, self.plain, route), HOLE)
        else:
            del holder[route[-1]]

    # ── one method for each kind of error that pydantic has for this model ──

    def _extra_forbidden(self, route: Route, details: ErrorDetails) -> None:
        holder, key = self._at(route[:-1]), str(route[-1])
        known = allowed_keys(noun_at(self.kind, self.plain, route[:-1]), holder)
        near = nearest(key, [name for name in known if name not in holder])
        cure = f"write '{near}'" if near else f"the keys here are: {', '.join(known)}"
        self._find(route, "unknown-key", f"{owner(route)} has no key '{key}'", cure, at_key=True)
        value = holder.pop(key)
        if near:
            holder[near] = value
            self.renamed[(*route[:-1], near)] = key
            self.mended.discard(route)

    def _missing(self, route: Route, details: ErrorDetails) -> None:
        key = str(route[-1])
        if route not in self.mended:
            self._find(route, "missing-key", f"{owner(route)} has no '{key}'", EXAMPLES.get(key, f"add '{key}: …'"))
        self._put(
            route, {"options": {}, "branches": {}, "nodes": {}, "basis": "inferred", "type": "document"}.get(key, HOLE)
        )

    def _union_tag_not_found(self, route: Route, details: ErrorDetails) -> None:
        node = self._at(route)
        kinds = kinds_of(node)
        if len(kinds) > 1:
            message = f"{owner(route, whole=True)} is {sentence_list(kinds)} at once"
            self._find(
                (*route, kinds[1]), "unknown-key", message, f"keep one of the keys {sentence_list(kinds)}", at_key=True
            )
            for kind in kinds[1:]:
                del node[kind]
            return
        near = next(((key, near) for key in node if (near := nearest(key, ("decision", "chance", "outcome")))), None)
        if near:
            self._find(
                (*route, near[0]), "unknown-key", f"a node has no key '{near[0]}'", f"write '{near[1]}'", at_key=True
            )
            node[near[1]] = node.pop(near[0])
            self.renamed[(*route, near[1])] = near[0]
            return
        kind = "decision" if "options" in node else "chance" if "branches" in node else "outcome"
        message = f"{owner(route, whole=True)} is neither decision, chance nor outcome"
        self._find((*route, kind), "missing-key", message, f"add '{kind}: …' with the node's text")
        node[kind] = HOLE

    def _union_tag_invalid(self, route: Route, details: ErrorDetails) -> None:
        message = f"{owner(route, whole=True)} is {kind_of(self._at(route))}, not a mapping with keys and values"
        self._find(route, "wrong-type", message, "write 'decision: …', 'chance: …' or 'outcome: …' under it, indented")
        self._put(route, {"outcome": HOLE, "basis": "inferred"})

    def _string_too_short(self, route: Route, details: ErrorDetails) -> None:
        self._find(route, "empty-value", f"{named(route)} is empty", "write a text, or delete it")
        self._drop(route)

    def _bad_date(self, route: Route, details: ErrorDetails) -> None:
        self._find(
            route, "bad-date", details["msg"], "write it like 1917, 1917-10 or 1917-10-25; free text goes into 'when'"
        )
        self._drop(route)

    def _unknown_format(self, route: Route, details: ErrorDetails) -> None:
        self._find(route, "unknown-format", details["msg"], "write 'format: 1', or install a newer untaken")
        self._drop(route)

    def _one_side(self, route: Route, details: ErrorDetails) -> None:
        argument = self._at(route)
        both = "for" in argument
        message = (
            "the argument speaks for and against its option"
            if both
            else "the argument speaks neither for nor against its option"
        )
        cure = "make two arguments of it" if both else "write 'for: …' or 'against: …'"
        self._find((*route, "against") if both else route, "argument-without-side", message, cure, at_key=True)
        self.mended.discard(route)
        argument.pop("against", None)
        argument.setdefault("for", HOLE)

    def _wrong_value(self, route: Route, details: ErrorDetails) -> None:
        """A text where a list belongs, a word where a number does, a word that is not one of those that there are."""
        expected = str(details.get("ctx", {}).get("expected", ""))
        if expected:
            known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
            message = f"'{details['input']}' is no {route[-1]} that the format knows"
            self._find(
                route,
                "wrong-type",
                message,
                write_instead(str(details["input"]), known, f"it is one of: {', '.join(known)}"),
            )
        else:
            wanted, cure = WANTED.get(details["type"], A_MAPPING)
            if route[-1] == "cite":
                wanted, cure = "a citation", "write {{source: …, section: …, quote: …}}"
            value = self._at(route)
            message = f"{named(route)} is {kind_of(value)} where {wanted} belongs"
            self._find(route, "wrong-type", message, cure.format(value=value if isinstance(value, str) else "…"))
        self._drop(route)
        if route[-1] == "historical":
            self._put(route, "true")


def _spelling_first(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Misspelt keys go first and alone: what they are taken for changes what else is missing."""
    spelling = [error for error in errors if error["type"] == "extra_forbidden"]
    yield from spelling or errors
