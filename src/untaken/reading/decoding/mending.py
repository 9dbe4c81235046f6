"""Marked tree to model. Pydantic's errors become findings with a route, a cause and a cure.

A file with mistakes is mended as far as it can be (a misspelt key read as the one that was meant, a missing text filled
with `HOLE`), so that the rules can judge the rest of it: the first mistake never hides the second. A mended model is
for the rules alone; nobody else gets it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Generic

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from untaken.model.traversal import Route
from untaken.reading import rules
from untaken.reading.decoding.decoded import Decoded, Kind
from untaken.reading.decoding.fields import (
    blank_at,
    guide_at,
    in_list,
    is_union_tag,
    is_without_use,
    key_at,
    keys_at,
    stand_in,
    swallowed,
)
from untaken.reading.decoding.gathering import Moves, gathered, not_indented
from untaken.reading.decoding.kinds import settle
from untaken.reading.decoding.plain import Plain
from untaken.reading.decoding.wording import date_cure, found, kind_of, meant_key, named, owner, unused, wanted
from untaken.reading.diagnostics import Rule
from untaken.reading.marked import HOLE, Finding, Mapping, Marked, Text, correction
from untaken.text.naming import write_instead

VOICES = "write one name, or 'A and B' where they speak with one voice; else a claim for each"
MOST_MENDED = 100
"""More different unknown keys than these are no slips of the pen, and not worth comparing with the known ones."""


def decode(tree: Marked, kind: type[Kind]) -> Decoded[Kind]:
    """The model that a file's tree describes, with all that is wrong with its keys and values."""
    if not isinstance(tree, Mapping):
        message = f"the file holds {found(tree)}, not a {kind.__name__.lower()} with keys and values"
        return Decoded(None, (Finding((), rules.WRONG_TYPE, message, "begin with 'title: …' at the left margin"),))
    return _Decoder(tree, kind).run()


def sound(plain: Any, kind: type[Kind]) -> Kind | None:
    """The model that plain data describes, as `Plain` has it, if nothing is wrong with its keys and values."""
    try:
        return None if plain is None else kind.model_validate(plain, by_alias=True, by_name=False)
    except ValidationError:
        return None


class _Decoder(Generic[Kind]):
    """Validates, mends what failed and validates again, until the rest of the file can be judged."""

    # Each round mends one layer of the file; the format is nine layers deep.
    ROUNDS = 24

    def __init__(self, tree: Mapping, kind: type[Kind]) -> None:
        plain = Plain()
        self.kind: type[Kind] = kind
        self.plain: Any = plain.of(tree)
        self.findings = plain.findings
        self.renamed = plain.renamed
        self.mended: set[Route] = set()
        self.unknown: set[str] = set()
        self.moves = Moves()
        told = {finding.route: at for at, finding in enumerate(plain.findings)}
        for route in plain.open:
            present = self.moves.present(route)
            self._mark(present)
            if route not in told or not self._gather(present, told[route]):
                self._drop(present)
        for finding in plain.findings:
            self._mark(self.moves.present(finding.route))
        for route, text in plain.inner:
            self._take_swallowed(route, text)

    def run(self) -> Decoded[Kind]:
        model: Kind | None = None
        for _ in range(self.ROUNDS):
            self._settle_kinds()
            try:
                model = self.kind.model_validate(self.plain, by_alias=True, by_name=False)
                break
            except ValidationError as error:
                for details in _spelling_first(error.errors(include_url=False)):
                    self._take(details)
        # What was moved stands elsewhere in the file: its mistakes are told when it is indented.
        told = (each for each in self.findings if not self.moves.holds(each.route))
        nameless = (replace(finding, message=finding.message.replace(HOLE, "")) for finding in told)
        return Decoded(model, tuple(nameless), frozenset(self.mended), self.renamed)

    def _gather(self, route: Route, told: int) -> bool:
        """Put under an empty key, of which a finding tells, what the author has not indented; whether there was any."""
        moved = gathered(self.kind, self.plain, route)
        if moved:
            self.findings[told] = not_indented(self.findings[told], moved)
            self.moves.under(route, moved)
        return bool(moved)

    def _settle_kinds(self) -> None:
        nodes = self.plain.get("nodes")
        for id, node in nodes.items() if isinstance(nodes, dict) else ():
            if isinstance(node, dict):
                written = set(node)
                finding = settle(node, ("nodes", id), self.renamed)
                if finding:
                    self.findings.append(finding)
                if "basis" in node and "basis" not in written:
                    self._mark(("nodes", id, "basis"))

    def _take_swallowed(self, route: Route, text: Text) -> None:
        """Report the first line of a text that was meant for a key or a list item, and miss none of what it held."""
        here = self.moves.present(route)
        lost = [(at, each) for each in text.inner if (at := swallowed(self.kind, self.plain, here, each)) is not None]
        if not lost:
            return
        owner_name = f"'{route[-1]}'" if isinstance(route[-1], str) else "the list item"
        message = f"this line is indented deeper than {owner_name} above it, and so continues its text"
        cure = "give it the indentation of what it belongs to, or quotes to the whole text"
        self.findings.append(Finding(route, rules.SWALLOWED_LINE, message, cure, place=lost[0][1].span))
        for at, _ in lost:
            self._mark(at)
            blank = HOLE if isinstance(at[-1], int) else blank_at(self.kind, self.plain, at, None)
            if blank is not None and (at != here or blank == HOLE):
                self._put(at, blank)

    def _find(self, route: Route, rule: Rule, message: str, cure: str = "", at_key: bool = False) -> None:
        self.findings.append(Finding(route, rule, message, cure, at_key))
        self._mark(route)

    def _mark(self, route: Route) -> None:
        """Remember what is mended; a single citation also by the place that it has in the model's list."""
        self.mended.add(route)
        if "cite" in route[:-1]:
            self.mended.add(in_list(route, route.index("cite") + 1))

    def _take(self, details: ErrorDetails) -> None:
        """Report one of pydantic's errors, unless it follows from one that was reported, and mend what it speaks of."""
        route = tuple(step for step in details["loc"] if not is_union_tag(step))
        route = self._as_written(route)
        handler = getattr(self, f"_{details['type'].replace('-', '_')}", self._wrong_value)
        handler(route, details)

    def _as_written(self, route: Route) -> Route:
        """Where the author may write one mapping for a list, or a text for a mapping, the file has no such step."""
        kept: list[str | int] = []
        for step in route:
            holder = self._at(tuple(kept))
            if isinstance(holder, str) or (isinstance(step, int) and isinstance(holder, dict)):
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
        """Put a blank for what could not be read, so that nothing that speaks of it is lost; else leave it out."""
        blank = blank_at(self.kind, self.plain, route, self._at(route))
        if blank is None:
            del self._at(route[:-1])[route[-1]]
        else:
            self._put(route, blank)

    # ── one method for each kind of error that pydantic has for this model ──

    def _extra_forbidden(self, route: Route, details: ErrorDetails) -> None:
        holder, key = self._at(route[:-1]), str(route[-1])
        if is_without_use(self.kind, self.plain, route):
            self.findings.append(unused(route))
            del holder[key]
            return
        keys = keys_at(self.kind, self.plain, route[:-1])
        self.unknown.add(key)
        free = {name: told for name, told in keys.items() if name not in holder}
        meant = meant_key(key, free) if len(self.unknown) <= MOST_MENDED else None
        cure = f"write '{meant}'" if meant else f"the keys here are: {', '.join(keys)}"
        message = f"{owner(route)} has no key '{key}'"
        slip = correction(key, free) if meant else None
        self.findings.append(Finding(route, rules.UNKNOWN_KEY, message, cure, True, slip))
        value = holder.pop(key)
        if meant:
            holder[meant] = value
            self.renamed[(*route[:-1], meant)] = key

    def _missing(self, route: Route, details: ErrorDetails) -> None:
        key = str(route[-1])
        # That something has no name was said; what else it lacks may stand under the name that it is to have.
        nameless = any(isinstance(step, str) and not step.strip(HOLE) for step in route)
        if route not in self.mended and not nameless:
            told = key_at(self.kind, self.plain, route)
            message, cure = f"{owner(route)} has no '{key}'", told.missing or f"add '{key}: …'"
            # Where authors write the key that is missing: under the one that it goes with.
            beside = (*route[:-1], told.beside or key)
            self.findings.append(Finding(beside, rules.MISSING_KEY, message, cure, at_key=bool(told.beside)))
            self._mark(route)
        self._put(route, stand_in(self.kind, self.plain, route))

    def _union_tag_invalid(self, route: Route, details: ErrorDetails) -> None:
        message = f"{owner(route, whole=True)} is {kind_of(self._at(route))}, not a mapping with keys and values"
        cure = "write 'decision: …', 'chance: …' or 'outcome: …' under it, indented"
        self._find(route, rules.WRONG_TYPE, message, cure)
        self._drop(route)

    def _string_too_short(self, route: Route, details: ErrorDetails) -> None:
        self._find(route, rules.EMPTY_VALUE, f"{named(route)} is empty", "write a text, or delete it")
        self._drop(route)

    def _bad_date(self, route: Route, details: ErrorDetails) -> None:
        written = str(self._at(route))
        self._find(route, rules.BAD_DATE, details["msg"], date_cure(written, beside=self._at(route[:-1])))
        self._drop(route)

    def _unknown_format(self, route: Route, details: ErrorDetails) -> None:
        self._find(route, rules.UNKNOWN_FORMAT, details["msg"], "write 'format: 1', or install a newer untaken")
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
        at = (*route, "against") if both else route
        if not {(*route, "for"), (*route, "against")} & self.mended:
            self.findings.append(Finding(at, rules.ARGUMENT_WITHOUT_SIDE, message, cure, at_key=True))
        argument.pop("against", None)
        argument["for"] = HOLE

    def _wrong_value(self, route: Route, details: ErrorDetails) -> None:
        """A text where a list belongs, a word where a number does, a word that is not one of those that there are."""
        value = self._at(route)
        expected = str(details.get("ctx", {}).get("expected", ""))
        if expected and isinstance(value, str):
            known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
            message = f"'{value}' is no {route[-1]} that the format knows"
            cure = write_instead(value, known, f"it is one of: {', '.join(known)}")
            self.findings.append(Finding(route, rules.WRONG_TYPE, message, cure, correction=correction(value, known)))
            self._mark(route)
        else:
            belongs, cure = self._wanted(route, details["type"] if not expected else "string_type")
            subject = f"'{route[-1]}' is {kind_of(value)}" if isinstance(route[-1], str) else f"{kind_of(value)} stands"
            self._find(route, rules.WRONG_TYPE, f"{subject} where {belongs} belongs", cure)
        self._drop(route)
        if route[-1] == "historical" and not self._history_is_marked(route[:-2]):
            self._put(route, "true")

    def _history_is_marked(self, route: Route) -> bool:
        """Whether one of these options or branches is marked as what happened."""
        steps = self._at(route).values()
        return any(step.get("historical") == "true" for step in steps if isinstance(step, dict))

    def _wanted(self, route: Route, type: str) -> tuple[str, str]:
        """What belongs in the place of a wrong value, and how it is written."""
        value = self._at(route)
        if type == "tuple_type":
            member = guide_at(self.kind, self.plain, (*route, 0))
            if route[-1] == "cite" and member:
                return member.wanted
            if isinstance(value, dict):
                return "a list", "put '- ' before its first key and indent the others, or [brackets] round it"
            if member and member.in_a_list:
                return "a list", member.in_a_list
        if route[-1] == "voice" and isinstance(value, list):
            return "one name", VOICES
        told = wanted(type, key_at(self.kind, self.plain, route).is_id, value)
        if told:
            return told
        guide = guide_at(self.kind, self.plain, route)
        instead = "for each instead of '- …'" if isinstance(value, list) else "for each below it, indented"
        return guide.wanted if guide else ("a mapping of ids", f"write 'id: …' {instead}")


def _spelling_first(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Misspelt keys go first and alone: what they are taken for changes what else is missing."""
    spelling = [error for error in errors if error["type"] == "extra_forbidden"]
    yield from spelling or errors
