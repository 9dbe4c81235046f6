"""Options and branches by the names that an author gives them under `expect`: an id, or `node/id`."""

from collections.abc import Iterable

from untaken.checking.bench import Bench
from untaken.text.naming import sentence_list

Place = tuple[str, str]
"""A node, and an option or branch of it."""


def quoted(names: Iterable[str], conjunction: str = "and") -> str:
    return sentence_list([f"'{name}'" for name in names], conjunction)


def steps_called(bench: Bench, name: str) -> list[Place]:
    """The options and branches that a name may mean, each with its node before it."""
    return [place for place in steps_of(bench) if is_called(place, name)]


def steps_of(bench: Bench) -> list[Place]:
    return [(str(route[1]), str(route[-1])) for route, _ in bench.steps]


def is_called(place: Place, name: str) -> bool:
    node, step = place
    return name in (step, f"{node}/{step}")
