"""Five walks through the whole shipped history, as the plain face prints them: texts that were read aloud and mended."""

import io
import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from program import TOP
from untaken.checking.loading import load
from untaken.faces.plain import walk as converse
from untaken.history import Course, Walk
from untaken.history.session import Session
from untaken.history.walk import REJOIN
from untaken.model import Chance, Outcome

Choice = Callable[[Walk], str]
"""What somebody answers where there is something to choose."""

STAY_IN_THE_COALITION = {"moderates": "stay"}
HEED_LENIN = {"the-warning": "remove"}
SHOOT = {"soldiers": "obey"}


def as_history_went(but: Mapping[str, str]) -> Choice:
    """Who goes with history where that is open, but at the nodes named."""

    def choose(walk: Walk) -> str:
        history = walk.here.history
        wanted = but.get(walk.here.id, history.id if history else "")
        ways = [way for way in walk.ways if way.is_open]
        return next((str(way.number) for way in ways if way.id == wanted), str(ways[0].number))

    return choose


def at_random(seed: int) -> Choice:
    picks = random.Random(seed)
    return lambda walk: str(picks.choice([way.number for way in walk.ways if way.is_open]))


@dataclass
class Keyboard(io.TextIOBase):
    """Somebody who answers whatever is asked, by where the walk stands."""

    choose: Choice
    walk: Walk | None = None

    def keep(self, session: Session) -> None:
        self.walk = session.walk

    def readline(self, size: int = -1, /) -> str:
        assert self.walk is not None
        return f"{self._answer(self.walk)}\n"

    def _answer(self, walk: Walk) -> str:
        if walk.is_over:
            return "q"
        if walk.is_lost:
            return REJOIN
        rolls = isinstance(walk.here.node, Chance) and self.choose.__qualname__.startswith("at_random")
        return "" if isinstance(walk.here.node, Outcome) or walk.only_way or rolls else self.choose(walk)


WALKS = {
    "history": as_history_went({}),
    "martovs-motion": as_history_went(STAY_IN_THE_COALITION),
    "lenins-warning": as_history_went(HEED_LENIN),
    "the-tsar-stays": as_history_went(SHOOT),
    "at-random": at_random(7),
}


@pytest.fixture(scope="module")
def course() -> Course:
    return Course.of(load([TOP / "scenarios"]).points)


@pytest.mark.parametrize("name", WALKS)
def test_a_whole_walk_reads_well(
    name: str,
    course: Course,
    agrees: Callable[[str, Path], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keyboard = Keyboard(WALKS[name])
    monkeypatch.setattr(sys, "stdin", keyboard)
    converse(Session(Walk(course), seed=7, asks=name != "at-random"), keyboard.keep)
    agrees(capsys.readouterr().out, TOP / "tests" / "golden" / "whole-walks" / f"{name}.txt")
