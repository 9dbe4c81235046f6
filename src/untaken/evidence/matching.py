"""Where the pieces of a quotation stand in a folded text: found by their letters, then compared one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from untaken.evidence.folding import IN_WORD, JOINT, Folding, keyed, places_of
from untaken.evidence.quoted import Hole, QuotedPiece, objection


class Match(NamedTuple):
    """Where a quotation begins and ends in the folded text."""

    start: int
    end: int


@dataclass(frozen=True)
class Printed:
    """A folded text to be searched, and the places in it, from and to, whose letters may stand in either case.

    `bare` is the same text without its apparatus, where this one has it: what a quotation leaves out is read in both.
    """

    folding: Folding
    free: tuple[tuple[int, int], ...] = ()
    bare: Folding | None = None

    def find(self, wanted: tuple[QuotedPiece, ...], within: range | None = None) -> tuple[list[Match], list[str]]:
        """Where all pieces stand one behind the other, the first one beginning at one of the places `within`.

        And why not, where something may not be left out.
        """
        objections: list[str] = []
        chains = list(self._standing(wanted[0], within)) if wanted else []
        for piece in wanted[1:]:
            standing = list(self._standing(piece))
            longer: list[Match] = []
            for chain in chains:
                following = next((each for each in standing if each.start >= chain.end), None)
                if following:
                    reason = self._objection(chain.end, following.start, piece.hole)
                    objections += [reason] if reason else []
                    longer += [] if reason else [Match(chain.start, following.end)]
            chains = longer
        return chains, objections

    def _objection(self, start: int, end: int, hole: Hole) -> str:
        """Why what stands between two places of the folded text may not be left out; empty where it may."""
        reason = objection(self.folding.text[start:end], hole)
        if reason or not self.bare:
            return reason
        ends = (self.bare.folded_place(self.folding.clean_place(each)) for each in (start, end))
        return objection(self.bare.text[slice(*ends)], hole)

    def _standing(self, piece: QuotedPiece, within: range | None = None) -> Iterator[Match]:
        wanted, key = keyed(piece.text), self.folding.key
        if not wanted.strip():
            return
        first = self.folding.key_place(within.start) if within else 0
        last = self.folding.key_place(within.stop) + len(wanted) if within else len(key)
        for place in places_of(wanted, key, first, last):
            match = self._compared(piece, self.folding.place_of_key(place))
            if match and (within is None or match.start in within) and self._at_word_edges(piece.text, match):
                yield match

    def _compared(self, piece: QuotedPiece, place: int) -> Match | None:
        """The match of a piece whose first letter stands at a place, if all its letters and hyphens agree."""
        text, wanted = self.folding.text, piece.text
        start = at = place - (len(wanted) - len(wanted.lstrip("-" + JOINT)))
        if start < 0 or any(each not in "-" + JOINT for each in text[start:place]):
            return None
        number = 0
        while number < len(wanted):
            quoted, printed = wanted[number], text[at] if at < len(text) else ""
            if quoted == printed or (quoted in "-" + JOINT and printed in ("-", JOINT)):
                number, at = number + 1, at + 1
            elif printed == JOINT:
                at += 1
            elif quoted == JOINT:
                number += 1
            elif quoted.lower() == printed.lower() and (number in piece.either or self._is_free(at)):
                number, at = number + 1, at + 1
            else:
                return None
        return Match(start, at)

    def _is_free(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.free)

    def _at_word_edges(self, wanted: str, match: Match) -> bool:
        """Whether a match neither begins nor ends inside a word or a number, nor parts a word from what denies it."""
        text = self.folding.text
        before, after = text[max(0, match.start - 1) : match.start], text[match.end : match.end + 1]
        if _joined(before, wanted[0]) or _joined(wanted[-1], after):
            return False
        first = text[max(0, match.start - 9) : match.start + 1]
        return not (_PARTED_BEHIND.match(text, match.end - 1) or _PARTED_BEFORE.search(first))


_PARTED_BEHIND = re.compile(r"\d[.,]\d|(?:n|(?<=n))'t\b")
"""The last sign of a match, where what follows belongs to it: `3|.5`, `can|'t`."""
_PARTED_BEFORE = re.compile(r"(?:\d[.,]\d|\b(?:non|un|anti|counter|pseudo)-\w)\Z", re.IGNORECASE)
"""The first sign of a match, where what stands before belongs to it: `3.|5`, `non-|party`."""


def _joined(left: str, right: str) -> bool:
    """Whether two neighbouring signs belong to one word."""
    return all(re.match(f"{IN_WORD}|_", each) for each in (left, right))
