"""Options and branches by the names that an author gives them under `expect`: an id, or `node/id`."""

from collections.abc import Iterable

from untaken.checking.bench import Bench, Place, names_of
from untaken.text.naming import sentence_list


def quoted(names: Iterable[str], conjunction: str = "and") -> str:
    return sentence_list([f"'{name}'" for name in names], conjunction)


def steps_called(bench: Bench, name: str) -> list[Place]:
    """The options and branches that a name may mean, each with its node before it."""
    return bench.places_called.get(name, [])


def is_called(place: Place, name: str) -> bool:
    return name in names_of(place)
