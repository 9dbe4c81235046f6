"""Histories of small scenarios at random, and every road through them by brute force."""

from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

from untaken.history.premises import Facts
from untaken.model import Conditional, Outcome, Scenario, TurningPoint

FACTS = ("f", "g", "h")
Places = list[tuple[str, str]]
Steps = list[tuple[str, str, str]]
Failures = list[str | tuple[str, str, str]]
Road = tuple[Places, Steps, bool, Failures]
"""The places that a road comes to, the steps that it takes, whether it comes to an end or is stuck, and what does not
arise or is closed on it."""

_SOME = st.lists(st.sampled_from(FACTS), max_size=2, unique=True)
_TIES = st.lists(st.fixed_dictionaries({"fact": st.sampled_from(FACTS), "implied": st.booleans()}), max_size=2)


def holds(asking: Conditional, facts: Facts) -> bool:
    """Whether what sources state holds; what they only suggest closes nothing."""
    needed, barred = ([tie.fact for tie in ties if not tie.implied] for ties in (asking.requires, asking.unless))
    return facts.issuperset(needed) and facts.isdisjoint(barred)


@st.composite
def chains(draw: st.DrawFn, alone: bool = False) -> list[TurningPoint]:
    """One to three small scenarios of decisions, in the order of time, with facts at random.

    Outcomes may continue in a later one, or end everything; scenarios may ask for facts, all but those that stand
    `alone`.
    """
    ids = [f"s{number}" for number in range(1 if alone else draw(st.integers(1, 3)))]
    collection = "" if alone else draw(st.sampled_from(("", "island", "island", "island")))
    return [_scenario(draw, id, ids[at + 1 :], f"19{at:02}", collection) for at, id in enumerate(ids)]


def _scenario(draw: st.DrawFn, id: str, later: Sequence[str], date: str, collection: str) -> TurningPoint:
    count, outcomes = draw(st.integers(1, 3)), draw(st.integers(1, 2))
    nodes: dict[str, object] = {}
    for number in range(count):
        heads = [f"n{each}" for each in range(number + 1, count)] + [f"o{each}" for each in range(outcomes)]
        options = {
            f"x{each}": {
                "label": "X",
                "leads-to": draw(st.sampled_from(heads)),
                "establishes": draw(_SOME),
                "requires": draw(_TIES),
                "unless": draw(_TIES),
            }
            for each in range(draw(st.integers(1, 3)))
        }
        nodes[f"n{number}"] = {"decision": "D", "options": options}
    for number in range(outcomes):
        nodes[f"o{number}"] = _outcome(draw, later)
    written: dict[str, object] = {"title": id, "question": "?", "date": date, "start": "n0", "nodes": nodes}
    if collection:
        written |= {"requires": draw(_TIES), "unless": draw(_TIES)}
    return TurningPoint.of(id, Scenario.model_validate(written), name=collection)


def _outcome(draw: st.DrawFn, later: Sequence[str]) -> dict[str, Any]:
    outcome: dict[str, Any] = {"outcome": "O", "basis": "inferred", "establishes": draw(_SOME)}
    outcome |= {"restores": draw(_TIES), "ends": draw(st.integers(0, 5)) == 0}
    if later and draw(st.booleans()):
        outcome["continues"] = draw(st.sampled_from(list(later)))
    return outcome


def walks(points: Sequence[TurningPoint]) -> Iterator[Road]:
    """Every road through scenarios that are given in the order of time."""
    by_id = {point.id: point for point in points}
    ids = list(by_id)

    def enter(id: str | None, facts: Facts, places: Places, steps: Steps, failed: Failures) -> Iterator[Road]:
        while id is not None and not holds(by_id[id].scenario, facts):
            failed, id = [*failed, id], following(id)
        if id is None:
            yield places, steps, True, failed
        else:
            yield from go(id, by_id[id].scenario.first, facts, places, steps, failed)

    def following(id: str) -> str | None:
        later = ids[ids.index(id) + 1 :] if by_id[id].collection else []
        return later[0] if later else None

    def go(id: str, node_id: str, facts: Facts, places: Places, steps: Steps, failed: Failures) -> Iterator[Road]:
        places = [*places, (id, node_id)]
        node = by_id[id].scenario.nodes[node_id]
        if isinstance(node, Outcome):
            facts = facts.union(node.establishes, (tie.fact for tie in node.restores))
            yield from enter(None if node.ends else node.continues or following(id), facts, places, steps, failed)
            return
        failed = [*failed, *((id, node_id, step) for step in node.steps if not holds(node.steps[step], facts))]
        passable = [(step_id, step) for step_id, step in node.steps.items() if holds(step, facts)]
        if not passable:
            yield places, steps, False, failed
        for step_id, step in passable:
            took = [*steps, (id, node_id, step_id)]
            yield from go(id, step.leads_to, facts.union(step.establishes), places, took, failed)

    begun: set[str] = set()
    for id in ids:
        if id not in begun:
            begun |= {id, *_ahead(by_id, id)}
            yield from enter(id, frozenset(), [], [], [])


def _ahead(points: dict[str, TurningPoint], id: str) -> set[str]:
    """The scenarios to which some way leads from one, whether or not it is ever open."""
    ids = list(points)
    if points[id].collection:
        return set(ids[ids.index(id) :])
    graph = {each: point.scenario.nodes for each, point in points.items()}
    found, waiting = set(), [(id, points[id].scenario.first)]
    for spot in waiting:
        node = graph[spot[0]][spot[1]]
        heads = [(spot[0], step.leads_to) for step in node.steps.values()]
        if isinstance(node, Outcome) and node.continues and not node.ends:
            found.add(node.continues)
            heads.append((node.continues, points[node.continues].scenario.first))
        waiting += [head for head in heads if head not in waiting]
    return found
