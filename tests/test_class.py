"""What a class decided: saved walks counted, broken, foreign and double files left out by name."""

import random
from pathlib import Path

import pytest

from program import TOP, run
from untaken.checking.loading import load
from untaken.history import Course, Walk
from untaken.history.crowd import crowd
from untaken.history.divergence import divergence
from untaken.history.keeping import kept
from untaken.history.session import Session

POINTS = load([TOP / "scenarios"]).points


def walked(seed: int) -> Walk:
    """A student who decides at random in the three decisions of Martov's night."""
    chance = random.Random(seed)
    walk = Walk(Course.of(POINTS, "martov-motion", stops=True))
    while not walk.is_over:
        walk = walk.take(chance.choice([way for way in walk.ways if way.is_open]))
    return walk


WALKS = [walked(seed) for seed in range(30)]


def test_every_walker_is_counted_once_at_every_fork_that_he_came_through() -> None:
    found = crowd(WALKS)
    assert found.walkers == 30
    for fork, counts in found.taken.items():
        assert sum(counts.values()) == sum(any(m.node == fork[1] for m in walk.moves) for walk in WALKS)
    assert sum(found.left.values()) == sum(len(divergence(walk).departures) for walk in WALKS)


def test_there_is_nothing_to_count_in_no_walks() -> None:
    with pytest.raises(ValueError, match="there are no walks to count"):
        crowd([])


def test_thirty_walks_are_counted_and_what_is_none_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "walks"
    folder.mkdir()
    for seed, walk in enumerate(WALKS):
        (folder / f"{seed:02}.json").write_text(kept(Session(walk, seed)), encoding="utf-8")
    (folder / "double.json").write_text((folder / "03.json").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    ran = run("class", "walks", "--scenarios", str(TOP / "scenarios"), cwd=tmp_path)
    assert ran.code == 0
    assert "walks/double.json: left out: the same walk as walks/03.json\n" in ran.err
    assert "walks/broken.json: left out: " in ran.err
    first = crowd(WALKS).taken["martov-motion", "motion"]
    lines = ran.out.splitlines()
    assert lines[0] == "30 walks counted"
    at = lines.index("  Who should govern after the rising?")
    shown = sorted(int(line.split()[0]) for line in lines[at + 1 : at + 3])
    assert shown == sorted(first.values())


def test_where_no_file_is_a_walk_it_is_said_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "essay.json").write_text("{}", encoding="utf-8")
    ran = run("class", "essay.json", "--scenarios", str(TOP / "scenarios"), cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.endswith(
        "error: none of these files is a walk\nhelp: save walks with `untaken walk --save FILE`, and name them\n"
    )
