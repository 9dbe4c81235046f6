"""Gives every box and link of a sheet the step at which it is first seen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from untaken.drawing.lecture import LectureStep, Phase
from untaken.drawing.sheet import Box, Key, Link, LinkKind, Sheet
from untaken.drawing.structure import Structure


def stepped(sheet: Sheet) -> Sheet:
    """The sheet with its steps, in the order of the spine, and in each box and link the number of its own."""
    return _Stepping(Structure(sheet)).sheet()


def at_step(sheet: Sheet, step: int) -> Sheet:
    """What of a sheet is seen at one step: nothing of what comes later is in it."""
    boxes = tuple(_at(box, step) for box in sheet.boxes if box.step <= step)
    told = {box.id for box in boxes if box.history}
    links = tuple(
        link if {link.tail, link.head} <= told else replace(link, kind=LinkKind.UNTAKEN)
        for link in sheet.links
        if link.step <= step
    )
    return replace(sheet, boxes=boxes, links=links, steps=sheet.steps[: step + 1])


def _at(box: Box, step: int) -> Box:
    chosen = box.history and (len(box.id) == 1 or box.revealed <= step)
    return replace(box, parts=box.parts if box.told <= step else (), history=chosen)


@dataclass(frozen=True)
class _Stepping:
    structure: Structure

    def sheet(self) -> Sheet:
        steps = tuple(step for node in self.structure.sheet.spine for step in self._steps(node))
        at = {step: number for number, step in enumerate(steps)}
        boxes = dict(self._boxes(at))
        sheet = self.structure.sheet
        links = tuple(self._link(link, boxes, at) for link in sheet.links)
        return replace(sheet, boxes=tuple(boxes[box.id] for box in sheet.boxes), links=links, steps=steps)

    def _steps(self, node: str) -> Iterator[LectureStep]:
        """The steps of one node of the spine: those that add something."""
        options = self.structure.options[node]
        if not options:
            return
        yield LectureStep(node, Phase.QUESTION)
        yield LectureStep(node, Phase.OPTIONS)
        if any(box.parts for box in options):
            yield LectureStep(node, Phase.ARGUMENTS)
        if any(box.history for box in options):
            yield LectureStep(node, Phase.HAPPENED)
        if any(box.id in self.structure.onward for box in options):
            yield LectureStep(node, Phase.CONSEQUENCE)

    def _boxes(self, at: Mapping[LectureStep, int]) -> Iterator[tuple[Key, Box]]:
        boxes, spine, last = self.structure.boxes, self.structure.sheet.spine, 0
        for node in spine:
            options = self.structure.options[node]
            if not options:
                # The end of history is told with the last consequence.
                yield (node,), replace(boxes[(node,)], step=last, told=last)
                continue
            shown = at[LectureStep(node, Phase.OPTIONS)]
            told = at.get(LectureStep(node, Phase.ARGUMENTS), shown)
            revealed = at.get(LectureStep(node, Phase.HAPPENED), told)
            last = at.get(LectureStep(node, Phase.CONSEQUENCE), revealed)
            question = at[LectureStep(node, Phase.QUESTION)]
            yield (node,), replace(boxes[(node,)], step=question, told=question)
            for box in options:
                yield box.id, replace(box, step=shown, told=told, revealed=revealed)
                if box.id in self.structure.hanging:
                    yield from self._hanging(self.structure.hanging[box.id], last)

    def _hanging(self, node: str, step: int) -> Iterator[tuple[Key, Box]]:
        """A node below an option, and all that hangs on it: it comes at once."""
        waiting = [node]
        while waiting:
            each = waiting.pop()
            yield (each,), replace(self.structure.boxes[(each,)], step=step, told=step, revealed=step)
            for box in self.structure.options[each]:
                yield box.id, replace(box, step=step, told=step, revealed=step)
                if box.id in self.structure.hanging:
                    waiting.append(self.structure.hanging[box.id])

    def _link(self, link: Link, boxes: Mapping[Key, Box], at: Mapping[LectureStep, int]) -> Link:
        if len(link.head) > 1:
            return replace(link, step=boxes[link.head].step)
        consequence = at.get(LectureStep(link.tail[0], Phase.CONSEQUENCE), boxes[link.tail].step)
        target = boxes[link.head].step if link.head in boxes else 0
        leads = self.structure.lead(link.tail[0]) if link.tail[0] in self.structure.sheet.spine else None
        return replace(link, step=target if leads == link.tail else max(consequence, target))
