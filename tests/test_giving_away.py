"""A walk gives nothing away before the choice: who guesses from what it prints is hardly better than chance.

And after the choice it tells what is new, not what stood on the page just left.
"""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from untaken.checking.loading import load
from untaken.faces.plain.shown import show_move, show_place, show_ways
from untaken.faces.terminal import say, say_lines
from untaken.history import Course, Walk
from untaken.history.session import Session
from untaken.model import Decision, TurningPoint
from untaken.telling.matrix import matrix
from untaken.telling.phrases.claims import LEADS
from untaken.telling.reasons import Depth
from untaken.telling.walk.page import situation_blocks
from untaken.telling.walk.scene import scene

MOST_RIGHT = 0.58
"""The share of decisions that who looks for one sign may guess right."""
MOST_RIGHT_IN_ALL = 0.62
"""And who looks for all signs together."""
MOST_REPEATED = 0.25
"""The share of the lines told after a choice that may have stood on the page before it."""


@dataclass(frozen=True)
class Way:
    """An option as the plain walk prints it: its label and the lines under it."""

    label: str
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


def has_the_longest_label(page: Page, way: Way) -> float:
    return len(way.label)


def has_the_best_balance(page: Page, way: Way) -> float:
    return has_most_arguments_for_it(page, way) + has_fewest_arguments_against_it(page, way)


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
    ways = []
    for label, *lines in map(str.splitlines, parts):
        ways.append(
            Way(label.partition(". Closed;")[0], tuple(line.strip() for line in lines if line.startswith("  ")))
        )
    return Page(tuple(names), tuple(ways), happened)


def all_that_can_be_read(session: Session) -> None:
    """The page, and what `a` shows of it."""
    here = scene(session.walk)
    say_lines(situation_blocks(here))
    show_ways(session, Depth.PINS)


def sealed_matrix(session: Session) -> None:
    """The options against the sources before the choice, in the words of the plain walk."""
    here = session.walk.here
    names = scene(session.walk).deciders
    say(f"Who decides: {names}.")
    for number, line in enumerate(matrix(here.point, here.graph, before=here.id).lines, 1):
        say(f"{number}. {line.option}")
        for claim in (claim for cell in line.cells for claim in cell):
            say(f"  {LEADS[claim.side]} {claim.text}{f' — {claim.voice}, in' if claim.voice else ''}")


SHOWN = {"page": show_place, "all": all_that_can_be_read, "matrix": sealed_matrix}


@pytest.fixture(scope="module", params=SHOWN)
def pages(request: pytest.FixtureRequest, points: list[TurningPoint]) -> list[Page]:
    """Every decision of history's road as it can be seen before the choice."""
    found = []
    for walk in along_history(points):
        with redirect_stdout(io.StringIO()) as out:
            SHOWN[request.param](Session(walk, seed=1))
        assert walk.here.history
        happened = next(way.number for way in walk.ways if way.id == walk.here.history.id)
        found.append(read(out.getvalue(), happened))
    return found


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
        has_the_best_balance,
        is_said_most_of,
        has_the_longest_label,
        shows_most_signs,
    ],
    ids=lambda guess: guess.__name__,
)
def test_who_guesses_what_happened_from_what_is_printed_is_hardly_better_than_chance(
    guess: Guess, pages: list[Page]
) -> None:
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
