"""The graph functions against brute force, on small graphs at random."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from untaken.history.graph import Arc, Graph
from untaken.model import Basis, Branch, Chance, Decision, Outcome, Scenario

NAMES = "abcdef"
Edge = tuple[str, str, bool]
"""From, to, and whether it is what happened."""
EDGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans()),
    max_size=12,
    unique_by=lambda each: each[:2],
)
FORWARD = EDGES.map(lambda edges: [edge for edge in edges if edge[0] < edge[1]])


def scenario(edges: list[Edge], start: str = "a") -> Scenario:
    """A node for each name, and a branch for each edge, called after where it leads."""
    nodes: dict[str, Decision | Chance | Outcome] = {}
    for name in NAMES:
        branches = {
            head: Branch(label=head, leads_to=head, historical=historical)
            for tail, head, historical in edges
            if tail == name
        }
        nodes[name] = (
            Chance(chance=name, branches=branches) if branches else Outcome(outcome=name, basis=Basis.INFERRED)
        )
    return Scenario(title="t", question="q", start=start, nodes=nodes)


def roads(edges: list[Edge], start: str) -> Iterator[tuple[str, ...]]:
    """Every road from a node on that comes to no node twice."""
    waiting = [(start,)]
    while waiting:
        road = waiting.pop()
        yield road
        waiting += [(*road, head) for tail, head, _ in edges if tail == road[-1] and head not in road]


def reached(edges: list[Edge], start: str) -> set[str]:
    return {road[-1] for road in roads(edges, start)}


@settings(max_examples=60, deadline=None)
@given(EDGES, st.sampled_from(NAMES))
def test_what_is_reachable_ends_some_road(edges: list[Edge], start: str) -> None:
    graph = Graph.of(scenario(edges, start))
    assert sorted(graph.reachable(start)) == sorted(reached(edges, start))
    assert graph.reachable(start)[0] == start
    assert set(graph.reachable("a", "b")) == reached(edges, "a") | reached(edges, "b")


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_what_is_reachable_comes_nearest_first(edges: list[Edge]) -> None:
    found = Graph.of(scenario(edges)).reachable("a")
    nearest = {node: min(len(road) for road in roads(edges, "a") if road[-1] == node) for node in found}
    assert [nearest[node] for node in found] == sorted(nearest.values())


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_the_order_has_every_reachable_node_once(edges: list[Edge]) -> None:
    order = Graph.of(scenario(edges)).order
    assert sorted(order) == sorted(reached(edges, "a"))


@settings(max_examples=60, deadline=None)
@given(FORWARD)
def test_in_the_order_a_node_comes_after_all_that_lead_to_it(edges: list[Edge]) -> None:
    order = Graph.of(scenario(edges)).order
    for tail, head, _ in edges:
        if tail in order:
            assert order.index(tail) < order.index(head)


def test_the_order_keeps_to_the_author_where_it_may() -> None:
    assert Graph.of(scenario([("a", "c", True), ("a", "b", True), ("b", "d", True), ("c", "e", True)])).order == [
        "a", "c", "e", "b", "d",
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_a_cycle_is_found_if_there_is_one_and_comes_back_to_its_beginning(edges: list[Edge]) -> None:
    graph = Graph.of(scenario(edges))
    found = graph.cycles()
    closed = any((road[-1], road[0]) in {edge[:2] for edge in edges} for node in NAMES for road in roads(edges, node))
    assert bool(found) == closed
    for cycle in found:
        assert [arc.head for arc in cycle] == [*(arc.tail for arc in cycle[1:]), cycle[0].tail]
        assert len({arc.tail for arc in cycle}) == len(cycle)
    closing = {(cycle[-1].tail, cycle[-1].head) for cycle in found}
    assert len(closing) == len(found)
    left = [edge for edge in edges if edge[:2] not in closing]
    assert not any((road[-1], road[0]) in {edge[:2] for edge in left} for node in NAMES for road in roads(left, node))


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_the_roots_of_what_is_unreachable_reach_all_of_it_and_not_each_other(edges: list[Edge]) -> None:
    roots = Graph.of(scenario(edges)).unreachable_roots()
    lost = set(NAMES) - reached(edges, "a")
    assert set(roots) <= lost
    assert lost <= {node for root in roots for node in reached(edges, root)}
    for root in roots:
        others = [reached(edges, other) for other in roots if other != root]
        assert not any(root in each for each in others)


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_history_is_the_one_marked_road_as_far_as_it_is_beyond_doubt(edges: list[Edge]) -> None:
    graph = Graph.of(scenario(edges))
    path = ["a"]
    while len(heads := [head for tail, head, historical in edges if tail == path[-1] and historical]) == 1:
        path.append(heads[0])
        if path[-1] in path[:-1]:
            break
    assert list(graph.historical_nodes) == path
    assert [(arc.tail, arc.head) for arc in graph.historical] == list(pairwise(path))


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_arcs_leave_and_arrive_in_the_order_of_the_author(edges: list[Edge]) -> None:
    graph = Graph.of(scenario(edges))
    written = sorted(edges, key=lambda edge: NAMES.index(edge[0]))
    pairs = [edge[:2] for edge in written]
    assert [(arc.tail, arc.head) for arc in graph.arcs] == pairs
    for name in NAMES:
        assert ends(graph.leaving[name]) == [pair for pair in pairs if pair[0] == name]
        assert ends(graph.arriving[name]) == [pair for pair in pairs if pair[1] == name]


def ends(arcs: list[Arc]) -> list[tuple[str, str]]:
    return [(arc.tail, arc.head) for arc in arcs]


def test_a_step_to_nowhere_makes_no_arc_and_a_misspelt_one_leads_where_it_was_meant_to() -> None:
    broken = scenario([("a", "b", True)])
    nodes = {**broken.nodes, "a": Chance(chance="a", branches={"x": Branch(label="x", leads_to="bb")})}
    broken = broken.model_copy(update={"nodes": nodes})
    assert Graph.of(broken).arcs == ()
    assert ends(list(Graph.of(broken, {"bb": "b"}).arcs)) == [("a", "b")]


def test_a_start_that_does_not_exist_reaches_nothing() -> None:
    graph = Graph.of(scenario([("a", "b", True)], start="z"))
    assert (graph.order, graph.historical, graph.historical_nodes, graph.reachable("z")) == ([], (), (), [])


def test_a_long_road_is_walked_without_recursion() -> None:
    length = 3_000
    nodes: dict[str, Decision | Chance | Outcome] = {
        str(at): Chance(chance="c", branches={"on": Branch(label="on", leads_to=str(at + 1), historical=True)})
        for at in range(length)
    }
    nodes[str(length)] = Outcome(outcome="o", basis=Basis.RECORDED)
    graph = Graph.of(Scenario(title="t", question="q", nodes=nodes))
    everything = [str(at) for at in range(length + 1)]
    assert graph.order == graph.reachable("0") == list(graph.historical_nodes) == everything
    assert graph.cycles() == []
