"""Rules about what is referred to: targets, sources, sections, actors, facts, scenarios."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from untaken.checking.rules.bench import Bench, Held, Shelf
from untaken.model import EDITOR, Decision, Option, Outcome
from untaken.model.traversal import Route
from untaken.reading.marked import HOLE, Correction, Finding, correction
from untaken.text.naming import counted, nearest_of_each, sentence_list, write_instead

Named = tuple[Route, str]
"""A name that an author uses, with its place."""


def targets_exist(bench: Bench) -> Iterator[Finding]:
    """`start` and every `leads-to` name a node of the scenario."""
    start, nodes = bench.scenario.start, bench.scenario.nodes
    if nodes and start and start not in nodes and bench.meant.get(start) != HOLE:
        message = f"the scenario starts at '{start}', which is not a node"
        cure = _nodes_instead(bench, start, nodes)
        yield Finding(("start",), "unknown-target", message, cure, correction=_meant_node(bench, start))
    for route, step in bench.steps:
        if step.leads_to not in nodes and bench.meant.get(step.leads_to) != HOLE:
            message = f"{_step_name(route)} leads to '{step.leads_to}', which is not a node"
            cure = _nodes_instead(bench, step.leads_to, [node for node in nodes if node != route[1]])
            meant = _meant_node(bench, step.leads_to)
            yield Finding((*route, "leads-to"), "unknown-target", message, cure, correction=meant)


def _meant_node(bench: Bench, name: str) -> Correction | None:
    return correction(name, bench.scenario.nodes) if name in bench.meant else None


def _nodes_instead(bench: Bench, name: str, nodes: Collection[str]) -> str:
    """The node that is meant, or one of those that may be."""
    if name in bench.meant:
        other = "" if _meant_node(bench, name) else f", or add a node '{name}'"
        return f"write '{bench.meant[name]}'{other}"
    if not nodes:
        return f"add a node '{name}'"
    others = f"write one of: {', '.join(nodes)}" if len(nodes) <= 12 else "write the id of one that is there"
    return f"{others}, or add a node '{name}'"


def sources_exist(bench: Held) -> Iterator[Finding]:
    """Every citation names a declared source and, where it names a section, one that the source lists."""
    sources = bench.declared.sources
    named = [((*route, "source"), citation.source) for route, citation in bench.citations]
    yield from _undeclared(bench, "source", named, sources)
    cited: dict[str, list[Named]] = {}
    for route, citation in bench.citations:
        if citation.section and citation.source in sources:
            cited.setdefault(citation.source, []).append(((*route, "section"), citation.section))
    for id, uses in cited.items():
        yield from _unlisted(id, uses, sources[id].sections)


def _unlisted(source: str, uses: Sequence[Named], sections: Sequence[str]) -> Iterator[Finding]:
    if not sections:
        cure = "add 'sections: […]' to the source, or leave 'section' out"
        citing = "a citation names" if len(uses) == 1 else f"{counted(len(uses), 'citation')} name"
        yield Finding(uses[0][0], "unknown-section", f"'{source}' lists no sections, but {citing} one", cure)
        return
    for route, section, also, near in _strays(uses, sections):
        cure = f"write '{near}'" if near else _one_of(["add it to the source's 'sections'"], sections)
        message, meant = f"'{source}' has no section '{section}'{also}", correction(section, sections) if near else None
        yield Finding(route, "unknown-section", message, cure, correction=meant)


def _undeclared(bench: Held, kind: str, named: Iterable[Named], declared: Collection[str]) -> Iterator[Finding]:
    where = " in collection.yaml" if isinstance(bench, Bench) and bench.point.collection else ""
    cures = [f"declare it under '{kind}s'{where}"]
    if kind == "actor":
        cures.append("write a plain name with a capital")
    for route, name, also, near in _strays(named, declared):
        cure = f"write '{near}'" if near else _one_of(cures, declared)
        message, meant = f"no {kind} is called '{name}'{also}", correction(name, declared) if near else None
        yield Finding(route, f"unknown-{kind}", message, cure, correction=meant)


def _strays(named: Iterable[Named], declared: Collection[str]) -> Iterator[tuple[Route, str, str, str]]:
    """Each name that is not declared, with what else is to be said of it, and the declared one that is meant.

    A misspelt name comes wherever it stands; one that nobody declared comes once, with the number of its places.
    """
    if HOLE in declared:
        return
    places: dict[str, list[Route]] = {}
    for route, name in named:
        if name not in declared:
            places.setdefault(name, []).append(route)
    meant = nearest_of_each(places, declared)
    for name, routes in places.items():
        if name in meant:
            yield from ((route, name, "", meant[name]) for route in routes)
        else:
            others = len(routes) - 1
            also = f"; {counted(others, 'other place')} {'names' if others == 1 else 'name'} it, too" if others else ""
            yield routes[0], name, also, ""


def _one_of(cures: Sequence[str], declared: Collection[str]) -> str:
    few = 0 < len(declared) <= 12
    return sentence_list([*cures, *([f"write one of: {', '.join(declared)}"] if few else [])], "or")


_LOOKS_LIKE_AN_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def actors_exist(bench: Bench) -> Iterator[Finding]:
    """Whoever decides, advocates or argues is a declared actor, or a plain name with a capital or a blank in it."""
    named = [each for each in _named_actors(bench) if _LOOKS_LIKE_AN_ID.fullmatch(each[1]) and each[1] != EDITOR]
    yield from _undeclared(bench, "actor", named, bench.point.actors)


def _named_actors(bench: Bench) -> Iterator[Named]:
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Decision):
            yield from ((("nodes", id, "deciders", at), name) for at, name in enumerate(node.deciders))
    for route, step in bench.steps:
        if isinstance(step, Option):
            yield from (((*route, "advocates", at), name) for at, name in enumerate(step.advocates))
    for id, node in bench.scenario.nodes.items():
        for at, variant in enumerate(node.otherwise if isinstance(node, Decision) else ()):
            names = enumerate(variant.deciders or ())
            yield from ((("nodes", id, "otherwise", at, "deciders", number), name) for number, name in names)
    for route, claim in bench.cited:
        voice = getattr(claim, "voice", None)
        if voice:
            yield (*route, "voice"), voice


def facts_exist(bench: Held) -> Iterator[Finding]:
    """Every fact that is established, restored or asked for is declared."""
    yield from _undeclared(bench, "fact", _named_facts(bench), bench.declared.facts)


def _named_facts(bench: Held) -> Iterator[Named]:
    yield from (((*route, "fact"), tie.fact) for route, tie in bench.ties)
    if isinstance(bench, Shelf):
        yield from ((("gates", fact), fact) for fact in bench.collection.gates)
    if not isinstance(bench, Bench):
        return
    for route, step in bench.steps:
        yield from (((*route, "establishes", at), name) for at, name in enumerate(step.establishes))
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Outcome):
            yield from ((("nodes", id, "establishes", at), name) for at, name in enumerate(node.establishes))


def named_scenarios_exist(shelf: Shelf) -> Iterator[Finding]:
    """Gates and courses name scenarios of the collection."""
    named: list[Named] = [(("gates", fact, "from"), gate.from_) for fact, gate in shelf.collection.gates.items()]
    for id, course in shelf.collection.courses.items():
        named += [(("courses", id, "scenarios", at), name) for at, name in enumerate(course.scenarios)]
    for route, name in named:
        if name not in (*shelf.others, HOLE):
            cure = write_instead(name, shelf.others, "write the name of a scenario's file, without '.yaml'")
            message, meant = f"no scenario beside this file is called '{name}'", correction(name, shelf.others)
            yield Finding(route, "unknown-scenario", message, cure, correction=meant)


def next_scenarios_exist(bench: Bench) -> Iterator[Finding]:
    """`continues` names another scenario of the collection, and no chain of scenarios comes back to its beginning."""
    known = [*bench.others]
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Outcome) or not node.continues:
            continue
        route = ("nodes", id, "continues")
        if node.continues not in bench.others:
            other = [each for each in known if each != bench.point.id]
            cure = write_instead(node.continues, other, "write the name of another scenario's file, without '.yaml'")
            message = f"no scenario beside this one is called '{node.continues}'"
            meant = correction(node.continues, other)
            yield Finding(route, "unknown-scenario", message, cure, correction=meant)
        elif bench.point.id in bench.continuations(node.continues):
            message = (
                f"outcome '{id}' continues in the scenario that it ends"
                if node.continues == bench.point.id
                else f"outcome '{id}' continues in '{node.continues}', which comes back to '{bench.point.id}'"
            )
            yield Finding(route, "cycle", message, "let history run forward: leave one 'continues' out")


def _step_name(route: Route) -> str:
    return f"{'option' if route[-2] == 'options' else 'branch'} '{route[-1]}'"
