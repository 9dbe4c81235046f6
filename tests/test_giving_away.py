"""A walk gives nothing away before the choice: who guesses from what it prints is hardly better than chance.

And after the choice it tells what is new, not what stood on the page just left.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from untaken.checking.loading import load
from untaken.faces.plain.shown import show_move, show_place
from untaken.history import Course, Walk
from untaken.history.session import Session
from untaken.model import Decision, TurningPoint

MOST_RIGHT = 0.58
"""The share of decisions that who looks for one sign may guess right."""
MOST_RIGHT_IN_ALL = 0.62
"""And who looks for all signs together."""
MOST_REPEATED = 0.25
"""The share of the lines told after a choice that may have stood on the page before it."""


@dataclass(frozen=True)
class Way:
    """An option as the plain walk prints it: the lines under its number."""

    lines: tuple[str, ...]

    @property
    def wanted(self) -> str:
        return next((line for line in self.lines if line.startswith("Wanted at the time by ")), "")

    @property
    def arguments(self) -> list[str]:
        return [line for line in self.lines if line.startswith(("For: ", "Against: "))]


@dataclass(frozen=True)
class Page:
    """A decision as the plain walk prints it, and the number of the way that history took."""

    deciders: tuple[str, ...]
    ways: tuple[Way, ...]
    happened: int


Guess = Callable[[Page, Way], float]
"""How likely a way is to have happened, by what is printed of it; the likeliest is guessed."""


def is_wished_by_who_decides(page: Page, way: Way) -> float:
    return sum(name in way.wanted for name in page.deciders)


def is_argued_for_by_who_decides(page: Page, way: Way) -> float:
    return sum(f"— {name}, in" in line for name in page.deciders for line in way.arguments if line.startswith("For: "))


def has_the_only_advocate(page: Page, way: Way) -> float:
    return bool(way.wanted) and sum(bool(each.wanted) for each in page.ways) == 1


def has_most_advocates(page: Page, way: Way) -> float:
    return len(re.split(", | and ", way.wanted)) if way.wanted else 0


def has_most_arguments(page: Page, way: Way) -> float:
    return len(way.arguments)


def has_most_arguments_for_it(page: Page, way: Way) -> float:
    return sum(line.startswith("For: ") for line in way.arguments)


def has_fewest_arguments_against_it(page: Page, way: Way) -> float:
    return -sum(line.startswith("Against: ") for line in way.arguments)


def is_said_most_of(page: Page, way: Way) -> float:
    return sum(map(len, way.lines))


def shows_most_signs(page: Page, way: Way) -> float:
    signs = (is_wished_by_who_decides, is_argued_for_by_who_decides, has_the_only_advocate, has_most_arguments_for_it)
    return sum(sign(page, way) == max(sign(page, each) for each in page.ways) for sign in signs)


@pytest.fixture(scope="module")
def points(shipped_folder: Path) -> list[TurningPoint]:
    return list(load([shipped_folder]).points)


def printed(show: Callable[[Session], None], walk: Walk, capsys: pytest.CaptureFixture[str]) -> str:
    show(Session(walk, seed=1))
    return capsys.readouterr().out


def along_history(points: list[TurningPoint]) -> Iterator[Walk]:
    """A walk that stands at each decision of history's road, in every scenario from its start."""
    for point in points:
        walk = Walk(Course.of(points, point.id))
        while walk.here.point.id == point.id and (history := walk.here.history):
            if isinstance(walk.here.node, Decision):
                yield walk
            walk = walk.take(next(way for way in walk.ways if way.id == history.id))


def read(text: str, happened: int) -> Page:
    deciders = re.search(r"^Who decides: (.*)\.$", text, re.MULTILINE)
    names = re.split(", | and ", deciders[1]) if deciders else ()
    parts = re.split(r"^\d+\. ", text, flags=re.MULTILINE)[1:]
    ways = tuple(Way(tuple(line.strip() for line in part.splitlines() if line.startswith("  "))) for part in parts)
    return Page(tuple(names), ways, happened)


@pytest.mark.parametrize(
    "guess",
    [
        is_wished_by_who_decides,
        is_argued_for_by_who_decides,
        has_the_only_advocate,
        has_most_advocates,
        has_most_arguments,
        has_most_arguments_for_it,
        has_fewest_arguments_against_it,
        is_said_most_of,
        shows_most_signs,
    ],
    ids=lambda guess: guess.__name__,
)
def test_who_guesses_what_happened_from_what_is_printed_is_hardly_better_than_chance(
    guess: Guess, points: list[TurningPoint], capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [
        read(printed(show_place, walk, capsys), next(way.number for way in walk.ways if way.id == walk.here.history.id))
        for walk in along_history(points)
        if walk.here.history
    ]
    assert len(pages) > 60
    right = sum(_share_right(page, [guess(page, way) for way in page.ways]) for page in pages)
    assert right / len(pages) <= (MOST_RIGHT_IN_ALL if guess is shows_most_signs else MOST_RIGHT)


def _share_right(page: Page, likely: list[float]) -> float:
    """How often the guess is right, if one of the likeliest ways is picked with closed eyes."""
    best = [number for number, each in enumerate(likely, 1) if each == max(likely)]
    return (page.happened in best) / len(best)


def test_after_a_choice_little_is_told_that_stood_on_the_page_before(
    points: list[TurningPoint], capsys: pytest.CaptureFixture[str]
) -> None:
    told, repeated = 0, 0
    for walk in along_history(points):
        page = {bare(line) for line in printed(show_place, walk, capsys).splitlines()}
        for way in walk.ways:
            lines = [bare(line) for line in printed(show_move, walk.take(way), capsys).splitlines() if line.strip()]
            told += len(lines)
            repeated += sum(line in page for line in lines)
    assert told > 500
    assert repeated / told <= MOST_REPEATED


def bare(line: str) -> str:
    """A line without what says where it stands: its number, its side, its owner."""
    return re.sub(r"^\s*(?:\d+\. |For: |Against: )?|\s+—\s.*$", "", line)
