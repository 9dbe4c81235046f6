"""Before the choice, the full screen shows nothing that tells what happened: not by a letter, a style, an order or a map."""

from collections.abc import Iterator, Sequence

import pytest

from full_screen import Player, play, session
from histories import shipped
from untaken.history.graph import Graph
from untaken.history.session import Reveal
from untaken.model import Basis, Outcome, Step, TurningPoint

Painted = list[list[tuple[str, str]]]
PEEKS: tuple[tuple[str, ...], ...] = (("down",), ("a",), ("s",), ("escape", "m"), ("escape", "question_mark"))


def another_road(graph: Graph) -> list[str]:
    """The ids of nodes and steps of a road that is not history's, from the start to an outcome."""
    road, here = [], graph.start
    while arcs := graph.leaving[here]:
        arc = next((arc for arc in arcs if not arc.step.historical), arcs[-1])
        road += [f"{here}/{arc.id}"]
        here = arc.head
    return [*road, here]


def rewritten(point: TurningPoint) -> TurningPoint:
    """The same turning point, if history had taken another road in it."""
    road = another_road(Graph.of(point.scenario))
    nodes = {}
    for id, node in point.scenario.nodes.items():
        if isinstance(node, Outcome):
            nodes[id] = node.model_copy(update={"basis": Basis.RECORDED if id in road else Basis.INFERRED})
            continue
        key = "options" if hasattr(node, "options") else "branches"
        nodes[id] = node.model_copy(update={key: dict(_remarked(id, node.steps.items(), road))})
    scenario = point.scenario.model_copy(update={"nodes": nodes})
    return TurningPoint(point.id, scenario, point.sources, point.actors, point.facts, point.collection, point.history)


def _remarked(node: str, steps: "Sequence[tuple[str, Step]]", road: Sequence[str]) -> Iterator[tuple[str, Step]]:
    for id, step in steps:
        yield id, step.model_copy(update={"historical": f"{node}/{id}" in road})


def in_both_histories(
    start: str, keys: Sequence[tuple[str, ...]], reveal: Reveal
) -> tuple[list[Painted], list[Painted]]:
    """What is painted after each of some groups of keys, in the history that was and in another."""
    other = tuple(rewritten(point) if point.id == start else point for point in shipped())
    shown: list[list[Painted]] = []
    for points in (shipped(), other):
        painted: list[Painted] = []

        async def script(player: Player, painted: list[Painted] = painted) -> None:
            for group in keys:
                await player.press(*group)
                painted.append(player.painted)

        play(session(start, points=points, reveal=reveal), script, (120, 40))
        shown.append(painted)
    return shown[0], shown[1]


@pytest.mark.parametrize("start", ["brest-litovsk", "martov-motion", "nep-or-collectivization"])
def test_the_first_choice_gives_nothing_away(start: str) -> None:
    was, other = in_both_histories(start, [(), *PEEKS], Reveal.AFTER)
    assert was == other


def test_where_it_is_kept_for_the_end_nothing_on_the_way_gives_it_away() -> None:
    way = [("1",), ("down",), ("1",), ("m",), ("escape", "enter"), ("s",), ("escape", "a"), ("m",)]
    was, other = in_both_histories("brest-litovsk", way, Reveal.END)
    assert was == other


def test_what_is_told_would_differ_so_that_the_comparison_means_something() -> None:
    was, other = in_both_histories("brest-litovsk", [("1",)], Reveal.AFTER)
    assert was != other
    was, other = in_both_histories("brest-litovsk", [()], Reveal.ALWAYS)
    assert was != other
