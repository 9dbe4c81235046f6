"""What is told once a choice is made: what happened, what each source says of it, and whether the road left history."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from untaken.history import How, Place, Walk
from untaken.model import Branch, Option, Step
from untaken.model.sources import Source
from untaken.telling.citing import silent_sources
from untaken.telling.fairness import arguments
from untaken.telling.phrases import moves
from untaken.telling.reasons import Reason, estimate_reason, reason
from untaken.telling.walk.scene import Offer, argued, scene
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Sided:
    """An option with all that is said of it, and `page`, as it stood where the choice was made."""

    label: str
    historical: bool
    wanted: tuple[str, ...]
    arguments: tuple[Reason, ...]
    silent: tuple[Source, ...]
    page: Offer

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is said of it."""
        return not (self.wanted or self.arguments or self.silent)

    @property
    def new(self) -> "Sided":
        """The same with no more than what did not stand on the page."""
        return replace(
            self,
            wanted=() if self.wanted == self.page.wanted else self.wanted,
            arguments=tuple(_without(self.arguments, self.page.shown)),
            silent=() if self.silent == self.page.silent else self.silent,
        )


def _without(said: Iterable[Reason], known: Iterable[Reason]) -> Iterator[Reason]:
    """What is said but for what is known; what is said twice and known once is still said once."""
    left = Counter(known)
    for each in said:
        if left[each]:
            left[each] -= 1
        else:
            yield each


@dataclass(frozen=True)
class Telling:
    """What a move is told to have come to. `happened` is empty where history never came to this point."""

    chosen: str
    how: How
    happened: str
    verdict: str
    """One sentence: the road is history's, leaves it here, stays away from it, or comes back."""
    options: tuple[Sided, ...]
    """The option that was chosen and the one that happened, one where they are the same; none for chance."""
    others: tuple[Sided, ...]
    """The options that were neither."""
    notes: tuple[Reason, ...]
    likelihood: str = ""
    """The word of estimative probability, where chance fell in a way that has one."""
    estimates: tuple[tuple[str, Reason], ...] = ()
    """Who says how likely the way was in which chance fell, and the one that happened, by their labels."""
    by_teacher: bool = False
    """Whether a class voted, and its hands did not decide."""

    @property
    def known(self) -> int:
        """How many of the arguments stood on the page on which the choice was made."""
        return sum(len(option.arguments) - len(option.new.arguments) for option in self.options)


def tell(walk: Walk, told: bool = False) -> Telling | None:
    """What to tell of the last move of a walk; None at the start, and where it went on to another turning point.

    `told` says that what happened was shown before the choice, too: less is new then.
    """
    if not walk.moves or not walk.moves[-1].how.is_step:
        return None
    before, move = walk.back().here, walk.moves[-1]
    chosen = before.node.steps[move.way]
    happened = before.history.step if before.history else None
    sided = {
        card.id: _sided(walk.back(), option, card)
        for card in scene(walk.back(), told).cards
        if isinstance(option := before.node.steps[card.id], Option)
    }
    ways = dict.fromkeys([move.way, *([before.history.id] if before.history else [])])
    return Telling(
        chosen=one_line(chosen.label),
        how=move.how,
        happened=one_line(happened.label) if happened else "",
        verdict=_verdict(before, walk.here, chosen, happened),
        options=tuple(sided[id] for id in ways if id in sided),
        others=tuple(each for id, each in sided.items() if id not in ways),
        notes=tuple(reason(before.point, note) for note in before.node.notes),
        likelihood=chosen.likelihood.in_words if isinstance(chosen, Branch) and chosen.likelihood else "",
        estimates=tuple(_estimates(before, ways)),
        by_teacher=move.vote is not None and move.vote.by_teacher,
    )


def _estimates(before: Place, ways: Iterable[str]) -> Iterator[tuple[str, Reason]]:
    for step in (before.node.steps[id] for id in ways):
        if isinstance(step, Branch) and (said := estimate_reason(before.point, step.likelihood)):
            yield one_line(step.label), said


def _verdict(before: Place, after: Place, chosen: Step, happened: Step | None) -> str:
    if happened is None:
        return moves.never_came(after.historical)
    return moves.SO_IT_HAPPENED if chosen is happened else moves.leaves_history(after.historical)


def _sided(before: Walk, option: Option, page: Offer) -> Sided:
    point = before.here.point
    return Sided(
        one_line(option.label),
        option.historical,
        tuple(one_line(point.name(each)) for each in option.advocates),
        tuple(argued(before, each) for each in arguments(option, told=True)),
        tuple(silent_sources(point, option)),
        page,
    )
