"""What remains of a walk on paper: an essay-ready record in Markdown, with citations and how to walk the road again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from untaken.history import How, Walk
from untaken.history.session import Reveal, Session
from untaken.model import Outcome, Side
from untaken.telling.walk.hands import hands_lines
from untaken.telling.walk.markdown import escaped, heading, paragraph, points
from untaken.telling.walk.reasons import Reason
from untaken.telling.walk.reckoning import End, Reckoning, ends, reckon
from untaken.telling.walk.repeating import command
from untaken.telling.walk.scene import Card, Scene, scene
from untaken.telling.walk.telling import Sided, Telling, tell
from untaken.telling.walk.words import assumed_words, deciders_words
from untaken.text.naming import counted, sentence_list
from untaken.text.wrapping import one_line

_TOLD = {
    Reveal.ALWAYS: "What happened was shown from the beginning.",
    Reveal.AFTER: "What happened was told after each choice.",
    Reveal.END: "What happened was told at the road’s end.",
}


def transcript(session: Session, date: str, begun: Sequence[str]) -> str:
    """The record of a session in Markdown.

    `date` is the day of the walk, as it is to be read; `begun` are the words of the command that began it. While what
    happened is kept for the end of the road, nothing tells it.
    """
    return "\n\n".join(_Transcript(session).blocks(date, begun)) + "\n"


@dataclass(frozen=True)
class _Transcript:
    session: Session

    @property
    def walk(self) -> Walk:
        return self.session.walk

    @property
    def tells(self) -> bool:
        return self.session.reveal is not Reveal.END or isinstance(self.walk.here.node, Outcome) or self.walk.is_over

    def blocks(self, date: str, begun: Sequence[str]) -> Iterator[str]:
        titles = [one_line(place.point.scenario.title) for place in self.walk.places]
        last = f" to “{titles[-1]}”" if titles[-1] != titles[0] else ""
        yield heading(1, f"A walk {'from' if last else 'through'} “{titles[0]}”{last}")
        yield paragraph(f"Walked on {date}. {_TOLD[self.session.reveal]}")
        yield from self.road()
        if self.tells:
            yield from _reckoning_blocks(reckon(self.walk))
        yield heading(2, "To walk this road again")
        yield f"    {one_line(command(self.walk, begun))}"

    def road(self) -> Iterator[str]:
        """Every place of the road, with what was decided there; numbers count decisions and turns of chance."""
        number, outcomes = 0, iter(ends(self.walk))
        moves = [*self.walk.moves, None]
        for at, station in enumerate(self.walk.stations):
            here = scene(station, told=True)
            if here.is_entrance:
                yield from _entrance_blocks(here)
            if isinstance(station.here.node, Outcome):
                yield from _end_blocks(next(outcomes), self.tells)
                continue
            number += 1
            yield from _place_blocks(here, number)
            if moves[at] is None:
                yield "Here the walk broke off." if station.ways else "Here no way leads on."
            else:
                yield from self.move_blocks(self.walk.stations[at + 1])

    def move_blocks(self, after: Walk) -> Iterator[str]:
        """How the last move came about, and what is told of it."""
        move, telling = after.moves[-1], tell(after)
        if telling is None:
            return
        yield _how(telling)
        if move.vote:
            yield points(escaped(line.text) for line in hands_lines(after.back().ways, move.vote))
        if self.tells:
            yield from _telling_blocks(telling)


def _entrance_blocks(here: Scene) -> Iterator[str]:
    yield heading(2, here.title)
    yield paragraph(here.question)
    if here.where:
        yield paragraph(f"{here.where}.")


def _place_blocks(here: Scene, number: int) -> Iterator[str]:
    yield heading(3, f"{number}. {here.text}")
    place = f"{', '.join(filter(None, [here.kind, here.when]))}."
    yield paragraph(" ".join(filter(None, [place, deciders_words(here)])))
    yield from (paragraph(each) for each in here.context)
    yield from (paragraph(assumed_words(fact)) for fact in here.assumed)
    ways = [card for card in here.cards if not card.closed]
    closed = [card for card in here.cards if card.closed]
    if ways:
        yield "**Open:**"
        yield points(_card_line(card) for card in ways)
    if closed:
        yield "**Closed:**"
        yield points(f"{escaped(card.label)}; {escaped('; '.join(card.closed))}" for card in closed)


def _card_line(card: Card) -> str:
    wanted = f" (wanted at the time by {card.advocates})" if card.advocates else ""
    return paragraph(f"{card.label}{wanted}")


def _how(telling: Telling) -> str:
    verb = {How.VOTED: "The class chose", How.ROLLED: "The dice fell", How.TOLD: "It fell"}
    likelihood = f" ({telling.likelihood})" if telling.likelihood else ""
    return f"**{verb.get(telling.how, 'Chosen')}:** {escaped(telling.chosen)}{likelihood}."


def _telling_blocks(telling: Telling) -> Iterator[str]:
    happened = f"**What happened:** {escaped(telling.happened)}. " if telling.happened else ""
    yield f"{happened}{telling.verdict}"
    for option in telling.options:
        yield from _sided_blocks(option)
    if telling.notes:
        yield "**Notes:**"
        yield points(_reason_line(each) for each in telling.notes)


def _sided_blocks(option: Sided) -> Iterator[str]:
    mark = ", which happened" if option.historical else ""
    said = dict.fromkeys(reason for says in option.said for reason in says.reasons)
    silent = [says.source for says in option.said if not says.reasons]
    for_first = sorted(said, key=lambda reason: reason.side is Side.AGAINST)
    lines = [f"**{str(reason.side).capitalize()}:** {_reason_line(reason)}" for reason in for_first]
    if silent:
        lines.append(paragraph(f"{sentence_list(silent)} {'is' if len(silent) == 1 else 'are'} silent."))
    if lines:
        yield f"**What the sources say** of “{escaped(option.label)}”{mark}:"
        yield points(lines)


def _reason_line(reason: Reason) -> str:
    """A claim, whose it is, and its citations in brackets; who is cited need not be named twice."""
    cited = f" ({'; '.join(reason.references)})" if reason.references else ""
    voice = f" — {reason.owner}" if reason.owner and (", in " in reason.owner or not cited) else ""
    return paragraph(f"{reason.claim}{voice}{cited}")


def _end_blocks(end: End, tells: bool) -> Iterator[str]:
    yield heading(3, f"Outcome: {end.text}")
    if not tells:
        return
    yield paragraph(end.basis)
    if end.consequences:
        yield points(map(_reason_line, end.consequences))
    if end.instead:
        yield f"**What happened instead:** {escaped(end.instead)}."


def _reckoning_blocks(reckoning: Reckoning) -> Iterator[str]:
    yield heading(2, "The road and history")
    yield paragraph(reckoning.summary)
    facts = [f"Holds on this road alone: {each}" for each in reckoning.established]
    facts += [f"Held in history: {each}" for each in reckoning.missing]
    yield from _listed([*reckoning.left, *facts])
    if reckoning.objections:
        yield heading(2, "What spoke against the road taken")
        yield points(f"Against “{escaped(each.option)}”: {_reason_line(each.reason)}" for each in reckoning.objections)
    if reckoning.sources:
        yield heading(2, counted(len(reckoning.sources), "Source").partition(" ")[2])
        yield from _listed(reckoning.sources)


def _listed(texts: Iterable[str]) -> Iterator[str]:
    lines = [paragraph(text) for text in texts]
    if lines:
        yield points(lines)
