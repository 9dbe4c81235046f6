"""The report on a road through several turning points: for each what was different there, and why."""

from collections.abc import Iterator, Sequence

from untaken.history.chapters import Chapter, Origin, Shut
from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import moves, onward
from untaken.telling.reasons import Depth
from untaken.telling.walk.hands import hands_blocks
from untaken.telling.walk.passage import condition_texts, reason_blocks
from untaken.text.wrapping import one_line


def summary(chapters: Sequence[Chapter]) -> str:
    """What never arose, what earlier choices closed and opened, and how often history was rejoined; or nothing."""
    return onward.in_sum(
        sum(each.absence is not None for each in chapters),
        sum(len(each.shut) for each in chapters),
        sum(len(each.opened) for each in chapters),
        sum(each.is_reset for each in chapters),
    )


def report_blocks(chapters: Sequence[Chapter], depth: Depth) -> Iterator[Block]:
    """The turning points of which there is something to tell, and how many others there were."""
    told = [each for each in chapters if not each.is_history or each.votes]
    for chapter in told:
        scenario = chapter.point.scenario
        yield block(onward.chapter(one_line(scenario.title), one_line(scenario.moment)), Role.SECTION)
        yield from _absence_blocks(chapter, depth) if chapter.absence else _chapter_blocks(chapter)
    if len(told) < len(chapters):
        yield block(onward.as_in_history(len(chapters) - len(told)))


def _absence_blocks(chapter: Chapter, depth: Depth) -> Iterator[Block]:
    if chapter.absence:
        yield block(onward.did_not_arise(condition_texts(chapter.absence.failing)), indent=1)
        yield from reason_blocks(chapter.point, chapter.absence.failing, depth, 2)


def _chapter_blocks(chapter: Chapter) -> Iterator[Block]:
    if chapter.is_reset:
        yield block(onward.WAS_REJOINED, indent=1)
    for each in chapter.shut:
        yield block(
            onward.closed_by(one_line(each.way.label), _origin(each), condition_texts(each.conditions)), indent=1
        )
    for each in chapter.opened:
        yield block(onward.opened_by(one_line(each.way.label), _origin(each)), indent=1)
    for departure in chapter.departures:
        chosen = one_line(departure.at.node.steps[departure.move.way].label)
        instead = one_line(departure.instead.step.label)
        back = one_line(departure.rejoins.node.text) if departure.rejoins else ""
        yield block(onward.took(chosen, instead, back), Role.STEP, 1, moves.made(departure.move.how))
    if chapter.outcome and chapter.instead:
        came, instead = one_line(chapter.outcome.node.text), one_line(chapter.instead.node.text)
        yield block(onward.came_to(came, instead), indent=1)
    if chapter.fallen:
        yield block(onward.fallen(chapter.fallen), indent=1)
    for station, move in chapter.votes:
        if move.vote:
            yield from hands_blocks(station.ways, move.vote)


def _origin(each: Shut) -> str:
    return _named(each.origin) if each.origin else ""


def _named(origin: Origin) -> str:
    """An earlier choice, by its label and its turning point."""
    node = origin.point.scenario.nodes.get(origin.move.node) if origin.move else None
    step = node.steps.get(origin.move.way) if node and origin.move else None
    return onward.origin(one_line(origin.point.scenario.title), one_line(step.label) if step else "")
