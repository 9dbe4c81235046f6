"""The shipped collection as one history: its own road meets nothing closed, and most departures change something later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from histories import shipped
from untaken.history.recorded import Recorded
from untaken.history.states import DOOR, Machine, Spot, State
from untaken.model import Conditional, Option, Outcome, Tie

MACHINE = Machine({point.id: point for point in shipped()})

Turn = tuple[str, str, str]
"""A turning point, a node of it, and an option or branch."""

# Departures to which no essay ties anything later.
UNTIED = {
    ("july-days", "rise", "seize-power"),
    ("martov-motion", "compromise", "negotiate"),
    ("martov-motion", "left-wing", "remain"),
    ("brest-litovsk", "first-terms", "revolutionary-war"),
    ("red-army", "enough", "enough-come"),
    ("war-communism", "meaning", "leap"),
    ("new-international", "no-rescue", "wait"),
    # Here history comes back, and the outcome says who says so.
    ("lenins-warning", "the-camps", "follow-trotsky"),
    ("lenins-warning", "the-camps", "unite"),
    ("patriotic-war", "the-news", "heed"),
    ("patriotic-war", "whose-war", "class-war"),
    ("yalta", "supply", "give-way"),
    ("tito-and-mao", "tito", "keep"),
    ("after-stalin", "orthodoxy", "defend"),
    ("no-defenders", "workers", "defend"),
    ("lessons", "lessons", "learn"),
}


@dataclass
class Seen:
    """What a road came by: closed ways, turning points that did not arise, and every tie that failed, by its place."""

    closed: set[Turn] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    failed: set[tuple[tuple[str, ...], str]] = field(default_factory=set)
    end: str = ""

    def add(self, place: tuple[str, ...], conditional: Conditional, facts: frozenset[str]) -> None:
        wanted = {tie.fact for tie in conditional.requires} - facts
        self.failed |= {(place, fact) for fact in wanted | {tie.fact for tie in conditional.unless} & facts}

    def changes(self, since: str) -> bool:
        """Whether anything is different in a turning point later than this one."""
        places = [MACHINE.order.index(place[0]) for place, _ in self.failed]
        return max(places, default=-1) > MACHINE.order.index(since) or self.end != MACHINE.order[-1]


def onward(state: State) -> Seen:
    """The road from here on: as history went where that is open, else by the first way that is."""
    seen = Seen()
    while True:
        arrival = MACHINE.arrive(state)
        for door in arrival.absent:
            seen.absent.add(door.spot[0])
            seen.add((door.spot[0],), MACHINE.premises[door.spot[0]], door.facts)
        if arrival.state is None:
            return seen
        state = arrival.state
        seen.end = state.spot[0]
        look(state, seen)
        ways = MACHINE.ways(state)
        if not ways:
            return seen
        state = MACHINE.step(state, min(ways, key=lambda way: (*state.spot, way.way) not in MACHINE.historical))


def look(state: State, seen: Seen) -> None:
    """Take down what is closed here, and which ties of ways and arguments fail."""
    open_here = {way.way for way in MACHINE.ways(state)}
    for id, step in MACHINE.graphs[state.spot[0]].nodes[state.spot[1]].steps.items():
        turn = (*state.spot, id)
        seen.closed |= {turn} - {(*state.spot, way) for way in open_here}
        seen.add(turn, step, state.facts)
        for argument in step.arguments if isinstance(step, Option) else ():
            seen.add((*turn, argument.claim), argument, state.facts)


def departures() -> Iterator[tuple[Turn, State]]:
    """Each way off history and the state behind it: as history was until its turning point, then the shortest road."""
    before = Recorded.of(MACHINE).before
    for id in MACHINE.order:
        waiting, met = [MACHINE.open(id, before[id])], set[Spot]()
        for state in waiting:
            if state.spot in met or isinstance(MACHINE.graphs[id].nodes[state.spot[1]], Outcome):
                continue
            met.add(state.spot)
            for way in MACHINE.ways(state):
                waiting.append(MACHINE.step(state, way))
                if (*state.spot, way.way) not in MACHINE.historical:
                    yield (*state.spot, way.way), waiting[-1]


@pytest.fixture(scope="module")
def roads() -> dict[Turn, Seen]:
    """What each single departure from history comes by afterwards."""
    return {turn: onward(state) for turn, state in departures()}


def ties() -> Iterator[Tie]:
    for point in MACHINE.points.values():
        conditionals: list[Conditional] = [point.scenario]
        for node in point.scenario.nodes.values():
            yield from node.restores if isinstance(node, Outcome) else ()
            conditionals += node.steps.values()
            conditionals += [each for way in node.steps.values() if isinstance(way, Option) for each in way.arguments]
        for each in conditionals:
            yield from (*each.requires, *each.unless)


def test_a_walk_along_history_meets_nothing_closed_and_nothing_missing() -> None:
    seen = onward(State((MACHINE.order[0], DOOR)))
    assert (seen.closed, seen.absent, seen.failed, seen.end) == (set(), set(), set(), MACHINE.order[-1])


def test_every_tie_of_the_shipped_collection_says_why_and_who_says_so() -> None:
    assert [tie.fact for tie in ties() if not (tie.claim and tie.cite)] == []
    assert sum(1 for _ in ties()) >= 50


def test_two_thirds_of_all_departures_change_something_later(roads: dict[Turn, Seen]) -> None:
    untied = {turn for turn, seen in roads.items() if not seen.changes(since=turn[0])}
    assert untied == UNTIED
    assert len(untied) * 3 <= len(roads)


def test_departures_close_options_and_keep_turning_points_from_arising(roads: dict[Turn, Seen]) -> None:
    assert len(set().union(*(seen.closed for seen in roads.values()))) >= 18
    assert len(set().union(*(seen.absent for seen in roads.values()))) >= 10
    assert len(set().union(*(seen.failed for seen in roads.values()))) >= 30


def test_every_outcome_says_what_followed_or_asks_the_reader() -> None:
    outcomes = [
        (point.id, id, node)
        for point in MACHINE.points.values()
        for id, node in point.scenario.nodes.items()
        if isinstance(node, Outcome)
    ]
    assert [(scenario, id) for scenario, id, node in outcomes if not node.consequences and not node.question] == []
    # What a source says of a road not taken cites it; the editor's inference is followed by the editor's question.
    assert [(scenario, id) for scenario, id, node in outcomes if node.basis == "inferred" and not node.question] == []


def stems(*texts: str | None) -> set[str]:
    """The beginnings of the longer words of texts."""
    return {word[:6] for text in texts for word in re.findall("[a-z]{4,}", (text or "").lower())}


def restated(claim: str, known: set[str]) -> float:
    """Which part of a claim's words was known before."""
    words = stems(claim)
    return len(words & known) / len(words)


def situation(point: str, outcome: str) -> set[str]:
    """The words that stood on the pages from which a road comes to an outcome, arguments apart."""
    scenario, graph = MACHINE.points[point].scenario, MACHINE.graphs[point]
    words = stems(scenario.context, scenario.question)
    for arc in (arc for arcs in graph.leaving.values() for arc in arcs if arc.head == outcome):
        words |= stems(graph.nodes[arc.tail].text, graph.nodes[arc.tail].context, arc.step.label)
    return words


def test_no_consequence_of_a_road_not_taken_only_says_again_how_things_stood() -> None:
    told = [
        (point.id, id, each.claim)
        for point in MACHINE.points.values()
        for id, node in point.scenario.nodes.items()
        if isinstance(node, Outcome) and node.basis != "recorded"
        for each in node.consequences
    ]
    assert len(told) >= 40
    assert [(*at, claim) for *at, claim in told if restated(claim, situation(*at)) > 0.65] == []
    # A sentence of the situation itself would be found so.
    context = MACHINE.points["dual-power"].scenario.context or ""
    assert restated(context.split(". ")[0], situation("dual-power", "liberals-without-base")) == 1
