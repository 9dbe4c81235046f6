"""Ties as pictures tell them: a fact, and what of a turning point hangs on it, with who says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from untaken.history.recorded import Recorded
from untaken.history.states import Machine
from untaken.history.threads import Knot, Thread, threads
from untaken.telling.citing import whereabouts
from untaken.telling.phrases import ties
from untaken.text.wrapping import one_line

_BEARING = (Knot.PREMISE, Knot.WAY, Knot.REASON)


@dataclass(frozen=True)
class Hold:
    """What of a turning point hangs on a fact, in a sentence; why, and where that stands."""

    text: str
    claim: str
    where: str


@dataclass(frozen=True)
class Bond:
    """A fact and all that hangs on it in one turning point, as far as sources state it, or else only suggest it.

    `point` is the id of the turning point, `origins` those of the earlier ones that can settle the fact, a sentence. A
    gate stands at the turning point after which it closes, and has no origins.
    """

    point: str
    origins: tuple[str, ...]
    fact: str
    holds: tuple[Hold, ...] = ()
    implied: bool = False
    is_gate: bool = False


def bonds(machine: Machine) -> tuple[Bond, ...]:
    """All ties of a history but those that change words alone, turning point by turning point in the order of time."""
    every = threads(machine)
    gates = {each.tie.fact: each for each in every if each.knot is Knot.GATE}
    grouped: dict[tuple[str, str, bool], list[Thread]] = {}
    for each in every:
        if each.knot not in (Knot.GATE, Knot.WORDS):
            grouped.setdefault((each.point.id, each.tie.fact, each.tie.implied), []).append(each)
    return (*map(_gate, gates.values()), *map(_bond, grouped.values()))


def bonds_before(machine: Machine, id: str) -> tuple[Bond, ...]:
    """What a turning point comes from, in the order of time: what bears on it and had been settled, as history had it.

    What hangs on that is left out, for the reasons mostly tell what was chosen.
    """
    held = Recorded.of(machine).before[id]
    own = [each for each in threads(machine) if each.point.id == id and each.origins and each.knot in _BEARING]
    facts = {each.tie.fact: Bond(id, each.origins, fact_of(each)) for each in own if each.tie.fact in held}
    return tuple(sorted(facts.values(), key=lambda each: (machine.order.index(each.origins[0]), each.fact)))


def gates_before(machine: Machine, id: str) -> list[str]:
    """The facts, as sentences, that a turning point asks for as all later ones do."""
    return [fact_of(each) for each in threads(machine) if each.point.id == id and each.knot is Knot.GATE]


def fact_of(each: Thread) -> str:
    """The fact of a tie as a sentence."""
    facts = each.point.facts
    return one_line(facts[each.tie.fact].holds) if each.tie.fact in facts else each.tie.fact


def sentence(each: Thread) -> str:
    """A tie that is no gate, in full."""
    fact, what, under = fact_of(each), one_line(each.what), one_line(each.under)
    if each.knot is Knot.WAY:
        return ties.is_open(what, fact, each.wanted)
    if each.knot is Knot.REASON:
        return ties.holds(what, under, fact, each.wanted)
    if each.knot is Knot.WORDS:
        return ties.told_otherwise(what, fact, each.wanted)
    return ties.returns(what, fact) if each.knot is Knot.RETURN else ties.arises(fact, each.wanted)


def _bond(alike: Sequence[Thread]) -> Bond:
    """The bond of ties of one turning point with the same fact."""
    first = alike[0]
    by_reason = groupby(alike, key=lambda each: (each.knot is Knot.REASON or each.what, each.tie, each.wanted))
    holds = tuple(_hold(list(each)) for _, each in by_reason)
    return Bond(first.point.id, first.origins, fact_of(first), holds, first.tie.implied)


def _hold(alike: Sequence[Thread]) -> Hold:
    """What hangs on a fact for one reason; of several arguments only how many there are."""
    first, tie = alike[0], alike[0].tie
    what, wanted = one_line(first.what), first.wanted
    if first.knot is Knot.WAY:
        text = ties.opens(what, wanted)
    elif first.knot is Knot.REASON:
        options = list(dict.fromkeys(one_line(each.under) for each in alike))
        text = ties.carries(options, len(alike), wanted)
    else:
        text = ties.brings_back(what) if first.knot is Knot.RETURN else ties.lets_arise(wanted)
    return Hold(text, one_line(tie.claim or ""), whereabouts(first.point, tie.cite))


def _gate(each: Thread) -> Bond:
    hold = Hold(ties.LETS_ALL_ARISE, one_line(each.tie.claim or ""), whereabouts(each.point, each.tie.cite))
    stands = each.point.gates[each.tie.fact].from_
    return Bond(stands, (), fact_of(each), (hold,), each.tie.implied, is_gate=True)
