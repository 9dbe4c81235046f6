"""The discipline of counterfactuals: which roads not taken deserve to be drawn. Warnings and notes, never errors.

Whose each rule is stands in `untaken.checking.explanations`.
"""

from collections.abc import Iterator

from untaken.checking.rules.bench import Bench
from untaken.model import Decision, Option, Side
from untaken.model.traversal import cited_sources
from untaken.reading.marked import HOLE, Finding
from untaken.text.naming import counted


def options_had_advocates(bench: Bench) -> Iterator[Finding]:
    """Somebody wanted each option at the time. Of an option that nobody argued, that is told first."""
    for route, step in bench.steps:
        if isinstance(step, Option) and step.arguments and not step.advocates:
            message = f"nobody is named who wanted option '{route[-1]}' at the time"
            yield Finding(
                (*route, "advocates"), "option-without-advocate", message, "add 'advocates: […]'", at_key=True
            )


def options_have_two_sides(bench: Bench) -> Iterator[Finding]:
    """Each option that is argued has arguments for it and arguments against it."""
    for route, step in bench.steps:
        arguments = step.arguments if isinstance(step, Option) else ()
        sides = {argument.side for argument in arguments}
        if len(sides) == 1 and not any(argument.claim == HOLE for argument in arguments):
            missing = Side.AGAINST if Side.FOR in sides else Side.FOR
            message = f"option '{route[-1]}' has no argument {missing} it"
            cure = "add one where a source gives it"
            yield Finding((*route, "arguments"), "one-sided-option", message, cure, at_key=True)


def history_was_not_the_only_choice(bench: Bench) -> Iterator[Finding]:
    """At each decision that is argued at all, an option besides what happened has something for it."""
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Decision) or sum(option.historical for option in node.options.values()) != 1:
            continue
        if not any(option.arguments for option in node.options.values()):
            continue
        others = [option for option in node.options.values() if not option.historical]
        if not any(argument.side is Side.FOR for option in others for argument in option.arguments):
            message = f"nothing speaks for any option of '{id}' but the one that happened"
            cure = "add an argument for one of them where a source gives it"
            yield Finding(("nodes", id, "options"), "only-history-viable", message, cure, at_key=True)


def rejoining_roads_are_told(bench: Bench) -> Iterator[Finding]:
    """Several ways to one node are second-order counterfactuals: later events pull history back."""
    place = {id: at for at, id in enumerate(bench.graph.order)}
    for id in place:
        # Neither a road that comes back to the node counts, nor one that is only taken for one to it.
        arriving = [
            arc
            for arc in bench.graph.arriving[id]
            if arc.step.leads_to == id and place.get(arc.tail, place[id]) < place[id]
        ]
        if len(arriving) > 1:
            message = f"{counted(len(arriving), 'road')} lead to '{id}'"
            yield Finding(("nodes", id), "rejoining-roads", message, at_key=True)


def several_sources_are_heard(bench: Bench) -> Iterator[Finding]:
    """A scenario that rests on one source says so."""
    cited = cited_sources(bench.scenario)
    if len(cited) == 1 and HOLE not in cited and bench.scenario.nodes:
        source = bench.point.sources.get(next(iter(cited)))
        name = source.short if source else next(iter(cited))
        yield Finding(("title",), "single-source", f"only {name} is cited here", at_key=True)
