"""What is told: what a move came to, an outcome, and the whole road at its end."""

from collections.abc import Collection, Iterator

from untaken.history import Walk
from untaken.model import Outcome
from untaken.telling.document import GAP, Block, Role, Run, block
from untaken.telling.phrases import claims, moves, onward, roads
from untaken.telling.reasons import Depth, Reason, claim_blocks
from untaken.telling.walk.reckoning import Reckoning, RoadEnd, ends
from untaken.telling.walk.report import report_blocks, summary
from untaken.telling.walk.telling import Sided, Telling, tell


def move_block(telling: Telling) -> Block:
    """What was chosen, or how chance fell, with its word of likelihood where it has one."""
    return block(
        moves.taken(telling.chosen, telling.likelihood), Role.STEP, lead=moves.made(telling.how, telling.by_teacher)
    )


def telling_blocks(telling: Telling, depth: Depth = Depth.CLAIMS, key: str = "") -> Iterator[Block]:
    """What happened, the verdict, and what is said of what was chosen and of what happened.

    At the depth of claims only what did not stand on the page before; `key` is what a reader presses or types for the
    rest.
    """
    if telling.happened not in ("", telling.chosen):
        yield block(moves.taken(telling.happened), Role.HISTORY, lead=moves.HAPPENED)
    yield block(telling.verdict, Role.HISTORY if telling.happened == telling.chosen else Role.TEXT)
    for label, said in telling.estimates:
        yield from claim_blocks(said, depth, 0, moves.how_likely(label))
    for option in telling.options:
        yield from _sided_blocks(option, depth)
    for other in telling.others:
        wanted = other.new.wanted if depth is Depth.CLAIMS else other.wanted
        if wanted:
            yield block(claims.was_wanted(other.label, wanted), Role.QUIET)
    if depth is Depth.CLAIMS and telling.known:
        yield block(moves.stood_before(telling.known, key), Role.QUIET)
    yield from _listed(claims.notes(len(telling.notes)), telling.notes, depth)


def _sided_blocks(option: Sided, depth: Depth) -> Iterator[Block]:
    """An option with what is said of it, or, at the depth of claims, with what is new of that."""
    told = option.new if depth is Depth.CLAIMS else option
    if option.is_empty:
        return
    if told.is_empty:
        heading = moves.nothing_new_on(option.label, option.historical)
    else:
        new = len(told.arguments) if depth is Depth.CLAIMS else 0
        heading = moves.on(option.label, option.historical, new)
    yield Block((Run(heading, Role.HISTORY if option.historical else Role.TEXT),), Role.SECTION)
    if told.wanted:
        yield block(claims.wanted_by(told.wanted), Role.QUIET, 1)
    for reason in told.arguments:
        yield from claim_blocks(reason, depth, 1)
    if told.silent:
        yield block(claims.silence(told.silent), Role.QUIET, 1)


def step_by_step_blocks(walk: Walk) -> Iterator[Block]:
    """All that was kept for the end of a road, move by move."""
    yield block(moves.STEP_BY_STEP, Role.TITLE)
    for station in walk.stations:
        if telling := tell(station):
            yield move_block(telling)
            yield from telling_blocks(telling)
            yield GAP
        if isinstance(station.here.node, Outcome) and not station.is_over:
            yield from end_blocks(ends(station)[-1])
            yield GAP


def end_blocks(end: RoadEnd, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
    """An outcome: what it rests on, what history had instead, what followed or would have followed, and notes."""
    yield block(roads.outcome(end.text), Role.NODE)
    yield block(end.basis)
    if end.likelihood:
        yield block(end.likelihood, Role.QUIET)
    if end.instead:
        yield block(moves.taken(end.instead), Role.HISTORY, lead=roads.HAPPENED_INSTEAD)
    if end.is_unsaid:
        yield block(onward.NOTHING_SAID, Role.QUIET)
    yield from _listed(roads.followed(end.historical), end.consequences, depth)
    if end.question:
        yield block(end.question, lead=onward.TO_DISCUSS)
    yield from _listed(claims.notes(len(end.notes)), end.notes, depth)


def _listed(heading: str, reasons: Collection[Reason], depth: Depth) -> Iterator[Block]:
    """Claims under a heading; nothing where there are none."""
    if reasons:
        yield block(heading, Role.SECTION)
        for reason in reasons:
            yield from claim_blocks(reason, depth, 1)


def reckoning_blocks(reckoning: Reckoning, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
    """How the road differs from history, what spoke against it, and the sources."""
    yield block(roads.ROAD_AND_HISTORY, Role.TITLE)
    yield block(" ".join(filter(None, (reckoning.summary, summary(reckoning.chapters)))))
    yield from (block(text, indent=1) for text in reckoning.left)
    yield from report_blocks(reckoning.chapters, depth, reckoning.is_long)
    yield from _fact_blocks(reckoning)
    for heading, spoke in (
        (roads.SPOKE_FOR, reckoning.grounds),
        (roads.SPOKE_AGAINST, reckoning.objections),
        (roads.CONVINCED, reckoning.convinced),
        (roads.DOUBTED, reckoning.doubted),
    ):
        if spoke:
            yield GAP
            yield block(heading, Role.TITLE)
        for each in spoke:
            lead = roads.named(each.chosen or each.option, each.option, each.reason.side)
            yield from claim_blocks(each.reason, depth, 1, lead)
    if reckoning.sources:
        yield GAP
        yield block(claims.sources(len(reckoning.sources)), Role.TITLE)
        yield from (block(text, indent=1) for text in reckoning.sources)


_MOST_FACTS = 6
"""More of what history had settled and a road has not, nobody reads one by one."""


def _fact_blocks(reckoning: Reckoning) -> Iterator[Block]:
    """What the road has settled otherwise than history."""
    if reckoning.chapters and (reckoning.established or reckoning.missing):
        yield block(onward.AT_THE_END, Role.SECTION)
    yield from (block(fact, indent=1, lead=roads.HOLDS_HERE_ALONE) for fact in reckoning.established)
    if len(reckoning.missing) > _MOST_FACTS:
        yield block(onward.facts_missing(len(reckoning.missing)), indent=1)
    else:
        yield from (block(fact, indent=1, lead=roads.HELD_IN_HISTORY) for fact in reckoning.missing)
