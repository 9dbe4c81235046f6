"""Chains of small scenarios at random, and every road through them by brute force."""

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from untaken.history.states import Facts
from untaken.model import Outcome, Scenario, Step, TurningPoint

FACTS = ("f", "g", "h")


def is_open(step: Step, facts: Facts) -> bool:
    needed, barred = ([tie.fact for tie in ties] for ties in (step.requires, step.unless))
    return facts.issuperset(needed) and facts.isdisjoint(barred)


@st.composite
def chains(draw: st.DrawFn) -> list[TurningPoint]:
    """Two or three small scenarios of decisions, each of which may continue in a later one, with facts at random."""
    ids = [f"s{number}" for number in range(draw(st.integers(1, 3)))]
    return [_scenario(draw, id, ids[at + 1 :]) for at, id in enumerate(ids)]


def _scenario(draw: st.DrawFn, id: str, later: Sequence[str]) -> TurningPoint:
    count = draw(st.integers(1, 3))
    outcomes = draw(st.integers(1, 2))
    nodes: dict[str, object] = {}
    some_facts = st.lists(st.sampled_from(FACTS), max_size=2, unique=True)
    for number in range(count):
        heads = [f"n{each}" for each in range(number + 1, count)] + [f"o{each}" for each in range(outcomes)]
        options = {
            f"x{each}": {
                "label": "X",
                "leads-to": draw(st.sampled_from(heads)),
                "establishes": draw(some_facts),
                "requires": draw(st.lists(st.sampled_from(FACTS), max_size=1)),
                "unless": draw(st.lists(st.sampled_from(FACTS), max_size=1)),
            }
            for each in range(draw(st.integers(1, 3)))
        }
        nodes[f"n{number}"] = {"decision": "D", "options": options}
    for number in range(outcomes):
        outcome: dict[str, object] = {"outcome": "O", "basis": "inferred", "establishes": draw(some_facts)}
        if later and draw(st.booleans()):
            outcome["continues"] = draw(st.sampled_from(list(later)))
        nodes[f"o{number}"] = outcome
    scenario = Scenario.model_validate({"title": id, "question": "?", "start": "n0", "nodes": nodes})
    return TurningPoint.of(id, scenario)


def walks(points: Sequence[TurningPoint]) -> Iterator[tuple[list[tuple[str, str]], list[tuple[str, str, str]], bool]]:
    """Every road: the places it comes to, the steps that it takes, and whether it comes to an end or is stuck."""
    by_id = {point.id: point for point in points}
    continued = {
        node.continues for point in points for node in point.scenario.nodes.values() if isinstance(node, Outcome)
    }

    def go(id: str, node_id: str, facts: Facts, places: list, steps: list) -> Iterator[tuple[list, list, bool]]:  # type: ignore[type-arg]
        places = [*places, (id, node_id)]
        node = by_id[id].scenario.nodes[node_id]
        if isinstance(node, Outcome):
            if node.continues:
                start = by_id[node.continues].scenario.first
                yield from go(node.continues, start, facts | set(node.establishes), places, steps)
            else:
                yield places, steps, True
            return
        passable = [(step_id, step) for step_id, step in node.steps.items() if is_open(step, facts)]
        if not passable:
            yield places, steps, False
        for step_id, step in passable:
            took = [*steps, (id, node_id, step_id)]
            yield from go(id, step.leads_to, facts | set(step.establishes), places, took)

    for point in points:
        if point.id not in continued:
            yield from go(point.id, point.scenario.first, frozenset(), [], [])
