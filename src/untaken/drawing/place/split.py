"""A sheet on several pages: as few as keep the type legible, with stubs of the spine where they join.

A decision stands with all its options on one page. Where even that would be too small, its options go on to a further
page, and at last the claims of one option.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from untaken.drawing.place.paper import Paper
from untaken.drawing.place.spine import structure_page
from untaken.drawing.placed import PlacedPage
from untaken.drawing.sheet import Box, Key, Paragraph, Sheet
from untaken.drawing.structure import Structure
from untaken.telling.phrases import pictures

LEGIBLE = 12.0
"""The least type of a page that is projected, in points: smaller cannot be read from the back row."""
_TORN = 10.0
"""Below so many points a decision is torn over pages."""
_CROWD = 400
"""No page holds more boxes of a single line each in type that can be read: it is not tried."""


def spine_pages(
    sheet: Sheet, papers: Sequence[Paper], legible: float = LEGIBLE, torn: float = _TORN
) -> list[tuple[Sheet, PlacedPage]]:
    """The pages of a sheet, each with the part of the sheet that is on it.

    `legible` is the least type that is aimed at, in points; below `torn` a decision is torn over pages.
    """
    return list(_Splitting(Structure(sheet), papers, legible, torn).pages())


@dataclass(frozen=True)
class _Splitting:
    whole: Structure
    papers: Sequence[Paper]
    legible: float
    torn: float

    def pages(self) -> Iterator[tuple[Sheet, PlacedPage]]:
        spine, at = self.whole.sheet.spine, 0
        for count in self._counts():
            nodes = spine[at : at + count]
            part, page = self._page(self._begin(nodes, at == 0, count))
            at += count
            if page.smallest >= self.torn:
                yield part, page
                continue
            *before, last = self._torn(part, nodes[0])
            yield from before
            both = self._with_end(last[0], spine[at]) if at == len(spine) - 1 else None
            yield both or last
            if both:
                return

    def _with_end(self, sheet: Sheet, end: str) -> tuple[Sheet, PlacedPage] | None:
        """The last options of a torn decision together with how it ended; None where they have no room on one page."""
        if self.whole.options[end]:
            return None
        keys = {box.id for box in sheet.boxes}
        links = (link for link in self.whole.sheet.links if link.head == (end,) and link.tail in keys)
        both = replace(sheet, boxes=(*sheet.boxes, self.whole.boxes[(end,)]), links=(*sheet.links, *links))
        found = self._page(both)
        return found if found[1].smallest >= self.torn else None

    def _counts(self) -> list[int]:
        """How many nodes of the spine each page has."""
        spine, counts = self.whole.sheet.spine, list[int]()
        while (at := sum(counts)) < len(spine):
            rest = spine[at:]
            counts.append(max(1, self._most(len(rest), partial(self._begin, rest, at == 0))))
        # How it ended stands with the last decision: alone it would be a page of a few words.
        ends_alone = len(counts) > 1 and not any(self.whole.options[node] for node in spine[-counts[-1] :])
        if ends_alone and counts[-2] > 1:
            counts[-2:] = [counts[-2] - 1, counts[-1] + 1]
        elif ends_alone and self._page(self._begin(spine[-2:], False, 2))[1].smallest >= self.torn:
            counts[-2:] = [sum(counts[-2:])]
        return counts

    def _most(self, count: int, part: Callable[[int], Sheet]) -> int:
        """The largest number of things, up to so many, of which the page can be read; 0 where that of one cannot."""

        def is_small(tried: int) -> bool:
            sheet = part(tried)
            return len(sheet.boxes) > _CROWD or self._page(sheet)[1].smallest < self.legible

        # A page holds few: those are looked at first, and only so many more as are needed.
        high = 1
        while high < count and not is_small(high):
            high *= 2
        return bisect_left(range(1, min(high, count) + 1), True, key=is_small)

    def _page(self, sheet: Sheet) -> tuple[Sheet, PlacedPage]:
        return sheet, structure_page(Structure(sheet, self.whole), self.papers)

    def _begin(self, rest: Sequence[str], is_first: bool, count: int) -> Sheet:
        """So many nodes of the spine with all that hangs on them. How it all began is said on the first page."""
        nodes = rest[:count]
        options = [box for node in nodes for box in self.whole.options[node]]
        sheet = self.whole.sheet.part({*((node,) for node in nodes), *self._hung(options)})
        return sheet if is_first else replace(sheet, context="")

    def _hung(self, options: Sequence[Box]) -> set[Key]:
        """These options, and all that hangs on them."""
        keys = {box.id for box in options}
        waiting = list(keys)
        while waiting:
            link = self.whole.onward.get(waiting.pop())
            if link and link.head not in keys and link.head[0] not in self.whole.sheet.spine:
                below = {box.id for box in self.whole.options[link.head[0]]}
                keys |= {link.head, *below}
                waiting += below
        return keys

    def _torn(self, sheet: Sheet, node: str) -> Iterator[tuple[Sheet, PlacedPage]]:
        """The options of one decision over several pages."""
        options = list(Structure(sheet, self.whole).options[node])
        if not options:
            yield self._page(sheet)
        while options:
            part, page, options = self._first(sheet, node, options)
            yield part, page
            sheet = replace(sheet, context="")

    def _first(self, sheet: Sheet, node: str, options: list[Box]) -> tuple[Sheet, PlacedPage, list[Box]]:
        """As many of the options as one page holds, at least a part of the first, and those that are left."""
        held = self._most(len(options), lambda count: self._with(sheet, node, options[:count]))
        if held:
            return *self._page(self._with(sheet, node, options[:held])), options[held:]
        first, *others = options
        begun = self._most(len(first.parts) - 1, lambda count: self._begun(sheet, node, first, count))
        if begun:
            rest = replace(first, parts=first.parts[begun:], lines=_continued(first.lines))
            return *self._page(self._begun(sheet, node, first, begun)), [rest, *others]
        return *self._page(self._with(sheet, node, [first])), others

    def _begun(self, sheet: Sheet, node: str, option: Box, count: int) -> Sheet:
        """The first claims of an option; what hangs on it stands on the page with its last."""
        kept = {(node,), option.id}
        begun = replace(option, parts=option.parts[:count])
        boxes = tuple(begun if box.id == option.id else box for box in sheet.boxes if box.id in kept)
        return replace(sheet, boxes=boxes, links=tuple(link for link in sheet.links if link.head in kept))

    def _with(self, sheet: Sheet, node: str, options: Sequence[Box]) -> Sheet:
        """The sheet with these options of a node only, and what hangs on them."""
        changed, kept = {box.id: box for box in options}, {(node,), *self._hung(options)}
        return replace(sheet, boxes=tuple(changed.get(box.id, box) for box in sheet.boxes if box.id in kept))


def _continued(lines: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    title = lines[0].runs[0]
    if title.text.endswith(pictures.continued("")):
        return lines
    run = replace(title, text=pictures.continued(title.text))
    return replace(lines[0], runs=(run,)), *lines[1:]
