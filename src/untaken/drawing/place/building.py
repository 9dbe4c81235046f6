"""From a sheet to the blocks of its layout: a column for each node of the spine, with all that hangs on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from untaken.drawing.place.columns import ColumnBlock
from untaken.drawing.place.leaves import DISC, Leaf
from untaken.drawing.place.nests import Nest, Spine
from untaken.drawing.place.options import Hanging, OptionBlock, OutcomeBlock, PillBlock
from untaken.drawing.place.setting import SetText
from untaken.drawing.sheet import Box, BoxKind, Key, TextRole, words
from untaken.drawing.structure import Structure
from untaken.telling.phrases.claims import WHAT_HAPPENED
from untaken.telling.phrases.pictures import WHAT_WOULD_HAVE_BEEN

DATE_INDENT = 2 * DISC + 6
_LONGEST_CHAIN = 30
_DEEP, _DEEP_IN_LARGE, _LARGE = 4, 1, 240
"""Decisions that hang deeper have their options in one column, for every choice of columns doubles what is tried; in
a sheet of more boxes sooner, and no chain of its roads is laid out as a spine of its own."""


@dataclass(frozen=True)
class Station:
    """A node of the spine with its column: its date, its box, and its options, if it has any."""

    box: Box
    number: str
    when: SetText
    leaf: Leaf
    column: ColumnBlock | None

    @property
    def is_end(self) -> bool:
        """Whether it is an outcome."""
        return self.box.kind is BoxKind.OUTCOME

    @property
    def least(self) -> float:
        """The least width of its column."""
        inner = self.column.least if self.column else self.leaf.least
        # What stands over the end of history is a heading, not a date: it is not broken.
        date = self.when.length if self.is_end else self.when.least
        return max(inner, DATE_INDENT + date + 6)


def stations(structure: Structure) -> list[Station]:
    """The columns of those nodes of a sheet's spine that are on it."""
    builder = _Builder(structure)
    return [builder.station(node) for node in structure.sheet.spine if (node,) in structure.boxes]


@dataclass(frozen=True)
class _Builder:
    structure: Structure

    def station(self, node: str) -> Station:
        structure = self.structure
        box = structure.boxes[(node,)]
        leaf = Leaf(box, self.is_off(box), neutral=structure.sheet.neutral)
        return Station(
            box,
            "" if structure.sheet.is_list else structure.numbers[node],
            _date(box, structure.sheet.has_history),
            leaf,
            None if box.kind is BoxKind.OUTCOME else self.column(leaf, structure.lead(node), 0),
        )

    def column(self, header: Leaf, lead: Key | None, depth: int) -> ColumnBlock:
        """A decision with its options; `lead` is the one that leads on to the next column."""
        boxes = self.structure.options[header.box.node]
        options = [self.option(box, depth, box.id == lead) for box in boxes]
        keys = [box.id for box in boxes]
        at = keys.index(lead) if lead else None
        return ColumnBlock(header, options, at, self.structure.sheet.neutral, is_single=depth > self._deep)

    @property
    def _is_large(self) -> bool:
        return len(self.structure.sheet.boxes) > _LARGE

    @property
    def _deep(self) -> int:
        return _DEEP_IN_LARGE if self._is_large else _DEEP

    def option(self, box: Box, depth: int, leads: bool) -> OptionBlock:
        structure, neutral = self.structure, self.structure.sheet.neutral
        onward = structure.onward.get(box.id)
        pill = structure.elsewhere(box.id)
        below: Hanging | None = None
        if box.id in structure.hanging and not leads:
            below = self.hanging(structure.hanging[box.id], depth)
        elif pill and neutral and onward:
            below = PillBlock(box, pill, onward.step)
        card = Leaf(box, off=False, pill="" if neutral else pill, neutral=neutral)
        return OptionBlock(card, structure.arriving.get(box.id), onward, below)

    def hanging(self, node: str, depth: int) -> Hanging:
        box = self.structure.boxes[(node,)]
        header = self.header(box)
        if box.kind is BoxKind.OUTCOME:
            return OutcomeBlock(header)
        forms: list[ColumnBlock | Spine] = [self.column(header, None, depth + 1)]
        chain = self.chain(node) if depth == 0 and not self._is_large else []
        if len(chain) > 1:
            forms.append(
                Spine([self.chained(*link, depth + 1) for link in zip(chain, [*chain[1:], None], strict=True)])
            )
        return Nest(tuple(forms), depth == 0)

    def is_off(self, box: Box) -> bool:
        return self.structure.sheet.has_history and not box.history

    def header(self, box: Box) -> Leaf:
        numbers = self.structure.numbers
        return Leaf(box, self.is_off(box), numbers.get(box.node, ""), neutral=self.structure.sheet.neutral)

    def chained(self, node: str, following: str | None, depth: int) -> ColumnBlock:
        """A decision of a chain, whose option that leads on has nothing below it."""
        header = self.header(self.structure.boxes[(node,)])
        options = self.structure.options[node]
        lead = next((box.id for box in options if self.structure.hanging.get(box.id) == following), None)
        return self.column(header, lead if following else None, depth)

    def chain(self, node: str) -> Sequence[str]:
        """The longest chain of decisions that hang on one another, from a node on."""
        best: list[str] = []
        waiting = [[node]]
        while waiting:
            chain = waiting.pop()
            best = max(best, chain, key=len)
            if len(chain) == _LONGEST_CHAIN:
                continue
            hanging = [self.structure.hanging.get(box.id, "") for box in self.structure.options[chain[-1]]]
            waiting += [[*chain, each] for each in hanging if each and self.structure.options[each]]
        return best


def _date(box: Box, has_history: bool) -> SetText:
    if box.kind is BoxKind.OUTCOME:
        return SetText(
            [words(WHAT_HAPPENED if box.history or not has_history else WHAT_WOULD_HAVE_BEEN, TextRole.ENDED)]
        )
    # The day of another calendar stays on one line: "25 October (7 November) 1917".
    when = re.sub(r"\([^()]{1,15}\)", lambda bracket: bracket[0].replace(" ", "\u00a0"), box.when)
    return SetText([words(when, TextRole.WHEN)] if when else [])
