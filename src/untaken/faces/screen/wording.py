"""What the walk shows, as paragraphs for the full screen: the words of the views, with their looks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import IntEnum

from textual.content import Content

from untaken.faces.screen.rows import BLANK, EMPTY, Row, row, said
from untaken.history import Walk
from untaken.history.session import Reveal, Session
from untaken.model import Side
from untaken.telling.document import Block, Role
from untaken.telling.walk.reasons import Reason
from untaken.telling.walk.reckoning import End, ends, reckon
from untaken.telling.walk.scene import Card, Scene
from untaken.telling.walk.telling import Sided, Telling, tell
from untaken.telling.walk.words import (
    WHAT_HAPPENED,
    Depth,
    advocates_words,
    assumed_words,
    deciders_words,
    end_lines,
    move_line,
    reckoning_lines,
    silent_words,
    withheld_words,
)

HAPPENED = "◆"
FOR, AGAINST = "▲", "▼"


class Detail(IntEnum):
    """How much a card says of its arguments: the first of each side, all, all with their pins."""

    FOLDED = 0
    CLAIMS = 1
    PINS = 2


_STYLES = {
    Role.NODE: "bold",
    Role.HISTORY: "bold $history",
    Role.STEP: "bold",
    Role.FOR: "$for",
    Role.AGAINST: "$against",
    Role.QUIET: "$quiet",
}


def line_rows(lines: Iterable[Block]) -> Iterator[Row]:
    """The lines of a view as paragraphs."""
    for line in lines:
        if line.role is Role.TITLE:
            yield heading(line.text)
            continue
        style = _STYLES.get(line.role, "")
        sign = f"{HAPPENED} " if line.role is Role.HISTORY else ""
        yield row(line.text, style, "  " * line.indent + sign, style)


def heading(text: str) -> Row:
    """A heading within a page."""
    return row(text.upper(), "bold $quiet")


def head_rows(scene: Scene) -> Iterator[Row]:
    """The situation, and the question that is put here."""
    if scene.is_entrance:
        yield row(scene.question, "italic")
        yield BLANK
    for paragraph in scene.context:
        yield row(paragraph)
        yield BLANK
    yield row(" · ".join(filter(None, (scene.kind, scene.when))), "$quiet")
    yield row(scene.text, "bold")
    if scene.deciders:
        yield row(deciders_words(scene), "$quiet")
    for fact in scene.assumed:
        yield row(assumed_words(fact), "$quiet")
    if scene.withheld:
        yield row(withheld_words(scene), "$quiet")


def card_rows(card: Card, detail: Detail, happened: bool = False, pointed: bool = False) -> Iterator[Row]:
    """An option or a branch: its number and label, who wanted it, what speaks for and against it."""
    closed = bool(card.closed)
    lead = Content.assemble(("▸" if pointed else " ", "bold"), (f"{card.number}  ", "$quiet" if closed else "bold"))
    label = said(card.label, "strike $quiet" if closed else "bold")
    yield Row(label, lead)
    margin = " " * lead.cell_length
    if happened:
        yield happened_row(margin)
    for reason in card.closed:
        yield row(f"Closed; {reason}", "", margin)
    if closed and detail is not Detail.PINS:
        return
    if card.advocates:
        yield row(advocates_words(card), "$quiet", margin)
    yield from _sides(card, detail, margin)
    if card.silent and detail is not Detail.FOLDED:
        yield row(silent_words(card), "$quiet", margin)


def happened_row(margin: str) -> Row:
    """The sign and the words for what happened, under what did."""
    return Row(Content.styled(WHAT_HAPPENED, "bold $history"), Content.styled(f"{margin}{HAPPENED} ", "bold $history"))


def _sides(card: Card, detail: Detail, margin: str) -> Iterator[Row]:
    for reasons, word in ((card.speaking_for, "for"), (card.speaking_against, "against")):
        shown = reasons[:1] if detail is Detail.FOLDED else reasons
        for reason in shown:
            yield from reason_rows(reason, detail is Detail.PINS, margin)
        if len(reasons) > len(shown):
            yield row(f"and {len(reasons) - len(shown)} more {word} it", "$quiet", f"{margin}  ")


def reason_rows(reason: Reason, pins: bool, margin: str = "") -> Iterator[Row]:
    """A claim with whose it is, and, where they are wanted, the pins that hold it to its sources."""
    yield Row(said(reason.claim) + _owner(reason), Content(margin) + _sign(reason))
    for pin in reason.pins if pins else ():
        yield row(pin, "$quiet", f"{margin}    ")


def _owner(reason: Reason) -> Content:
    return Content(" ") + said(f"— {reason.owner}", "$quiet") if reason.owner else EMPTY


def _sign(reason: Reason) -> Content:
    if reason.side is None:
        return Content.styled("· ", "$quiet")
    sign, style = (FOR, "bold $for") if reason.side is Side.FOR else (AGAINST, "bold $against")
    return Content.styled(f"{sign} ", style)


def told_rows(session: Session, pins: bool) -> Iterator[Row]:
    """What a move is told to have come to: what happened, the verdict, what each source says."""
    telling = tell(session.walk)
    if telling is None:
        return
    yield row(move_line(telling).text, "bold")
    if session.reveal is Reveal.END:
        return
    yield from happened_rows(telling)
    for option in telling.options:
        yield BLANK
        yield from _sided_rows(option, pins)
    if telling.notes:
        yield BLANK
        yield heading("Notes")
        for note in telling.notes:
            yield from reason_rows(note, pins)


def happened_rows(telling: Telling) -> Iterator[Row]:
    """What happened, and whether the road left history."""
    if telling.happened == telling.chosen:
        yield row(telling.verdict, "bold $history", f"{HAPPENED} ", "bold $history")
        return
    if telling.happened:
        yield row(f"What happened: {telling.happened}.", "bold $history", f"{HAPPENED} ", "bold $history")
    yield BLANK
    yield row(telling.verdict)


def _sided_rows(option: Sided, pins: bool) -> Iterator[Row]:
    yield row(f"On “{option.label}”", "bold")
    if option.historical:
        yield happened_row("  ")
    for says in option.said:
        if not says.reasons:
            yield row(f"{says.source} is silent.", "$quiet", "  ")
            continue
        yield row(f"{says.source}:", "$quiet", "  ")
        for reason in says.reasons:
            owned = replace(reason, owner="") if reason.owner == says.source else reason
            yield from reason_rows(owned, pins, "  ")


def outcome_rows(session: Session, pins: bool) -> Iterator[Row]:
    """The outcome at which a walk stands; what it rests on only where that may be told."""
    end = ends(session.walk)[-1]
    if session.reveal is Reveal.END and not session.walk.is_over:
        yield row(f"Outcome: {end.text}", "bold")
        return
    yield from _outcome(end, pins)


def _outcome(end: End, pins: bool) -> Iterator[Row]:
    """What a view says of an outcome, its consequences set apart as the claims that they are."""
    yield from line_rows(end_lines(replace(end, consequences=())))
    if end.consequences:
        yield BLANK
        yield heading("What followed")
        for consequence in end.consequences:
            yield from reason_rows(consequence, pins)


def end_rows(session: Session, pins: bool) -> Iterator[Row]:
    """All that the end of a road has to say: its outcomes, how it differs from history, what spoke against it."""
    walk = session.walk
    for at, end in enumerate(ends(walk)):
        if at:
            yield BLANK
        yield heading(end.turning_point)
        yield from _outcome(end, pins)
    if session.reveal is Reveal.END:
        yield from _all_told(walk)
    yield BLANK
    yield from line_rows(reckoning_lines(reckon(walk), Depth.PINS if pins else Depth.CLAIMS))


def _all_told(walk: Walk) -> Iterator[Row]:
    """What was kept for the end, move by move."""
    for station in walk.stations:
        if telling := tell(station):
            yield BLANK
            yield row(move_line(telling).text, "bold")
            yield from happened_rows(telling)
