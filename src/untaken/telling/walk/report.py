"""The report on a road through several turning points: for each what was different there, and why."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from untaken.history import Condition
from untaken.history.chapters import Chapter, Origin, Shut
from untaken.history.moves import Move
from untaken.model import Option, Side
from untaken.telling.document import Block, Role, block
from untaken.telling.phrases import moves, onward
from untaken.telling.reasons import Depth, claim_blocks
from untaken.telling.walk.hands import hands_blocks
from untaken.telling.walk.passage import condition_texts, reason_blocks
from untaken.telling.walk.scene import argued
from untaken.text.wrapping import one_line


def summary(chapters: Sequence[Chapter]) -> str:
    """What never arose, what earlier choices closed and opened, and how often history was rejoined; or nothing."""
    return onward.in_sum(
        sum(each.absence is not None for each in chapters),
        sum(len(each.shut) for each in chapters),
        sum(len(each.opened) for each in chapters),
        sum(each.is_reset for each in chapters),
    )


def report_blocks(chapters: Sequence[Chapter], depth: Depth, spoken: bool = False) -> Iterator[Block]:
    """The turning points of a road in order: what was different there, and where it was history's own.

    With `spoken`, what spoke for each step away from history and against it stands beside that.
    """
    if all(map(_is_own, chapters)):
        return
    for (is_own, conditions), group in groupby(chapters, lambda each: (_is_own(each), _absent_for(each))):
        alike = list(group)
        if is_own:
            yield block(onward.as_in_history(_stretch(alike)), Role.QUIET)
        elif conditions:
            yield from _absence_blocks(alike, conditions, depth)
        for chapter in [] if is_own or conditions else alike:
            yield block(_heading(chapter), Role.SECTION)
            yield from _chapter_blocks(chapter, depth, spoken)


def _is_own(chapter: Chapter) -> bool:
    return chapter.is_history and not chapter.votes


def _absent_for(chapter: Chapter) -> tuple[Condition, ...]:
    return chapter.absence.deciding if chapter.absence else ()


def _heading(chapter: Chapter) -> str:
    return onward.chapter(one_line(chapter.point.scenario.title), one_line(chapter.point.scenario.moment))


def _stretch(alike: Sequence[Chapter]) -> str:
    """Turning points in a row."""
    first, last = (one_line(each.point.scenario.title) for each in (alike[0], alike[-1]))
    return onward.stretch(first, last, len(alike)) if len(alike) > 1 else first


def _absence_blocks(alike: Sequence[Chapter], conditions: tuple[Condition, ...], depth: Depth) -> Iterator[Block]:
    """Turning points that did not arise, for the same reasons."""
    yield block(_heading(alike[0]) if len(alike) == 1 else _stretch(alike), Role.SECTION)
    yield block(onward.did_not_arise(condition_texts(conditions)), indent=1)
    yield from reason_blocks(alike[0].point, conditions, depth, 2)


def _chapter_blocks(chapter: Chapter, depth: Depth, spoken: bool) -> Iterator[Block]:
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
        yield from _spoken_blocks(chapter, departure.move, depth) if spoken else ()
    if chapter.outcome and chapter.instead:
        came, instead = one_line(chapter.outcome.node.text), one_line(chapter.instead.node.text)
        yield block(onward.came_to(came, instead), indent=1)
    if chapter.fallen:
        yield block(onward.fallen(chapter.fallen), indent=1)
    for station, move in chapter.votes:
        if move.vote:
            yield from hands_blocks(station.ways, move.vote)


def _spoken_blocks(chapter: Chapter, move: Move, depth: Depth) -> Iterator[Block]:
    """The first argument for what was chosen, and the first against it."""
    station = next(station for station, each in chapter.steps if each is move)
    step = station.here.node.steps[move.way]
    said = step.arguments if isinstance(step, Option) else ()
    for side in Side:
        first = next((argued(station, each) for each in said if each.side is side), None)
        yield from claim_blocks(first, depth, 2) if first else ()


def _origin(each: Shut) -> str:
    return _named(each.origin) if each.origin else ""


def _named(origin: Origin) -> str:
    """An earlier choice, by its label and its turning point."""
    node = origin.point.scenario.nodes.get(origin.move.node) if origin.move else None
    step = node.steps.get(origin.move.way) if node and origin.move else None
    return onward.origin(one_line(origin.point.scenario.title), one_line(step.label) if step else "")
