"""A text folded once more, with the marks of footnotes and pages and all else that a first folding left out.

What is left out lies in few places, and between them both foldings are the same: nothing that is folded has a letter in
it, so where two letters stand side by side, what follows does not depend on what went before.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from untaken.evidence.folding import END, Folding, stays


def with_all(without: Folding, clean: str) -> Folding:
    """The same as `Folding.of(clean)`, got from its folding without what was left out."""
    stretches = list(_stretches(clean, without.left_out))
    anew = Folding.of("".join(clean[start:end] for start, end in stretches))
    taken = _Taken()
    in_anew = last = 0
    for start, end in stretches:
        taken.take(without, last, start)
        taken.take(anew, in_anew, in_anew + end - start)
        in_anew += end - start
        last = end
    taken.take(without, last, len(clean))
    return taken.folding()


@dataclass
class _Taken:
    """Stretches of foldings, one behind the other."""

    parts: list[str] = field(default_factory=list)
    folded_at: list[int] = field(default_factory=lambda: [0])
    clean_at: list[int] = field(default_factory=lambda: [0])
    folded_length: int = 0
    clean_length: int = 0

    def take(self, folding: Folding, start: int, end: int) -> None:
        """Add what became of the clean text between two of its places that do not lie in what was folded."""
        folded = folding.folded_place(start)
        part = folding.text[folded : folding.folded_place(end)]
        breaks = slice(bisect_right(folding.clean_at, start), bisect_right(folding.clean_at, end))
        self.folded_at += [place - folded + self.folded_length for place in folding.folded_at[breaks]]
        self.clean_at += [place - start + self.clean_length for place in folding.clean_at[breaks]]
        self.parts.append(part)
        self.folded_length += len(part)
        self.clean_length += end - start

    def folding(self) -> Folding:
        return Folding("".join(self.parts), (*self.folded_at, END), (*self.clean_at, END))


def _stretches(clean: str, left_out: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the text has to be folded anew: round what was left out, from one pair of letters to another."""
    first = last = 0
    for start, end in sorted(left_out):
        before = start
        while before > last and not _between_letters(clean, before):
            before -= 1
        if before > last:
            yield first, last
            first = before
        last = max(last, end)
        while last < len(clean) and not _between_letters(clean, last):
            last += 1
    yield first, last


def _between_letters(text: str, place: int) -> bool:
    return place > 0 and stays(text[place - 1 : place + 1])
