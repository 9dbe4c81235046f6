"""The sources of what a stage shows: each with its reference, and what is cited from it with its pins."""

from collections.abc import Iterable, Iterator

from untaken.faces.screen.painting import painted
from untaken.faces.screen.rows import BLANK, Row, row
from untaken.history.session import Reveal, Session
from untaken.model import TurningPoint
from untaken.telling.phrases import asking
from untaken.telling.reasons import Depth, Reason, claim_blocks
from untaken.telling.walk.reckoning import ends, reckon
from untaken.telling.walk.scene import Offer
from untaken.telling.walk.telling import tell


def argument_sources(point: TurningPoint, cards: Iterable[Offer]) -> tuple[Row, ...]:
    """The sources of the arguments on some options."""
    return _cited(point, [reason for card in cards for reason in card.arguments])


def told_sources(session: Session) -> tuple[Row, ...]:
    """The sources of what is told of the last move; none where that is kept for the end."""
    telling = tell(session.walk) if session.reveal is not Reveal.END else None
    options = telling.options if telling else ()
    said = [reason for option in options for reason in option.arguments]
    notes = telling.notes if telling else ()
    return _cited(session.walk.back().here.point, [*dict.fromkeys(said), *notes])


def outcome_sources(session: Session) -> tuple[Row, ...]:
    """The sources of what is said to have followed; none where that is kept for the end."""
    is_kept = session.reveal is Reveal.END
    return _cited(session.walk.here.point, () if is_kept else ends(session.walk)[-1].consequences)


def end_sources(session: Session) -> tuple[Row, ...]:
    """The references of all that was cited on the road."""
    references = reckon(session.walk).sources
    return tuple(row(each, "", "· ", "$quiet") for each in references) or (row(asking.NOTHING_CITED),)


def _cited(point: TurningPoint, reasons: Iterable[Reason]) -> tuple[Row, ...]:
    return tuple(_by_source(point, list(reasons))) or (row(asking.NOTHING_CITED),)


def _by_source(point: TurningPoint, reasons: list[Reason]) -> Iterator[Row]:
    cited = {id for reason in reasons for id in reason.sources}
    for at, (id, source) in enumerate((id, source) for id, source in point.sources.items() if id in cited):
        if at:
            yield BLANK
        yield row(source.reference, "bold")
        if source.url:
            yield row(source.url, "$quiet")
        for reason in reasons:
            if id in reason.sources:
                yield from painted(claim_blocks(reason, Depth.PINS, 0))
