"""Which node is drawn where: along the spine, below the option that leads to it, or, for all others, in words.

A node to which several ways lead is drawn once, at its shallowest place; elsewhere a pill says where it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from untaken.drawing.sheet import Box, BoxKind, Key, Link, Sheet
from untaken.telling.phrases import pictures


@dataclass(frozen=True)
class Structure:
    """A sheet by its nodes."""

    sheet: Sheet
    whole: "Structure | None" = None
    """The structure of the sheet of which this one is a part: there the numbers are from."""

    @cached_property
    def boxes(self) -> Mapping[Key, Box]:
        """The boxes by their keys."""
        return {box.id: box for box in self.sheet.boxes}

    @cached_property
    def options(self) -> Mapping[str, tuple[Box, ...]]:
        """The options or branches of each node, in the order in which they stand on the sheet."""
        found: dict[str, list[Box]] = {box.node: [] for box in self.sheet.boxes}
        for box in self.sheet.boxes:
            if len(box.id) > 1:
                found[box.node].append(box)
        return {node: tuple(boxes) for node, boxes in found.items()}

    @cached_property
    def arriving(self) -> Mapping[Key, Link]:
        """The link into each option."""
        return {link.head: link for link in self.sheet.links if len(link.head) > 1}

    @cached_property
    def onward(self) -> Mapping[Key, Link]:
        """The link out of each option."""
        return {link.tail: link for link in self.sheet.links if len(link.tail) > 1}

    def lead(self, node: str) -> Key | None:
        """The option of a node of the spine that leads on to the next one: of several, what happened or the first."""
        at = self.sheet.spine.index(node)
        following = self.sheet.spine[at + 1 : at + 2]
        leading = [
            box for box in self.options[node] if (link := self.onward.get(box.id)) and (link.head[0],) == following
        ]
        return max(leading, key=lambda box: box.history).id if leading else None

    @cached_property
    def hanging(self) -> Mapping[Key, str]:
        """The node that is drawn below an option, for each option that has one."""
        found: dict[Key, str] = {}
        claimed = set(self.sheet.spine)
        level = list(self.sheet.spine)
        while level:
            following: list[str] = []
            for node in level:
                for box in self.options.get(node, ()):
                    link = self.onward.get(box.id)
                    if link and link.head[0] not in claimed and link.head in self.boxes:
                        claimed.add(link.head[0])
                        found[box.id] = link.head[0]
                        following.append(link.head[0])
            level = following
        return found

    @cached_property
    def rejoining(self) -> list[Key]:
        """The options whose target is drawn at another place."""
        leads = {self.lead(node) for node in self.sheet.spine if (node,) in self.boxes}
        return [key for key in self.onward if key in self.boxes and key not in leads and key not in self.hanging]

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The number of each decision of the spine, E for the end of the spine, letters for others that are named."""
        numbers = self._spine_numbers
        named = {self.onward[key].head[0] for key in self.rejoining}
        letters = _letters()
        for node in self._drawn():
            if node in named and node not in numbers:
                numbers[node] = next(letters)
        return numbers

    @property
    def _spine_numbers(self) -> dict[str, str]:
        if self.whole:
            return self.whole._spine_numbers
        numbers = {node: str(at) for at, node in enumerate(self.sheet.spine, 1)}
        last = self.sheet.spine[-1:]
        if last and self.boxes[last].kind is BoxKind.OUTCOME:
            numbers[last[0]] = "E"
        return numbers

    def _drawn(self) -> Iterator[str]:
        """The nodes in the order in which they are read on the page."""
        waiting = list(reversed(self.sheet.spine))
        while waiting:
            node = waiting.pop()
            yield node
            hanging = [self.hanging[box.id] for box in self.options.get(node, ()) if box.id in self.hanging]
            waiting += reversed(hanging)

    def elsewhere(self, option: Key) -> str:
        """Where an option would lead, in words, if that is drawn at another place; else empty."""
        if option not in self.rejoining:
            return ""
        head = self.onward[option].head[0]
        number = self.numbers.get(head, "")
        if number == "E" or ((head,) in self.boxes and self.boxes[(head,)].kind is BoxKind.OUTCOME):
            return pictures.ends_in(number)
        return pictures.rejoins_at(number) if head in self.sheet.spine else pictures.leads_to(number)


def _letters() -> Iterator[str]:
    """A, B, C, D, F … Z, A2, B2 …; E is the end of history."""
    for round in count(1):
        for letter in "ABCDFGHIJKLMNOPQRSTUVWXYZ":
            yield letter if round == 1 else f"{letter}{round}"
