"""The author's own tests, under `expect`: what they name is there, and what they say of the roads holds.

Roads are those of the scenario alone, each step taken where its facts leave it open. At the start those facts hold
that history established before: whoever opens the scenario by itself comes from there. Where an outcome continues in
another scenario, the road counts as complete.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from untaken.checking.bench import Bench, Place
from untaken.checking.choosing import is_called, quoted, steps_called
from untaken.history.premises import Facts
from untaken.history.proof import Proof, count_from, facts_before, prove_from
from untaken.history.states import Machine, State
from untaken.model import Decision, Outcome, Scenario, Step
from untaken.model.expecting import Expectations
from untaken.model.traversal import Route
from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject
from untaken.reading.marked import HOLE, Finding
from untaken.text.naming import counted, nearest

EXPECTATION_FAILED = Rule(
    "expectation-failed",
    ERROR,
    Subject.EXPECTATIONS,
    "What `expect` says of the roads through a scenario holds.",
    wrong="""
        expect:
          paths: 12
    """,
    right="""
        expect:
          paths: 6
    """,
)

UNCOUNTED_ROADS = Rule(
    "uncounted-roads",
    WARNING,
    Subject.HISTORY,
    "The roads that `paths` expects can be counted in a few seconds.",
    instead=(
        "So many facts open and close ways here, each bearing on the others, that a count of all roads would take "
        "too long. Everything else that 'expect' says is judged. Leave 'paths' out, or let fewer facts bear on each"
        " other."
    ),
)


def judge(bench: Bench) -> Iterator[Finding]:
    """What `expect` says of outcomes, paths, roads and closed steps is so; asked only where the tree is sound."""
    expect = bench.scenario.expect
    if not bench.expects or expect == Expectations() or not _is_sound(bench):
        return
    roads = _Roads(bench)
    yield from roads.outcomes(expect.outcomes)
    yield from roads.paths(expect.paths)
    for outcome, choices in expect.reaches.items():
        if isinstance(bench.scenario.nodes.get(outcome), Outcome) and _are_known(bench, choices):
            yield from roads.reaches(outcome, choices)
    for step, choices in expect.closed.items():
        places = steps_called(bench, step)
        if len(places) == 1 and _are_known(bench, choices):
            yield from roads.closed(step, places[0], choices)


def _are_known(bench: Bench, choices: Iterable[str]) -> bool:
    return all(steps_called(bench, name) for name in choices)


def _is_sound(bench: Bench) -> bool:
    """Whether the tree, its facts and what comes before it are free of mistakes that would be reported again."""
    told = {fact for _, step in bench.steps for fact in step.asks}
    whole = bench.is_whole and not bench.meant and not bench.astray and not bench.graph.cycles()
    whole = whole and bool(bench.graph.start)
    return whole and told <= bench.point.facts.keys() and (not told or all(map(_is_read, _collection(bench).values())))


def _collection(bench: Bench) -> Mapping[str, Scenario]:
    """The scenarios of which one may go before: facts are passed on within a collection."""
    return bench.others if bench.point.collection else {}


def _is_read(scenario: Scenario) -> bool:
    return bool(scenario.nodes)


@dataclass(frozen=True)
class _Roads:
    """The roads of a scenario whose tree is sound, held against what its author expects."""

    bench: Bench
    proofs: dict[State, Proof] = field(default_factory=dict)

    @cached_property
    def beginning(self) -> State:
        """The start, with what history established before; found out only where a step asks for it."""
        bench = self.bench
        start = (bench.point.id, bench.graph.start)
        if not any(step.asks for _, step in bench.steps):
            return State(start)
        points = {id: replace(bench.point, id=id, scenario=each) for id, each in _collection(bench).items()}
        before = facts_before({**points, bench.point.id: bench.point}, [bench.point.id])
        return State(start, before[bench.point.id])

    @cached_property
    def machine(self) -> Machine:
        return Machine({self.bench.point.id: self.bench.point})

    @cached_property
    def proof(self) -> Proof:
        return self.onward(self.beginning)

    def onward(self, state: State) -> Proof:
        """The proof for the roads from a state on; many expectations may begin with the same choices."""
        if state not in self.proofs:
            self.proofs[state] = prove_from(self.bench.point, state.spot[1], state.facts)
        return self.proofs[state]

    def outcomes(self, expected: Sequence[str] | None) -> Iterator[Finding]:
        """Those that are expected can be reached, and no others can."""
        if expected is None or HOLE in expected:
            return
        nodes = self.bench.scenario.nodes
        reached = [id for id in nodes if (self.bench.point.id, id) in self.proof.roads]
        for at, id in enumerate(expected):
            if isinstance(nodes.get(id), Outcome) and id not in reached:
                message = f"every road to outcome '{id}' is closed"
                cure = "open a road to it, or take it out of the list"
                yield Finding(("expect", "outcomes", at), EXPECTATION_FAILED, message, cure)
        meant = {nearest(id, nodes) for id in expected if id not in nodes}
        more = [id for id in reached if isinstance(nodes[id], Outcome) and id not in (*expected, *meant)]
        # A name that is like none was meant for one of those that are not in the list.
        strays = sum(id not in nodes and nearest(id, nodes) is None for id in expected)
        if len(more) > strays:
            is_, it = ("is", "it") if len(more) == 1 else ("are", "them")
            outcomes = "outcome" if len(more) == 1 else "outcomes"
            message = f"{outcomes} {quoted(more)} can be reached, but {is_} not in the list"
            cure = f"add {it} to the list, or close the roads to {it}"
            yield Finding(("expect", "outcomes"), EXPECTATION_FAILED, message, cure, at_key=True)

    def paths(self, expected: int | None) -> Iterator[Finding]:
        """So many roads lead from the start to an outcome."""
        if expected is None:
            return
        there_are = count_from(self.bench.point, self.bench.graph.start, self.beginning.facts).complete
        if there_are is None:
            message = f"the roads are too many to count, so nobody can say whether there are {expected:,}"
            yield Finding(("expect", "paths"), UNCOUNTED_ROADS, message, "leave 'paths' out")
        elif expected != there_are:
            verb = "leads" if there_are == 1 else "lead"
            message = f"{counted(there_are, 'road')} {verb} from the start to an outcome, not {expected:,}"
            cure = f"write 'paths: {there_are}' if that is what you mean"
            yield Finding(("expect", "paths"), EXPECTATION_FAILED, message, cure)

    def reaches(self, outcome: str, choices: Sequence[str]) -> Iterator[Finding]:
        """These choices can be made one after the other, and lead to the outcome."""
        route = ("expect", "reaches", outcome)
        stand = self.follow(route, choices)
        if isinstance(stand, Finding):
            yield stand
        elif not isinstance(node := self.bench.scenario.nodes[here := stand.spot[1]], Outcome):
            open = [way.way for way in self.machine.ways(stand)]
            message = f"these choices end at '{here}' ({node.text}), which is no outcome"
            yield Finding(route, EXPECTATION_FAILED, message, f"go on with {quoted(open, 'or')}", at_key=True)
        elif here != outcome:
            message = f"these choices lead to '{here}', not to '{outcome}'"
            yield Finding(route, EXPECTATION_FAILED, message, f"write '{here}', or other choices", at_key=True)

    def closed(self, name: str, place: Place, choices: Sequence[str]) -> Iterator[Finding]:
        """After these choices every road comes to the step's node, if it does, with the step closed; one road does."""
        route = ("expect", "closed", name)
        stand = self.follow(route, choices)
        if isinstance(stand, Finding):
            yield stand
            return
        onward = self.onward(stand)
        node, step = place
        after = f"after {quoted(choices)}" if choices else "from the start"
        if (self.bench.point.id, node) not in onward.roads:
            message = f"no road {after} comes to '{node}', so '{step}' is neither open nor closed"
            cure = f"write choices that lead to '{node}'"
            yield Finding(route, EXPECTATION_FAILED, message, cure, at_key=True)
        elif not any((arc.tail, arc.id) == place for _, arc in onward.closed):
            message = f"{self._kind(node)} '{step}' can be taken {after}"
            cure = "close it with 'requires: […]' or 'unless: […]', or take it out of 'closed'"
            yield Finding(route, EXPECTATION_FAILED, message, cure, at_key=True)

    def follow(self, route: Route, choices: Sequence[str]) -> "State | Finding":
        """Where these choices lead from the start, or what is wrong with the first that cannot be made."""
        stand = self.beginning
        for at, name in enumerate(choices):
            leaving = [(way, way.arc) for way in self.machine.exits(stand.spot) if way.arc is not None]
            way, arc = next((pair for pair in leaving if is_called((pair[1].tail, pair[1].id), name)), (None, None))
            if way is None or arc is None:
                names = [pair[0].way for pair in leaving]
                return Finding((*route, at), EXPECTATION_FAILED, *self._elsewhere(stand, name, names))
            if not way.is_open(stand.facts):
                message = f"{self._kind(arc.tail)} '{arc.id}' is closed here: {_reason(arc.step, stand.facts)}"
                cure = "make choices before it that open it, or change its 'requires' or 'unless'"
                return Finding((*route, at), EXPECTATION_FAILED, message, cure)
            stand = self.machine.step(stand, way)
        return stand

    def _elsewhere(self, stand: State, name: str, leaving: Sequence[str]) -> tuple[str, str]:
        """What is wrong with a choice that is not one of those at the node where the road stands, and the cure."""
        here = stand.spot[1]
        if not leaving:
            return f"the road ends at outcome '{here}' before '{name}'", f"leave '{name}' out"
        message = f"'{name}' is no {self._kind(here)} of '{here}', where the road stands here"
        return message, f"write {quoted(leaving, 'or')}"

    def _kind(self, node: str) -> str:
        return "option" if isinstance(self.bench.scenario.nodes[node], Decision) else "branch"


def _reason(step: Step, facts: Facts) -> str:
    """Which facts close a step."""
    missing = [f"'{tie.fact}' is not established" for tie in step.requires if tie.fact not in facts]
    hindering = [f"'{tie.fact}' is established" for tie in step.unless if tie.fact in facts]
    return " and ".join([*missing, *hindering])
