"""The shipped scenarios as a student meets them: there is something to weigh before every choice, and no verdict yet."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import SHIPPED
from untaken.checking.loading import load
from untaken.history import Course, Walk
from untaken.telling.document import Role
from untaken.telling.reasons import Depth
from untaken.telling.walk.page import entrance_blocks, situation_blocks, way_blocks
from untaken.telling.walk.scene import Scene, scene

# Words of those who know how it ended.
VERDICTS = re.compile(
    r"\b(showed|proved|demonstrated|vindicated|turned out|in the end|hindsight|looking back|soon afterwards"
    r"|misjudge\w*|miscalculat\w*|disastrous|would never|were wrong|was justified|grave)\b"
)


@pytest.fixture(scope="module")
def scenes(shipped_folder: Path) -> dict[str, list[Scene]]:
    """Every place that a walk from the start of a scenario comes to within it, by the id of the scenario."""
    points = load([shipped_folder]).points
    return {point.id: list(_places(Walk(Course.of(points, point.id)))) for point in points}


def _places(start: Walk) -> Iterator[Scene]:
    ahead, seen = [start], set()
    while ahead:
        walk = ahead.pop()
        if walk.here.id in seen or walk.here.point.id != start.here.point.id:
            continue
        seen.add(walk.here.id)
        yield scene(walk)
        ahead += [walk.take(way) for way in walk.ways if way.is_open]


def test_every_option_shows_an_argument_before_the_choice(scenes: dict[str, list[Scene]]) -> None:
    decisions = [(id, each) for id, places in scenes.items() for each in places if each.kind == "Decision"]
    assert {id for id, _ in decisions} == SHIPPED
    bare = [f"{id}: {card.label}" for id, decision in decisions for card in decision.cards if not card.shown]
    assert bare == []


def test_nothing_shown_before_a_choice_is_said_in_the_words_of_those_who_know_the_end(
    scenes: dict[str, list[Scene]],
) -> None:
    shown = [
        f"{id}: {line}"
        for id, places in scenes.items()
        for place in places
        if place.kind != "Outcome"
        for line in (*entrance_blocks(place), *situation_blocks(place), *way_blocks(place, Depth.PINS))
        if line.role is not Role.PIN
    ]
    assert [line for line in shown if VERDICTS.search(line)] == []
