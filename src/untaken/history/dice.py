"""Chance in a walk: how its branches weigh, and the dice.

The dice depend on the seed, on the moves made so far, and on how often they were thrown there before: a walk that is
resumed goes on as it would have, and whoever goes back and walks the same road again meets a fresh throw.
"""

import random

from untaken.history.walk import Walk, Way
from untaken.model import Branch

WEIGHTS = {"remote": 7, "unlikely": 30, "even": 50, "likely": 75, "almost-certain": 93}
"""Chances in a hundred, the middles of the ranges in Sherman Kent, Words of Estimative Probability (1964)."""


def chances(walk: Walk) -> dict[str, float]:
    """The chance of each open branch by its id, between 0 and 1, together 1.

    Branches without a word share evenly what those with one leave of a hundred, and have a remote chance at the least.
    """
    ways = [way for way in walk.ways if way.is_open]
    said = {way.id: WEIGHTS[word] for way in ways if (word := _word(way))}
    silent = [way.id for way in ways if way.id not in said]
    rest = max(100 - sum(said.values()), WEIGHTS["remote"]) / len(silent) if silent else 0
    weights = {way.id: float(said.get(way.id, rest)) for way in ways}
    total = sum(weights.values())
    return {id: weight / total for id, weight in weights.items()}


def roll(walk: Walk, seed: int, throw: int = 0) -> Way:
    """The branch that falls at the chance node at which a walk stands, one of its branches being open.

    `throw` counts the throws there before this one.
    """
    fallen = random.Random(_tale(walk, seed, throw)).random()
    weighed = chances(walk)
    ways = [way for way in walk.ways if way.is_open]
    for way in ways:
        fallen -= weighed[way.id]
        if fallen < 0:
            return way
    return ways[-1]


def _word(way: Way) -> str | None:
    return way.step.likelihood.word if isinstance(way.step, Branch) and way.step.likelihood else None


def _tale(walk: Walk, seed: int, throw: int) -> str:
    """The seed, the road and the number of the throw as a text; no two throws have the same."""
    road = [(move.scenario, move.node, move.way) for move in walk.moves]
    return repr((seed, road, throw) if throw else (seed, road))
