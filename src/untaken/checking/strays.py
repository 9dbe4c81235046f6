"""Names that nobody declared: where they stand, and which declared ones are meant."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from untaken.checking.bench import Bench, Held
from untaken.model.traversal import Route
from untaken.reading.diagnostics import Rule
from untaken.reading.marked import HOLE, Finding, correction
from untaken.text.naming import counted, nearest_of_each, sentence_list

Named = tuple[Route, str]
"""A name that an author uses, with its place."""


def undeclared(
    bench: Held, rule: Rule, kind: str, named: Iterable[Named], declared: Collection[str]
) -> Iterator[Finding]:
    """That no source, actor or fact is called so, each with the names that may be meant."""
    where = " in collection.yaml" if isinstance(bench, Bench) and bench.point.collection else ""
    cures = [f"declare it under '{kind}s'{where}"]
    if kind == "actor":
        cures.append("write a plain name with a capital")
    for route, name, also, near in strays(named, declared):
        cure = f"write '{near}'" if near else one_of(cures, declared)
        message, meant = f"no {kind} is called '{name}'{also}", correction(name, declared) if near else None
        yield Finding(route, rule, message, cure, correction=meant)


def strays(named: Iterable[Named], declared: Collection[str]) -> Iterator[tuple[Route, str, str, str]]:
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


_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def looks_like_an_id(name: str) -> bool:
    """Whether a name is that of a declared actor, or misspelt: a plain name has a capital or a blank in it.

    >>> looks_like_an_id("left-srs"), looks_like_an_id("Lenin"), looks_like_an_id("the crowd")
    (True, False, False)
    """
    return _ID.fullmatch(name) is not None


def one_of(cures: Sequence[str], declared: Collection[str]) -> str:
    """The cures, and the declared names where these are few."""
    few = 0 < len(declared) <= 12
    return sentence_list([*cures, *([f"write one of: {', '.join(declared)}"] if few else [])], "or")
