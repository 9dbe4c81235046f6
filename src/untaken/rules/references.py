"""Rules about what is referred to: targets, sources, sections, actors, facts, scenarios."""

import re
from collections.abc import Iterator, Mapping

from untaken.marked import Finding, Route
from untaken.model import (
    Decision,
    Option,
    Outcome,
    Scenario,
)
from untaken.naming import write_instead
from untaken.rules.bench import Bench


def targets_exist(bench: Bench) -> Iterator[Finding]:
    """`start` and every `leads-to` name a node of the scenario."""
    nodes = bench.scenario.nodes
    if bench.scenario.start and bench.scenario.start not in nodes:
        message = f"the scenario starts at '{bench.scenario.start}', which is not a node"
        yield Finding(("start",), "unknown-target", message, write_instead(bench.scenario.start, nodes))
    for route, step in bench.steps:
        if step.leads_to not in nodes:
            message = f"{_step_name(route)} leads to '{step.leads_to}', which is not a node"
            cure = write_instead(
                step.leads_to, nodes, f"add a node '{step.leads_to}', or write the id of one that is there"
            )
            yield Finding((*route, "leads-to"), "unknown-target", message, cure)


def sources_exist(bench: Bench) -> Iterator[Finding]:
    """Every citation names a declared source and, where it names a section, one that the source lists."""
    sources = bench.point.sources
    for route, citation in bench.citations:
        if citation.source not in sources:
            cure = write_instead(citation.source, sources, "declare it under 'sources' in collection.yaml")
            yield Finding((*route, "source"), "unknown-source", f"no source is called '{citation.source}'", cure)
        elif citation.section and citation.section not in sources[citation.source].sections:
            sections = sources[citation.source].sections
            message = f"'{citation.source}' has no section '{citation.section}'"
            cure = write_instead(citation.section, sections, "add it to the source's 'sections'")
            yield Finding((*route, "section"), "unknown-section", message, cure)


_LOOKS_LIKE_AN_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def actors_exist(bench: Bench) -> Iterator[Finding]:
    """Whoever decides, advocates or argues is a declared actor, or a plain name with a capital or a blank in it."""
    actors = bench.point.actors
    for route, name in _named_actors(bench):
        if name not in actors and _LOOKS_LIKE_AN_ID.fullmatch(name):
            cure = write_instead(name, actors, "declare it under 'actors', or write a plain name with a capital")
            yield Finding(route, "unknown-actor", f"no actor is called '{name}'", cure)


def _named_actors(bench: Bench) -> Iterator[tuple[Route, str]]:
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Decision):
            yield from ((("nodes", id, "deciders", at), name) for at, name in enumerate(node.deciders))
    for route, step in bench.steps:
        if isinstance(step, Option):
            yield from (((*route, "advocates", at), name) for at, name in enumerate(step.advocates))
    for route, claim in bench.claims:
        voice = getattr(claim, "voice", None)
        if voice:
            yield (*route, "voice"), voice


def facts_exist(bench: Bench) -> Iterator[Finding]:
    """Every fact that a step or an outcome establishes, requires or excludes is declared."""
    facts = bench.point.facts
    for route, name in _named_facts(bench):
        if name not in facts:
            cure = write_instead(name, facts, "declare it under 'facts' with a sentence that says what it means")
            yield Finding(route, "unknown-fact", f"no fact is called '{name}'", cure)


def _named_facts(bench: Bench) -> Iterator[tuple[Route, str]]:
    for route, step in bench.steps:
        for key in ("establishes", "requires", "unless"):
            yield from (((*route, key, at), name) for at, name in enumerate(getattr(step, key)))
    for id, node in bench.scenario.nodes.items():
        if isinstance(node, Outcome):
            yield from ((("nodes", id, "establishes", at), name) for at, name in enumerate(node.establishes))


def next_scenarios_exist(bench: Bench) -> Iterator[Finding]:
    """`continues` names another scenario of the collection, and no chain of scenarios comes back to its beginning."""
    known = [*bench.others]
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Outcome) or not node.continues:
            continue
        route = ("nodes", id, "continues")
        if node.continues not in bench.others:
            cure = write_instead(
                node.continues,
                [each for each in known if each != bench.point.id],
                "write the name of another scenario's file, without '.yaml'",
            )
            yield Finding(route, "unknown-scenario", f"no scenario beside this one is called '{node.continues}'", cure)
        elif bench.point.id in _continuations(bench.others, node.continues):
            chain = (
                f"'{bench.point.id}'"
                if node.continues == bench.point.id
                else f"'{node.continues}', which comes back to '{bench.point.id}'"
            )
            yield Finding(
                route,
                "cycle",
                f"outcome '{id}' continues {chain}",
                "let history run forward: leave one 'continues' out",
            )


def _continuations(scenarios: Mapping[str, Scenario], start: str) -> set[str]:
    """All scenarios that a scenario can come to, itself among them."""
    found, waiting = {start}, [start]
    for id in waiting:
        nodes = scenarios[id].nodes.values() if id in scenarios else ()
        new = {node.continues for node in nodes if isinstance(node, Outcome) and node.continues} - found
        found |= new
        waiting += sorted(new)
    return found


def _step_name(route: Route) -> str:
    return f"{'option' if route[-2] == 'options' else 'branch'} '{route[-1]}'"
